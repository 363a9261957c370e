"""`/s`: short links to views of ours, and to nothing else."""

import shutil
import sqlite3
from types import SimpleNamespace

import pytest

from data_sources.settings import settings
from pages.exhibits.registry import view_of
from server import short
from server.redirects import target
from tests.kept import looking_at

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture(scope="module")
def store(database_url, tmp_path_factory):
    """This process has a store of its own: links are written to it, and others read the common one meanwhile."""
    path = tmp_path_factory.mktemp("short") / "store.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    with looking_at(f"sqlite:///{path}"):
        view_of("talent", {})
        yield


@pytest.fixture(autouse=True)
def ready(monkeypatch):
    """Short links may be made, and as many as a minute allows."""
    monkeypatch.setattr(short, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(short, "allowance", short.Allowance(60))


def test_a_short_link_leads_to_the_view(client):
    view, _ = view_of("talent", {"lang": "en"})
    made = client.post("/s", content="/talent?lang=en#ranking").json()
    assert made["long"] == f"http://testserver{view.address}#ranking"
    assert client.post("/s", content=f"{view.address}#ranking").json() == made
    code = made["short"].removeprefix("http://testserver/s/")
    for typed in (code, code.upper()):
        answer = client.get(f"/s/{typed}")
        assert answer.status_code == 302
        assert answer.headers["location"] == f"{view.address}#ranking"
    drawn = client.get(f"/s/{code}.svg")
    assert drawn.headers["content-type"] == "image/svg+xml"
    assert b"<svg" in drawn.content
    assert target(f"/s/{code}", "") is None


@pytest.mark.parametrize(
    "given",
    ["https://example.org/talent", "//example.org/talent", "/nowhere", "", "javascript:alert(1)", "/s/2222222222"],
)
def test_only_our_own_pages_get_one(client, given):
    answer = client.post("/s", content=given)
    if answer.status_code == 200:
        assert answer.json()["long"].startswith("http://testserver/talent?")
    else:
        assert answer.status_code == 400


def test_what_is_no_part_of_a_view_is_not_kept(client):
    long = client.post("/s", content='/talent?lang=nb&x=<script>#"><b>').json()["long"]
    assert "<" not in long
    assert "x=" not in long


def test_other_sites_and_floods_are_refused(client, monkeypatch):
    assert client.post("/s", content="/talent", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.post("/s", content="/talent?" + "x" * 10_000).status_code == 413
    assert client.post("/s", content=b"\xff\xfe").status_code == 400
    monkeypatch.setattr(short, "allowance", short.Allowance(1))
    answers = [client.post("/s", content=f"/talent?lang=en#{key}") for key in ("flood-1", "flood-2")]
    assert [one.status_code for one in answers] == [200, 429]
    assert answers[1].headers["retry-after"] == "60"


@pytest.mark.parametrize(("language", "words"), [("nb", "Lenken finnes ikke"), ("en", "There is no such link")])
@pytest.mark.parametrize("code", ["2222222222", "short", "x" * 300, "%00", "2222222222.svg", "<b>"])
def test_mistyped_codes_are_answered(client, language, words, code):
    answer = client.get(f"/s/{code}?lang={language}")
    assert answer.status_code == 404
    assert words in answer.text


def test_a_store_that_another_writes_to_costs_the_short_link_only(client):
    file = settings().database_url.removeprefix("sqlite:///")
    known = client.post("/s", content="/besokende?lang=en").json()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        answer = client.post("/s", content="/klynger?lang=en")
        assert answer.status_code == 503
        assert answer.json() == {"error": "store_locked"}
        assert client.post("/s", content="/besokende?lang=en").json() == known
        assert client.get(known["short"].removeprefix("http://testserver")).status_code == 302
    finally:
        other.rollback()
        other.close()
    assert client.post("/s", content="/klynger?lang=en").status_code == 200
