"""The presentations of the store that this process serves."""

from functools import lru_cache

from data_sources.presentations import Presentations


@lru_cache(maxsize=2)
def presentations(url: str) -> Presentations:
    """The presentations of a store."""
    return Presentations(url)
