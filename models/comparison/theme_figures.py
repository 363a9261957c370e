"""All figures of a theme side by side: where the focus region stands in each, and in which order to show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue
from models.change.comparable import spoken_for, year_told
from models.comparison.one_year import compare
from models.comparison.scorecard import Strip, strip_of
from models.figures.observations import Figures

Order = Literal["usual", "strong", "weak"]


@dataclass(frozen=True, eq=False)
class ThemeFigures:
    """The figures of a theme.

    Attributes:
        strips: those of which the focus region and at least two others have a figure, in the order asked for.
        without: ids of the others.
    """

    strips: tuple[Strip, ...]
    without: tuple[str, ...]

    def sorted(self, order: Order) -> tuple[Strip, ...]:
        """The strips in another order; those of which no side is better come last unless the order is the usual."""
        if order == "usual":
            return self.strips
        turn = 1 if order == "weak" else -1
        rated = [s for s in self.strips if s.indicator.direction != "none"]
        neutral = [s for s in self.strips if s.indicator.direction == "none"]
        return (*sorted(rated, key=lambda s: (turn * s.strength[0], turn * s.strength[1])), *neutral)

    def extremes(self) -> tuple[Strip, Strip] | None:
        """The strips on which the region is placed best and worst; None unless they lie on both sides of the median.

        Only figures of usual years, with enough regions for a place and apart from the median, are called so.
        """
        rated = [s for s in self.sorted("strong") if s.indicator.direction != "none" and s.quotable]
        if not rated or rated[0].strength[1] <= 0 or rated[-1].strength[1] >= 0:
            return None
        return rated[0], rated[-1]


def theme_figures(
    figures: Figures, catalogue: Catalogue, indicators: Sequence[str], focus: str, peers: Sequence[str]
) -> ThemeFigures:
    """Each indicator in the year that its page opens with; what residents were asked is told apart (`models.asked`).

    Args:
        figures: a release.
        catalogue: knows the indicators.
        indicators: ids, in the usual order.
        focus: code of the region.
        peers: regions to compare with.
    """
    others = tuple(p for p in dict.fromkeys(peers) if p != focus)
    strips, without = [], []
    for name in indicators:
        if spoken_for(figures, catalogue, name, focus) is not None:
            continue  # another indicator has a newer figure of the same thing
        indicator = catalogue.indicators[name]
        if indicator.asked is not None:
            continue
        # The year of the default regions, as everywhere on the theme's page, whoever is compared now.
        year = year_told(figures, indicator, catalogue.default_lens.id, catalogue.reference_regions)
        strip = strip_of(compare(figures, indicator, year, focus, others, catalogue.rules.year_tolerance, catalogue))
        if strip is None:
            without.append(name)
        else:
            strips.append(strip)
    return ThemeFigures(tuple(strips), tuple(without))
