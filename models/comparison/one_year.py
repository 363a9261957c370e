"""One indicator in one year: the focus region among its peers."""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from models.catalogue import Catalogue, Indicator
from models.composite.index import rank
from models.composite.ranking import TIE
from models.figures.observations import Figures
from models.figures.territories import counted_once, every_region
from models.index.reference_year import nearest
from models.rounding import as_shown, shown_gap

FEW = 8  # peers: under so many a place is no place to quote, and the gap is told instead


@dataclass(frozen=True)
class Comparison:
    """The figures of one indicator and year.

    Attributes:
        indicator: what is measured.
        period: the year.
        focus: code of the focus region.
        rows: index region, columns value, flag and period; the focus region and the peers that have a figure, best
            first (highest first where no direction is good). The period is another than asked for where a
            neighbouring year stands in.
        missing: peers without a figure that year.
        rank: place of the focus region; None where it has no figure.
        median: middle value of the peers, the focus region left out; None without peers.
    """

    indicator: Indicator
    period: str
    focus: str
    rows: pd.DataFrame
    missing: tuple[str, ...]
    rank: int | None
    median: float | None

    @property
    def value(self) -> float | None:
        """The focus region's figure."""
        return float(self.rows.at[self.focus, "value"]) if self.focus in self.rows.index else None

    @property
    def gap(self) -> float | None:
        """Focus minus the peers' median, in the indicator's own unit."""
        return None if self.value is None or self.median is None else self.value - self.median

    @property
    def shown_gap(self) -> float | None:
        """The same between the two figures as readers see them."""
        if self.value is None or self.median is None:
            return None
        return shown_gap(self.value, self.median, self.indicator.decimals)

    @property
    def within_error(self) -> bool:
        """Whether the distance to the median is smaller than a sample can tell."""
        return self.gap is not None and not self.apart(self.gap)

    def apart(self, difference: float) -> bool:
        """Whether a difference is one that the figures can tell: not within the sampling error."""
        smallest = self.indicator.smallest_change
        return smallest is None or round(abs(difference), 9) >= smallest.value

    def differs(self, one: float, two: float) -> bool:
        """Whether two figures differ in the decimals that readers see."""
        decimals = self.indicator.decimals
        return as_shown(one, decimals) != as_shown(two, decimals)

    def tells(self, one: float, two: float) -> bool:
        """Whether it can be said that one of two figures is ahead."""
        return self.differs(one, two) and self.apart(one - two)

    @property
    def leaders(self) -> tuple[str, ...]:
        """The regions in the first place (the highest where no direction is good).

        None where there are no figures, or where the next one looks the same or is within the sampling error.
        """
        best, *others = [float(value) for value in self.rows["value"]] or [0.0]
        level = len([value for value in others if abs(best - value) <= TIE])
        behind = others[level:]
        if len(self.rows) == 0 or (behind and not self.tells(best, behind[0])):
            return ()
        return tuple(map(str, self.rows.index[: level + 1]))

    @property
    def level(self) -> tuple[str, ...]:
        """The peers that share the place of the focus region."""
        own, peers = self.value, self.rows["value"].drop(self.focus, errors="ignore")
        return () if own is None else tuple(str(code) for code, value in peers.items() if abs(value - own) <= TIE)

    @property
    def alike(self) -> tuple[str, ...]:
        """The peers whose figure looks the same as that of the focus region."""
        own, peers = self.value, self.rows["value"].drop(self.focus, errors="ignore")
        return () if own is None else tuple(str(code) for code, value in peers.items() if not self.differs(own, value))

    @property
    def places(self) -> tuple[int, int] | None:
        """The best and the worst place of the focus region that the sampling error leaves; None without figure."""
        if self.value is None or self.rank is None:
            return None
        if self.indicator.smallest_change is None:
            return self.rank, self.rank
        ahead = (self.rows["value"].drop(self.focus) - self.value) * self.indicator.sign
        sure = [d for d in ahead if self.apart(d)]
        return 1 + sum(d > 0 for d in sure), len(self.rows) - sum(d < 0 for d in sure)

    @property
    def other_years(self) -> dict[str, int]:
        """How many regions stand with another year than the one asked for, by year."""
        periods = self.rows["period"].drop(self.focus, errors="ignore")
        own = str(self.rows.at[self.focus, "period"]) if self.focus in self.rows.index else self.period
        return {str(year): int(n) for year, n in periods[periods != own].value_counts().sort_index().items()}

    @property
    def better(self) -> bool | None:
        """Whether the focus region is on the good side of the median; None where no side is good."""
        if self.gap is None or self.gap == 0 or self.indicator.direction == "none":
            return None
        return self.gap * self.indicator.sign > 0


