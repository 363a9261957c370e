"""Pages of one menu entry."""
