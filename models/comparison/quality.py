"""Which figures can be trusted as they stand: how old each is, and how many of the peers have it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue, Indicator
from models.comparison.coverage import Coverage, coverage
from models.figures.observations import Figures

FULL = 0.8  # share of the peers that must have the newest figure

Status = Literal["good", "old", "thin", "old_and_thin", "none"]
STATUSES: tuple[Status, ...] = ("good", "old", "thin", "old_and_thin", "none")


@dataclass(frozen=True)
class Quality:
    """How an indicator stands.

    Attributes:
        indicator: what is measured.
        coverage: its years and coverage.
        age: full years since the newest year with the focus region; None without one.
        share: share of the peers with a figure for that year, 0–1.
    """

    indicator: Indicator
    coverage: Coverage
    age: int | None
    share: float

    @property
    def status(self) -> Status:
        """Whether it is older than its own limit, and whether most peers have it."""
        if self.age is None:
            return "none"
        old, thin = self.age > self.indicator.max_age, self.share < FULL
        return "old_and_thin" if old and thin else "old" if old else "thin" if thin else "good"


def quality(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...], now: int
) -> Quality:
    """Age and coverage of an indicator in the newest year with the focus region.

    Args:
        figures: a release.
        catalogue: for its rules.
        indicator: what is measured.
        focus: code of the region.
        peers: who ought to have the figure too.
        now: the year that ages are counted to.
    """
    covered = coverage(figures, catalogue, indicator, focus, peers)
    age = now - int(covered.years[-1]) if covered.years else None
    return Quality(indicator, covered, age, covered.peers_newest / len(peers) if peers else 0.0)


def by_status(every: Iterable[Quality]) -> dict[Status, list[Quality]]:
    """The indicators by status, in the order of `STATUSES`."""
    grouped: dict[Status, list[Quality]] = {status: [] for status in STATUSES}
    for one in every:
        grouped[one.status].append(one)
    return grouped
