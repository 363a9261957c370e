"""An indicator over time: the focus region against the spread of its peers, with breaks kept visible."""

from dataclasses import dataclass

import pandas as pd

from models.catalogue import Catalogue, Indicator
from models.figures.observations import Figures

MIN_PEERS = 4  # a band over fewer regions says nothing about what is usual


@dataclass(frozen=True)
class Line:
    """The figures of one territory over the years, in order.

    Attributes:
        region: code.
        points: index year (int), columns value and flag.
        breaks: years whose figure is not comparable with the year before (flag b).
        redefined: years in which the figure jumped without a flag, so that its definition must have changed.
    """

    region: str
    points: pd.DataFrame
    breaks: tuple[int, ...]
    redefined: tuple[int, ...] = ()


@dataclass(frozen=True)
class Trend:
    """A region over time among its peers.

    Attributes:
        focus: the region's line; None where it has no figures.
        older: lines of territories that came before it and are not the same (never joined to it).
        marked: the line of a region that the reader marked, if any.
        band: index year, columns low, median, high and count over the peers (lowest quarter to highest quarter).
        unusual: years that are no normal level, with the reason in both languages.
    """

    focus: Line | None
    older: tuple[Line, ...]
    marked: Line | None
    band: pd.DataFrame
    unusual: tuple[tuple[int, str, str], ...]


def line(rows: pd.DataFrame, region: str) -> Line | None:
    """The yearly figures of one region, or None."""
    own = rows.loc[rows["region"] == region]
    if own.empty:
        return None
    points = own.assign(year=own["period"].astype(str).astype(int), flag=own["flag"].astype(str))
    points = points.set_index("year")[["value", "flag"]].sort_index()
    return Line(region, points, tuple(int(y) for y, flag in points["flag"].items() if "b" in flag))


def trend(
    figures: Figures,
    catalogue: Catalogue,
    indicator: Indicator,
    focus: str,
    peers: tuple[str, ...],
    marked: str | None = None,
) -> Trend:
    """Yearly figures of a region and the spread of its peers.

    The band runs from the lower to the upper quartile of the peers that report in a year; years with under four
    of them have no band.
    """
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["period"].astype(str).str.len() == 4]
    others = rows.loc[rows["region"].isin(peers)]
    grouped = others.assign(year=others["period"].astype(str).astype(int)).groupby("year")["value"]
    band = pd.DataFrame(
        {
            "low": grouped.quantile(0.25),
            "median": grouped.median(),
            "high": grouped.quantile(0.75),
            "count": grouped.count(),
        }
    )
    older = [line(rows, h.code) for h in catalogue.history.values() if h.follows == focus and not h.same_territory]
    shown = {int(p) for p in rows["period"].astype(str).unique()}
    return Trend(
        focus=line(rows, focus),
        older=tuple(earlier for earlier in older if earlier is not None),
        marked=line(rows, marked) if marked else None,
        band=band.loc[band["count"] >= MIN_PEERS],
        unusual=tuple(
            (int(p), u.nb, u.en) for u in indicator.unusual for p in u.periods if len(p) == 4 and int(p) in shown
        ),
    )
