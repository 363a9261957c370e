"""Deck, workbook and archive of every page in both languages, read back: what they hold is what the page shows."""

import csv
import io
import json
import re
import shutil
import subprocess
import zipfile
from collections import defaultdict
from itertools import pairwise

import pytest
import python_calamine
from pptx import Presentation
from pptx.oxml.ns import qn

from components.exhibit import can_be_shown
from components.export.slides.record import of_slide
from components.export.slides.table_text import table_of
from components.html.tools import office_address
from components.words.text import LANGUAGES
from pages.exhibits.registry import PAGES, exhibit, seen, view_of
from tests.components.export.accessible import check_accessible

OFFICE = shutil.which("soffice")
DIGITS = 6
# Columns whose every number stands in the chart as it is; other charts draw what follows from them.
WHOLE = {
    "ranking": ("value", "score"),
    "distribution": ("value",),
    "industries": ("symmetric",),
    "industries-change": ("regional",),
    "matrix": ("median_z",),
    "growth": ("value",),
    "jobs": ("value",),
    "commuting": ("value",),
    "beside": ("value",),
    "quality": ("age",),
    "cloud": ("gdp_per_inhabitant_pps", "neet_15_29"),
}
LINES = "lines-"
MOST_ROWS = 60  # of a table that slides take


pytestmark = pytest.mark.usefixtures("store")


def numbers(slides):
    """Every number of the charts of some slides."""
    return {
        round(float(point.text), DIGITS)
        for slide in slides
        for shape in slide.shapes
        if shape.has_chart
        for axis in ("c:xVal", "c:yVal", "c:val")
        for holder in shape.chart._chartSpace.iter(qn(axis))
        for point in holder.iter(qn("c:v"))
    }


def drawn(figure):
    """The numbers that a figure draws on the page: bars' lengths, lines' heights, places of marks."""
    layout = figure["layout"].get("meta") or {}
    upright = "panels" in layout or ("sizes" in layout and not {"swarm", "circles"} & set(layout))
    for trace in figure["data"]:
        marks = "markers" in trace.get("mode", "") and trace["marker"].get("opacity") != 0
        if trace["type"] == "scatter" and (marks or (upright and trace.get("line", {}).get("width"))):
            across, up = trace["x"], trace["y"]
            yield from (
                (y if upright else x) for x, y in zip(across, up, strict=True) if x is not None and y is not None
            )


def rows_of(one, *names):
    """The numbers of the first of these columns that an exhibit has."""
    at = next((one.rows.columns.index(name) for name in names if name in one.rows.columns), None)
    return [row[at] for row in one.rows.cells if row[at] is not None] if at is not None else []


def held(one):
    """The numbers of an exhibit's rows that its chart holds as they are."""
    if one.key == "trend":
        at, value = (one.rows.columns.index(name) for name in ("statistic", "value"))
        return [row[value] for row in one.rows.cells if row[at] != "upper_quartile" and row[value] is not None]
    if one.key.startswith("months-"):
        return [100 * share for share in rows_of(one, "share")]
    if one.key == "cloud":
        return [number for name in WHOLE["cloud"] for number in rows_of(one, name)]
    return rows_of(one, "value") if one.key.startswith(LINES) else rows_of(one, *WHOLE.get(one.key, ()))


def check_look(slide, wide, high):
    for shape in slide.shapes:
        assert min(shape.left, shape.top) >= 0
        assert shape.left + shape.width <= wide
        assert shape.top + shape.height <= high
        if shape.has_chart or shape.has_table or shape.shape_type == 13:
            assert shape._element.xpath(".//p:cNvPr/@descr")[0], "alternative text"
    assert not [p for p in slide.placeholders if not p.has_text_frame or not p.text_frame.text]
    words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    assert not re.search(r"<\w|&[a-z]+;|\bNone\b(?! of)|\bnan\b", words)


def check_ranges(one, slides):
    """Ranges of places are stacked: up to the best place, to the median, the median itself, to the worst place."""
    (chart,) = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    before, light, middle, rest, _ = (series.values for series in chart.plots[0].series)
    found = [(b + 1, b + 1 + a, b + a + m + c) for b, a, m, c in zip(before, light, middle, rest, strict=True)]
    assert sorted(median for _, median, _ in found) == sorted(drawn(one.figure))
    if one.key == "certainty":
        low, median, high = (one.rows.columns.index(name) for name in ("low", "median", "high"))
        assert sorted(found) == sorted((row[low], row[median], row[high]) for row in one.rows.cells)


def check_far(one, wanted, there):
    """A swarm holds every region but those so far out that it says they stand in the table alone."""
    told = [re.match(r"(\d+) region.*(?:tabellen|table)", note) for note in one.notices]
    beyond = sum(int(found[1]) for found in told if found)
    missing = sorted(wanted - there)
    assert len(missing) == beyond
    assert all(number > max(wanted & there) for number in missing)


def check_table(one, slides):
    """A table on the page stands on the slides row by row, up to as many as they take."""
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    found = [[cell.text for cell in row.cells] for table in tables for row in list(table.rows)[1:]]
    whole = [list(row) for row in table_of(one.table).rows]
    assert found == whole[: len(found)]
    assert len(found) >= min(len(whole), MOST_ROWS - 10)


