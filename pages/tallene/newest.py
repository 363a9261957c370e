"""The newest figure of every indicator for a region: its period, when it came in, and when its like came before."""

from dataclasses import dataclass
from datetime import date

from models.catalogue import Indicator
from models.change.arrivals import Arrival
from pages.exhibits.kept import same_for_all_choices
from pages.exhibits.looked_at import Context
from pages.known import releases


@dataclass(frozen=True)
class Fresh:
    """The newest figure of an indicator for the region.

    Attributes:
        period: year or month.
        first: release that brought the first figure for the period; `since`: the one from which it stands as it is.
        updated: day on which the publisher changed the data set last, or of the extract it is from; None if unknown.
        extract: whether it is the latter.
        arrivals: the periods that were seen to come.
    """

    indicator: Indicator
    period: str
    value: float
    flag: str
    first: int
    since: int
    updated: date | None
    extract: bool
    arrivals: tuple[Arrival, ...]

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


def _updated(context: Context, origin: str, dataset: str) -> tuple[date | None, bool]:
    """When the publisher changed the data set last, and whether that is the day of an extract that it is known from."""
    told = [
        one.summary.updated[dataset]
        for one in releases.history()
        if one.id <= context.view.release and dataset in one.summary.updated
    ]
    if told:
        return _day(told[-1]), False
    extracts = releases.extracts()
    days = [day for part in origin.split("+") if (day := _day(extracts.get(part, "")))]
    return min(days, default=None), bool(days)  # figures of several extracts are as new as the oldest of them


def _arrivals(rows: list[tuple[str, int]], datasets: tuple[str, ...]) -> tuple[Arrival, ...]:
    """The periods that a refresh brought, with the day on which the publisher had changed the data set."""
    told = {one.id: one.summary.updated for one in releases.history()}
    found = []
    for period, first in rows:
        days = [day for name in datasets if (day := _day(told.get(first, {}).get(name, "")))]
        if days:
            found.append(Arrival(period, max(days)))
    return tuple(found)


@same_for_all_choices()
def newest_figures(context: Context) -> list[Fresh]:
    """The newest figure of every indicator that the region has, the newest first."""
    came = releases.came(context.view.release, context.focus)
    rows = {str(name): part for name, part in came.groupby("indicator", sort=False)}
    series, found = context.figures.series, []
    for indicator in context.catalogue.indicators.values():
        own = context.figures.indicator(indicator.id)
        own = own.loc[own["region"] == context.focus]
        if indicator.role == "series" or own.empty:
            continue
        newest = own.loc[own["period"].astype(str).idxmax()]
        period, told = str(newest["period"]), rows[indicator.id]
        here = told.loc[told["period"] == period].iloc[0]
        origin = str(series.at[newest["series"], "origin"])
        updated, extract = _updated(context, origin, indicator.datasets[0])
        brought = [(str(p), int(n)) for p, n in zip(told["period"], told["first"], strict=True)]
        found.append(
            Fresh(
                indicator,
                period,
                float(newest["value"]),
                str(newest["flag"]),
                int(here["first"]),
                int(here["since"]),
                updated,
                extract,
                _arrivals(brought, indicator.datasets),
            )
        )
    titles = {one.indicator.id: context.say.sort_key(context.say.of(one.indicator.title)) for one in found}
    found.sort(key=lambda one: titles[one.indicator.id])
    return sorted(found, key=lambda one: one.period, reverse=True)
