"""`/bilde/…`: the view's own figures as a picture, or a sentence that says why not."""

import struct
import threading
from types import SimpleNamespace

import pytest

from components.picture import shapes
from components.picture.compose import alternative_of, exhibit_card
from components.words.text import Speaker
from pages.exhibits.registry import exhibit, look_at, seen, view_of
from server import asked, making
from server.redirects import target

pytestmark = pytest.mark.usefixtures("store")


def card_of(slug, key, **query):
    view, _ = view_of(slug, query)
    return exhibit_card(exhibit(view, key), view, look_at(view).catalogue, "https://eksempel.no")


@pytest.mark.parametrize(
    ("ending", "kind", "start"),
    [("png", "image/png", b"\x89PNG"), ("svg", "image/svg+xml", b"<svg"), ("pdf", "application/pdf", b"%PDF-")],
)
def test_a_figure_comes_as_each_kind_of_file(client, ending, kind, start):
    answer = client.get(f"/bilde/talent/ranking.{ending}?lang=en")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content.startswith(start)
    view, _ = view_of("talent", {"lang": "en"})
    assert answer.headers["content-disposition"].endswith(f"{exhibit(view, 'ranking').file_name}-1200x627.{ending}")


@pytest.mark.parametrize("size", ["1200x627", "1080x1350", "1920x1080"])
def test_the_size_is_the_one_asked_for(client, size):
    made = client.get(f"/bilde/talent/trend.png?size={size}").content
    assert "x".join(map(str, struct.unpack(">II", made[16:24]))) == size


def test_the_browser_is_told_that_nothing_has_changed(client):
    first = client.get("/bilde/talent/ranking.png")
    again = client.get("/bilde/talent/ranking.png", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/bilde/talent/ranking.png?lang=en", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert other.headers["etag"] != first.headers["etag"]


def test_bars_hold_the_rows_in_their_order():
    card = card_of("talent", "ranking", indicator="tertiary_25_64")
    view, _ = view_of("talent", {"indicator": "tertiary_25_64"})
    rows = exhibit(view, "ranking").rows
    assert isinstance(card.shape, shapes.Bars)
    assert [bar.value for bar in card.shape.rows] == [cells[rows.columns.index("value")] for cells in rows.cells]
    assert [bar.label for bar in card.shape.rows if bar.focus] == ["Osloregionen"]
    assert "edat_lfse_04" in card.source
    assert card.address == "eksempel.no/talent"


def test_lines_hold_each_figure_once_and_break_where_the_series_does():
    card = card_of("talent", "trend", indicator="tertiary_25_64")
    view, _ = view_of("talent", {"indicator": "tertiary_25_64"})
    rows = [
        dict(zip(exhibit(view, "trend").rows.columns, cells, strict=True))
        for cells in exhibit(view, "trend").rows.cells
    ]
    own = [
        (float(one["period"]), one["value"]) for one in rows if one["statistic"] == "figure" and one["region"] == "NO08"
    ]
    ours = next(line for line in card.shape.lines if line.kind == "focus")
    assert [point for part in ours.parts for point in part] == own
    breaks = {float(one["period"]) for one in rows if "b" in one["flag"] and one["region"] == "NO08"}
    assert breaks <= {part[0][0] for part in ours.parts}


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_figure_has_a_shape_or_its_numbers(language):
    kinds = set()
    for slug in ("talent", "besokende", "klynger", "region", "delregioner", "klyngekatalog", "utvikling", "kvalitet"):
        view, _ = view_of(slug, {"lang": language})
        known = look_at(view).catalogue
        for one in seen(view).exhibits.values():
            card = exhibit_card(one, view, known, "https://eksempel.no")
            kinds.add(type(card.shape))
            assert card.finding == one.finding
            assert one.source.publisher in card.source
            assert card.alt == alternative_of(one, Speaker(language), view.release)
            if language == "en":
                assert not {"I dag", "Midten", "plassering", "tallet"} & set(str(card.shape).split("'"))
    assert kinds >= {
        shapes.Bars,
        shapes.Lines,
        shapes.Ranges,
        shapes.Dots,
        shapes.Numbers,
        shapes.Panels,
        shapes.SmallTable,
    }


def test_what_a_small_table_leaves_out_is_told():
    card = card_of("klyngekatalog", "clusters")
    view, _ = view_of("klyngekatalog", {})
    assert isinstance(card.shape, shapes.SmallTable)
    assert card.notes == f"Viser {len(card.shape.rows)} av {len(exhibit(view, 'clusters').rows.cells)}."


def test_a_page_without_figures_shows_its_title(client):
    assert not seen(view_of("kilder", {})[0]).exhibits
    answer = client.get("/bilde/kilder.png")
    assert answer.status_code == 200
    assert answer.content.startswith(b"\x89PNG")


def test_one_number_in_large_type(client):
    view, _ = view_of("talent", {"indicator": "tertiary_25_64"})
    card = exhibit_card(exhibit(view, "ranking"), view, look_at(view).catalogue, "https://x.no", number=True)
    rows = [
        dict(zip(exhibit(view, "ranking").rows.columns, cells, strict=True))
        for cells in exhibit(view, "ranking").rows.cells
    ]
    ours = next(one for one in rows if one["region"] == "NO08")
    assert [one.text for one in card.shape.numbers] == [Speaker("nb").quantity(ours["value"], 1, "%")]
    assert client.get("/bilde/talent/ranking.png?card=number").status_code == 200
    answer = client.get("/bilde/klyngekatalog/clusters.png?card=number")
    assert answer.status_code == 404
    assert "ikke noe kort med ett tall" in answer.text


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/bilde/talent/none.png", "Figuren finnes ikke"),
        ("/bilde/nowhere/ranking.png", "Siden finnes ikke"),
        ("/bilde/nowhere.png", "Siden finnes ikke"),
        ("/bilde/talent/ranking.gif", "Bildet finnes ikke"),
        ("/bilde/talent.exe", "Bildet finnes ikke"),
        ("/bilde/talent/ranking.png?size=99999x99999", "Bildet finnes ikke"),
        ("/bilde/talent/ranking.png?card=<b>", "Bildet finnes ikke"),
        ("/bilde/talent.png?card=number", "Bildet finnes ikke"),
        ("/bilde", "Siden finnes ikke"),
        ("/bilde/a/b/c/d", "Siden finnes ikke"),
        ("/bilde/talent/ranking", "Siden finnes ikke"),
    ],
)
def test_what_there_is_not_is_told(client, address, words):
    answer = client.get(address)
    assert answer.status_code == 404
    assert words in answer.text
    assert "<b>" not in answer.text
    assert answer.headers["cache-control"] == "no-store"


