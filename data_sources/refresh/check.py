"""What must hold for new figures before they may take the place of the last good ones."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pandera.pandas as pa

from data_sources.base import Notice, Reading
from data_sources.errors import DataError
from models.catalogue import Catalogue, Indicator
from models.figures.observations import FLAGS, published
from models.figures.revisions import KEY, spoken_for
from models.figures.territories import replacements

_EUROPE = frozenset({"union", "country", "nuts1", "nuts2", "nuts3"})
# The OECD's regions have codes that mean other territories, or nothing, at Eurostat.
_LEVELS: Mapping[str, frozenset[str]] = {
    "eurostat": _EUROPE,
    "oecd": _EUROPE | {"oecd_tl2", "oecd_tl3"},
    "ssb": frozenset({"country", "county", "municipality"}),
}
KINDS = ("empty", "unit", "range", "revision", "coverage", "schema", "double")
_SLIP = 3.0  # figures that are typically this many times what they were are in another unit
_LEAP = 100.0  # a single figure that is this many times all that its region ever had has a slipped decimal point
_ENOUGH = 10  # figures in common before a typical ratio says anything
_NAMED = 5
_RANGE = "in the plausible range"


class Implausible(DataError):
    """New figures that a check refuses; the last good ones stay.

    Attributes:
        kind: which check, one of `KINDS`.
    """

    def __init__(self, kind: str, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.kind = kind


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


def _some(codes: set[str]) -> str:
    shown = ", ".join(sorted(codes)[:_NAMED])
    return f"{shown} …" if len(codes) > _NAMED else shown


def _at_our_codes(figures: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """The OECD's figures under the codes of the same territories: its DE3 is DE30, the only region of level 2 in it."""
    codes = set(figures["region"].astype(str).unique())
    nuts2 = [
        code for code, region in catalogue.regions.items() if region.level == "nuts2" and catalogue.is_current(code)
    ]
    same = {}
    for code in codes - catalogue.regions.keys():
        within = [c for c in nuts2 if c[:-1] == code]
        if len(within) == 1 and within[0] not in codes:
            same[code] = within[0]
    return figures.assign(region=figures["region"].astype(str).replace(same)) if same else figures


def _known(figures: pd.DataFrame, publisher: str, catalogue: Catalogue) -> tuple[pd.DataFrame, tuple[Notice, ...]]:
    """The figures of regions that the catalogue knows at that publisher."""
    if publisher == "oecd":
        figures = _at_our_codes(figures, catalogue)
    levels = _LEVELS.get(publisher, frozenset(r.level for r in catalogue.regions.values()))
    codes = set(figures["region"].astype(str).unique())
    known = {c for c in codes if c in catalogue.regions and catalogue.regions[c].level in levels}
    if known == codes:
        return figures, ()
    others = codes - known
    text = f"{len(others):,} regions that the catalogue does not know were left out: {_some(others)}."
    return figures.loc[figures["region"].astype(str).isin(known)], (Notice("regions_unknown", text),)


def _bounds(indicator: Indicator, catalogue: Catalogue, last: pd.Series) -> tuple[float, float]:
    """Lowest and highest plausible figure: by the catalogue, else by the unit and by the range so far, widened."""
    unit, how = catalogue.units[indicator.unit], indicator.collecting
    low, high = -np.inf, np.inf
    share = unit.per == 100 and unit.suffix.en == "%"
    if share and last.between(0, 100).all():
        low, high = 0.0, 100.0
    if len(last):
        least, most = float(last.min()), float(last.max())
        span = max(most - least, abs(most) / 2, abs(least) / 2)  # figures that are all alike say little of what may be
        low, high = max(low, least - span), min(high, most + span)
        if unit.true_zero and least >= 0:
            low = max(low, 0.0)
    return (low if how.low is None else how.low, high if how.high is None else how.high)


def _limits(figures: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, last: pd.DataFrame) -> pd.DataFrame:
    """For each figure its lowest and highest plausible value. Amounts are judged among regions of their own level."""
    if indicator.composition.rule != "sum":
        low, high = _bounds(indicator, catalogue, last["value"])
        return pd.DataFrame({"low": low, "high": high}, index=figures.index)
    level = {code: region.level for code, region in catalogue.regions.items()}
    of_last, of_new = last["region"].astype(str).map(level), figures["region"].astype(str).map(level)
    by_level = {name: _bounds(indicator, catalogue, last.loc[of_last == name, "value"]) for name in of_new.unique()}
    return pd.DataFrame(
        {
            "low": of_new.map({name: low for name, (low, _) in by_level.items()}),
            "high": of_new.map({name: high for name, (_, high) in by_level.items()}),
        }
    )


