"""CSV files: one for a Norwegian spreadsheet, opened by a double click, and one for programs."""

import csv
import io
from collections.abc import Iterator

from components.export.columns import FileColumn
from components.export.plain_text import clean
from components.rows import Cell
from components.words.text import Speaker
from models.catalogue import Catalogue

BOM = "\ufeff"


def written(
    columns: tuple[FileColumn, ...], catalogue: Catalogue, say: Speaker
) -> Iterator[tuple[str, str, list[Cell]]]:
    """Name, label and cells of each column of a file: a code is followed by its name, a value by its unit.

    Workbooks hold the same (`components/export/workbook.py`).
    """
    language, yes, no = say.language, say("ja"), say("nei")
    indicators = next((column.cells for column in columns if column.name == "indicator"), None)
    for column in columns:
        label = column.label[language]
        unit = column.unit[language]
        cells = list(column.cells)
        if column.kind == "yes":
            cells = [None if cell is None else yes if cell else no for cell in cells]
        if column.names:  # the code is a key, headed alike in both languages, so that their files can be joined
            named = [column.names.get(str(cell), {}).get(language) for cell in column.cells]
            yield column.name, column.name, cells
            yield f"{column.name}_name", label, list(named)
        else:
            yield column.name, f"{label} ({unit})" if unit else label, cells
        if column.name == "value" and not unit and indicators is not None:
            units = [catalogue.units[catalogue.indicators[str(name)].unit].title[language] for name in indicators]
            yield "unit", say("Enhet"), list(units)


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula, without signs that nobody can see."""
    text = clean(text)
    first = text.lstrip()[:1]
    return f"'{text}" if first in ("=", "@", "+") or (first == "-" and not _number(text)) else text


def _number(text: str) -> bool:
    try:
        float(text.replace(",", "."))
    except ValueError:
        return False
    return True


def _text(cell: Cell, comma: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        text = f"{int(cell)}" if float(cell).is_integer() and abs(cell) < 1e15 else f"{cell:.10g}"
        return text.replace(".", ",") if comma else text
    return _safe(cell)


def csv_file(
    columns: tuple[FileColumn, ...], catalogue: Catalogue, say: Speaker, ends: dict[str, str], *, machine: bool
) -> bytes:
    """The file.

    Args:
        columns: what it holds.
        catalogue: for units.
        say: the reader's language.
        ends: what stands at the end of each row, by the column's name: source, release, address.
        machine: for programs: comma and point, columns by their names; else `;`, the labels of the reader's language,
            a byte order mark, and in bokmål a decimal comma.
    """
    cells_of = list(written(columns, catalogue, say))
    comma = not machine and say.language == "nb"
    labels = {"source": say("Kilde"), "release": say("Datautgave"), "view": say("Visning")}
    out = io.StringIO()
    writer = csv.writer(out, delimiter="," if machine else ";", lineterminator="\r\n")
    taken = {name for name, *_ in cells_of}
    last = {name: _safe(text) for name, text in ends.items() if name not in taken}
    writer.writerow(
        [name if machine else label for name, label, _ in cells_of] + [n if machine else labels[n] for n in last]
    )
    for cells in zip(*(cells for *_, cells in cells_of), strict=True):
        writer.writerow([*(_text(cell, comma) for cell in cells), *last.values()])
    return (("" if machine else BOM) + out.getvalue()).encode()
