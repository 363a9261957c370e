"""Since when, and with what, is a figure comparable? The one answer, for titles, claims, cards, progress and trends.

A series is comparable from its newest break on, and a break in its newest year leaves no change to tell. A survey that
is redesigned breaks all of its figures (`surveys.toml`), and a jump that no flag explains in a figure that hardly moves
is a new definition. Years that are unusual are compared with nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue, Indicator
from models.change.trends import Line
from models.figures.observations import Figures
from models.keeping import noted

COVERAGE = 0.8  # share of the regions that ever report, for a year to be one to compare in
STAND_IN = 2  # years: how much older a usual year may be that is told instead of an unusual newest one
JUMPS = 3  # regions with a jump from which it is the definition that moved, not the railways

Why = Literal["alone", "break", "unusual", "unreliable", "redefined"]


@dataclass(frozen=True)
class Comparable:
    """The years of a region's series that can be compared with the one told.

    Attributes:
        years: usual years, oldest first; the last one is the year that is told of.
        later: a newer year, unusual or of few regions, which is not what is told; None where there is none.
        broken: the newest break at or before the year told.
        why: why no earlier year can be compared; None where one can.
    """

    years: tuple[int, ...]
    later: int | None = None
    broken: int | None = None
    why: Why | None = None

    @property
    def first(self) -> int:
        """The earliest year that can be compared; the year told itself where there is none."""
        return self.years[0]

    @property
    def last(self) -> int:
        """The year that is told of."""
        return self.years[-1]


def breaks(line: Line, indicator: Indicator) -> tuple[int, ...]:
    """The years that are not comparable with the one before: flagged, redesigned for the whole survey, or redefined.

    A break in a year without a figure stands at the next one.
    """
    known = [int(year) for year in line.points.index]
    asked = {*line.breaks, *line.redefined, *(int(year) for year in indicator.breaks)}
    first_after = {next((y for y in known if y >= year), None) for year in asked}
    flagged = {year for year in line.breaks if year in known}
    return tuple(sorted({y for y in first_after if y is not None and y > known[0]} | flagged))


def comparable(line: Line, indicator: Indicator, year: int | None = None) -> Comparable:
    """The year of a series to tell of, and those before it that can be compared with it.

    Args:
        line: the series.
        indicator: for its survey's breaks and unusual years.
        year: the year to tell of (`year_told`); by default the newest. An unusual newest year gives way to a usual one
            at most two years older that no break parts from it, and is named.
    """
    years = [int(year) for year in line.points.index]
    flags = {int(year): str(flag) for year, flag in line.points["flag"].items()}
    parted, newest = breaks(line, indicator), years[-1]
    usual = [year for year in years if indicator.unusual_reason(str(year)) is None]
    told = year or (stand_in(newest, usual, parted) if newest not in usual else newest)
    later = newest if told != newest else None
    broken = max((year for year in parted if year <= told), default=None)
    if told not in usual:
        return Comparable((told,), later, broken, "unusual")
    if "u" in flags[told]:
        return Comparable((told,), later, broken, "unreliable")
    since = [year for year in usual if (broken is None or year >= broken) and year <= told and "u" not in flags[year]]
    if len(since) > 1:
        return Comparable(tuple(since), later, broken)
    if broken is not None and any(year < broken for year in years):
        why: Why = "redefined" if broken in line.redefined else "break"
    else:
        why = "unusual" if any(year < told for year in years) else "alone"
    return Comparable((told,), later, broken, why)


def stand_in(newest: int, usual: Collection[int], parted: Collection[int]) -> int:
    """The year told instead of an unusual newest one: usual, near, and on the same side of every break; else itself."""
    near = [y for y in usual if newest - STAND_IN <= y < newest and not any(y < b <= newest for b in parted)]
    return max(near, default=newest)


def redefined(figures: Figures, indicator: Indicator) -> tuple[int, ...]:
    """The years in which a figure that hardly moves (`steady`) jumped in several regions at once."""
    if indicator.steady is None:
        return ()
    rows = figures.indicator(indicator.id)
    table = rows.assign(period=rows["period"].astype(str), region=rows["region"].astype(str))
    table = table.pivot(index="region", columns="period", values="value")
    years = []
    for before, after in zip(table.columns, table.columns[1:], strict=False):
        base = table[before].where(table[before] > 0)
        moved = (100 * (table[after] / base - 1)).abs() > indicator.steady
        if int(moved.sum()) >= JUMPS:
            years.append(int(after))
    return tuple(years)


@noted(4096)
def year_told(figures: Figures, indicator: Indicator, focus: str, regions: tuple[str, ...]) -> str:
    """The year in which a figure is told of and compared: the newest one, by the one rule for every page.

    The newest year with the focus region and 80 % of the regions that ever report; the newest with the focus region
    (or with any of the others, where it never reports) if none has them. An unusual one gives way to a usual one as in
    `comparable`. "" without figures.
    """
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin([focus, *regions]), ["region", "period", "flag"]].astype(str)
    rows = rows.loc[rows["period"].str.len() == 4]
    own = rows.loc[rows["region"] == focus]
    others = rows.loc[rows["region"].isin([code for code in regions if code != focus])]
    known = sorted({*(own if len(own) else others)["period"]}, reverse=True)
    if not known:
        return ""
    counts = others.groupby("period")["region"].nunique()
    ever = others["region"].nunique()
    covered = [year for year in known if counts.get(year, 0) >= COVERAGE * ever]
    newest, usual = (covered or known)[0], [y for y in covered or known if indicator.unusual_reason(y) is None]
    if newest in usual:
        return str(newest)
    parted = {int(y) for y, flag in zip(own["period"], own["flag"], strict=True) if "b" in flag}
    return str(stand_in(int(newest), [int(y) for y in usual], parted | {int(y) for y in indicator.breaks}))


def newer(figures: Figures, catalogue: Catalogue, indicator: Indicator, period: str, focus: str) -> Indicator | None:
    """An indicator of the same concept with a newer figure of the region than `period`, or the indicator itself.

    None where `period` is the newest that is told of this concept.
    """
    own = year_told(figures, indicator, focus, catalogue.reference_regions)
    if own > period[-4:]:
        return indicator
    others = [
        (year_told(figures, other, focus, catalogue.reference_regions), other)
        for other in catalogue.concept(indicator.id)
        if _reports(figures, other, focus)
    ]
    year, other = max(others, key=lambda pair: pair[0], default=("", None))
    return other if year > period[-4:] else None


@noted(4096)
def spoken_for(figures: Figures, catalogue: Catalogue, indicator: str, focus: str) -> Indicator | None:
    """The indicator that speaks for the same concept instead; None where this one does.

    It is the one with the newest figure of the region; of one year, the scored one.
    """
    own = catalogue.indicators[indicator]
    known = [i for i in (own, *catalogue.concept(indicator)) if i.id in figures and _reports(figures, i, focus)]
    if own not in known:
        return None
    years = {i.id: year_told(figures, i, focus, catalogue.reference_regions) for i in known}
    best = max(known, key=lambda i: (years[i.id], i.role == "score"))  # the first one of equals
    return None if best is own or (years[best.id], best.role) == (years[indicator], own.role) else best


def _reports(figures: Figures, indicator: Indicator, region: str) -> bool:
    return bool((figures.indicator(indicator.id)["region"] == region).any())
