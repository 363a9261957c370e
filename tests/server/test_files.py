"""`/fil/…`: slides and workbooks, read back; or a sentence that says why not."""

import io
import json
import zipfile
from types import SimpleNamespace

import pytest
from pptx import Presentation

from components.html.tools import office_address
from data_sources.settings import settings
from pages.exhibits.registry import exhibit, seen, view_of
from pages.exhibits.ten_slides import SLIDES
from server import asked, making
from server.redirects import target

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def template(monkeypatch):
    """Sets the template of slides, and forgets it again."""

    def chosen(path):
        monkeypatch.setenv("OSLOREGION_PPTX_TEMPLATE", str(path))
        settings.cache_clear()

    yield chosen
    monkeypatch.undo()
    settings.cache_clear()


def deck(answer):
    assert answer.status_code == 200, answer.text
    return Presentation(io.BytesIO(answer.content))


def charts(slides):
    return [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]


def words(slide):
    return " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_ranking_is_a_chart_with_the_figures_of_its_page(client, language):
    view, _ = view_of("talent", {"lang": language, "indicator": "tertiary_25_64"})
    shown = exhibit(view, "ranking")
    made = deck(client.get(office_address(view, "ranking", "pptx")))
    (slide,) = made.slides
    assert slide.shapes.title.text_frame.text == shown.finding
    (chart,) = charts([slide])
    (series,) = chart.plots[0].series
    at = shown.rows.columns.index("value")
    assert list(series.values) == [row[at] for row in shown.rows.cells]
    assert len(set(chart.plots[0].categories)) == len(shown.rows.cells)
    notes = slide.notes_slide.notes_text_frame.text
    assert all(
        line in notes.splitlines() or f"• {line}" in notes.splitlines()
        for line in shown.claims[0].text[language].split("\n")
    )
    assert f"http://testserver{view.address}#ranking" in notes
    links = [
        r.hyperlink.address for s in slide.shapes if s.has_text_frame for p in s.text_frame.paragraphs for r in p.runs
    ]
    assert f"http://testserver{view.address}#ranking" in links
    assert made.core_properties.language == {"nb": "nb-NO", "en": "en-GB"}[language]


def test_osloregionen_has_its_colour_and_the_others_are_muted(client):
    (chart,) = charts(deck(client.get("/fil/talent/ranking.pptx")).slides)
    names, (series,) = list(chart.plots[0].categories), chart.plots[0].series
    own = series.points[names.index("Osloregionen")].format.fill.fore_color.rgb
    assert (str(own), str(series.format.fill.fore_color.rgb)) == ("0B5394", "84909D")


def test_ranges_are_stacked_bars_of_the_same_places(client):
    shown = exhibit(view_of("plassering", {})[0], "certainty")
    (chart,) = charts(deck(client.get("/fil/plassering/certainty.pptx")).slides)
    before, light, middle, rest, _ = chart.plots[0].series
    low, median, high = (shown.rows.columns.index(name) for name in ("low", "median", "high"))
    made = zip(before.values, light.values, middle.values, rest.values, strict=True)
    found = [(b + 1, b + 1 + a, b + a + m + c) for b, a, m, c in made]
    assert sorted(found) == sorted((row[low], row[median], row[high]) for row in shown.rows.cells)


def test_a_trend_holds_every_year_of_osloregionen(client):
    shown = exhibit(view_of("talent", {"indicator": "tertiary_25_64"})[0], "trend")
    (chart,) = charts(deck(client.get("/fil/talent/trend.pptx?indicator=tertiary_25_64")).slides)
    columns = {name: k for k, name in enumerate(shown.rows.columns)}
    years = [str(c) for c in chart.plots[-1].categories]
    found = {
        (year, value)
        for plot in chart.plots
        for series in plot.series
        for year, value in zip(years, series.values, strict=True)
        if value is not None
    }
    own = {
        (row[columns["period"]], row[columns["value"]])
        for row in shown.rows.cells
        if row[columns["region"]] == "NO08" and row[columns["statistic"]] == "figure"
    }
    assert own
    assert own <= found


def test_a_swarm_holds_every_region(client):
    shown = exhibit(view_of("talent", {})[0], "distribution")
    (chart,) = charts(deck(client.get("/fil/talent/distribution.pptx")).slides)
    at = shown.rows.columns.index("value")
    xs = {float(v.text) for v in chart._chartSpace.xpath("//c:xVal//c:v")}
    assert {float(row[at]) for row in shown.rows.cells} <= xs


def test_a_map_is_its_ranking_and_a_picture(client):
    view, _ = view_of("talent", {"view": "map", "indicator": "tertiary_25_64"})
    (slide,) = deck(client.get(office_address(view, "ranking", "pptx"))).slides
    (chart,) = charts([slide])
    assert "Osloregionen" in list(chart.plots[0].categories)
    pictures = [s for s in slide.shapes if s.shape_type == 13]
    assert len(pictures) == 2  # the map and the code
    assert max(p.image.size[0] for p in pictures) > 1000


