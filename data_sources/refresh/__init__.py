"""Fetching figures anew: plan, fetch, read, check, and one new release of what has changed."""
