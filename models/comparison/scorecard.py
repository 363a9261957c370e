"""A region's figures side by side: each indicator as a strip from the worst to the best of those compared.

Strips are adjusted for direction, so that better is always the same way. Indicators without a good direction are
left out: nobody is ahead in the number of inhabitants.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from models.catalogue import Catalogue, Indicator
from models.change.comparable import spoken_for, year_told
from models.comparison.one_year import FEW, Comparison, compare
from models.composite.index import rank
from models.figures.observations import Figures

FEWEST = 3  # regions with a figure; two have no range to stand in


@dataclass(frozen=True, eq=False)
class Strip:
    """One indicator in one year among the regions compared.

    Attributes:
        comparison: the figures, the focus region among them.
        places: rank of every region with a figure; 1 is best, ties share the better place.
        median: the middle figure of the peers, the focus region left out.
    """

    comparison: Comparison
    places: dict[str, int]
    median: float

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.comparison.indicator

    @cached_property
    def values(self) -> dict[str, float]:
        """The figure of each region that has one."""
        rows = self.comparison.rows["value"]
        return {str(code): float(value) for code, value in rows.items()}

    @cached_property
    def periods(self) -> dict[str, str]:
        """The year of each region's figure."""
        return {str(code): str(period) for code, period in self.comparison.rows["period"].items()}

    @property
    def count(self) -> int:
        """Regions with a figure."""
        return len(self.values)

    @cached_property
    def _ends(self) -> tuple[float, float]:
        """The worst and the best figure."""
        ends = min(self.values.values()), max(self.values.values())
        return ends if self.indicator.sign > 0 else ends[::-1]

    def position(self, value: float) -> float:
        """Where a figure lies between the worst (0) and the best (1); in the middle where all are the same."""
        worst, best = self._ends
        return (value - worst) / (best - worst) if best != worst else 0.5

    @property
    def strength(self) -> tuple[float, float]:
        """For sorting, strongest highest: the share of the others placed behind, then the distance to the median.

        The place comes first because it stands in words at the strip, and because one outlier among the peers
        would squeeze every distance.
        """
        focus = self.comparison.focus
        behind = (self.count - self.places[focus]) / (self.count - 1)
        return behind, self.position(self.values[focus]) - self.position(self.median)

    @property
    def better(self) -> bool:
        """Whether the focus region is ahead of the median, by figures that can tell and as readers see them."""
        gap = self.comparison.shown_gap or 0.0
        return gap * self.indicator.sign > 0 and not self.comparison.within_error

    @property
    def quotable(self) -> bool:
        """Whether the place is one to quote: a usual year, enough regions, and apart from the median."""
        usual = self.indicator.unusual_reason(self.comparison.period) is None
        return usual and self.count > FEW and not self.comparison.within_error

    def ahead(self, other: str) -> int | None:
        """1 where the focus region is better than another, -1 where it is worse, 0 where the figures cannot tell."""
        if other not in self.places:
            return None
        own, theirs = self.places[self.comparison.focus], self.places[other]
        if not self.comparison.tells(self.values[self.comparison.focus], self.values[other]):
            return 0
        return (own < theirs) - (own > theirs)


@dataclass(frozen=True)
class LeadTally:
    """How many strips a region is ahead, level and behind on, of those where both have figures."""

    ahead: int
    level: int
    behind: int

    @property
    def count(self) -> int:
        """Strips on which the two can be compared."""
        return self.ahead + self.level + self.behind


@dataclass(frozen=True, eq=False)
class Scorecard:
    """Every strip of a region.

    Attributes:
        focus: code of the region.
        strips: theme by theme in the catalogue's order, strongest first in each.
        without_figure: indicators with a direction for which the region, or nearly everybody else, has no figure.
        without_direction: indicators of which no side is better.
    """

    focus: str
    strips: tuple[Strip, ...]
    without_figure: tuple[Indicator, ...]
    without_direction: tuple[Indicator, ...]

    def of_theme(self, theme: str) -> tuple[Strip, ...]:
        """The strips of one theme."""
        return tuple(s for s in self.strips if s.indicator.theme == theme)


def tally(strips: Iterable[Strip], other: str) -> LeadTally:
    """Who is ahead on how many."""
    signs = [strip.ahead(other) for strip in strips]
    return LeadTally(signs.count(1), signs.count(0), signs.count(-1))


def strip_of(comparison: Comparison) -> Strip | None:
    """The strip of a comparison; None where the focus region or nearly everybody else has no figure.

    Where no direction is good, the highest figure stands at the good end.
    """
    rows, focus = comparison.rows, comparison.focus
    if focus not in rows.index or len(rows) < FEWEST or comparison.median is None:
        return None
    oriented = rows["value"].to_numpy(dtype=float) * comparison.indicator.sign
    places = {str(code): int(place) for code, place in zip(rows.index, rank(oriented), strict=True)}
    return Strip(comparison, places, comparison.median)


def scorecard(figures: Figures, catalogue: Catalogue, focus: str, peers: Sequence[str]) -> Scorecard:
    """Every indicator by region that has a direction, each in the year that its theme's page opens with.

    Args:
        figures: a release.
        catalogue: indicators, in order.
        focus: code of the region.
        peers: regions to compare with; the ranges are theirs and the focus region's together.
    """
    others = tuple(p for p in dict.fromkeys(peers) if p != focus)
    strips: list[Strip] = []
    without_figure, without_direction = [], []
    for theme in catalogue.themes:
        filled = []
        for indicator in catalogue.of_theme(theme):
            if indicator.asked is not None:  # what residents of a city think is told apart
                continue
            if indicator.id not in figures:
                continue
            if spoken_for(figures, catalogue, indicator.id, focus) is not None:
                continue
            if indicator.direction == "none":
                without_direction.append(indicator)
                continue
            year = year_told(figures, indicator, focus, catalogue.reference_regions)
            strip = strip_of(
                compare(figures, indicator, year, focus, others, catalogue.rules.year_tolerance, catalogue)
            )
            if strip is None:
                without_figure.append(indicator)
            else:
                filled.append(strip)
        strips += sorted(filled, key=lambda s: s.strength, reverse=True)
    return Scorecard(focus, tuple(strips), tuple(without_figure), tuple(without_direction))
