"""The comparisons that a theme page shows, each worked out once for a release and a view."""

from collections.abc import Iterable

from components.rows import Rows, rows_of
from models.catalogue import Catalogue
from models.comparison.one_year import Comparison, compare, compare_europe
from models.figures.observations import Figures
from models.keeping import noted


@noted(256)
def among_peers(
    figures: Figures, catalogue: Catalogue, indicator: str, period: str, focus: str, peers: tuple[str, ...]
) -> Comparison:
    """An indicator in one year for the focus region and its peers."""
    return compare(
        figures, catalogue.indicators[indicator], period, focus, peers, catalogue.rules.year_tolerance, catalogue
    )


@noted(64)
def in_europe(
    figures: Figures, catalogue: Catalogue, indicator: str, period: str, focus: str, peers: tuple[str, ...]
) -> Comparison:
    """The same for every European region that reports, each territory counted once."""
    return compare_europe(figures, catalogue, catalogue.indicators[indicator], period, focus, peers)


def as_published(comparisons: Iterable[Comparison]) -> Rows:
    """The figures of comparisons as they go into files: a row a region, each under its indicator's own id."""
    return rows_of(
        ["indicator", "region", "period", "value", "flag"],
        [
            (one.indicator.id, str(row.Index), str(row.period), float(row.value), str(row.flag))
            for one in comparisons
            for row in one.rows.itertuples()
        ],
    )