def _schema(limits: pd.DataFrame) -> pa.DataFrameSchema:
    """The tidy shape of one indicator's figures, and its plausible range."""

    def plausible(values: pd.Series) -> pd.Series:
        return values.between(limits.loc[values.index, "low"], limits.loc[values.index, "high"])

    return pa.DataFrameSchema(
        {
            "region": pa.Column(str),
            "period": pa.Column(str, pa.Check.str_matches(r"^\d{4}(-(0[1-9]|1[0-2]))?$", error="a year or month")),
            "value": pa.Column(
                float,
                [pa.Check(np.isfinite, error="a finite number"), pa.Check(plausible, error=_RANGE)],
            ),
            "flag": pa.Column(str, pa.Check.str_matches(f"^[{''.join(sorted(FLAGS))}]*$", error="known flag letters")),
        },
        unique=KEY,
        strict=True,
    )


def _described(figures: pd.DataFrame, limits: pd.DataFrame, cases: pd.DataFrame) -> tuple[str, str]:
    """The kind of check that failed and its words, with the first offenders; a wrong shape before an odd value."""
    cases = cases.sort_values("check", key=lambda names: names == _RANGE, kind="stable")
    first = cases.iloc[0]
    name = str(first["check"])
    positions = dict.fromkeys(int(i) for i in cases.loc[cases["check"] == name, "index"].dropna())
    rows = figures.loc[list(positions)]
    shown = "; ".join(
        f"{r.region} {r.period}: {published(r.value) if np.isfinite(r.value) else r.value}"
        for r in rows.head(3).itertuples()
    )
    if name == _RANGE:
        low, high = limits.loc[rows.index[0], ["low", "high"]]
        return "range", f"{len(rows)} figures are not between {low:g} and {high:g}, first {shown}."
    if "unique" in name:
        return "double", f"{len(rows)} figures stand twice, first {shown}."
    return "schema", f"{first['column']} is not {name}: {first['failure_case']}" + (f" ({shown})." if shown else ".")


def _valid(figures: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    try:
        return _schema(limits).validate(figures, lazy=True)
    except pa.errors.SchemaErrors as errors:
        kind, words = _described(figures, limits, errors.failure_cases)
        remedy = "If they are right, set 'low' and 'high' under the indicator's 'collecting' in the catalogue."
        raise Implausible(kind, words, remedy if kind == "range" else "") from errors


def _coverage(figures: pd.DataFrame, last: pd.DataFrame, mask: pd.Series, allowed: float, catalogue: Catalogue) -> None:
    """Refuse an answer that has lost more than the allowed share of what there was. Codes out of use may go."""
    remedy = "If the publisher has given them up, raise 'may_lose' under the indicator's 'collecting' in the catalogue."
    common = set(last["period"]) & set(figures["period"])
    if common:
        newest = max(common)
        had = {code for code in last.loc[last["period"] == newest, "region"] if catalogue.is_current(code)}
        lost = had - set(figures.loc[figures["period"] == newest, "region"])
        if len(lost) > allowed * len(had):
            words = f"{len(lost)} of {len(had)} regions have no figure for {newest} any more: {_some(lost)}."
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
        notices.append(
            Notice("periods_gone", f"No figures for {_some(gone)} any more; the {count:,} we have are kept.")
        )
    when = figures.groupby("region")["period"].agg(set)
    twice = {
        f"{old} and {new}"
        for old in when.index
        for new in replacements(catalogue, str(old)) or ()
        if new in when.index and when[old] & when[new]
    }
    if twice:
        words = f"The same territory stands by an old and a new code: {_some(twice)}; it is counted once."
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
    kept, notices = _known(reading.figures, publisher, catalogue)
    figures = kept[[*KEY, "value", "flag"]].astype({"region": str, "period": str, "flag": str, "value": float})
    figures = figures.assign(value=figures["value"] / indicator.collecting.divide_by).reset_index(drop=True)
    if figures.empty:
        raise Implausible("empty", "The answer holds no figure of a region that the catalogue knows.")
    _slip(figures, last)
    figures = _valid(figures, _limits(figures, indicator, catalogue, last))
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
    _valid(figures, _limits(figures, indicator, catalogue, last))
