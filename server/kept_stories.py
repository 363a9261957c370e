"""The presentations of the store that this process serves."""

from functools import lru_cache

from data_sources.presentations import Presentations


@lru_cache(maxsize=2)  # constant: ways to a store; what it holds is asked for each time
def presentations(url: str) -> Presentations:
    """The presentations of a store."""
    return Presentations(url)
