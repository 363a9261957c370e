"""The page of a figure alone, as HTML: all that stands around a figure, with every word escaped."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from markupsafe import Markup

from components.charts.region_map import RegionMap
from components.exhibit import Exhibit, SourceNote
from components.html.figure_page import PageFiles, figure_page
from components.html.sentence_page import sentence_page
from components.html.tables import Column, table
from components.rows import rows_of
from components.view import ViewState
from components.words.text import Speaker

FILES = PageFiles("/assets/a.css", "/assets/a.js")
VIEW = ViewState("talent", options={"mark": "SE11"})
SAY = Speaker("nb")
BAD = '<img src=x onerror="alert(1)"> & \'«»'
ONE = Exhibit(
    key="ranking",
    finding="Oslo er nr. 1",
    measure="Andel, prosent, 2024",
    figure={"data": [{"type": "bar", "y": [0], "x": [1.5]}], "layout": {"height": 300, "title": BAD}},
    alt="Oslo 1,5",
    source=SourceNote("Eurostat", [("tps1", "https://example.eu/tps1")], "tall for 2024"),
    table=table([Column("Region"), Column("Verdi", numeric=True)], [["Oslo", "1,5 %"]], "Andel"),
    rows=rows_of(["region", "value"], [("NO08", 1.5)]),
    file_name="oslo",
    notices=["Brudd i serien", BAD],
)
OTHERS = [ONE, replace(ONE, key="trend", finding="Oslo stiger"), replace(ONE, key="a b", finding=BAD)]


def attributes(html):
    """The names of all attributes in a page."""
    found = []
    reading = HTMLParser()
    reading.handle_starttag = lambda _tag, pairs: found.extend(name for name, _ in pairs)
    reading.feed(html)
    return found


NOTHING = Markup()


def page(exhibit=ONE, others=OTHERS, say=SAY, notice=NOTHING):
    others = [exhibit if one.key == exhibit.key else one for one in others]
    return figure_page(exhibit, others, VIEW, say, notice, FILES)


def test_finding_measure_notices_source_and_release_stand_around_the_chart():
    found = page(notice=Markup('<p class="notice">Sett bort fra: x</p>'))
    assert "<title>Oslo er nr. 1 · Osloregionen i Europa</title>" in found
    assert (
        '<h1 class="finding">Oslo er nr. 1</h1><p class="measure">Andel, prosent, 2024</p><p class="notice">' in found
    )
    assert "2 merknader" in found
    assert "Brudd i serien" in found
    assert '<a href="https://example.eu/tps1"' in found
    assert "Datautgave\u00a01." in found
    assert found.count("data-figure=") == 1
    assert '<div class="twin"><div class="table"' in found


def test_words_are_text_wherever_they_stand():
    for exhibit in (replace(ONE, finding=BAD, measure=BAD, alt=BAD, credit=BAD), replace(ONE, figure=None, alt=BAD)):
        found = page(exhibit)
        assert "<img" not in found
        assert re.search(r"onerror=\"|data-figure='[^']*<", found) is None


@pytest.mark.parametrize(
    ("key", "before", "after"), [("ranking", None, "trend"), ("trend", "ranking", "a b"), ("a b", "trend", None)]
)
def test_the_pages_other_figures_are_a_step_away(key, before, after):
    (shown,) = (one for one in OTHERS if one.key == key)
    found = page(shown)
    for rel, other in (("prev", before), ("next", after)):
        link = re.search(rf'<a rel="{rel}" href="([^"]+)"', found)
        assert (link is None) == (other is None)
        if link and other:
            assert link[1].startswith(f"/figur/talent/{quote(other)}?lang=nb&amp;")
            assert link[1].endswith("mark=SE11")
    assert f"Figur {['ranking', 'trend', 'a b'].index(key) + 1} av 3" in found
    assert re.search(rf'<a class="back" href="/talent\?[^"]*mark=SE11#{quote(key)}"', found)


def test_a_figure_that_is_alone_has_no_way_to_others():
    assert 'class="figures"' not in page(others=[ONE])


def test_without_figures_the_reason_stands_there():
    found = page(replace(ONE, figure=None, alt="Ingen tall for 2024."))
    assert '<div class="missing" role="note">Ingen tall for 2024.</div>' in found
    assert "data-figure" not in found


def test_cards_stand_as_they_are_and_a_map_with_layers_as_its_table():
    assert '<div class="stage"><b>kort</b></div>' in page(replace(ONE, figure=None, body=Markup("<b>kort</b>")))
    found = page(replace(ONE, figure=None, map=RegionMap((), (), "instead")))
    assert "Kartet med lag står på siden." in found
    assert found.count("<table>") == 1


def test_what_has_no_data_set_has_no_empty_brackets():
    assert "()" not in page(replace(ONE, source=SourceNote("Klyngene selv", [], "2024")))


def test_in_english_its_own_words_are_english():
    found = page(say=Speaker("en"))
    assert '<html lang="en">' in found
    assert "2 notes" in found
    assert not re.search(r"merknad|Figur \d|Neste|Se figuren", found)


def test_scripts_are_files_so_that_none_need_be_allowed_in_the_page():
    sentences = (
        sentence_page("Nei", "Finnes ikke", ("Til siden", "/talent"), "nb", FILES, again=one) for one in (0, 3)
    )
    for found in (page(), *sentences):
        assert re.findall(r"<script(?! src=)", found) == []
        assert [name for name in attributes(found) if name.startswith("on")] == []
