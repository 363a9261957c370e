"""The newest figure of each indicator for the region: the release it came in, and what its publisher said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from data_sources.store.reader import Release
from models.catalogue import Indicator
from models.change.arrivals import Arrival
from models.inside.subregions import territory
from pages.exhibits.kept import same_for_all_choices
from pages.exhibits.looked_at import Context
from pages.known import releases


@dataclass(frozen=True)
class Fresh:
    """The newest figure of an indicator for the region.

    Attributes:
        place: the region that it is of: that of the view, or a municipality in it.
        period: year or month.
        first: release that brought the first figure for the period; `since`: the one from which it stands as it is.
        updated: day on which the publisher changed the data set last, or of the extract it is from; None if unknown.
        extract: whether it is the latter.
        arrivals: the periods that were seen to come.
        municipalities: how many in the region have a figure for the period; 0 where the figure is the region's own.
        announced: day on which the publisher has said that it will change the data set next; None where it has not.
    """

    indicator: Indicator
    place: str
    period: str
    value: float
    flag: str
    first: int
    since: int
    updated: date | None
    extract: bool
    arrivals: tuple[Arrival, ...]
    announced: date | None
    municipalities: int = 0

    @property
    def year(self) -> str:
        """The year of the period."""
        return self.period[:4]


def _day(iso: str) -> date | None:
    """The day of a moment as publishers write it; None for anything else."""
    try:
        return date.fromisoformat(iso[:10])
    except ValueError:
        return None


def _until(context: Context) -> list[Release]:
    """The releases up to that of the view, oldest first."""
    return [one for one in releases.history() if one.id <= context.view.release]


def _updated(context: Context, origin: str, dataset: str) -> tuple[date | None, bool]:
    """When the publisher changed the data set last, and whether that is the day of an extract that it is known from."""
    told = [one.summary.updated[dataset] for one in _until(context) if dataset in one.summary.updated]
    if told:
        return _day(told[-1]), False
    extracts = releases.extracts()
    days = [day for part in origin.split("+") if (day := _day(extracts.get(part, "")))]
    return min(days, default=None), bool(days)  # figures of several extracts are as new as the oldest of them


def _announced(context: Context, dataset: str) -> date | None:
    """When the publisher will change the data set next, as it said when it was asked last."""
    told = [one.summary.next_updates.get(dataset, "") for one in _until(context) if dataset in one.summary.updated]
    return _day(told[-1]) if told else None


def _arrivals(rows: list[tuple[str, int]], datasets: tuple[str, ...]) -> tuple[Arrival, ...]:
    """The periods that a refresh brought, with the day on which the publisher had changed the data set."""
    told = {one.id: one.summary.updated for one in releases.history()}
    found = []
    for period, first in rows:
        days = [day for name in datasets if (day := _day(told.get(first, {}).get(name, "")))]
        if days:
            found.append(Arrival(period, max(days)))
    return tuple(found)


def _fresh(context: Context, indicator: Indicator, place: str, own: pd.DataFrame) -> Fresh:
    """The newest of a place's figures of an indicator, of which there is at least one."""
    newest = own.loc[own["period"].astype(str).idxmax()]
    period, came = str(newest["period"]), releases.came(context.view.release, place)
    told = came.loc[came["indicator"] == indicator.id]
    here = told.loc[told["period"] == period].iloc[0]
    asked = indicator.collected_from
    origin = str(context.figures.series.at[newest["series"], "origin"])
    updated, extract = _updated(context, origin, asked[0])
    brought = [(str(p), int(n)) for p, n in zip(told["period"], told["first"], strict=True)]
    return Fresh(
        indicator,
        place,
        period,
        float(newest["value"]),
        str(newest["flag"]),
        int(here["first"]),
        int(here["since"]),
        updated,
        extract,
        _arrivals(brought, asked),
        _announced(context, asked[0]),
    )


def _in_order(context: Context, found: Iterable[Fresh]) -> list[Fresh]:
    """The newest first, then by title."""
    by_title = sorted(found, key=lambda one: context.say.sort_key(context.say.of(one.indicator.title)))
    return sorted(by_title, key=lambda one: one.period, reverse=True)


@same_for_all_choices()
def newest_figures(context: Context) -> list[Fresh]:
    """The newest figure of every indicator that the region has, the newest first."""
    found = []
    for indicator in context.catalogue.indicators.values():
        own = context.figures.indicator(indicator.id)
        own = own.loc[own["region"] == context.focus]
        if indicator.role != "series" and not own.empty:
            found.append(_fresh(context, indicator, context.focus, own))
    return _in_order(context, found)


@same_for_all_choices()
def municipal_figures(context: Context) -> list[Fresh]:
    """The newest figures of the municipalities in the region, the newest first.

    Each stands for all of its indicator: that of the municipality with the first code among those that have one.
    """
    inside = territory(context.catalogue, context.focus)
    known = [m for m in context.catalogue.within.municipalities.values() if {m.nuts2, m.nuts3} & inside]
    codes = {code for m in known for code in (m.code, m.code_2020)}
    found = []
    for indicator in context.catalogue.indicators.values():
        if indicator.role == "series" or indicator.scope != "norway":
            continue
        rows = context.figures.indicator(indicator.id)
        rows = rows.loc[rows["region"].isin(codes)]
        if rows.empty:
            continue
        newest = rows.loc[rows["period"].astype(str) == str(max(rows["period"].astype(str)))]
        place = min(newest["region"].astype(str))
        one = _fresh(context, indicator, place, rows.loc[rows["region"] == place])
        found.append(replace(one, municipalities=int(newest["region"].nunique())))
    return _in_order(context, found)
