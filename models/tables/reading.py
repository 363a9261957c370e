"""Any file to a table: by what it holds, not by its name."""

import csv
from collections.abc import Iterator
from pathlib import Path

from models.tables.table import Row, Table, TableError, table_of
from models.tables.workbook import MARK, read_workbook

LARGEST = 50_000_000  # bytes: a hundred times what the figures of all of Europe's regions take for one indicator
_OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"
_SUFFIXES = (".xlsx", ".xlsm")


def read(path: Path) -> Table:
    """A table from CSV (columns parted by comma, semicolon or tab, UTF-8) or an Excel workbook.

    Raises:
        TableError: a file that cannot be read, is too large, or is no such table.
    """
    content = _bytes(path)
    if content.startswith(MARK):
        return read_workbook(path.name, content)
    if content.startswith(_OLD_WORKBOOK):
        raise TableError(f"{path.name} is an old or a locked Excel workbook; save it as .xlsx without a password")
    if path.suffix.lower() in _SUFFIXES:
        raise TableError(f"{path.name} is no Excel workbook, though its name says so")
    text = decoded(content, path.name)
    separator = _separator(text)
    try:
        return table_of(path.name, list(_lines(text, separator)), separator)
    except csv.Error as error:
        raise TableError(f"{path.name} is no CSV: {error}") from error


def text_of(path: Path) -> str:
    """The whole of a text file.

    Raises:
        TableError: a file that cannot be read, is too large or is no text in UTF-8.
    """
    return decoded(_bytes(path), path.name)


def decoded(content: bytes, name: str) -> str:
    """Bytes as text in UTF-8, with or without a byte order mark.

    Raises:
        TableError: other bytes.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(f"{name} is not text in UTF-8 (in Excel, save as «CSV UTF-8» or .xlsx)") from error


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file() and (size := path.stat().st_size) > LARGEST:
            raise TableError(f"{path.name} is too large: {size / 1e6:.0f} MB, at most {LARGEST / 1e6:.0f} are read")
        return path.read_bytes()
    except OSError as error:
        raise TableError(f"{path} cannot be read: {error.strerror}") from error


def _separator(text: str) -> str:
    """What parts the columns: the first comma, semicolon or tab of the header, outside quotes."""
    quoted = False
    for sign in text.lstrip().partition("\n")[0]:
        quoted ^= sign == '"'
        if sign in ",;\t" and not quoted:
            return sign
    return ","


def _lines(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True, delimiter=separator)
    for cells in reader:
        yield Row(reader.line_num, tuple(cells))