def check_deck(content, every, language):
    made = Presentation(io.BytesIO(content))
    by_key = defaultdict(list)
    for slide in list(made.slides)[1:]:
        by_key[of_slide(slide)[0].key].append(slide)
        check_look(slide, made.slide_width, made.slide_height)
    check_accessible(made, language)
    shown = [one for one in every if can_be_shown(one)]
    assert list(by_key) == [one.key for one in shown]
    for one in shown:
        slides = by_key[one.key]
        of = f"({{}}\u00a0{'av' if language == 'nb' else 'of'}\u00a0{len(slides)})"
        numbered = [one.finding, *(f"{one.finding} {of.format(n)}" for n in range(2, len(slides) + 1))]
        assert [slide.shapes.title.text_frame.text for slide in slides] == numbered
        if one.figure is None and one.map is None:
            check_table(one, slides)
            continue
        assert all(any(shape.has_chart for shape in slide.shapes) for slide in slides), "a native chart"
        if one.key in ("certainty", "experiment"):
            check_ranges(one, slides)
            continue
        there = numbers(slides)
        if one.figure is not None:
            assert {round(float(n), DIGITS) for n in drawn(one.figure)} <= there, one.key
        wanted = {round(float(n), DIGITS) for n in held(one)}
        if one.key == "distribution":
            check_far(one, wanted, there)
            continue
        assert wanted <= there, one.key


def check_workbook(content, every):
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    for name, one in zip(book.sheet_names, every, strict=False):
        rows = book.get_sheet_by_name(name).to_python()
        assert len(rows) == len(one.rows.cells) + 1
        found = sorted(float(c) for r in rows[1:] for c in r if isinstance(c, float))
        wanted = [float(c) for r in one.rows.cells for c in r if isinstance(c, int | float) and not isinstance(c, bool)]
        years = [float(c) for r in one.rows.cells for c in r if isinstance(c, str) and re.fullmatch(r"(19|20)\d\d", c)]
        assert {round(n, 9) for n in wanted} <= {round(n, 9) for n in found}
        assert len(found) <= len(wanted) + len(years)


def check_archive(content, every, language):
    file = zipfile.ZipFile(io.BytesIO(content))
    assert file.testzip() is None
    assert len(file.namelist()) == 2 + 3 * len(every)
    for number, one in enumerate(every, start=1):
        name = f"{number:02} {one.file_name}"
        rows = list(csv.DictReader(io.StringIO(file.read(f"{name}-machine.csv").decode())))
        whole = json.loads(file.read(f"{name}.json"))
        assert (whole["finding"], whole["language"], len(rows)) == (one.finding, language, len(one.rows.cells))
        for column in one.rows.columns:
            at = one.rows.columns.index(column)
            for row, cells, plain in zip(rows, one.rows.cells, whole["rows"], strict=True):
                assert plain[column] == cells[at]
                if isinstance(cells[at], float):
                    assert float(row[column]) == pytest.approx(cells[at], rel=1e-9)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PAGES)
def test_files_of_a_page_hold_what_it_shows(client, slug, language):
    view, _ = view_of(slug, {"lang": language})
    every = list(seen(view).exhibits.values())
    answers = {ending: client.get(office_address(view, "", ending)) for ending in ("pptx", "xlsx", "zip")}
    if not every:
        assert {answer.status_code for answer in answers.values()} == {404}
        return
    check_deck(answers["pptx"].content, every, language)
    check_workbook(answers["xlsx"].content, every)
    check_archive(answers["zip"].content, every, language)


# Bars, ranges, lines with the peers' middle half, swarms, profiles, panels, tables, a map.
EVERY_KIND = ("plassering.pptx", "klynger.pptx", "delregioner.pptx", "talent/ranking.pptx?view=map")


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not here")
def test_libreoffice_draws_each_slide_of_every_kind_of_chart(client, tmp_path):
    slides = {}
    for number, address in enumerate(EVERY_KIND):
        content = client.get(f"/fil/{address}").content
        (tmp_path / f"{number}.pptx").write_bytes(content)
        slides[number] = len(Presentation(io.BytesIO(content)).slides)
    command = [OFFICE, f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    decks = sorted(tmp_path.glob("*.pptx"))
    subprocess.run([*command, "--outdir", tmp_path, *decks], check=True, capture_output=True)
    pages = {n: len(re.findall(rb"/Type\s*/Page\b", (tmp_path / f"{n}.pdf").read_bytes())) for n in slides}
    assert pages == slides


def test_a_map_holds_its_ranking(client):
    view, _ = view_of("talent", {"view": "map", "indicator": "tertiary_25_64"})
    (slide,) = Presentation(io.BytesIO(client.get(office_address(view, "ranking", "pptx")).content)).slides
    one = exhibit(view, "ranking")
    region, value = (one.rows.columns.index(name) for name in ("region", "value"))
    peers = seen(view).context.ranked
    ranked = {round(row[value], DIGITS) for row in one.rows.cells if row[region] in peers and row[value] is not None}
    assert ranked <= numbers([slide])
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    assert all(one >= other for one, other in pairwise(frame.chart.plots[0].series[0].values))