def test_a_page_s_archive_holds_its_numbers_and_whose_they_are(client):
    view, _ = view_of("talent", {})
    answer = client.get(office_address(view, "", "zip"))
    file = zipfile.ZipFile(io.BytesIO(answer.content))
    assert file.testzip() is None
    names = file.namelist()
    assert names[:2] == ["LES MEG.txt", "lisenser.txt"]
    assert "Eurostat" in file.read("lisenser.txt").decode()
    every = list(seen(view).exhibits.values())
    assert len(names) == 2 + 3 * len(every)
    for number, one in enumerate(every, start=1):
        name = f"{number:02} {one.file_name}"
        assert file.read(f"{name}.csv") == client.get(f"/tall/talent/{one.key}.csv").content
        assert file.read(f"{name}-machine.csv") == client.get(f"/tall/talent/{one.key}.csv?form=machine").content
        assert json.loads(file.read(f"{name}.json"))["finding"] == one.finding
        assert one.finding in file.read("LES MEG.txt").decode()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_ten_slides_are_ten_in_one_language(client, language):
    made = deck(client.get(f"/fil/ti-lysbilder.pptx?lang={language}&peers=nordic_capitals"))
    assert len(made.slides) == SLIDES
    title = {"nb": "Osloregionen i ti lysbilder", "en": "The Oslo Region in ten slides"}[language]
    assert made.slides[0].shapes.title.text_frame.text == title
    assert len(charts(made.slides)) == SLIDES - 1
    languages = set(made.slides[3].shapes.title._element.xpath(".//a:rPr/@lang"))
    assert languages == {{"nb": "nb-NO", "en": "en-GB"}[language]}


@pytest.mark.parametrize("ending", ["pptx", "xlsx"])
def test_unknown_figures_and_pages_lead_on(client, ending):
    answer = client.get(f"/fil/talent/none.{ending}")
    assert answer.status_code == 404
    assert "Figuren finnes ikke" in answer.text
    for lost in (f"/fil/none/ranking.{ending}", f"/fil/none.{ending}", "/fil/talent/ranking.doc", "/fil"):
        answer = client.get(lost)
        assert answer.status_code == 404
        assert '<a href="/oversikt?lang=nb">' in answer.text


def test_before_the_figures_are_there_it_says_so(client, monkeypatch):
    monkeypatch.setattr(asked, "following", SimpleNamespace(ready=False))
    for address in ("/fil/talent/ranking.pptx", "/fil/talent.xlsx", "/fil/ti-lysbilder.pptx"):
        assert client.get(address).status_code == 503


def test_the_redirects_leave_files_alone():
    assert target("/fil/ti-lysbilder.pptx", "lang=en") is None


def test_the_browser_is_told_when_nothing_has_changed(client, template, tmp_path):
    first = client.get("/fil/talent/ranking.pptx")
    tag = {"If-None-Match": first.headers["etag"]}
    assert client.get("/fil/talent/ranking.pptx", headers=tag).status_code == 304
    Presentation().save(tmp_path / "other.pptx")
    template(tmp_path / "other.pptx")
    again = client.get("/fil/talent/ranking.pptx", headers=tag)
    assert again.status_code == 200
    assert deck(again).slide_width == Presentation().slide_width


@pytest.mark.parametrize("content", [None, b"no presentation"])
def test_a_template_that_cannot_be_used_is_told_and_logged(client, template, tmp_path, caplog, content):
    path = tmp_path / "bad.pptx"
    if content is not None:
        path.write_bytes(content)
    template(path)
    answer = client.get("/fil/talent/ranking.pptx?lang=en")
    assert answer.status_code == 503
    assert "The template for slides cannot be used" in answer.text
    assert str(path) not in answer.text
    assert f"OSLOREGION_PPTX_TEMPLATE cannot be used: {path}" in caplog.text


def test_another_house_s_template_gives_place_and_layout(client, template, tmp_path):
    other = Presentation()
    other.slide_layouts[0].name, figure = "Forside", other.slide_layouts[8]
    figure.name = "Figur"
    for shape in figure.placeholders:
        # A footer (11) is no placeholder of slides; a picture (1) is, and takes no text.
        shape.name = {1: "Figur", 2: "Kilde", 10: "QR", 11: "Mål"}.get(shape.placeholder_format.idx, shape.name)
        if shape.name == "Figur":
            shape.left, shape.top, shape.width, shape.height = 500_000, 1_800_000, 5_000_000, 3_000_000
    other.save(tmp_path / "house.pptx")
    template(tmp_path / "house.pptx")
    made = deck(client.get("/fil/plassering.pptx"))
    assert made.slides[0].slide_layout.name == "Forside"
    for slide in list(made.slides)[1:]:
        assert slide.slide_layout.name == "Figur"
        (frame,) = [shape for shape in slide.shapes if shape.has_chart]
        assert (frame.left, frame.top, frame.width) == (500_000, 1_800_000, 5_000_000)
        assert "Kilde: " in next(p for p in slide.placeholders if p.placeholder_format.idx == 2).text_frame.text
        assert "Samlet" in words(slide)


def test_when_all_turns_are_taken_the_browser_is_asked_to_come_back(client, monkeypatch):
    monkeypatch.setattr(making, "PATIENCE", 0.01)
    for _ in range(making.AT_ONCE):
        assert making._turns.acquire(timeout=1)
    try:
        answer = client.get("/fil/talent/ranking.pptx?mark=SE11")
    finally:
        for _ in range(making.AT_ONCE):
            making._turns.release()
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert client.get("/fil/talent/ranking.pptx?mark=SE11").status_code == 200


def test_the_same_file_is_made_once(monkeypatch):
    made = []
    monkeypatch.setattr(making, "_kept", making.LRUCache(maxsize=100, getsizeof=len))
    for _ in range(3):
        assert making.made_once("x", lambda: made.append(1) or b"file") == b"file"
    assert made == [1]


def test_its_tools_lead_to_its_files():
    view, _ = view_of("talent", {})
    page = "".join(part.text for part in seen(view).parts if hasattr(part, "text"))
    for ending in ("pptx", "xlsx"):
        assert office_address(view, "", ending).replace("&", "&amp;") in page
