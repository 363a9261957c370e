"""Which of a figure's numbers differ between the release that a presentation is pinned to and a newer one."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float | bool | None
Table = Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class CellChange:
    """One number that has changed.

    Attributes:
        key: what it is the number of: the cells of the key columns.
        column: place of the number among the table's columns.
        old: as it was; None where there was none.
        new: as it is; None where there is none any more.
    """

    key: tuple[Cell, ...]
    column: int
    old: Cell
    new: Cell


def _by_key(table: Table, keys: Sequence[int]) -> dict[tuple[Cell, ...], Sequence[Cell]]:
    return {tuple(row[at] for at in keys): row for row in table}


def cell_changes(old: Table, new: Table, keys: Sequence[int], numbers: Sequence[int]) -> tuple[CellChange, ...]:
    """Every number that differs, in the order of the newer table; rows that are gone come last.

    Args:
        old: rows as they were.
        new: rows as they are, with the same columns.
        keys: columns that say what a row is about.
        numbers: columns that hold numbers.
    """
    then, now = _by_key(old, keys), _by_key(new, keys)
    found = []
    for key in dict.fromkeys([*now, *then]):
        before, after = then.get(key), now.get(key)
        for at in numbers:
            one = None if before is None else before[at]
            other = None if after is None else after[at]
            if one != other:
                found.append(CellChange(key, at, one, other))
    return tuple(found)
