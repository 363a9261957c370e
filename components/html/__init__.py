"""What a page shows, as HTML."""
