"""Slides: an exhibit as a native PowerPoint chart that can be edited, with all that must stand around it."""
