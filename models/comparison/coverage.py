"""How far an indicator's figures reach: years, peers, gaps."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from models.catalogue import Catalogue, Indicator
from models.figures.observations import Figures
from models.index.reference_year import neighbours


@dataclass(frozen=True)
class Coverage:
    """What there is of an indicator.

    Attributes:
        years: years (or months' years) with the focus region, in order.
        any_years: whether any region has figures.
        older: code of an older territory with figures of its own, or "".
        newest: newest period with the focus region, else with any peer; "" without figures.
        peers: number of peers compared with.
        peers_newest: peers that report in the newest period.
        missing: peers that do not.
    """

    years: tuple[str, ...]
    any_years: bool
    older: str
    newest: str
    peers: int
    peers_newest: int
    missing: tuple[str, ...]


def coverage(
    figures: Figures, catalogue: Catalogue, indicator: Indicator, focus: str, peers: tuple[str, ...]
) -> Coverage:
    """Years of the focus region and coverage of the peers in the newest of them.

    In the scoring year a neighbouring year counts, as it does in the index.
    """
    tolerance = catalogue.rules.year_tolerance
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin([focus, *peers, *catalogue.history])]
    regions, periods = rows["region"].astype(str), rows["period"].astype(str)
    own = sorted(set(periods[regions == focus]))
    among = sorted(set(periods[regions.isin(peers)]))
    newest = own[-1] if own else among[-1] if among else ""
    scored = indicator.score is not None and newest in indicator.score.periods
    present = set(regions[periods.isin(neighbours(newest, tolerance) if scored else [newest])])
    older = [h.code for h in catalogue.history.values() if h.follows == focus and (regions == h.code).any()]
    return Coverage(
        years=tuple(dict.fromkeys(p[:4] for p in own)),
        any_years=indicator.id in figures,
        older=older[0] if older else "",
        newest=newest,
        peers=len(peers),
        peers_newest=sum(p in present for p in peers),
        missing=tuple(p for p in peers if p not in present) if newest else (),
    )


@dataclass(frozen=True, eq=False)
class Reach:
    """Which regions have figures for which years.

    Attributes:
        values: regions × years ("2023"), NaN where there is no figure; of months, how many the year has.
        flags: the same shape, the publisher's letters of the year; "" for none.
    """

    values: pd.DataFrame
    flags: pd.DataFrame

    @property
    def years(self) -> tuple[str, ...]:
        """Every year from the first to the last with a figure, so that holes show."""
        return tuple(self.values.columns)


def reach(figures: Figures, indicator: Indicator, regions: Sequence[str]) -> Reach:
    """The figures of an indicator by region and year.

    Args:
        figures: a release.
        indicator: yearly or monthly.
        regions: codes, the rows of the result.
    """
    rows = figures.indicator(indicator.id)
    rows = rows.loc[rows["region"].isin(list(regions)), ["region", "period", "value", "flag"]]
    rows = rows.astype({"region": str, "period": str, "flag": str})
    if rows.empty:
        nothing = pd.DataFrame(index=list(regions))
        return Reach(nothing, nothing)
    yearly = bool((rows["period"].str.len() == 4).all())
    grouped = rows.assign(year=rows["period"].str[:4]).groupby(["region", "year"])
    values = (grouped["value"].first() if yearly else grouped["value"].count()).unstack()
    flags = grouped["flag"].agg(lambda letters: "".join(sorted(set("".join(letters))))).unstack()
    years = [str(year) for year in range(int(values.columns.min()), int(values.columns.max()) + 1)]
    return Reach(
        values.reindex(index=list(regions), columns=years).astype(float),
        flags.reindex(index=list(regions), columns=years).astype(object).fillna(""),
    )


def holes(reached: Reach, region: str) -> tuple[str, ...]:
    """Years without a figure between a region's first and last."""
    own = reached.values.loc[region]
    known = own.dropna().index
    if not len(known):
        return ()
    return tuple(str(y) for y in own.loc[known[0] : known[-1]].index if y not in known)
