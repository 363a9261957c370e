"""Figures as published: observations, their territories, revisions and what is derived from them."""
