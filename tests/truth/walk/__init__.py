"""A walk over every text of every page: each number must be explained by figures, counts or what was written down."""
