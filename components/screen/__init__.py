"""What a page shows, in Streamlit."""
