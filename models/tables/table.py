"""A table as it stood in its file: a header, rows of text, and what a number looks like in it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import isfinite

POINT = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")  # float() would also take "1_000"
COMMA = re.compile(r"[+-]?(\d+,?\d*|,\d+)([eE][+-]?\d+)?")
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
_GROUPED = re.compile(r"[+-]?\d{1,3}([ \u00a0\u202f\u2009'\u2019]\d{3})+([.,]\d+)?")
_GERMAN_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3})+")
_SPREADSHEET_ERRORS = re.compile(r"#(REF!|N/A|I/T|DIV/0!|VALUE!|VERDI!|NAME\?|NAVN\?|NUM!|NULL!|#+)")


class TableError(ValueError):
    """A file that cannot be read as a table; the message names the file, the place and what to do."""


def as_seen(name: str) -> str:
    """A name without what nobody sees: signs without width (soft hyphens, marks of direction), kinds of space."""
    return " ".join("".join(sign for sign in name if unicodedata.category(sign) != "Cf").split())


@dataclass(frozen=True)
class Row:
    """A row with its number in the file (from 1), cells without space around them."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A header and rows as wide as it.

    Attributes:
        name: the file's name.
        header: names of the columns, all different, none empty.
        rows: without empty ones; at least one.
        separator: between the columns; empty in a workbook.

    Raises:
        TableError: columns without or with the same name, rows of another width, no rows, control characters.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    separator: str

    def __post_init__(self) -> None:
        if twice := [name for name in self.header if self.header.count(name) > 1 and name]:
            raise TableError(f"{self.name}: column '{twice[0]}' stands twice")
        looks = [as_seen(name) for name in self.header]
        if alike := [name for name, look in zip(self.header, looks, strict=True) if looks.count(look) > 1 and name]:
            raise TableError(
                f"{self.name}: column '{as_seen(alike[0])}' stands twice, written with other signs that nobody sees"
            )
        if "" in self.header:
            raise TableError(f"{self.name}: column {self.header.index('') + 1} has no name")
        for row in self.rows:
            if len(row.cells) != len(self.header):
                raise TableError(
                    f"{self.name}, line {row.number}: {len(row.cells)} cells where the header has {len(self.header)}"
                )
        if not self.rows:
            raise TableError(f"{self.name} has a header but no rows")
        for name in self.header:
            self._check_signs(name, "the header")
        for row in self.rows:
            for name, cell in zip(self.header, row.cells, strict=True):
                self._check_signs(cell, self.where(row, name))

    def _check_signs(self, cell: str, place: str) -> None:
        """Refuse signs that nobody sees: two names that look the same could differ by them."""
        if not cell.isprintable() and (unseen := [sign for sign in cell if unicodedata.category(sign) == "Cc"]):
            raise TableError(f"{self.name}, {place}: a control character (U+{ord(unseen[0]):04X})")

    @cached_property
    def decimal_comma(self) -> bool:
        """Whether numbers are written 1234,5. Only possible where the comma does not part the columns."""
        if self.separator not in (";", "\t"):
            return False
        return any("," in cell and COMMA.fullmatch(cell) for row in self.rows for cell in row.cells)

    def where(self, row: Row, column: str) -> str:
        """A cell in words: "line 7, 'value'", in a workbook "cell C7"."""
        if not self.separator:
            return f"cell {_letters(self.header.index(column))}{row.number}"
        return f"line {row.number}, '{column}'"

    def number(self, text: str, what: str) -> float:
        """A cell as a number.

        Args:
            text: the cell.
            what: whose number it is, for the message.

        Raises:
            TableError: an empty cell, or anything but one finite number in the file's own way of writing.
        """
        text = text.replace("\N{MINUS SIGN}", "-")
        if not text:
            raise TableError(f"{what} is missing")
        if _NOT_FINITE.fullmatch(text):
            raise TableError(f"{what} is not finite ('{text}'); leave the cell empty where a figure is missing")
        if not (COMMA if self.decimal_comma else POINT).fullmatch(text):
            raise TableError(f"{what} is not a number ('{text}'){self._hint(text)}")
        if self._ambiguous and _GERMAN_THOUSANDS.fullmatch(text):
            raise TableError(f"{what} could be a decimal or thousands ('{text}'); write decimals with a comma")
        value = float(text.replace(",", "."))
        if not isfinite(value):
            raise TableError(f"{what} is not finite ('{text}')")
        return value

    @cached_property
    def _ambiguous(self) -> bool:
        """Every point in a file with semicolons could be one between thousands, as some spreadsheets write them."""
        pointed = [c for row in self.rows for c in row.cells if "." in c and POINT.fullmatch(c)]
        return self.separator == ";" and bool(pointed) and all(_GERMAN_THOUSANDS.fullmatch(c) for c in pointed)

    def _hint(self, text: str) -> str:
        """What to mend, where it is plain what happened."""
        if _SPREADSHEET_ERRORS.fullmatch(text):
            return "; the spreadsheet shows an error there"
        if text.startswith("="):
            return "; a formula: paste its value"
        if _GROUPED.fullmatch(text):
            return "; write it without a mark between the thousands"
        if self.decimal_comma and POINT.fullmatch(text):
            return "; other numbers in the file have a decimal comma"
        if COMMA.fullmatch(text):
            if not self.separator:
                return "; the cell holds text: make it a number in the spreadsheet"
            return "; a decimal comma needs semicolons between the columns, else write a decimal point"
        return ""


def _letters(column: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def table_of(name: str, lines: Sequence[Row], separator: str) -> Table:
    """A table from its lines, the header first: empty lines, and columns at the end that hold nothing, are left out.

    Names are brought into one Unicode form (NFC), since the same letter can be written in two ways.

    Raises:
        TableError: nothing there, or whatever `Table` refuses.
    """
    filled = [
        Row(line.number, tuple(unicodedata.normalize("NFC", cell.strip()) for cell in line.cells)) for line in lines
    ]
    filled = [line for line in filled if any(line.cells)]
    if not filled:
        raise TableError(f"{name} is empty")
    width = max(k + 1 for line in filled for k, cell in enumerate(line.cells) if cell)
    header, *rows = [Row(line.number, line.cells[:width]) for line in filled]
    return Table(name, header.cells, tuple(rows), separator)
