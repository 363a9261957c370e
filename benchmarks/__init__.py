"""How fast the pages are, against plain Streamlit pages that show the same."""
