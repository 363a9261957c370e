"""`/fil/<page>.pdf`: each page on two sides of A4 that can be read aloud; typst refuses a file that is not PDF/UA-1."""

import io
import json
import logging
import re
from itertools import pairwise
from types import SimpleNamespace

import pytest
import typst
from PIL import Image

from components.handout import paper as pages_on_paper
from components.handout.blocks import Figure, Grid, Heading, Paragraph
from components.handout.compose import Handout, handout
from components.picture.typesetting import fonts
from components.words.text import Speaker
from data_sources.errors import StoreUnavailable
from pages.exhibits.handed_out import on_paper
from pages.exhibits.registry import PAGES, look_at, seen, view_of
from server import handouts, making, short
from server.redirects import target

UA = b"pdfuaid:part>1<"
QR = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>'
LONG = "&".join(f"what{n}=tertiary_25_64" for n in range(40))  # where no short link can be made


pytestmark = pytest.mark.usefixtures("store")


def sides(content):
    return int(re.search(rb"/Type/Pages/Count (\d+)", content)[1])


def titled(content):
    """The title as its metadata tell it."""
    return re.search(rb"<dc:title><rdf:Alt><rdf:li[^>]*>(.*?)</rdf:li>", content)[1].decode()


def paper_of(slug, **query):
    view = on_paper(view_of(slug, query)[0])
    return handout(seen(view).arranged, view, look_at(view).catalogue, PAGES[slug].title)


# One language each, in turn: what differs between the languages is words, and each word is set in both.
ASKED = [(slug, {"lang": ("nb", "en")[n % 2]}) for n, slug in enumerate(PAGES)]
ASKED += [
    ("barrierer", {"lang": lang, "actor": actor})
    for lang in ("nb", "en")
    for actor in ("state", "county", "municipality", "business")
]


def named(part):
    return part if isinstance(part, str) else "-".join(part.values())


