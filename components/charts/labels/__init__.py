"""Where names stand on charts."""
