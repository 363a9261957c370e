"""Presentations: ordered steps with words of their own, how they are read, merged, and what has changed under them."""

from models.presentations.changes import CellChange, cell_changes
from models.presentations.merge import Merged, merge
from models.presentations.reading import BadStory, read, written
from models.presentations.story import MOST_STEPS, TEMPLATES, Step, Story

__all__ = [
    "MOST_STEPS",
    "TEMPLATES",
    "BadStory",
    "CellChange",
    "Merged",
    "Step",
    "Story",
    "cell_changes",
    "merge",
    "read",
    "written",
]
