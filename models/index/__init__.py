"""The index: scores, places and how sure they are, and what moves them."""
