"""Which regions a list of similar ones is chosen from, and the alternative list by income."""

from collections.abc import Sequence

import pandas as pd

from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.peers.structure import PeerError


def candidates(
    catalogue: Catalogue,
    region: str,
    *,
    other_country: bool = True,
    capitals_only: bool = False,
) -> tuple[str, ...]:
    """Valid NUTS 2 regions to choose from, without the region itself.

    Args:
        catalogue: the loaded catalogue.
        region: whose likes are sought.
        other_country: leave out regions of the same country.
        capitals_only: only regions that hold a capital.

    Raises:
        PeerError: unknown region.
    """
    if region not in catalogue.regions:
        raise PeerError(f"'{region}' is no region that similar ones can be found for")
    country = catalogue.regions[region].country
    return tuple(
        code
        for code in catalogue.members("europe")
        if code != region
        and not (other_country and catalogue.regions[code].country == country)
        and not (capitals_only and code not in catalogue.tags["capital"])
    )


def nearest_by_income(
    figures: Figures, catalogue: Catalogue, region: str, k: int, among: Sequence[str] | None = None
) -> tuple[tuple[str, float], ...]:
    """The k regions with the figure nearest to a region's own (GDP per inhabitant, PPS), each with its difference.

    The EU's Regional Competitiveness Index 2.0 compares regions in this way. Differences are theirs minus ours.

    Raises:
        PeerError: the region has no figure in the catalogue's year.
    """
    income = catalogue.structure.income
    rows = figures.indicator(income.indicator)
    rows = rows.loc[rows["period"] == income.period]
    values = pd.Series(rows["value"].to_numpy(), index=rows["region"].astype(str))
    if region not in values.index:
        raise PeerError(f"'{region}' has no figure for '{income.indicator}' in {income.period}")
    others = set(candidates(catalogue, region, other_country=False) if among is None else among) - {region}
    gaps = (values - values[region]).loc[values.index.isin(others)].sort_index()
    order = gaps.abs().sort_values(kind="stable").head(k).index
    return tuple((str(code), float(gaps[code])) for code in order)
