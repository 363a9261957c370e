"""What is true of the figures: pure functions and frozen types, without screen, web or database."""
