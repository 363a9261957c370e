"""Figures that are computed from others: what their inputs are by now, and which of them may differ."""

from collections.abc import Sequence

import pandas as pd

from data_sources.store.reader import Release
from models.figures.revisions import KEY

FIGURE = [*KEY, "value", "flag"]


def after(base: pd.DataFrame, change: pd.DataFrame | None) -> pd.DataFrame:
    """The figures of an indicator as the new release will have them: region, period, value, flag.

    Args:
        base: its figures in the newest release.
        change: what changes of them, a row a figure with its `kind`; None where nothing does.
    """
    old = base[FIGURE]
    if change is None:
        return old
    old = old.astype(dict.fromkeys((*KEY, "flag"), str))
    gone = pd.MultiIndex.from_frame(old[KEY]).isin(pd.MultiIndex.from_frame(change[KEY]))
    come = change.loc[change["kind"] != "withdrawn", FIGURE]
    return pd.concat([old.loc[~gone], come], ignore_index=True)


def missed(releases: Sequence[Release], name: str) -> int | None:
    """The release from which on changes of inputs were not followed, because the computed figures were refused."""
    since = None
    for release in reversed(releases):
        if name in release.summary.refused:
            since = release.id - 1
        elif name in release.summary.renewed:
            break
    return since


def among(
    made: pd.DataFrame, last: pd.DataFrame, reached: pd.DataFrame | None
) -> tuple[pd.DataFrame, "pd.Series[bool]"]:
    """The computed figures that may differ, and which of the newest release's they speak for.

    Args:
        made: computed figures.
        last: those of the newest release.
        reached: the keys whose figures may differ; None for all.
    """
    if reached is None:
        return made, pd.Series(True, index=range(len(last)))
    wanted = pd.MultiIndex.from_frame(reached[KEY])
    of_them = made.loc[pd.MultiIndex.from_frame(made[KEY]).isin(wanted)].reset_index(drop=True)
    return of_them, pd.Series(pd.MultiIndex.from_frame(last[KEY].astype(str)).isin(wanted))
