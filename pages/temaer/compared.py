"""The comparisons that a theme page shows, each worked out once for a release and a view."""

from functools import lru_cache

from models.catalogue import Catalogue
from models.comparison.one_year import Comparison, compare, compare_europe
from models.figures.observations import Figures


@lru_cache(maxsize=256)
def among_peers(
    figures: Figures, catalogue: Catalogue, indicator: str, period: str, focus: str, peers: tuple[str, ...]
) -> Comparison:
    """An indicator in one year for the focus region and its peers."""
    return compare(
        figures, catalogue.indicators[indicator], period, focus, peers, catalogue.rules.year_tolerance, catalogue
    )


@lru_cache(maxsize=64)
def in_europe(
    figures: Figures, catalogue: Catalogue, indicator: str, period: str, focus: str, peers: tuple[str, ...]
) -> Comparison:
    """The same for every European region that reports, each territory counted once."""
    return compare_europe(figures, catalogue, catalogue.indicators[indicator], period, focus, peers)
