"""The one tidy shape of figures, and what must hold for it.

A frame of observations has a row for each published figure:

| column | type | meaning |
| --- | --- | --- |
| indicator | category | catalogue id |
| region | category | region code as published |
| period | category | "YYYY" or "YYYY-MM" |
| value | float64 | finite; a missing figure has no row |
| flag | category | the publisher's letters, lower case, sorted; "" for none |
| series | category | id of the series that the figure belongs to |
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.figures.read_only import read_only

COLUMNS = ("indicator", "region", "period", "value", "flag", "series")
CATEGORIES = ("indicator", "region", "period", "flag", "series")
# b break, c confidential, d definition differs, e estimated, f forecast, i see notes, n not significant,
# p provisional, r revised, s Eurostat estimate, u low reliability, z not applicable
FLAGS = frozenset("bcdefinprsuz")


class ObservationError(ValueError):
    """Figures that break the tidy shape; the message names the first offenders."""


def normalise_flag(flag: str) -> str:
    """A flag as a set of letters: lower case, each once, in alphabetical order ("BD" → "bd")."""
    return "".join(sorted(set(flag.strip().lower())))


def check(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame if it is tidy.

    Raises:
        ObservationError: missing columns, values that are not finite, doubled keys, unknown flag letters,
            periods of another form.
    """
    if missing := [c for c in COLUMNS if c not in frame.columns]:
        raise ObservationError(f"columns are missing: {', '.join(missing)}")
    bad = frame.loc[~np.isfinite(frame["value"].to_numpy(dtype=float))]
    if len(bad):
        first = bad.iloc[0]
        raise ObservationError(
            f"{len(bad)} values are not finite, first: {first.indicator} {first.region} {first.period}"
        )
    doubled = frame.loc[frame.duplicated(["indicator", "region", "period"])]
    if len(doubled):
        first = doubled.iloc[0]
        raise ObservationError(
            f"{len(doubled)} figures stand twice, first: {first.indicator} {first.region} {first.period}"
        )
    periods = pd.Series(frame["period"].unique().astype(str))
    if len(odd := periods[~periods.str.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?")]):
        raise ObservationError(f"not a year or month: {odd.iloc[0]!r}")
    letters = set("".join(str(f) for f in frame["flag"].unique()))
    if unknown := letters - FLAGS:
        raise ObservationError(f"unknown flag letters: {', '.join(sorted(unknown))}")
    return frame


def tidy(columns: Mapping[str, Iterable[object]]) -> pd.DataFrame:
    """A checked frame from columns, with the types above."""
    frame = pd.DataFrame({name: columns[name] for name in COLUMNS})
    frame["value"] = frame["value"].astype("float64")
    for name in CATEGORIES:
        frame[name] = frame[name].astype("category")
    return check(frame)


def published(value: float) -> str:
    """A figure as its publisher writes it: no trailing ".0", no exponent."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else np.format_float_positional(value, trim="-")


@dataclass(frozen=True, eq=False)  # a release is itself and nothing else: it may be the key of caches
class Figures:
    """All figures of one release in memory, sorted by indicator and sliced by offset.

    Attributes:
        release: number of the release; figures of two releases are never mixed.
        frame: the tidy frame, sorted by indicator, region, period; its numbers cannot be changed.
        series: a row a series, by id: indicator, publisher, dataset, dimensions, unit, derived, origin.
    """

    release: int
    frame: pd.DataFrame
    series: pd.DataFrame
    offsets: Mapping[str, slice]

    @classmethod
    def of(cls, release: int, frame: pd.DataFrame, series: pd.DataFrame) -> "Figures":
        """Index a tidy frame by indicator."""
        ordered = read_only(frame.sort_values(["indicator", "region", "period"], kind="stable").reset_index(drop=True))
        codes = ordered["indicator"].cat.codes.to_numpy()
        names = ordered["indicator"].cat.categories
        starts = np.flatnonzero(np.r_[True, codes[1:] != codes[:-1]]) if len(codes) else np.array([], dtype=int)
        ends = np.r_[starts[1:], len(codes)]
        offsets = {str(names[codes[a]]): slice(int(a), int(b)) for a, b in zip(starts, ends, strict=True)}
        return cls(release, ordered, series, offsets)

    def __contains__(self, indicator: str) -> bool:
        return indicator in self.offsets

    def indicator(self, indicator: str) -> pd.DataFrame:
        """The figures of one indicator; an empty frame where there are none."""
        return self.frame.iloc[self.offsets.get(indicator, slice(0, 0))]
