"""What the pages on strengths and barriers ask the model for, each worked out once a release and view."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.advantages import AdvantageError, GapTrend, gap_trend
from models.index.attractiveness import Attractiveness
from models.index.rank_ranges import RankRanges, rank_ranges
from models.index.reference_year import ScoreTable, score_table
from models.index.what_if import what_if
from models.keeping import kept
from pages.known import releases

Changes = tuple[tuple[str, float], ...]


def gap_trends(
    focus: str, peers: tuple[str, ...], indicators: Sequence[str], release: int
) -> dict[str, GapTrend | None]:
    """How the gap to the peers' middle changes, by indicator; None where figures are too few to say."""
    key = tuple(sorted(peers))
    return {name: _trend(release, focus, key, name) for name in indicators}


@kept(4096)
def _trend(release: int, focus: str, peers: tuple[str, ...], indicator: str) -> GapTrend | None:
    try:
        known = releases.catalogue()
        measured = known.indicators[indicator]
        relative = known.units[measured.unit].current_prices
        return gap_trend(releases.figures(release), measured, focus, peers, relative=relative)
    except AdvantageError:
        return None


def score_figures(release: int) -> ScoreTable:
    """The figures of every scored indicator and European region, those of themes without a score too."""
    return _score_figures(release)


@kept(2)
def _score_figures(release: int) -> ScoreTable:
    known = releases.catalogue_of(release)
    regions = list(dict.fromkeys([*known.reference_regions, *known.members("europe")]))
    return score_table(releases.figures(release), known.scored, regions, known.rules.year_tolerance)


@dataclass(frozen=True)
class Thought:
    """The index with a region's figures changed in thought, and how sure the places would be.

    Attributes:
        index: scores with the changed figures.
        ranks: by node, drawn as those of today and from the same seed.
    """

    index: Attractiveness
    ranks: dict[str, RankRanges]


def thought(focus: str, peers: tuple[str, ...], changes: Changes, release: int) -> Thought:
    """What the same model says with other figures for one region.

    Args:
        focus: the region.
        peers: whom it is ranked with.
        changes: pairs of indicator id and figure.
        release: number of the release that the other figures are from.
    """
    return _thought(release, focus, tuple(sorted(peers)), changes)


@kept(64)
def _thought(release: int, focus: str, peers: tuple[str, ...], changes: Changes) -> Thought:
    changed = what_if(releases.index(release), focus, dict(changes))
    ranks = rank_ranges(
        changed, focus, peers, releases.catalogue().tags["city_bounded"], draws=releases.draws_for(len(peers))
    )
    return Thought(changed, ranks)
