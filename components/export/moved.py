"""Which figures of an exhibit differ between two releases: each as it was and as it is, with its year and flags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isclose

from components.export.columns import FileColumn, columns_of
from components.rows import Cell, Rows
from components.words.flags import flag_words
from components.words.quantities import unit_suffix
from components.words.text import Speaker
from models.catalogue import Catalogue

_JUDGED = ("call", "quality")  # codes that say what is found, not of what
_NUMBERS = ("number", "count")
_FINEST = 6  # decimals
_USUAL = {"score": 1, "stability": 2, "share": 3}  # decimals of what no indicator tells; a number has 1, a count 0


@dataclass(frozen=True)
class Stood:
    """A figure in one release: plain number or None, its year ("" where the rows name none), its flags."""

    value: float | None
    period: str = ""
    flag: str = ""


@dataclass(frozen=True)
class Move:
    """A figure that differs.

    Attributes:
        of: what it is of: pairs of column and code, and of the year where each year is a figure of its own.
        column: what it measures.
        before, now: how it stood and stands; None where the release has no such figure.
    """

    of: tuple[tuple[str, str], ...]
    column: str
    before: Stood | None
    now: Stood | None

    def code(self, column: str) -> str:
        """The code of a column; "" where the rows have none such."""
        return dict(self.of).get(column, "")


Key = tuple[tuple[str, str], ...]


def moved(before: Rows, now: Rows, catalogue: Catalogue) -> tuple[Move, ...]:
    """The figures that differ, in the order of the rows as they are now, then those that have left.

    A year is what a figure is of where there are several years of the same, and what has changed otherwise: so a
    ranking that has gone from 2023 to 2024 moves, and a line gets a new year.

    Args:
        before: rows of an exhibit in a release.
        now: rows of the same exhibit in another one.
        catalogue: for what the columns hold.
    """
    old, new = columns_of(before, catalogue), columns_of(now, catalogue)
    dated = not (_unique(_keys(old, dated=False)) and _unique(_keys(new, dated=False)))
    was, is_ = _figures(old, dated=dated), _figures(new, dated=dated)
    found = []
    for of, column in dict.fromkeys((*is_, *was)):
        one, other = was.get((of, column)), is_.get((of, column))
        if not _same(one, other):
            found.append(Move(of, column, one, other))
    return tuple(found)


def _codes(columns: Sequence[FileColumn], *, dated: bool) -> list[FileColumn]:
    """The columns that say what a row is of."""
    found = [one for one in columns if one.kind == "code" and one.name not in _JUDGED]
    return found + [one for one in columns if dated and one.name == "period"]


def _keys(columns: Sequence[FileColumn], *, dated: bool) -> list[Key]:
    codes = _codes(columns, dated=dated)
    count = len(columns[0].cells) if columns else 0
    return [tuple((one.name, str(one.cells[row])) for one in codes) for row in range(count)]


def _unique(keys: Sequence[Key]) -> bool:
    return len(set(keys)) == len(keys)


def _figures(columns: Sequence[FileColumn], *, dated: bool) -> dict[tuple[Key, str], Stood]:
    by_name = {one.name: one.cells for one in columns}
    count = len(columns[0].cells) if columns else 0
    nothing: tuple[Cell, ...] = (None,) * count
    periods = nothing if dated else by_name.get("period", by_name.get("newest", nothing))
    found: dict[tuple[Key, str], Stood] = {}
    keys = _keys(columns, dated=dated)
    for one in columns:
        if one.kind not in _NUMBERS:
            continue
        flags = by_name.get("flag" if one.name == "value" else f"{one.name}_flag", nothing)
        for row, key in enumerate(keys):
            value = one.cells[row]
            if isinstance(value, int | float):
                stood = Stood(float(value), str(periods[row] or ""), str(flags[row] or ""))
                found[key, one.name] = stood
    return found


def _same(one: Stood | None, other: Stood | None) -> bool:
    if one is None or other is None:
        return one is other
    if one.value is None or other.value is None:
        return one == other
    close = isclose(one.value, other.value, rel_tol=1e-9, abs_tol=1e-12)
    return close and (one.period, one.flag) == (other.period, other.flag)


@dataclass(frozen=True)
class ToldMove:
    """A figure that differs, in the reader's words: what it is of, how it stood, how it stands."""

    what: str
    before: str
    now: str


def told(moves: Sequence[Move], rows: Sequence[Rows], catalogue: Catalogue, say: Speaker) -> tuple[ToldMove, ...]:
    """The same in words, with units and years.

    Args:
        moves: figures of one exhibit.
        rows: of the exhibit in both releases, for the names behind codes.
        catalogue: for names and units.
        say: the reader's language.
    """
    columns = [one for some in rows for one in columns_of(some, catalogue)]
    measured = len(dict.fromkeys(move.column for move in moves)) > 1
    several = len(dict.fromkeys(move.code("indicator") for move in moves)) > 1
    return tuple(_told(move, columns, catalogue, say, measured=measured, several=several) for move in moves)


def _told(
    move: Move,
    columns: Sequence[FileColumn],
    catalogue: Catalogue,
    say: Speaker,
    *,
    measured: bool,
    several: bool,
) -> ToldMove:
    parts = [
        _name(name, code, columns, say)
        for name, code in sorted(move.of, key=lambda pair: pair[0] in ("indicator", "statistic"))
        if not (name == "indicator" and not several) and not (name == "statistic" and code == "figure")
    ]
    label = next((one.label for one in columns if one.name == move.column), None)
    if measured and label is not None:
        parts.append(label[say.language])
    indicator = catalogue.indicators.get(move.code("indicator") if move.column == "value" else move.column)
    suffix = unit_suffix(say, catalogue, indicator) if indicator is not None else ""
    kind = next((one.kind for one in columns if one.name == move.column), "number")
    usual = indicator.decimals if indicator is not None else 0 if kind == "count" else _USUAL.get(move.column, 1)
    decimals = _decimals(move, usual, say)

    def text(stood: Stood | None) -> str:
        if stood is None or stood.value is None:
            return "–"
        notes = [one for one in (stood.period, flag_words(stood.flag, say)) if one]
        return say.quantity(stood.value, decimals, suffix) + (f" ({', '.join(notes)})" if notes else "")

    return ToldMove(", ".join(part for part in parts if part), text(move.before), text(move.now))


def _decimals(move: Move, usual: int, say: Speaker) -> int:
    """The usual decimals; more where the difference would not be seen."""
    if move.before is None or move.now is None or move.before.value is None or move.now.value is None:
        return usual
    one, other, found = move.before.value, move.now.value, usual
    if isclose(one, other, rel_tol=1e-9):
        return usual
    while found < _FINEST and say.number(one, found) == say.number(other, found):
        found += 1
    return found


def _name(column: str, code: str, columns: Sequence[FileColumn], say: Speaker) -> str:
    """What a code is called; the code itself where it has no name."""
    named: Mapping[str, str] | None = next(
        (one.names[code] for one in columns if one.name == column and code in one.names), None
    )
    if named is None:
        return _beside(column, code, columns) or code
    return named[say.language]


def _beside(column: str, code: str, columns: Sequence[FileColumn]) -> str:
    """The name in the row's own column of names, where what a row is of is told there: sub-regions, municipalities."""
    names = next((one for one in columns if one.name == "name"), None)
    codes = next((one for one in columns if one.name == column), None)
    if names is None or codes is None or code not in codes.cells:
        return ""
    return str(names.cells[list(codes.cells).index(code)] or "")
