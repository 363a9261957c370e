"""Titles and names that mean harm, signs that break files of Office, and figures without anything in them."""

import csv
import io
import zipfile
from dataclasses import replace

import pytest
import python_calamine
from markupsafe import Markup
from pptx import Presentation

from components.exhibit import Exhibit, SourceNote
from components.export.archive import archive
from components.export.columns import columns_of
from components.export.csv import csv_file
from components.export.slides.deck import presentation
from components.export.slides.house import house
from components.export.slides.record import of_slide
from components.export.slides.told import Told
from components.export.workbook import workbook
from components.rows import rows_of
from components.view import ViewState
from components.words.text import Speaker

SAY = Speaker("nb")
VIEW = ViewState("talent", release=1)
BASE = "https://eksempel.no"
FORMULAS = ("=cmd|' /C calc'!A0", "@SUM(1)", "+1+1", "-1+1", "\t=1+1", "\r=1+1", '=HYPERLINK("https://ondt.no")')
CONTROL = "a\x00b\x07c\x1b[31m\ud800\ufffed"
BAD = (*FORMULAS, CONTROL, "<script>alert(1)</script>", "]]>&amp;", "x" * 40_000)


def bars(names):
    """A figure of bars, as pages draw them."""
    axis = {"tickvals": list(range(len(names))), "ticktext": list(names), "range": [len(names), -1]}
    values = [float(n + 1) for n in range(len(names))]
    trace = {
        "type": "bar",
        "x": values,
        "text": [f"{v:.0f}" for v in values],
        "marker": {"color": ["#84909d"] * len(names)},
    }
    return {"data": [trace], "layout": {"height": 400, "yaxis": axis, "xaxis": {}}}


def figure(text, names=BAD):
    return Exhibit(
        key="ranking",
        finding=text,
        measure=text,
        figure=bars(names),
        alt=text,
        source=SourceNote(text, [(text, "https://eksempel.no")], text),
        table=Markup("<table></table>"),
        rows=rows_of(("part", "name", "value"), [(str(n), name, float(n + 1)) for n, name in enumerate(names)]),
        file_name="figur",
        notices=[text],
        credit=text,
    )


def whole(content):
    """All text of a file of Office, as XML."""
    archive_ = zipfile.ZipFile(io.BytesIO(content))
    return "".join(archive_.read(name).decode() for name in archive_.namelist() if name.endswith((".xml", ".rels")))


@pytest.mark.parametrize("text", [*FORMULAS, CONTROL, "<script>alert(1)</script>", "]]>"])
def test_a_workbook_holds_no_formula_and_can_be_opened(catalogue, text):
    content = workbook([figure(text)], VIEW, catalogue, SAY, BASE)
    assert "<f>" not in whole(content)
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    rows = book.get_sheet_by_index(0).to_python()
    assert [row[-1] for row in rows[1:]] == [float(n + 1) for n in range(len(BAD))]
    told = str(book.get_sheet_by_name("Om tallene").to_python())
    assert not any(sign in told for sign in "\x00\x07\x1b")


@pytest.mark.parametrize("machine", [True, False])
def test_no_cell_of_a_csv_file_is_a_formula(catalogue, machine):
    content = csv_file(columns_of(figure("x").rows, catalogue), catalogue, SAY, {"source": "=1"}, machine=machine)
    text = content.decode("utf-8-sig", errors="surrogatepass")
    for row in csv.reader(io.StringIO(text), delimiter="," if machine else ";"):
        assert not [cell for cell in row if cell[:1] in ("=", "@", "+", "\t", "\r")]
        assert not [cell for cell in row if cell[:1] == "-" and len(cell) > 1 and not cell[1:].isdigit()]


@pytest.mark.parametrize("text", [*FORMULAS, CONTROL, "<script>alert(1)</script>", "x" * 5_000])
def test_slides_hold_the_words_as_words(catalogue, text):
    content = presentation(house(), [Told(figure(text), VIEW, catalogue, BASE, lambda _: {})], SAY, text)
    assert not any(sign in whole(content) for sign in "\x00\x07\x1b")
    (slide,) = Presentation(io.BytesIO(content)).slides
    assert of_slide(slide) is not None
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    assert list(chart.plots[0].series[0].values) == [float(n + 1) for n in range(len(BAD))]
    book = chart.part.chart_workbook.xlsx_part.blob
    assert "<f>" not in whole(book)


def test_an_archive_of_such_words_can_be_opened(catalogue):
    content = archive([figure(CONTROL)], VIEW, CONTROL, catalogue, SAY, BASE)
    file = zipfile.ZipFile(io.BytesIO(content))
    assert file.testzip() is None
    assert not any(sign in file.read("LES MEG.txt").decode() for sign in "\x00\x07\x1b")


def test_a_figure_with_nothing_in_it_has_files_that_say_so(catalogue):
    empty = replace(
        figure("Ingen tall", ()), figure=None, alt="Ingen av regionene har tallet.", rows=rows_of(("part",), [])
    )
    content = presentation(house(), [Told(empty, VIEW, catalogue, BASE, lambda _: {})], SAY, "x")
    (slide,) = Presentation(io.BytesIO(content)).slides
    assert "Ingen av regionene har tallet." in [s.text_frame.text for s in slide.shapes if s.has_text_frame]
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(workbook([empty], VIEW, catalogue, SAY, BASE)))
    assert len(book.get_sheet_by_index(0).to_python()) == 1
    assert zipfile.ZipFile(io.BytesIO(archive([empty], VIEW, "x", catalogue, SAY, BASE))).testzip() is None
