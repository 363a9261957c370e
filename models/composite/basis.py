"""The figures that an index can rest on: without rows that have none, without indicators that tell nobody apart."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite.checks import FEWEST_REGIONS, row_name
from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.spec import IndexSpec
from models.composite.transform import refused

Table = NDArray[np.float64]


@dataclass(frozen=True)
class Basis:
    """What is scored. A row without any figure is no region to impute, to compare with or to rank.

    Attributes:
        figures: the rows and indicators that are scored, as published.
        leaves: those indicators.
        index: all rows.
        codes: all indicators, in the framework's order.
        flat: indicators that get the lowest score everywhere, since all regions have the same figure.
        dropped: indicators that are left out, with the reason in words.
    """

    figures: pd.DataFrame
    leaves: tuple[Node, ...]
    index: pd.Index
    codes: tuple[str, ...]
    flat: pd.DataFrame
    dropped: Mapping[str, str]

    def whole(self, values: NDArray[np.generic], missing: object = np.nan) -> pd.DataFrame:
        """Values of what is scored as a table of all rows and indicators."""
        known = pd.DataFrame(values, index=self.figures.index, columns=self.figures.columns)
        return known.reindex(index=self.index, columns=list(self.codes), fill_value=missing)

    def published(self) -> pd.DataFrame:
        """Which figures count: rows × the indicators that are not dropped, in a table of all of them."""
        known = self.whole(self.figures.notna().to_numpy(), missing=False)
        for code in self.flat:
            known[code] = self.flat[code].notna()
        return known.astype(bool)

    def scores(self, normalised: Table, spec: IndexSpec) -> Table:
        """Scores of all indicators in all rows, those of `flat` included."""
        table = self.whole(normalised)
        for code in self.flat:
            table[code] = np.where(self.flat[code].notna(), spec.lowest_score, np.nan)
        return np.asarray(table.to_numpy(dtype=float))


def basis(figures: pd.DataFrame, framework: Framework, spec: IndexSpec) -> Basis:
    """Settle what is scored.

    An indicator that weighs nothing in the total never stops the index: where it tells nobody apart it is dropped.

    Args:
        figures: rows × leaves in the framework's order, NaN where missing.
        framework: the tree.
        spec: says what becomes of constant indicators.

    Raises:
        CompositeError: too few regions; an indicator that has no figures, or tells nobody apart where the spec
            refuses that; a figure that its transform cannot take.
    """
    rows = figures.notna().any(axis=1)
    used = figures[rows]
    count = used.index.get_level_values(0).nunique()
    fixed = all(leaf.code in spec.goalposts for leaf in framework.leaves)
    if count < FEWEST_REGIONS and not (fixed and count):  # with fixed goalposts one region has a score
        raise CompositeError(f"an index needs at least {FEWEST_REGIONS} regions with figures, it has {count}")
    dropped: dict[str, str] = {}
    flat: list[str] = []
    for code in figures.columns:
        if (why := _tells_nothing(used[code], code, spec)) is None:
            continue
        weighs = code in framework.weighing
        if spec.constant == "refuse" and weighs:
            raise CompositeError(f"'{code}' {why}; it cannot rank them")
        if spec.constant == "lowest" and used[code].notna().any():
            flat.append(code)
        elif weighs and not used[code].notna().any():
            raise CompositeError(f"'{code}' {why}")
        else:
            dropped[code] = why
    out = {*dropped, *flat}
    leaves = tuple(leaf for leaf in framework.leaves if leaf.code not in out)
    if not any(leaf.code in framework.weighing for leaf in leaves):
        raise CompositeError("no indicator that weighs anything tells the regions apart")
    kept = used[[leaf.code for leaf in leaves]].dropna(how="all")
    _check_transforms(kept, spec)
    return Basis(kept, leaves, figures.index, tuple(figures.columns), figures[flat], dropped)


def _tells_nothing(column: pd.Series, code: str, spec: IndexSpec) -> str | None:
    """Why an indicator tells no region from another, or None."""
    present = column.dropna()
    if present.empty:
        return "has no figure for any region"
    if code in spec.goalposts or spec.normaliser == "none" or present.min() < present.max():
        return None
    if len(present) == 1:
        return f"has a figure for {row_name(present.index[0])} alone ({present.iloc[0]:g})"
    whom = "every region" if len(present) == len(column) else "every region that has it"
    return f"is the same for {whom} ({present.iloc[0]:g})"


def _check_transforms(figures: pd.DataFrame, spec: IndexSpec) -> None:
    for code in figures.columns:
        if (how := spec.transforms.get(code)) is None:
            continue
        bad = refused(figures[code].to_numpy(dtype=float), how)
        if bad.any():
            row = int(np.flatnonzero(bad)[0])
            needed = "a logarithm needs figures above 0" if how == "log" else "a power needs figures of 0 or more"
            raise CompositeError(f"'{code}' of {row_name(figures.index[row])} is {figures[code].iloc[row]:g}; {needed}")
