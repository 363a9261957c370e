"""The numbers behind an exhibit, as they go into files: one row a figure, ids, plain numbers, flags."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import pandas as pd

Cell = str | int | float | bool | None


@dataclass(frozen=True)
class Rows:
    """A tidy table.

    Attributes:
        columns: names of the columns; `components/export/columns.py` says what each holds.
        cells: one tuple a row; None where there is no figure.
        units: of columns whose unit neither the column nor an indicator tells: pairs of column and message.
    """

    columns: tuple[str, ...]
    cells: tuple[tuple[Cell, ...], ...]
    units: tuple[tuple[str, str], ...] = ()


def _plain(value: Any) -> Cell:  # noqa: ANN401 - whatever a frame holds
    if hasattr(value, "item"):  # numpy's numbers
        value = value.item()
    if isinstance(value, float):
        return value if isfinite(value) else None
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def rows_of(columns: Sequence[str], cells: Iterable[Iterable[Any]], **units: str) -> Rows:
    """Rows of plain values: numpy's numbers become Python's, what is no number becomes None.

    Args:
        columns: names.
        cells: one value a column, row by row.
        **units: messages by column; an empty one tells nothing.
    """
    told = tuple((name, unit) for name, unit in units.items() if unit)
    return Rows(tuple(columns), tuple(tuple(_plain(value) for value in row) for row in cells), told)


def frame_rows(frame: pd.DataFrame | pd.Series, index: str = "") -> Rows:
    """Rows of a frame.

    Args:
        frame: its columns become the columns.
        index: what the index holds, as the name of the first column; "" leaves the index out.
    """
    table = frame.to_frame() if isinstance(frame, pd.Series) else frame
    flat = table.reset_index(names=index) if index else table
    return rows_of([str(name) for name in flat.columns], flat.itertuples(index=False, name=None))
