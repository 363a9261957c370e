"""Specialisation and change by industry: location quotients, diversity and shift-share.

Formulae as in the regional science literature: the location quotient (Florence, 1939), its symmetric form (Laursen,
2015), the interval of a ratio of two shares (as of a relative risk, Katz et al., 1978), Simpson's diversity, and
shift-share (Dunn, 1960). Amounts are counts or sums of money by sector, all of one year.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

LQ, Z95 = 1.5, 1.96  # specialised from this quotient; two-sided 95 % of the normal distribution


class ClusterError(ValueError):
    """The amounts cannot be compared; the message names the sector."""


def _checked(amounts: pd.Series, what: str) -> pd.Series:
    values = amounts.astype(float)
    if values.index.has_duplicates:
        raise ClusterError(f"{what}: sector '{values.index[values.index.duplicated()][0]}' stands twice")
    for sector, value in values.items():
        if not np.isfinite(value):
            raise ClusterError(f"{what}: sector '{sector}' has no figure")
        if value < 0:
            raise ClusterError(f"{what}: sector '{sector}' is below 0")
    if not values.sum() > 0:
        raise ClusterError(f"{what}: all sectors are 0")
    return values


def _pair(region: pd.Series, base: pd.Series) -> tuple[pd.Series, pd.Series]:
    if set(region.index) != set(base.index):
        odd = min(set(region.index) ^ set(base.index), key=str)
        raise ClusterError(f"sector '{odd}' is known for only one of the two")
    return _checked(region, "the region"), _checked(base.reindex(region.index), "the base")


def location_quotients(region: pd.Series, base: pd.Series) -> pd.Series:
    """LQ_s = (e_rs/e_r)/(E_s/E): 1 = the same share as in the base, 2 = twice the share.

    Args:
        region: amounts by sector.
        base: amounts of the same sectors in the larger area.

    Raises:
        ClusterError: sectors that differ, missing or negative amounts, a sector that the base lacks.
    """
    own, all_ = _pair(region, base)
    if (all_ == 0).any():
        raise ClusterError(f"the base: sector '{all_.index[all_ == 0][0]}' is 0")
    return (own / own.sum()) / (all_ / all_.sum())


def symmetric(quotients: pd.Series) -> pd.Series:
    """RSCA = (LQ − 1)/(LQ + 1): −1 to 1, 0 = as in the base; for charts, where 1/2 and 2 must look alike."""
    return (quotients - 1) / (quotients + 1)


def sampling_interval(region: pd.Series, base: pd.Series) -> pd.DataFrame:
    """95 % interval of LQ where the amounts are counts from a survey; index sector, columns low, high.

    se(log LQ) = √(1/e_rs − 1/e_r + 1/E_s − 1/E); sectors without a count have no interval (NaN).
    """
    own, all_ = _pair(region, base)
    quotients = location_quotients(region, base)
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(1 / own - 1 / own.sum() + 1 / all_ - 1 / all_.sum())
        factor = np.exp(Z95 * error)
        frame = pd.DataFrame({"low": quotients / factor, "high": quotients * factor})
    return frame.where(own > 0)


def specialised(quotients: pd.Series, shares: pd.Series, median_shares: pd.Series, least: float = LQ) -> pd.Series:
    """True where LQ ≥ 1.5 and the share is at least the median region's.

    The quotient alone marks tiny sectors, and "above 1" marks a third of all.
    """
    common = shares.reindex(quotients.index) >= median_shares.reindex(quotients.index)
    return (quotients >= least) & common


def diversity(shares: pd.Series) -> float:
    """1 − Σs² with the shares summing to 1: 0 = all in one sector, 1 − 1/n = evenly spread over n sectors."""
    values = _checked(shares, "the shares")
    return float(1 - ((values / values.sum()) ** 2).sum())


def shift_share(region_0: pd.Series, region_1: pd.Series, base_0: pd.Series, base_1: pd.Series) -> pd.DataFrame:
    """Where the change comes from: index sector, columns national, mix, regional, change.

    national = e₀G, mix = e₀(G_s − G), regional = e₀(g_s − G_s), with G growth of the base, G_s of the sector in the
    base and g_s of the sector in the region. The three sum to the change e₁ − e₀; a sector new to the region
    (e₀ = 0) is all regional.

    Raises:
        ClusterError: as `location_quotients`; a sector that the base lacked in the first year.
    """
    own_0, all_0 = _pair(region_0, base_0)
    own_1, all_1 = _pair(region_1.reindex(region_0.index), base_1.reindex(region_0.index))
    if (all_0 == 0).any():
        raise ClusterError(f"the base: sector '{all_0.index[all_0 == 0][0]}' was 0 in the first year")
    total = all_1.sum() / all_0.sum() - 1
    sector = all_1 / all_0 - 1
    national = own_0 * total
    mix = own_0 * (sector - total)
    regional = own_1 - own_0 - own_0 * sector
    return pd.DataFrame({"national": national, "mix": mix, "regional": regional, "change": own_1 - own_0})


@dataclass(frozen=True, eq=False)
class IndustryProfile:
    """The industries of a region in one year.

    Attributes:
        region, period: what it is a profile of.
        sectors: index group id; columns amount, share (0–1), quotient, symmetric, low and high (NaN unless the
            amounts are counts from a survey), median_share (the median region's), specialised.
        diversity: 1 − Σs².
    """

    region: str
    period: str
    sectors: pd.DataFrame
    diversity: float
