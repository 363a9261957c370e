"""What is kept by release and view: worked out once, asked for by every page."""
