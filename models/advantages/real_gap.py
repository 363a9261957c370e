"""A gap in things that can be counted: "as many as the middle region would be 41,000 more persons"."""

import re
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue, Indicator
from models.figures.observations import Figures


@dataclass(frozen=True)
class RealGap:
    """A difference turned from a share or rate into a count.

    Attributes:
        amount: how many more (negative: fewer) the region would have had with the other figure.
        things: "denominator" where the count is a part of the denominator (persons of the employed, euros of the
            GDP), "own" where the indicator counts something else (nights, physicians).
        denominator: id of the indicator that was multiplied with.
        period: year of the denominator's figure.
    """

    amount: float
    things: Literal["denominator", "own"]
    denominator: str
    period: str


def _denominator(figures: Figures, by: str, region: str, period: str) -> tuple[float, str] | None:
    rows = figures.indicator(by)
    rows = rows.loc[rows["region"] == region]
    by_period = dict(zip(rows["period"].astype(str), rows["value"], strict=True))
    year = int(period[-4:])
    for candidate in (str(year), str(year - 1), str(year + 1)):
        if candidate in by_period:
            return float(by_period[candidate]), candidate
    return None


def real_gap(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, region: str, period: str, gap: float
) -> RealGap | None:
    """What closing a gap would mean: −gap/per · denominator · times.

    Args:
        figures: a release.
        catalogue: for units and the denominator (`composition.by`).
        indicator: a share or rate.
        region: whose gap.
        period: year of the gap, or "2022–2025".
        gap: the region's figure minus the other, as published.

    Returns:
        None where the indicator is no share or rate, or the denominator has no figure within a year of the period.
    """
    per = catalogue.units[indicator.unit].per
    by = indicator.composition.by
    if per is None or by is None:
        return None
    # Growth over n years is a share of what there was n years ago.
    earlier = re.search(rf"\b{re.escape(by)}\[t-(\d+)\]", indicator.derivation)
    year = str(int(period[-4:]) - int(earlier[1])) if earlier else period
    denominator = _denominator(figures, by, region, year)
    if denominator is None:
        return None
    base, known = denominator
    amount = -gap / per * base * catalogue.units[catalogue.indicators[by].unit].times
    return RealGap(amount, "denominator" if indicator.unit.startswith("percent") else "own", by, known)


def is_money(catalogue: Catalogue, gap: RealGap) -> bool:
    """Whether what is counted is money."""
    return gap.things == "denominator" and catalogue.units[catalogue.indicators[gap.denominator].unit].money
