"""One region beside others: places, gaps, coverage, quality, pairs of figures."""
