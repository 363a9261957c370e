"""Excel workbooks: the same columns as the CSV, with real numbers, and all that is known of them on further sheets.

Every text is written as text: nothing in a workbook is a formula.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from components.exhibit import Exhibit
from components.export.columns import FileColumn, columns_of, flag_names
from components.export.csv import written
from components.export.document import source_of
from components.export.plain_text import clean
from components.rows import Cell
from components.theme import LIGHT
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue import Catalogue

_WIDEST, _NARROWEST = 60, 9  # letters
_LINE, _LABEL, _TOLD = 15, 26, 95  # points a line has, letters that fit into one
_NUMBERS = ("number", "count")  # kinds of columns that stand to the right
_A4 = 9  # as Excel numbers papers
_LONGEST = 31  # letters of a sheet's name
_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(frozen=True)
class _Formats:
    """How cells look."""

    head: Any
    number_head: Any
    text: Any
    title: Any
    link: Any
    numbers: dict[int, Any]


def workbook(exhibits: Sequence[Exhibit], view: ViewState, catalogue: Catalogue, say: Speaker, base: str) -> bytes:
    """A workbook: a sheet of figures for each exhibit, then what they are, then what their flags mean.

    Args:
        exhibits: which, in order.
        view: where they stand.
        catalogue: for names, units and definitions.
        say: the reader's language.
        base: address of the server, for complete addresses.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    head = {"bold": True, "text_wrap": True, "valign": "top", "bg_color": LIGHT.surface, "bottom": 1}
    formats = _Formats(
        head=book.add_format(head),
        number_head=book.add_format({**head, "align": "right"}),
        text=book.add_format({"text_wrap": True, "valign": "top"}),
        title=book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
        link=book.add_format({"font_color": LIGHT.focus, "underline": 1, "valign": "top", "text_wrap": True}),
        numbers={d: book.add_format({"num_format": "#,##0" + (f".{'0' * d}" if d else "")}) for d in range(7)},
    )
    first = exhibits[0].finding if len(exhibits) == 1 else say.of(catalogue.identity.name)
    book.set_properties({"title": clean(first), "author": say.of(catalogue.identity.name)})
    names = list(_sheet_names(exhibits, say))
    every = [columns_of(one.rows, catalogue) for one in exhibits]
    for name, columns in zip(names, every, strict=True):
        _figures(book.add_worksheet(name), columns, catalogue, say, formats)
    _about(book, list(zip(names, exhibits, strict=True)), view, catalogue, say, base, formats)
    _flags(book, every, say, formats)
    book.close()
    return out.getvalue()


def _sheet_names(exhibits: Sequence[Exhibit], say: Speaker) -> Iterator[str]:
    """What the sheets are called: by the figure's key, each once, and none like the sheets that stand after them."""
    taken = {say("Om tallene").lower(), say("Merknader").lower()}
    for number, one in enumerate(exhibits, start=1):
        name = say("Tall") if len(exhibits) == 1 else f"{number} {one.key}"
        name = clean(name).translate(_FORBIDDEN).strip()[:_LONGEST]
        if name.lower() in taken:
            name = f"{number} {name}"[:_LONGEST]
        taken.add(name.lower())
        yield name


def _decimals(columns: tuple[FileColumn, ...], catalogue: Catalogue) -> list[int | None]:
    """For each row how many decimals its indicator has; None where that is not known."""
    found = next((one.cells for one in columns if one.name == "indicator"), None)
    count = len(columns[0].cells) if columns else 0
    if found is None:
        return [None] * count
    return [catalogue.indicators[str(name)].decimals if str(name) in catalogue.indicators else None for name in found]


