"""What moves a region's place: which of the choices behind its range makes it better or worse.

The total share of a choice is the part of the place's variance that it makes, alone or together with the others
(Sobol; see `composite.sobol`). Totals may sum to more than 1, since what two choices make together counts for both.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.composite import CompositeError
from models.composite.checks import FEWEST_REGIONS
from models.index.attractiveness import ROOT, Attractiveness
from models.index.honest_ranks import experiment

SAMPLES = 1000
WEIGHT, INDICATORS, REGIONS = "weight", "indicators", "regions"


@dataclass(frozen=True)
class Mover:
    """A choice.

    Attributes:
        choice: "weight" of a theme, which "indicators" are left out, or whether city-bounded "regions" are in.
        theme: whose weight; "" for the other choices.
        share: total share of the variance, 0–1; never below 0.
    """

    choice: str
    theme: str
    share: float


def what_moves(
    index: Attractiveness,
    node: str,
    focus: str,
    peers: Sequence[str],
    city_bounded: Collection[str],
    *,
    samples: int = SAMPLES,
    seed: int = 1,
) -> tuple[Mover, ...]:
    """The choices that move the place of `focus` in the total or a theme, the strongest first.

    Theme weights count one by one, and only for the total: inside a theme they change nothing.

    Returns:
        Nothing where the place never moves, or there are too few regions to have one.
    """
    known = [code for code in peers if code in index.result.scores.index]
    if index.score(node, focus) is None or len({focus, *known}) < FEWEST_REGIONS:
        return ()
    setting = experiment(index, focus, known, city_bounded)
    drawn = setting.space.factors
    factors: dict[str, slice] = {}
    themes = [theme.code for theme in setting.framework.children[ROOT]]
    if node == ROOT and "weights" in drawn:
        start = drawn["weights"].start
        factors = {f"{WEIGHT} {theme}": slice(start + k, start + k + 1) for k, theme in enumerate(themes)}
    factors |= {name: drawn[name] for name in (INDICATORS, REGIONS) if name in drawn}
    try:
        shares = setting.shares(focus, samples, seed, node, factors)["total"]
    except CompositeError:  # the same place in every draw
        return ()
    movers = []
    for name, share in shares.items():
        choice, _, theme = str(name).partition(" ")
        movers.append(Mover(choice, theme, max(float(share), 0.0)))
    return tuple(sorted(movers, key=lambda mover: -mover.share))