def test_while_the_service_starts_there_are_no_pictures(client, monkeypatch):
    monkeypatch.setattr(asked, "following", SimpleNamespace(ready=False))
    answer = client.get("/bilde/talent.png?lang=en")
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0


def test_too_many_at_once_are_told_to_wait(client, monkeypatch):
    monkeypatch.setattr(making, "_turns", threading.BoundedSemaphore(1))
    monkeypatch.setattr(making, "PATIENCE", 0.05)
    address = "/bilde/talent/ranking.png?indicator=neet_15_29"
    with making._turns:
        answer = client.get(address)
    assert answer.status_code == 503
    assert "Mange ber om bilder" in answer.text
    assert "etag" not in answer.headers
    assert client.get(address).status_code == 200


def test_the_text_beside_a_picture_tells_it(client):
    view, _ = view_of("talent", {"lang": "en"})
    text = client.get("/bilde/talent/ranking.txt?lang=en").text
    assert text.startswith(exhibit(view, "ranking").finding)
    assert f"Release {view.release}." in text.replace("\u00a0", " ")


def test_pictures_are_not_redirected():
    assert target("/bilde/talent.png", "") is None
    assert target("/bilde/talent/ranking.png", "lang=en") is None


def test_a_small_line_tells_the_figure_that_the_page_tells_with_its_year_where_that_is_not_the_last():
    panel = card_of("utvikling", "lines-transport").shape.panels[0]
    told = exhibit(view_of("utvikling", {})[0], "lines-transport")
    assert panel.text == "28\u00a0472\u00a0tusen (2019)"  # 2021 is drawn, but was no usual year
    assert panel.text in told.alt
    assert panel.ends[1] == "2021"
    ordinary = card_of("utvikling", "lines-population").shape.panels[0]
    assert "(" not in ordinary.text
