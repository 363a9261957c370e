"""The composite index: orient, normalise, aggregate, rank. Pure functions; a result keeps every stage."""

from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.index import IndexResult, build
from models.composite.spec import IndexSpec

__all__ = ["CompositeError", "Framework", "IndexResult", "IndexSpec", "Node", "build"]
