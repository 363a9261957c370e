"""The sub-regions of European regions: NUTS 3, where all of a region's sub-regions can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from models.catalogue import Catalogue
from models.change.comparable import breaks
from models.change.growth import GrowthError, growth
from models.change.trends import line
from models.figures.observations import Figures
from models.inside.subregions import territory

Why = Literal["one_area", "no_figures", "borders_changed", "break"]


@dataclass(frozen=True)
class SubregionFigure:
    """A sub-region with its figure."""

    code: str
    value: float
    flag: str = ""


@dataclass(frozen=True)
class Divided:
    """A region and its sub-regions.

    Attributes:
        region: its code.
        parts: all its sub-regions with their figure, highest first; empty where they cannot be compared.
        why_not: the reason for that.
    """

    region: str
    parts: tuple[SubregionFigure, ...]
    why_not: Why | None = None


def _children(catalogue: Catalogue, region: str, rows: pd.DataFrame) -> list[str]:
    """The NUTS 3 codes in a region that the rows have figures for."""
    own = tuple(territory(catalogue, region))
    codes = sorted({str(code) for code in rows["region"]})
    return [c for c in codes if c.startswith(own) and c in catalogue.regions and catalogue.regions[c].level == "nuts3"]


def _of_years(figures: Figures, indicator: str, years: Iterable[int]) -> pd.DataFrame:
    rows = figures.indicator(indicator)
    return rows.loc[rows["period"].isin([str(year) for year in years])]


def _divided(region: str, parts: list[SubregionFigure]) -> Divided:
    if len(parts) < 2:
        return Divided(region, (), "one_area" if parts else "no_figures")
    return Divided(region, tuple(sorted(parts, key=lambda shown: -shown.value)))


def growing(
    figures: Figures, catalogue: Catalogue, indicator: str, regions: Iterable[str], first: int, last: int
) -> list[Divided]:
    """Yearly growth, in per cent, of each region's sub-regions between two years.

    The sub-regions are those of the last year. Where one of them has no figure in the first, borders were redrawn in
    between; its neighbours may then have lost or won people too, so none of that region's is shown.
    """
    rows = _of_years(figures, indicator, range(first, last + 1))
    newest = _of_years(figures, indicator, [last])
    measured = catalogue.indicators[indicator]
    made = []
    for region in regions:
        rates: list[SubregionFigure] = []
        why: Why | None = None
        codes = _children(catalogue, region, newest)
        for code in codes if len(codes) > 1 else ():
            own = line(rows, code)
            try:
                if own is not None:
                    rates.append(SubregionFigure(code, growth(own, first, last, breaks(own, measured)).yearly))
            except GrowthError as error:
                why = "break" if error.obstacle == "break" else "borders_changed"
        made.append(Divided(region, (), why or "one_area") if why or len(codes) == 1 else _divided(region, rates))
    return made


def levels(figures: Figures, catalogue: Catalogue, indicator: str, regions: Iterable[str], year: int) -> list[Divided]:
    """The figure of each region's sub-regions in one year."""
    rows = _of_years(figures, indicator, [year])
    values = rows.astype({"region": str, "flag": str}).set_index("region")[["value", "flag"]]
    return [
        _divided(
            region,
            [
                SubregionFigure(code, float(values.at[code, "value"]), str(values.at[code, "flag"]))
                for code in _children(catalogue, region, rows)
            ],
        )
        for region in regions
    ]


def years(figures: Figures, catalogue: Catalogue, indicator: str, region: str) -> list[int]:
    """The years in which all of a region's newest sub-regions have figures, oldest first; none for fewer than two."""
    rows = figures.indicator(indicator)
    own = rows.loc[rows["region"].isin(_children(catalogue, region, rows))].astype({"region": str, "period": str})
    several = own.groupby("period")["region"].agg(frozenset)
    several = several[[len(codes) > 1 for codes in several]]
    if several.empty:
        return []
    current = several[max(several.index)]
    return sorted(int(year) for year, codes in several.items() if current <= codes)