@pytest.mark.parametrize(("slug", "query"), ASKED, ids=named)
def test_every_page_fits_on_two_sides_and_can_be_read_aloud(client, caplog, slug, query):
    with caplog.at_level(logging.WARNING):
        answer = client.get(f"/fil/{slug}.pdf", params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/pdf"
    assert UA in answer.content, caplog.text
    assert f"/Lang({query['lang']})".encode() in answer.content
    assert 1 <= sides(answer.content) <= 2
    made = paper_of(slug, **query)
    drawn = [one for one in made.blocks if isinstance(one, Figure) and one.shape is not None]
    assert all(one.alt and one.source for one in drawn)
    assert made.blocks or made.lead


@pytest.fixture
def laid(monkeypatch):
    """A hand-out as typst lays it: where each block stands (side, points from its upper left corner), and its sides."""

    def found(made):
        given = []
        monkeypatch.setattr(pages_on_paper, "typeset", lambda _, text, __: given.append(text) or b"")
        stands = pages_on_paper.Stands("Osloregionen i Europa", "Side", f"https://eksempel.no/side?{LONG}", QR, "©")
        pages_on_paper.paper(made, stands, Speaker(made.lang))
        template = pages_on_paper._TEMPLATE
        asked = {"root": template.parent.parent, "font_paths": fonts(), "sys_inputs": {"given": given[0]}}
        stand = json.loads(typst.query(str(template), "<place>", field="value", **asked))
        drawn = typst.compile(str(template), format="png", ppi=36, **asked)
        return {one["n"]: one for one in stand}, drawn if isinstance(drawn, list) else [drawn]

    return found


@pytest.mark.parametrize("slug", PAGES)
def test_a_heading_stands_over_what_it_names_and_nothing_goes_over_the_edge(laid, slug):
    made = paper_of(slug, lang="nb")
    stand, sides = laid(made)
    assert sorted(stand) == list(range(len(stand)))
    for n, (one, after) in enumerate(pairwise(made.blocks)):
        if isinstance(one, Heading) and n in stand:
            assert n + 1 in stand, (one.text, "what it names has no room")
            this, below = stand[n], stand[n + 1]
            assert (this["side"], this["x"]) == (below["side"], below["x"]), (one.text, after)
            assert this["y"] < below["y"]
    for side in sides:
        picture = Image.open(io.BytesIO(side)).convert("L")
        wide, high = picture.size
        for edge in (
            (0, 0, 15, high),
            (wide - 15, 0, wide, high),
        ):  # of 21 that are margin
            assert picture.crop(edge).getextrema() == (255, 255)


def test_a_part_and_its_first_card_stay_together_wherever_columns_end(laid):
    words = Paragraph("Samme nivå som regionen midt på lista ville vært 3,9 mrd. euro mer. " * 4)
    part = (Heading("Svakheter"), Paragraph("Færre enn en vanlig region.", small=True), Heading("BRP", 3), words)
    for lines in range(0, 30, 3):  # the end of a column comes at another block each time
        before = tuple(Paragraph("En linje.") for _ in range(lines))
        stand, _ = laid(Handout("nb", "Styrker", (), (*before, *part * 9)))
        for n, one in enumerate((*before, *part * 9)):
            if isinstance(one, Heading) and n in stand:
                assert (stand[n]["side"], stand[n]["x"]) == (stand[n + 1]["side"], stand[n + 1]["x"])
                assert one.level == 3 or (stand[n]["side"], stand[n]["x"]) == (stand[n + 2]["side"], stand[n + 2]["x"])


def test_no_word_of_a_table_lies_over_its_neighbour():
    long = "Brønnøysundregistrenes"
    head = ("Indikator", "År", "Utgiver", "Datasett")
    grid = Grid(head, (("Andel av " * 20, "2024", long, "enhetsregisteret/underenheter"),), (False, True, False, False))
    assert pages_on_paper._words(grid) == ["Indikator", "2024", long, "enhetsregisteret"]


def test_every_actor_of_the_register_is_tried():
    known = look_at(view_of("barrierer", {})[0]).catalogue.actors
    assert {query["actor"] for _, query in ASKED if "actor" in query} == set(known)


def test_it_holds_what_stood_on_the_screen():
    made = paper_of("talent", indicator="tertiary_25_64")
    page = seen(view_of("talent", {"indicator": "tertiary_25_64"})[0])
    figures = {one.finding: one for one in made.blocks if isinstance(one, Figure)}
    assert list(figures) == [one.finding for one in page.exhibits.values()]
    ranking = page.exhibits["ranking"]
    assert figures[ranking.finding].notes == tuple(ranking.notices)
    sentence, known = figures[ranking.finding].said[0]
    assert f"{sentence}\n{known}" == ranking.claims[0].text["nb"]
    assert "edat_lfse_04" in figures[ranking.finding].source


def test_the_title_is_that_of_the_page(client):
    assert titled(client.get("/fil/barrierer.pdf?actor=state").content) == "Dette kan staten gjøre"
    assert (
        titled(client.get("/fil/barrierer.pdf?actor=state&lang=en").content)
        == paper_of("barrierer", actor="state", lang="en").title
    )


def test_what_an_actor_can_do_bears_its_sources():
    made = paper_of("barrierer", actor="state")
    text = str(made.blocks)
    assert "lest i sin helhet" in text
    assert "UDI" in text


def test_all_of_a_page_takes_the_sides_it_needs(client):
    whole = client.get("/fil/tallene.pdf?form=all").content
    assert 2 < sides(whole) <= 40
    assert UA in whole


def test_it_bears_the_short_link_or_the_long_one(client, monkeypatch, caplog):
    making._kept.clear()
    made = []
    paper = handouts.paper
    monkeypatch.setattr(handouts, "paper", lambda *args, **more: made.append(args[1]) or paper(*args, **more))
    client.get("/fil/kvalitet.pdf")
    assert re.fullmatch(r"http://testserver/s/[a-z2-9]{10}", made[-1].link)
    broken = SimpleNamespace(code=lambda *_: (_ for _ in ()).throw(StoreUnavailable("x")))
    monkeypatch.setattr(short, "links", lambda _: broken)
    assert client.get("/fil/kvalitet.pdf?lang=en").status_code == 200
    assert made[-1].link == "http://testserver" + view_of("kvalitet", {"lang": "en"})[0].address
    assert "A long link was given" in caplog.text


def test_it_is_kept_under_a_name_of_its_own(client):
    answer = client.get("/fil/barrierer.pdf?actor=state")
    assert answer.headers["content-disposition"].endswith("osloregionen-barrierer-state.pdf")
    again = client.get("/fil/barrierer.pdf?actor=state", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_page_that_is_not_there_is_told(client):
    answer = client.get("/fil/finnes-ikke.pdf")
    assert answer.status_code == 404
    assert "Siden finnes ikke" in answer.text


def test_too_many_at_once_are_told_to_come_again(client, monkeypatch):
    def busy(*_):
        raise making.Busy

    monkeypatch.setattr(handouts, "made_once", busy)
    answer = client.get("/fil/talent.pdf")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "3")


def test_the_redirects_leave_it_alone():
    assert target("/fil/talent.pdf", "") is None
