"""Change of figures over the years, and what may be compared with what."""
