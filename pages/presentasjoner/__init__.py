"""Presentations: how one is put together, and what each of its steps shows."""
