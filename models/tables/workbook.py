"""Excel workbooks to tables: one visible sheet, values only.

What a reader would take for something else is refused, never guessed: formulae (their kept value may be old or was
never computed), cells that show an error, merged cells, hidden sheets, rows or columns. The library gives values
alone and an empty cell for an error, so the sheet's own XML is looked at for these (ECMA-376, part 1, 18.3.1).
"""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum, load_workbook

from models.tables.table import Row, Table, TableError, table_of

MARK = b"PK\x03\x04"
LARGEST_UNPACKED = 300_000_000  # bytes
_CELL = re.compile(rb"<c\b([^>]*[^>/])>(.*?)</c>", re.DOTALL)
_REFERENCE = re.compile(rb'\br="([A-Z]+[0-9]+)"')
_HIDDEN = re.compile(rb'<(?:row|col)\b[^>]*\bhidden="(?:1|true)"')

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


def read_workbook(name: str, content: bytes) -> Table:
    """The one visible sheet that holds something.

    Raises:
        TableError: no workbook, a damaged or far too large one, or a sheet whose values cannot be taken as they are.
    """
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            _check_size(name, archive)
            with load_workbook(io.BytesIO(content)) as book:
                sheet = _sheet(name, book)
                _check_cells(name, archive, sheet)
                lines = [
                    Row(number, tuple(_text(value) for value in values))
                    for number, values in enumerate(sheet.to_python(skip_empty_area=False), start=1)
                ]
    except (CalamineError, BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise TableError(f"{name} is no Excel workbook, or a damaged one") from error
    return table_of(name, lines, separator="")


def _check_size(name: str, archive: ZipFile) -> None:
    """Refuse what would unpack to more than memory should hold; a size that lies is found by its check sum."""
    if (unpacked := sum(part.file_size for part in archive.infolist())) > LARGEST_UNPACKED:
        raise TableError(
            f"{name} is too large: it unpacks to {unpacked / 1e6:.0f} MB, at most {LARGEST_UNPACKED / 1e6:.0f} are read"
        )
    if "xl/workbook.xml" not in archive.namelist():
        raise TableError(f"{name} is no Excel workbook (.xlsx)")
    if broken := archive.testzip():
        raise TableError(f"{name} is damaged ({broken})")


def _sheet(name: str, book: CalamineWorkbook) -> CalamineSheet:
    if hidden := [sheet.name for sheet in book.sheets_metadata if sheet.visible != SheetVisibleEnum.Visible]:
        raise TableError(f"{name} has the hidden sheet '{hidden[0]}'; keep one visible sheet")
    sheets = [book.get_sheet_by_name(sheet) for sheet in book.sheet_names]
    filled = [sheet for sheet in sheets if sheet.start is not None]
    if not filled:
        raise TableError(f"{name} is empty")
    if len(filled) > 1:
        raise TableError(f"{name} has {len(filled)} sheets ({', '.join(s.name for s in filled)}); keep one")
    return filled[0]


def _check_cells(name: str, archive: ZipFile, sheet: CalamineSheet) -> None:
    if merged := sheet.merged_cell_ranges:
        (row, column), _ = merged[0]
        raise TableError(f"{name}: row {row + 1}, column {column + 1}: merged cells; unmerge them")
    for part in archive.namelist():
        if not (part.startswith("xl/worksheets/") and part.endswith(".xml")):
            continue
        xml = archive.read(part)
        if _HIDDEN.search(xml):
            raise TableError(f"{name} has hidden rows or columns; show or delete them")
        for cell, what in _not_values(xml):
            raise TableError(f"{name}, cell {cell}: {what}")


def _not_values(xml: bytes) -> Iterator[tuple[str, str]]:
    """Cells that hold no value of their own, with the reason."""
    for match in _CELL.finditer(xml):
        attributes, inside = match.groups()
        reference = _REFERENCE.search(attributes)
        cell = reference[1].decode() if reference else "?"
        if b't="e"' in attributes:
            yield cell, "the spreadsheet shows an error there"
        if b"<f" in inside:
            yield cell, "a formula; paste its value instead (Lim inn utvalg, verdier)"


def _text(value: Value) -> str:
    """A value as a CSV would hold it: whole numbers without decimals, dates as dates."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return str(value)
