"""The composite index, from figures to ranks: pure functions, and a result that keeps every stage."""

from models.composite.errors import CompositeError
from models.composite.explain import Explanation, ScoreShare
from models.composite.framework import Framework, Node
from models.composite.index import IndexResult, build
from models.composite.spec import IndexSpec
from models.composite.treat import Treatment

__all__ = [
    "CompositeError",
    "Explanation",
    "Framework",
    "IndexResult",
    "IndexSpec",
    "Node",
    "ScoreShare",
    "Treatment",
    "build",
]
