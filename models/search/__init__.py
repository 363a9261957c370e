"""Finding what a reader asks for."""
