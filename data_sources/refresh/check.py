"""What must hold for new figures before they may take the place of the last good ones."""

from dataclasses import dataclass

import pandas as pd

from data_sources.base import Notice, Reading
from data_sources.refresh.implausible import Implausible
from data_sources.refresh.known_regions import known, some
from data_sources.refresh.plausible import limits_of, valid
from models.catalogue import Catalogue, Indicator
from models.figures.observations import published
from models.figures.revisions import KEY, spoken_for
from models.figures.territories import replacements

_SLIP = 3.0  # figures that are typically this many times what they were are in another unit
_LEAP = 100.0  # a single figure that is this many times all that its region ever had has a slipped decimal point
_ENOUGH = 10  # figures in common before a typical ratio says anything


@dataclass(frozen=True, eq=False)
class Checked:
    """New figures that may be taken.

    Attributes:
        figures: region, period, value, flag as texts and numbers, in our unit.
        spoken_for: mask over the last release's figures: those that would be here if they were still published.
        notices: what a person should know all the same.
    """

    figures: pd.DataFrame
    spoken_for: pd.Series
    notices: tuple[Notice, ...]


def _coverage(figures: pd.DataFrame, last: pd.DataFrame, mask: pd.Series, allowed: float, catalogue: Catalogue) -> None:
    """Refuse an answer that has lost more than the allowed share of what there was. Codes out of use may go."""
    remedy = "If the publisher has given them up, raise 'may_lose' under the indicator's 'collecting' in the catalogue."
    common = set(last["period"]) & set(figures["period"])
    if common:
        newest = max(common)
        had = {code for code in last.loc[last["period"] == newest, "region"] if catalogue.is_current(code)}
        lost = had - set(figures.loc[figures["period"] == newest, "region"])
        if len(lost) > allowed * len(had):
            words = f"{len(lost)} of {len(had)} regions have no figure for {newest} any more: {some(lost)}."
            raise Implausible("coverage", words, remedy)
    keys = pd.MultiIndex.from_frame(figures[KEY])
    here = pd.MultiIndex.from_frame(last[KEY]).isin(keys)
    expected = int((mask.to_numpy() | here).sum())
    gone = int((mask.to_numpy() & ~here).sum())
    if gone > allowed * expected:
        raise Implausible("coverage", f"{gone} of {expected} figures are gone.", remedy)


def _slip(figures: pd.DataFrame, last: pd.DataFrame) -> None:
    """Refuse figures in another unit."""
    both = last[[*KEY, "value"]].merge(figures[[*KEY, "value"]], on=KEY, suffixes=("_old", ""))
    both = both.loc[(both["value"] != 0) & (both["value_old"] != 0)]
    if len(both) < _ENOUGH:
        return
    ratio = float((both["value"] / both["value_old"]).abs().median())
    if not 1 / _SLIP < ratio < _SLIP:
        words = f"The figures are typically {ratio:g} times what they were: the unit seems to be another one."
        raise Implausible("unit", words, "Compare the filter and 'divide_by' in the catalogue with the publisher.")


def _leap(figures: pd.DataFrame, last: pd.DataFrame) -> None:
    """Refuse a figure, new or revised, that lies far from all that its region ever had."""
    had = last.loc[last["value"] != 0, ["region", "value"]]
    size = had["value"].abs().groupby(had["region"])
    bounds = pd.DataFrame({"least": size.min(), "most": size.max()}).reindex(figures["region"])
    value = figures["value"].abs().to_numpy()
    far = (value > bounds["most"].to_numpy() * _LEAP) | ((value < bounds["least"].to_numpy() / _LEAP) & (value > 0))
    changed = ~pd.MultiIndex.from_frame(figures[[*KEY, "value"]]).isin(pd.MultiIndex.from_frame(last[[*KEY, "value"]]))
    if (far & changed).any():
        rows = figures.loc[far & changed]
        shown = "; ".join(f"{r.region} {r.period}: {published(r.value)}" for r in rows.head(3).itertuples())
        words = (
            f"{len(rows)} figures are over {_LEAP:g} times all that their region had, or under a hundredth: {shown}."
        )
        raise Implausible("revision", words, "If they are right, set 'may_leap' under the indicator's 'collecting'.")


def _noticed(figures: pd.DataFrame, last: pd.DataFrame, catalogue: Catalogue) -> tuple[Notice, ...]:
    """What is no reason to refuse, and must not pass in silence."""
    notices = []
    periods = set(figures["period"])
    if len(last) and (end := max(periods)) < (before := last["period"].max()):
        notices.append(Notice("shorter", f"The answer ends in {end}; there are figures to {before}, which are kept."))
    gone = {p for p in last["period"] if min(periods) < p < max(periods)} - periods
    if gone:
        count = int(last["period"].isin(gone).sum())
        notices.append(Notice("periods_gone", f"No figures for {some(gone)} any more; the {count:,} we have are kept."))
    when = figures.groupby("region")["period"].agg(set)
    twice = {
        f"{old} and {new}"
        for old in when.index
        for new in replacements(catalogue, str(old)) or ()
        if new in when.index and when[old] & when[new]
    }
    if twice:
        words = f"The same territory stands by an old and a new code: {some(twice)}; it is counted once."
        notices.append(Notice("territory_twice", words))
    return tuple(notices)


def check(
    reading: Reading,
    indicator: Indicator,
    publisher: str,
    catalogue: Catalogue,
    last: pd.DataFrame,
    *,
    whole: bool = True,
) -> Checked:
    """Check what an answer says of an indicator.

    Args:
        reading: the answer.
        indicator: whose figures they are.
        publisher: id in the catalogue.
        catalogue: regions and units.
        last: the indicator's figures in the newest release: region, period, value, flag.
        whole: whether it holds all that its publisher has; else what it lacks stays as it was.

    Raises:
        Implausible: with the check that failed and what a person can do.
    """
    last = last[[*KEY, "value", "flag"]].astype({"region": str, "period": str, "flag": str})
    kept, notices = known(reading.figures, catalogue.publishers.get(publisher), catalogue)
    figures = kept[[*KEY, "value", "flag"]].astype({"region": str, "period": str, "flag": str, "value": float})
    figures = figures.assign(value=figures["value"] / indicator.collecting.divide_by).reset_index(drop=True)
    if figures.empty:
        raise Implausible("empty", "The answer holds no figure of a region that the catalogue knows.")
    _slip(figures, last)
    figures = valid(figures, limits_of(figures, indicator, catalogue, last))
    if not indicator.collecting.may_leap:
        _leap(figures, last)
    if not whole:
        return Checked(figures, pd.Series(False, index=last.index), (*reading.notices, *notices))
    mask = spoken_for(last, figures, reading.withheld)
    _coverage(figures, last, mask, indicator.collecting.may_lose, catalogue)
    return Checked(figures, mask, (*reading.notices, *notices, *_noticed(figures, last, catalogue)))


def check_computed(figures: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, last: pd.DataFrame) -> None:
    """Check figures of our own making.

    Raises:
        Implausible: with what failed.
    """
    figures = figures[[*KEY, "value", "flag"]].reset_index(drop=True)
    valid(figures, limits_of(figures, indicator, catalogue, last))
