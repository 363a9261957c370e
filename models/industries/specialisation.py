"""The industries of regions, from the catalogue's sectors (`structure.toml`) and the figures."""

from collections.abc import Sequence

import pandas as pd

from models.catalogue import Catalogue
from models.catalogue.structure import Sectors
from models.figures.observations import Figures
from models.figures.territories import counted_once
from models.industries.clusters import (
    ClusterError,
    IndustryProfile,
    diversity,
    location_quotients,
    sampling_interval,
    shift_share,
    specialised,
    symmetric,
)


def amounts(figures: Figures, sectors: Sectors, period: str) -> pd.DataFrame:
    """Regions × sector groups in one year; regions that lack a group are left out."""
    columns = {}
    for group in sectors.group:
        rows = figures.indicator(group.amount)
        rows = rows.loc[rows["period"] == period]
        columns[group.id] = pd.Series(rows["value"].to_numpy(), index=rows["region"].astype(str))
    return pd.DataFrame(columns).dropna()


def _of(table: pd.DataFrame, region: str, period: str) -> pd.Series:
    if region not in table.index:
        raise ClusterError(f"'{region}' has no figures by industry for {period}")
    return table.loc[region]


def profile(
    figures: Figures,
    catalogue: Catalogue,
    region: str,
    peers: Sequence[str] | None = None,
    period: str | None = None,
    sectors: Sectors | None = None,
) -> IndustryProfile:
    """Shares, quotients and specialisation of a region.

    Args:
        figures: a release.
        catalogue: with the sectors and the region that LQ = 1 stands for.
        region: whose profile.
        peers: regions whose median share is the usual one; by default all valid NUTS 2 regions.
        period: by default the catalogue's.
        sectors: the set of figures by industry; the catalogue's first by default.

    Raises:
        ClusterError: no figures for the region or the base, or no peers with figures.
    """
    sectors = sectors or catalogue.structure.sectors
    year = period or sectors.period
    table = amounts(figures, sectors, year)
    own, base = _of(table, region, year), _of(table, sectors.base, year)
    every = counted_once(catalogue, [code for code in catalogue.members("europe") if code in table.index])
    others = table.loc[table.index.isin(every if peers is None else peers)]
    others = others.drop(index=region, errors="ignore")
    if others.empty:
        raise ClusterError(f"no region to compare with has figures by industry for {year}")
    usual = others.div(others.sum(axis=1), axis=0).median()
    share, quotient = own / own.sum(), location_quotients(own, base)
    interval = sampling_interval(own, base) if sectors.survey else pd.DataFrame({"low": None, "high": None}, own.index)
    sectors_of_it = pd.DataFrame(
        {
            "amount": own,
            "share": share,
            "quotient": quotient,
            "symmetric": symmetric(quotient),
            "low": interval["low"].astype(float),
            "high": interval["high"].astype(float),
            "median_share": usual,
            "specialised": specialised(quotient, share, usual),
        }
    )
    return IndustryProfile(region, year, sectors_of_it, diversity(own))


def change(
    figures: Figures,
    catalogue: Catalogue,
    region: str,
    first: str | None = None,
    last: str | None = None,
    sectors: Sectors | None = None,
) -> pd.DataFrame:
    """Shift-share of a region against the area whose growth is the yardstick, by default over the catalogue's years.

    For money of its year, in which another currency was turned into euros, the columns are levels of the last year:
    national is what the sector would be had it grown as the whole area, change the level itself. A rate of exchange is
    the same for the region and its country, so all of it is in euros of the last year: e₁ = e₀E₁/E₀ + mix + regional.
    """
    sectors = sectors or catalogue.structure.sectors
    start, end = first or sectors.since, last or sectors.period
    before, after = amounts(figures, sectors, start), amounts(figures, sectors, end)
    own = _of(before, region, start)
    shifts = shift_share(
        own,
        _of(after, region, end),
        _of(before, sectors.growth_base, start),
        _of(after, sectors.growth_base, end),
    )
    return shifts.assign(national=shifts["national"] + own, change=shifts["change"] + own) if sectors.money else shifts
