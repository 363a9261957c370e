"""From a publisher's cells to a reading: what was asked for, once for each region and period, with normalised flags."""

import math
import re
from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.base import Notice, Query, Reading
from data_sources.errors import Changed, NotData
from models.figures.observations import FLAGS

_PERIODS = (
    (re.compile(r"(\d{4})(?:-?A1?)?", re.ASCII), "{0}"),
    (re.compile(r"(\d{4})(?:-|M|-M)(0[1-9]|1[0-2])", re.ASCII), "{0}-{1}"),
)
_REGION = re.compile(r"[A-Z0-9][A-Z0-9_]{0,30}")
_SHOWN = 8  # names in a sentence
_LETTERS = "".join(sorted(FLAGS))

Words = Callable[[str], str]


def period(text: str) -> str:
    """A year or month as the store writes it ("2020", "2020-03"), or "" for any other period."""
    for pattern, form in _PERIODS:
        if match := pattern.fullmatch(text.strip()):
            return form.format(*match.groups())
    return ""


def some(names: Iterator[str] | list[str]) -> str:
    """Some names for a sentence."""
    listed = [str(name)[:40] for name in names]
    return ", ".join(listed[:_SHOWN]) + (f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else "")


def asked(query: Query) -> dict[str, list[str]]:
    """The codes asked for, by dimension."""
    return {dimension: code.split("+") for dimension, code in query.filter.items()}


def reading(
    cells: pd.DataFrame,
    query: Query,
    *,
    region: str,
    time: str,
    letters: Words = str.lower,
    updated: str = "",
    notices: tuple[Notice, ...] = (),
) -> Reading:
    """The reading of cells.

    Args:
        cells: categorical columns for the dimensions, whose categories are all the codes published, then value (NaN
            where there is none) and status (categorical).
        query: what was asked; what the publisher sent besides is left out.
        region: name of the region dimension.
        time: name of the time dimension.
        letters: our letters for a publisher's status; letters unknown to us are dropped with a notice.
        updated: see `Reading`.
        notices: what is known already.

    Raises:
        Changed: a dimension or a code asked for is not there, or the filter leaves a dimension open.
        NotData: a region and period stands twice, or a value is no number.
    """
    notes = list(notices)
    chosen = _chosen(cells, query, region, time)
    empty = [d for d in (region, time) if not len(cells[d].cat.categories)]
    notes += [Notice("empty_dimension", f"{query.dataset}: nothing published in dimension {d}") for d in empty]
    if not np.isfinite(chosen["value"].to_numpy()[chosen["value"].notna().to_numpy()]).all():
        raise NotData("A value is no finite number.")
    periods = _renamed(chosen[time], period)
    regions = _renamed(chosen[region], lambda code: code if _REGION.fullmatch(code) else "")
    for kind, column, given in (("periods_skipped", periods, time), ("regions_skipped", regions, region)):
        if (skipped := (column.cat.codes == -1).to_numpy()).any():
            names = some(sorted(chosen.loc[skipped, given].unique()))
            notes.append(Notice(kind, f"{query.dataset}: neither read nor kept: {names}"))
    bits, unknown = _bits(chosen["status"], letters)
    if unknown:
        notes.append(Notice("flags_unknown", f"{query.dataset}: flags without a meaning here: {some(unknown)}"))
    tidy = pd.DataFrame(
        {"region": regions, "period": periods, "part": _parts(chosen, query), "value": chosen["value"], "bits": bits}
    )
    tidy = tidy.loc[_since(periods, query.since) & (regions.cat.codes != -1).to_numpy()]
    if (double := tidy.duplicated(["region", "period", "part"]).to_numpy()).any():
        first = tidy.loc[double].iloc[0]
        raise NotData(f"{double.sum():,} figures stand twice, first: {first['region']} {first['period']}.")
    parts = math.prod(len(codes) for codes in asked(query).values())
    if parts > 1:
        tidy = _summed(tidy, parts)
    tidy = tidy.sort_values(["region", "period"])
    tidy["flag"] = _flags(tidy["bits"].to_numpy())
    figures = tidy.loc[tidy["value"].notna(), ["region", "period", "value", "flag"]]
    withheld = tidy.loc[tidy["value"].isna() & (tidy["flag"] != ""), ["region", "period", "flag"]]
    return Reading(_clean(figures), _clean(withheld), updated, tuple(notes))