def _figures(
    sheet: Any,  # noqa: ANN401 - XlsxWriter has no types
    columns: tuple[FileColumn, ...],
    catalogue: Catalogue,
    say: Speaker,
    formats: _Formats,
) -> None:
    kinds = {one.name: one.kind for one in columns}
    decimals = _decimals(columns, catalogue)
    count = 0
    for at, (name, label, cells) in enumerate(written(columns, catalogue, say)):
        count = at + 1
        numeric = kinds.get(name) in _NUMBERS and any(isinstance(cell, int | float) for cell in cells)
        years = kinds.get(name) == "period" and all(str(cell).isdigit() for cell in cells if cell is not None)
        sheet.write_string(0, at, clean(label), formats.number_head if numeric or years else formats.head)
        own = catalogue.indicators[name].decimals if name in catalogue.indicators else None
        width = max(_NARROWEST, min(24, len(label)))
        for row, cell in enumerate(cells, start=1):
            places = own if own is not None else decimals[row - 1] if name == "value" else None
            shown = _cell(sheet, row, at, cell, kinds.get(name, "text"), places, formats)
            width = max(width, min(_WIDEST, len(shown) + 2))
        sheet.set_column(at, at, width)
    rows = len(columns[0].cells) if columns else 0
    sheet.freeze_panes(1, 0)
    if count and rows:
        sheet.autofilter(0, 0, rows, count - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _cell(
    sheet: Any,  # noqa: ANN401
    row: int,
    at: int,
    cell: Cell,
    kind: str,
    places: int | None,
    formats: _Formats,
) -> str:
    """Write a cell; what it shows, about."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
        return "FALSE"
    if kind == "period" and isinstance(cell, str) and cell.isdigit():
        sheet.write_number(row, at, int(cell))
        return cell
    if isinstance(cell, int | float):
        if kind == "count" and float(cell).is_integer():
            places = 0
        sheet.write_number(row, at, cell, formats.numbers[places] if places is not None else None)
        return f"{cell:,.{places if places is not None else 3}f}"
    text = clean(cell)
    sheet.write_string(row, at, text)
    return text


def _about(
    book: Any,  # noqa: ANN401
    exhibits: Sequence[tuple[str, Exhibit]],
    view: ViewState,
    catalogue: Catalogue,
    say: Speaker,
    base: str,
    formats: _Formats,
) -> None:
    """What each sheet holds, by whom, and what must be known of it."""
    sheet = book.add_worksheet(say("Om tallene"))
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 100)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    row = 0
    for name, one in exhibits:
        lines = [*_told(one, view, catalogue, say)]
        if len(exhibits) > 1:
            lines.insert(0, (say("Ark"), name))
        for label, text in lines:
            sheet.write_string(row, 0, clean(label), formats.title)
            sheet.write_string(row, 1, clean(text), formats.title if row == 0 else formats.text)
            # Excel would find the height itself, other programs do not.
            sheet.set_row(row, _LINE * max(-(-len(label) // _LABEL), -(-len(text) // _TOLD)))
            row += 1
        sheet.write_string(row, 0, say("Visning"), formats.title)
        address = f"{base}{view.address}#{one.key}"
        sheet.write_url(row, 1, address, formats.link, string=address)
        sheet.set_row(row, _LINE * -(-len(address) // _TOLD))
        row += 2
    sheet.hide_gridlines(2)


def _told(one: Exhibit, view: ViewState, catalogue: Catalogue, say: Speaker) -> Iterator[tuple[str, str]]:
    yield say("Funn"), one.finding
    yield say("Måling"), one.measure
    source = one.source
    codes = ", ".join(f"{code} {url}".strip() for code, url in source.datasets)
    yield say("Kilde"), f"{source.publisher} ({codes})" if codes else source.publisher
    yield say("Tall for"), source.years
    if source.derived:
        yield say("Beregning"), say("Beregnet av oss ut fra publiserte tall.")
    for licence in source_of(one, catalogue)["licences"]:
        yield say("Lisens"), f"{licence['attribution'][say.language]} {licence['url']}".strip()
    yield say("Datautgave"), str(view.release)
    for note in one.notices:
        yield say("Merknad"), note
    if one.credit:
        yield say("Kart"), one.credit
    indicators = next((c for c in columns_of(one.rows, catalogue) if c.name == "indicator"), None)
    for name in indicators.names if indicators else ():
        indicator = catalogue.indicators[name]
        unit = say.of(catalogue.units[indicator.unit].title)
        yield say.of(indicator.title), f"{say.of(indicator.description)} ({unit})"


def _flags(book: Any, every: Sequence[tuple[FileColumn, ...]], say: Speaker, formats: _Formats) -> None:  # noqa: ANN401
    """What the letters of flags mean; no sheet where there are none."""
    found: dict[str, str] = {}
    for columns in every:
        for one in columns:
            if one.kind == "flag":
                found |= {letter: named[say.language] for letter, named in flag_names(one.cells).items()}
    if not found:
        return
    sheet = book.add_worksheet(say("Merknader"))
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 50)
    sheet.write_string(0, 0, say("Merknad"), formats.head)
    sheet.write_string(0, 1, say("Betydning"), formats.head)
    for row, (letter, words) in enumerate(sorted(found.items()), start=1):
        sheet.write_string(row, 0, letter)
        sheet.write_string(row, 1, clean(words))
    sheet.freeze_panes(1, 0)
