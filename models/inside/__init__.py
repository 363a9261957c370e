"""The parts of a region."""