def _chosen(cells: pd.DataFrame, query: Query, region: str, time: str) -> pd.DataFrame:
    """The cells asked for; every other dimension must have one code among them."""
    keep = np.ones(len(cells), dtype=bool)
    dimensions = [c for c in cells.columns if c not in ("value", "status")]
    for needed in (region, time):
        if needed not in dimensions:
            raise Changed(f"{query.dataset} has no dimension '{needed}'; it has {some(dimensions)}.")
    for dimension, codes in asked(query).items():
        if dimension not in dimensions:
            raise Changed(f"{query.dataset} has no dimension '{dimension}' (any more); it has {some(dimensions)}.")
        published = cells[dimension].cat.categories
        if gone := [code for code in codes if code not in published]:
            there = f"it has {some(list(published))}" if len(published) else "nothing else either"
            raise Changed(f"{query.dataset} does not publish {dimension} = {some(gone)} (any more); {there}.")
        places = [published.get_loc(code) for code in codes]
        if len(published) > len(places):
            keep &= np.isin(cells[dimension].cat.codes.to_numpy(), places)
    chosen = cells.loc[keep] if not keep.all() else cells
    for dimension in dimensions:
        if dimension in (region, time) or dimension in query.filter:
            continue
        used = np.unique(chosen[dimension].cat.codes.to_numpy())
        if len(used) > 1:
            names = some([str(cells[dimension].cat.categories[place]) for place in used])
            raise Changed(f"{query.dataset}: the filter leaves the dimension '{dimension}' open ({names}).")
    return chosen


def _renamed(column: pd.Series, name: Callable[[str], str]) -> pd.Series:
    """A categorical column with new names for its codes; "" makes a cell missing."""
    names = [name(str(code)) for code in column.cat.categories]
    known = sorted(set(names) - {""})
    place = {code: number for number, code in enumerate(known)} | {"": -1}
    moved = np.array([*(place[n] for n in names), -1], dtype=np.int32)  # the last for what was missing before
    return pd.Series(pd.Categorical.from_codes(moved[column.cat.codes.to_numpy()], known), index=column.index)


def _bits(statuses: pd.Series, letters: Words) -> tuple[npt.NDArray[np.int32], list[str]]:
    """Statuses as sets of our letters, a bit for each, and the statuses that hold unknown ones."""
    bits, unknown = [], []
    for status in statuses.cat.categories:
        ours = set(letters(str(status)))
        if strange := sorted(ours - FLAGS):
            unknown.append(f"{status!r} ({''.join(strange)})")
        bits.append(sum(1 << _LETTERS.index(letter) for letter in ours & FLAGS))
    return np.array([*bits, 0], dtype=np.int32)[statuses.cat.codes.to_numpy()], unknown


def _flags(bits: npt.NDArray[np.int32]) -> pd.Categorical:
    """Sets of letters as sorted text."""
    kinds, place = np.unique(bits, return_inverse=True)
    names = ["".join(letter for i, letter in enumerate(_LETTERS) if kind >> i & 1) for kind in kinds]
    return pd.Categorical.from_codes(place, names)


def _parts(cells: pd.DataFrame, query: Query) -> npt.NDArray[np.int64]:
    """A number for each combination of codes that are to be summed."""
    part = np.zeros(len(cells), dtype=np.int64)
    for dimension, codes in asked(query).items():
        if len(codes) > 1:
            part = part * len(cells[dimension].cat.categories) + cells[dimension].cat.codes.to_numpy()
    return part


def _summed(tidy: pd.DataFrame, parts: int) -> pd.DataFrame:
    """The sum over parts where all of them have a value; else the flags of those that have none."""
    keys = ["region", "period"]
    groups = tidy.groupby(keys, observed=True, sort=False)["value"]
    sums = groups.sum().where(groups.count() == parts)
    complete = tidy.set_index(keys).index.isin(sums.index[sums.notna()])
    telling = tidy.loc[complete | tidy["value"].isna().to_numpy()]
    bits = telling.groupby(keys, observed=True, sort=False)["bits"].agg(np.bitwise_or.reduce)
    return pd.DataFrame({"value": sums, "bits": bits.reindex(sums.index, fill_value=0).astype(np.int32)}).reset_index()


def _since(periods: pd.Series, year: int | None) -> npt.NDArray[np.bool_]:
    """Which periods are known, and not before the year."""
    late = [year is None or int(period[:4]) >= year for period in periods.cat.categories]
    known: npt.NDArray[np.bool_] = np.array([*late, False])[periods.cat.codes.to_numpy()]
    return known


def _clean(frame: pd.DataFrame) -> pd.DataFrame:
    """Without categories that do not occur, and with a new index."""
    frame = frame.reset_index(drop=True)
    return frame.assign(
        **{name: frame[name].cat.remove_unused_categories() for name in ("region", "period", "flag") if name in frame}
    )
