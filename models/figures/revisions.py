"""What differs between two states of figures: what is new, revised, withdrawn.

A frame of differences has a row for each figure that is not the same in both:

| column | meaning |
| --- | --- |
| indicator, region, period | whose figure |
| kind | "added", "revised" (another value or other flags) or "withdrawn" |
| old_value, old_flag | as it stood; NaN and "" where added |
| value, flag | as it stands now; NaN and "" where withdrawn |
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

KEY = ["region", "period"]
KINDS = ("added", "revised", "withdrawn")
COLUMNS = ["indicator", *KEY, "kind", "old_value", "old_flag", "value", "flag"]


@dataclass(frozen=True)
class Counts:
    """How many figures are new, revised and withdrawn."""

    added: int = 0
    revised: int = 0
    withdrawn: int = 0

    @property
    def total(self) -> int:
        """All that differ."""
        return self.added + self.revised + self.withdrawn

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(self.added + other.added, self.revised + other.revised, self.withdrawn + other.withdrawn)


def counts(differences: pd.DataFrame) -> Counts:
    """The number of differences of each kind."""
    by_kind = differences["kind"].astype(str).value_counts()
    return Counts(*(int(by_kind.get(kind, 0)) for kind in KINDS))


def differences(old: pd.DataFrame, new: pd.DataFrame, by: Iterable[str] = KEY) -> pd.DataFrame:
    """What differs between two frames of figures.

    Args:
        old: columns of `by`, value, flag; no key twice. Further columns come back with "old_" before their names.
        new: the same.
        by: what names a figure.

    Returns:
        A row a difference, sorted by key: `by`, kind, and both frames' columns.
    """
    key = list(by)
    texts = dict.fromkeys((*key, "flag"), str)
    one = old.astype(texts).rename(columns={c: f"old_{c}" for c in old.columns if c not in key})
    both = one.merge(new.astype(texts), on=key, how="outer", indicator="kind", validate="one_to_one")
    same = (both["old_value"] == both["value"]) & (both["old_flag"] == both["flag"])
    kinds = {"left_only": "withdrawn", "right_only": "added", "both": "revised"}
    changed = both.assign(kind=both["kind"].astype(str).map(kinds)).loc[~same]
    return changed.fillna({"old_flag": "", "flag": ""}).sort_values(key).reset_index(drop=True)


def spoken_for(old: pd.DataFrame, answer: pd.DataFrame, withheld: pd.DataFrame) -> pd.Series:
    """Which figures an answer would hold if they were still published.

    An answer speaks for the regions and periods that it covers, each region from its own first period on. What its
    publisher no longer offers at all (codes of older territories, years before the first) is history that we keep.

    Args:
        old: figures with region and period.
        answer: the figures that came, with region and period.
        withheld: cells that the publisher lists without a value: it speaks for each of them.

    Returns:
        A mask over `old`.
    """
    listed = pd.concat([answer[KEY], withheld[KEY]]).astype(str)
    regions, periods = old["region"].astype(str), old["period"].astype(str)
    first = regions.map(listed.groupby("region")["period"].min())
    covered = first.notna() & periods.isin(set(listed["period"])) & (periods >= first.fillna("9999"))
    cells = pd.MultiIndex.from_frame(withheld[KEY].astype(str))
    return covered | pd.MultiIndex.from_arrays([regions, periods]).isin(cells)


@dataclass(frozen=True, eq=False)  # a pair of releases is itself: it may be kept by whoever asks
class Revisions:
    """What a release changed in comparison with an older one.

    Attributes:
        older, newer: numbers of the releases.
        frame: the differences, sorted by indicator, region, period. Never change it.
    """

    older: int
    newer: int
    frame: pd.DataFrame

    @cached_property
    def counts(self) -> Counts:
        """Of all indicators together."""
        return counts(self.frame)

    @cached_property
    def by_indicator(self) -> dict[str, Counts]:
        """Of each indicator with differences, those with most first."""
        groups = self.frame.groupby("indicator", sort=False, observed=True)
        counted = {str(name): counts(group) for name, group in groups}
        return dict(sorted(counted.items(), key=lambda item: (-item[1].total, item[0])))

    def of(self, indicators: Iterable[str], regions: Iterable[str] | None = None) -> pd.DataFrame:
        """The differences of some indicators, and of some regions where given."""
        chosen = self.frame["indicator"].isin(list(indicators))
        if regions is not None:
            chosen &= self.frame["region"].isin(list(regions))
        return self.frame.loc[chosen]