def compare(
    figures: Figures,
    indicator: Indicator,
    period: str,
    focus: str,
    peers: tuple[str, ...],
    tolerance: int = 0,
    catalogue: Catalogue | None = None,
) -> Comparison:
    """Figures of one indicator in one year for a region and its peers.

    Args:
        figures: a release.
        indicator: what is measured.
        period: the year.
        focus: code of the focus region.
        peers: codes to compare with.
        tolerance: years that a neighbouring figure may be off. It holds for a scored indicator in its scoring year
            only, so that the page shows the figures that the index uses.
        catalogue: where the peers are many: of a region that stands by an old and a new code only one counts
            (`counted_once`).
    """
    scored = indicator.score is not None and indicator.score.periods == (period,)
    published = figures.indicator(indicator.id)
    published = published.loc[published["region"].isin([focus, *peers])].astype(
        {"region": str, "flag": str, "period": str}
    )
    rows = nearest(published, indicator, period, tolerance if scored else 0)
    reporting = [str(code) for code in rows.index]
    if catalogue is not None:
        rows = rows.loc[list(counted_once(catalogue, reporting, (focus,)))]
    rows = rows.sort_values("value", ascending=indicator.direction == "lower_better", kind="stable")
    place = None
    if focus in rows.index:
        oriented = rows["value"].to_numpy() * (-1 if indicator.direction == "lower_better" else 1)
        place = int(rank(oriented)[rows.index.get_loc(focus)])
    others = rows["value"].drop(focus, errors="ignore")
    return Comparison(
        indicator=indicator,
        period=period,
        focus=focus,
        rows=rows,
        missing=tuple(p for p in peers if p not in reporting),
        rank=place,
        median=round(float(np.median(others)), 9) if len(others) else None,  # 3.685, not 3.6849999999999996
    )


def compare_europe(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, period: str, focus: str, peers: tuple[str, ...] = ()
) -> Comparison:
    """A region among all of Europe's that report that year, each territory counted once.

    Regions stand by the codes of that year: an older code where no later one reports (see `counted_once`). Nothing
    is called missing.

    Args:
        figures: a release.
        catalogue: knows the regions and their codes over time.
        indicator: what is measured.
        period: the year.
        focus: code of the focus region.
        peers: the reader's peer regions, which stay whichever code they have.
    """
    tolerance = catalogue.rules.year_tolerance
    every = compare(figures, indicator, period, focus, every_region(catalogue), tolerance)
    once = counted_once(catalogue, map(str, every.rows.index), (focus, *peers))
    return replace(compare(figures, indicator, period, focus, once, tolerance), missing=())


def share_behind(europe: Comparison) -> float | None:
    """Share of the others that lie behind the focus region, 0–1 (below, where no direction is good); None without one.

    Those level with it are not behind.
    """
    if europe.value is None or europe.rank is None:
        return None
    values = [float(value) for value in europe.rows["value"]]
    return len([value for value in values if value != europe.value][europe.rank - 1 :]) / (len(values) - 1)


def years(figures: Figures, indicator: Indicator, focus: str, peers: tuple[str, ...]) -> list[str]:
    """Years to choose from, newest first: those with the focus region, or, where it never reports, with any peer."""
    rows = figures.indicator(indicator.id)
    yearly = rows.loc[rows["period"].astype(str).str.len() == 4]
    own = yearly.loc[yearly["region"] == focus, "period"]
    chosen = own if len(own) else yearly.loc[yearly["region"].isin(peers), "period"]
    return sorted({str(p) for p in chosen}, reverse=True)
