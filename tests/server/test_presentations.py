"""`/vis`: a presentation as one page, made, changed by those who have its secret, told what has changed under it."""

import json
import re
import sqlite3
from types import SimpleNamespace

import pytest
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.script import script
from components.words.text import Speaker
from data_sources.settings import settings
from models.presentations import MOST_STEPS
from pages.exhibits.registry import view_of
from pages.presentasjoner.ready import READY
from server import asked, editing, presentations
from server.redirects import target
from server.routes import ROUTES
from tests.kept import looking_at
from tests.second_release import with_news

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module", autouse=True)
def store(database_url, tmp_path_factory):
    """This process has the tests' figures, and a second release of them."""
    with looking_at(with_news(database_url, tmp_path_factory.mktemp("store"))):
        view_of("talent", {})
        yield


@pytest.fixture
def client(monkeypatch):
    for module in (asked, presentations, editing):
        monkeypatch.setattr(module, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(editing, "allowance", editing.Allowance(60))
    return TestClient(Starlette(routes=list(ROUTES)), follow_redirects=False)


def address(slug, key="", **chosen):
    return view_of(slug, {"release": "1", **chosen})[0].address + (f"#{key}" if key else "")


def step(number, template="figure", views=(), **words):
    return {"id": f"step{number}", "template": template, "views": list(views), **words}


RANKING = "/talent?lang=nb&lens=NO08&peers=alliance&release=1#ranking"


def story(*steps, **changed):
    return {"format": 1, "title": "Status", "lang": "nb", "steps": list(steps), **changed}


def made(client, *steps, **changed):
    answer = client.post("/vis", json={"presentation": story(*steps, **changed)})
    assert answer.status_code == 201, answer.text
    return answer.json()


def page(client, code, **query):
    answer = client.get(f"/vis/{code}", params=query)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def bearer(secret):
    return {"Authorization": f"Bearer {secret}"}


def test_a_presentation_is_one_readable_page(client):
    code = made(
        client,
        step(1, "title", title="Slik står det til", text="Første linje"),
        step(2, "figure", [RANKING], title="Mine ord", notes="hemmelig merknad"),
        step(3, "two", [RANKING, address("talent", "trend")]),
        step(4, "number", [RANKING]),
        step(5, "barrier", [address("barrierer", barrier="skills_shortage")]),
        step(6, "text", title="Til slutt", text="- ett\n- to"),
    )["code"]
    shown = page(client, code)
    sections = shown.xpath("//section[contains(@class, 'board')]")
    assert [one.get("id") for one in sections] == [f"step{n}" for n in range(1, 7)]
    assert sections[1].xpath(".//h2/text()") == ["Mine ord"]
    assert len(sections[1].xpath(".//div[@class='twin']//tr")) > 5  # the figures, for those without a script
    assert len(sections[2].xpath(".//*[@data-later]")) == 2
    assert "%" in sections[3].xpath(".//*[contains(@class, 'figure-big')]")[0].text
    assert "Staten kan" in sections[4].text_content()
    assert "hemmelig merknad" not in html.tostring(shown, encoding="unicode")
    assert page(client, code, lang="en").get("lang") == "en"
    assert "Source: Eurostat" in page(client, code, lang="en").text_content()
    assert target(f"/vis/{code}", "") is None


def test_what_others_wrote_is_text(client):
    code = made(client, step(1, "text", title=HOSTILE, text=HOSTILE, notes=HOSTILE), title=HOSTILE)["code"]
    shown = page(client, code)
    assert shown.xpath("//script[not(@src)]") == []
    assert shown.xpath("//img") == []
    assert HOSTILE in shown.xpath("//section//h2")[0].text_content()


def test_a_step_whose_figure_is_gone_says_so_and_the_others_go_on(client):
    gone = RANKING.replace("#", "&indicator=left_the_catalogue#")
    code = made(
        client,
        step(1, "figure", [gone], title="Min egen tekst"),
        step(2, "figure", ["/nowhere?lang=nb#ranking"]),
        step(3, "figure", ["/talent?lang=nb#no-such"]),
        step(4, "barrier", ["/barrierer?barrier=none"]),
        step(5, "figure", [RANKING]),
    )["code"]
    sections = page(client, code).xpath("//section[contains(@class, 'board')]")
    assert "left_the_catalogue" in sections[0].text_content()
    assert "Min egen tekst" in sections[0].text_content()
    for one in sections[:4]:
        assert "of-gone" in one.get("class")
        assert "finnes ikke lenger" in one.text_content()
    assert "of-figure" in sections[4].get("class")


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize("name", READY)
def test_those_that_are_ready_have_figures_in_every_step(client, name, language):
    answer = client.get(f"/vis/klar/{name}", params={"lang": language, "peers": "SE11,DK01,FI1B"})
    assert answer.status_code == 200
    shown = html.fromstring(answer.text)
    assert shown.get("lang") == (READY[name].lang or language)
    sections = shown.xpath("//section[contains(@class, 'board')]")
    assert len(sections) >= 6
    assert [one.get("id") for one in sections if "of-gone" in one.get("class")] == []
    assert len(shown.xpath("//*[@data-later]")) >= 2


def test_no_other_is_ready(client):
    assert client.get("/vis/klar/nothing").status_code == 404


@pytest.mark.parametrize(
    "code", ["2222222222", "short", "x" * 300, "%00", "..", "2222222222.json", "2222222222/innhold"]
)
def test_mistyped_codes_are_answered(client, code):
    assert client.get(f"/vis/{code}").status_code == 404


def test_only_the_secret_changes_it(client):
    one = made(client, step(1, "text", title="Før"))
    path, sent = f"/vis/{one['code']}", {"base": None, "presentation": story(step(1, "text", title="Etter"))}
    wrong = one["edit"][:-1] + ("2" if one["edit"][-1] != "2" else "3")
    for headers in ({}, bearer(wrong), bearer(""), {"Authorization": one["edit"]}):
        answer = client.put(path, json=sent, headers=headers)
        assert answer.status_code == 403
        assert "redigeringslenken" in answer.json()["says"]
    assert client.put(f"{path}?edit={one['edit']}", json=sent).status_code == 403  # never from an address
    assert client.put("/vis/2222222222", json=sent, headers=bearer(one["edit"])).status_code == 404
    assert client.put(path, json={**sent, "base": one["presentation"]}, headers=bearer(one["edit"])).status_code == 200
    assert "Etter" in page(client, one["code"]).text_content()


def test_two_who_edit_lose_nothing(client):
    one = made(client, step(1, "text", title="Felles"), step(2, "text", title="To"))
    base, path, headers = one["presentation"], f"/vis/{one['code']}", bearer(one["edit"])
    first = story(step(1, "text", title="Felles", notes="fra den ene"), step(2, "text", title="To"))
    second = story(step(1, "text", title="Felles tittel"), step(3, "text", title="Ny"), step(2, "text", title="To"))
    assert client.put(path, json={"base": base, "presentation": first}, headers=headers).json()["clashes"] == []
    both = client.put(path, json={"base": base, "presentation": second}, headers=headers).json()
    assert both["revision"] == 3
    assert [one["id"] for one in both["presentation"]["steps"]] == ["step1", "step3", "step2"]
    assert both["presentation"]["steps"][0]["title"] == "Felles tittel"
    assert both["presentation"]["steps"][0]["notes"] == "fra den ene"
    third = story(step(1, "text", title="Noe annet"), step(2, "text", title="To"))
    clash = client.put(path, json={"base": base, "presentation": third}, headers=headers).json()
    assert ["step1", "title"] in clash["clashes"]
    assert "tittel" in clash["presentation"]["steps"][0]["title"]
    assert "Noe annet" in clash["presentation"]["steps"][0]["title"]


def test_notes_are_for_those_who_edit(client):
    one = made(client, step(1, "text", notes="bare for meg"))
    content = f"/vis/{one['code']}/innhold"
    assert "bare for meg" in client.get(content, headers=bearer(one["edit"])).text
    assert "bare for meg" not in client.get(content).text
    assert "bare for meg" not in client.get(f"/vis/{one['code']}.json").text
    shown = client.get(f"/vis/{one['code']}")
    assert shown.status_code == 200
    assert "bare for meg" not in shown.text
    assert client.get(content, headers=bearer("2" * 26)).status_code == 403


def test_a_file_comes_back_as_it_went(client):
    one = made(client, step(1, "figure", [RANKING], title="Egen"))
    file = client.get(f"/vis/{one['code']}.json")
    assert "attachment" in file.headers["content-disposition"]
    again = client.post("/vis", json={"presentation": file.json()}).json()
    assert again["presentation"]["steps"][0]["title"] == "Egen"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"steps": [step(f"x{n}", "text") for n in range(500)]}, f"har 500 steg. Den kan ha {MOST_STEPS}."),
        ({"title": "x" * 201}, "Tittelen på presentasjonen er for lang. Den kan ha 200 tegn."),
        ({"steps": [step(1, "text", notes="x" * 5001)]}, "I steg 1 er merknadene for lang"),
        ({"steps": [step(1, "video")]}, "Steg 1 har en mal"),
        ({"steps": [step(1, "figure", ["https://example.org/"])]}, "Steg 1 viser noe som ikke er en side her."),
        ({"format": 9}, "nyere utgave"),
        ({"steps": "none"}, "ikke en presentasjon"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_a_sentence(client, changed, says):
    answer = client.post("/vis", json={"presentation": {**story(), **changed}})
    assert answer.status_code == 400
    assert says in answer.json()["says"]


def test_other_sites_floods_and_no_json_are_refused(client, monkeypatch):
    sent = {"presentation": story()}
    assert client.post("/vis", json=sent, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/vis", content=b"x" * 1_000_001).status_code == 413
    for body in (b"\xff\xfe", b"[", b"[]", b"[" * 100_000, b'"x"'):
        assert client.post("/vis", content=body).status_code == 400
    monkeypatch.setattr(editing, "allowance", editing.Allowance(1))
    assert [client.post("/vis", json=sent).status_code for _ in range(2)] == [201, 429]


def test_a_draft_is_shown_and_not_kept(client):
    draft = json.dumps(story(step(1, "figure", [RANKING], notes="mine")))
    answer = client.post("/vis/utkast", data={"presentasjon": draft})
    assert answer.status_code == 200
    told = json.loads(html.fromstring(answer.text).xpath("//*[@id='deck']")[0].get("data-deck"))
    assert told["notes"] == {"step1": "mine"}
    assert told["code"] == ""
    assert client.post("/vis/utkast", data={"presentasjon": "nothing"}).status_code == 400
    assert (
        client.post("/vis/utkast", data={"presentasjon": draft}, headers={"Sec-Fetch-Site": "cross-site"}).status_code
        == 404
    )
    assert client.get("/vis/utkast").status_code == 404


def test_a_store_that_cannot_be_written_shows_and_says_so(client):
    one = made(client, step(1, "figure", [RANKING]))
    other = sqlite3.connect(settings().database_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        sent = {"base": None, "presentation": story(step(1, "text", title="Ny"))}
        answer = client.put(f"/vis/{one['code']}", json=sent, headers=bearer(one["edit"]))
        assert answer.status_code == 503
        assert answer.json()["error"] == "store_locked"
        assert "fortsatt vise presentasjonen" in answer.json()["says"]
        assert answer.headers["retry-after"] == "15"
        assert client.get(f"/vis/{one['code']}").status_code == 200
    finally:
        other.rollback()
        other.close()
    assert client.put(f"/vis/{one['code']}", json=sent, headers=bearer(one["edit"])).status_code == 200


def test_secrets_are_never_logged(client, caplog):
    caplog.set_level("DEBUG")
    one = made(client, step(1, "text"))
    client.put(f"/vis/{one['code']}", json={"presentation": story()}, headers=bearer(one["edit"]))
    client.put(f"/vis/{one['code']}", json={"presentation": 1}, headers=bearer(one["edit"]))
    # Where it opens nothing it is somebody's all the same: another presentation's, or of one that is not here.
    other = made(client, step(1, "text"))
    assert (
        client.put(f"/vis/{other['code']}", json={"presentation": story()}, headers=bearer(one["edit"])).status_code
        == 403
    )
    assert client.put("/vis/zzzzzzzzzz", json={"presentation": story()}, headers=bearer(one["edit"])).status_code == 404
    assert one["edit"] not in caplog.text


NIGHTS = {"indicator": "nights_total", "year": "2024"}


def test_what_has_changed_is_told_then_and_now_and_renewed(client):
    nights = address("besokende", "trend", **NIGHTS)
    words = "Vi hadde 11 904 456 overnattinger"
    one = made(client, step(1, "figure", [nights], text=words), step(2, "figure", [RANKING]))
    shown = page(client, one["code"])
    told = " ".join(shown.xpath("//section[@id='step1']//*[contains(@class, 'newer')]")[0].text_content().split())
    assert re.search(r"11\s904\s456.*→ 11\s904\s460", told)
    assert shown.xpath("//section[@id='step2']//*[contains(@class, 'newer')]") == []
    assert "1 steg har tall som er endret" in shown.xpath("//*[@class='deck-drift']")[0].text
    steps = client.post("/vis/sett", json={"presentation": one["presentation"]}).json()["steps"]
    assert [one["changed"] > 0 for one in steps] == [True, False]
    assert [[part.replace("\xa0", " ") for part in pair] for pair in steps[0]["stale"]] == [
        ["11 904 456", "11 904 460"]
    ]
    renewed = client.post("/vis/fornyet", json={"presentation": one["presentation"]}).json()["presentation"]
    assert all("release=2" in step["views"][0] for step in renewed["steps"])
    assert renewed["steps"][0]["text"] == words
    again = client.post("/vis/sett", json={"presentation": renewed}).json()["steps"]
    assert [one["changed"] for one in again] == [0, 0]


def test_the_qr_code_leads_to_it(client):
    code = made(client)["code"]
    drawn = client.get(f"/vis/{code}.svg")
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in drawn.content


@pytest.mark.parametrize("lang", ["nb", "en"])
def test_the_guide_has_its_pictures_and_names_what_the_pages_name(client, lang):
    guide = client.get(f"/vis/veiledning?lang={lang}")
    assert guide.headers["content-type"].startswith("text/html")
    told = html.fromstring(guide.text)
    assert told.get("lang") == lang
    named = {one.text for one in told.xpath("//b")} - {"?appearance=light", "hemmelige", "secret"}
    deck = page(client, made(client, step(1, "text"))["code"], lang=lang).xpath("//*[@id='deck']")[0].get("data-deck")
    said = (
        script((), "", "", "")
        + deck
        + str([Speaker(lang)(one) for one in ("Legg til i presentasjon", "Presentasjoner")])
    )
    assert len(named) >= 12
    assert {one for one in named if one not in said} == set()
    pictures = told.xpath("//img/@src")
    assert len(pictures) >= 4
    assert [client.get(one).headers["content-type"] for one in pictures] == ["image/webp"] * len(pictures)
    (style,) = told.xpath("//link[@rel='stylesheet']/@href")
    assert client.get(style).headers["content-type"].startswith("text/css")
    for name in ("..%2Foperations.md", "nothing.webp", "index.css"):
        assert client.get(f"/vis/veiledning/{name}").status_code == 404


def test_peers_and_regions_can_be_chosen_when_looking_closer(client):
    offered = client.get("/vis/valg?lang=en").json()
    assert "alliance" in dict(offered["sets"])
    assert dict(offered["regions"])["SE23"] == "West Sweden (Gothenburg)"
    assert len(offered["regions"]) > 200


@pytest.mark.parametrize(("given", "expected"), [("dark", "dark"), ("light", "light"), ("<b>", None), ("", None)])
def test_a_projector_may_ask_for_light_or_dark(client, given, expected):
    code = made(client)["code"]
    assert page(client, code, appearance=given).get("data-appearance") == expected
