"""What parts two regions: who is ahead on how many figures, and on which they lie farthest apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.catalogue import Indicator
from models.comparison.scorecard import LeadTally, Strip, tally

SHOWN = 3


@dataclass(frozen=True, eq=False)
class Parting:
    """Two regions against each other.

    Attributes:
        counted: who is ahead on how many figures; those that give points alone, where any do.
        scored: whether these give points.
        focus_ahead, other_ahead: of the few figures on which the two lie farthest apart, those on which the one and
            the other is ahead; the farthest first.
    """

    counted: LeadTally
    scored: bool
    focus_ahead: tuple[Strip, ...]
    other_ahead: tuple[Strip, ...]


def distance(strip: Strip, other: str) -> float:
    """How far two regions lie apart, in standard deviations (n - 1) of all the regions compared; 0 where all are alike.

    The spread of all regions, not the whole range: one outlier would make every other difference look small.
    """
    spread = float(np.std(list(strip.values.values()), ddof=1))
    return abs(strip.values[strip.comparison.focus] - strip.values[other]) / spread if spread else 0.0


def _concept(indicator: Indicator) -> tuple[str, str]:
    """Figures of one subtheme are one reason, told once: four on output are not four things that part two regions."""
    return indicator.theme, indicator.subtheme


def parting(strips: Sequence[Strip], other: str, points: Sequence[Strip] = ()) -> Parting | None:
    """What parts the focus region of some strips from another; None where no figure is of both.

    Args:
        strips: figures.
        other: code of the other region.
        points: those of them that give points; they decide alone where there are any of both regions.
    """
    both = [s for s in strips if other in s.values]
    scored = [s for s in points if other in s.values]
    chosen = scored or both
    if not chosen:
        return None
    telling = [s for s in chosen if s.ahead(other) and s.indicator.headline]
    farthest: dict[tuple[str, str], Strip] = {}
    for strip in sorted(telling, key=lambda s: -distance(s, other)):
        farthest.setdefault(_concept(strip.indicator), strip)
    few = list(farthest.values())[:SHOWN]
    return Parting(
        counted=tally(chosen, other),
        scored=bool(scored),
        focus_ahead=tuple(s for s in few if s.ahead(other) == 1),
        other_ahead=tuple(s for s in few if s.ahead(other) == -1),
    )
