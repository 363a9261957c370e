"""The year by months: how a region's nights spread over it."""

from dataclasses import dataclass
from functools import cached_property

from models.figures.observations import Figures

MONTHS = 12


@dataclass(frozen=True)
class Season:
    """One whole year of a monthly figure in one region.

    Attributes:
        region, year: what it is of.
        values: figures from January to December.
    """

    region: str
    year: str
    values: tuple[float, ...]

    @property
    def total(self) -> float:
        """The sum of the year."""
        return sum(self.values)

    @cached_property
    def shares(self) -> tuple[float, ...]:
        """Each month's part of the year; they sum to 1."""
        return tuple(value / self.total for value in self.values)

    @property
    def peak(self) -> int:
        """The month with the highest figure, 1 is January; the first of several."""
        return 1 + max(range(MONTHS), key=self.values.__getitem__)

    @property
    def low(self) -> int:
        """The month with the lowest figure; the first of several."""
        return 1 + min(range(MONTHS), key=self.values.__getitem__)

    def share(self, month: int) -> float:
        """A month's part of the year."""
        return self.shares[month - 1]


def season(figures: Figures, indicator: str, region: str) -> Season | None:
    """The newest year of which a region has all twelve months, with any figure above 0; None where there is none.

    Args:
        figures: a release.
        indicator: one whose figures are by month and sum to the year's.
        region: code.
    """
    rows = figures.indicator(indicator)
    rows = rows.loc[rows["region"] == region]
    by_year: dict[str, dict[int, float]] = {}
    for period, value in zip(rows["period"].astype(str), rows["value"], strict=True):
        if len(period) == len("YYYY-MM"):
            by_year.setdefault(period[:4], {})[int(period[5:])] = float(value)
    for year in sorted(by_year, reverse=True):
        months = by_year[year]
        if len(months) == MONTHS and sum(months.values()) > 0:
            return Season(region, year, tuple(months[m] for m in range(1, MONTHS + 1)))
    return None


def years_with_months(figures: Figures, indicator: str) -> tuple[str, ...]:
    """The years for which a monthly indicator has any figure, in order."""
    periods = {str(p) for p in figures.indicator(indicator)["period"].unique()}
    return tuple(sorted({p[:4] for p in periods if len(p) == len("YYYY-MM")}))
