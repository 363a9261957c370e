"""Strategi og mål."""
