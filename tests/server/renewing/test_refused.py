"""Decks that are not ours, too large, or sent in another way are refused with a sentence."""

import io
import zipfile
from types import SimpleNamespace

import pytest
import xlsxwriter
from pptx import Presentation

from components.export.slides import given as given_decks
from components.export.slides import renew as renewing_decks
from server import renewing
from tests.server.renewing.deck import given, saved


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/presentation.xml", b"0" * 4_000_000)
    return out.getvalue()


def workbook():
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    book.add_worksheet()
    book.close()
    return out.getvalue()


@pytest.mark.parametrize("bound", ["LARGEST_UNPACKED", "LARGEST_XML"])
@pytest.mark.parametrize(
    ("content", "status", "says"),
    [
        (lambda: saved(Presentation()), 422, "Ingen av lysbildene er lastet ned her"),
        (lambda: b"no presentation", 400, "ikke en PowerPoint-fil"),
        (lambda: b"", 400, "ikke en PowerPoint-fil"),
        (lambda: b"PK\x03\x04 broken", 400, "ikke en PowerPoint-fil"),
        (workbook, 400, "ikke en PowerPoint-fil"),
        (bomb, 413, "for stor"),
    ],
)
def test_a_deck_that_is_not_ours_is_told_so(client, monkeypatch, content, status, says, bound):
    monkeypatch.setattr(given_decks, bound, 3_000_000)
    answer = given(client, content())
    assert answer.status_code == status
    assert says in answer.text
    assert "<form" in answer.text


@pytest.mark.parametrize(
    ("bound", "most"),
    [("LARGEST", 1_000), ("LARGEST_UNPACKED", 1_000), ("LARGEST_XML", 1_000), ("MOST_PARTS", 3), ("MOST_SLIDES", 1)],
)
def test_a_deck_of_ours_beyond_any_bound_is_refused(client, monkeypatch, made, bound, most):
    monkeypatch.setattr(given_decks, bound, most)
    answer = given(client, made)
    assert answer.status_code == 413
    assert "for stor, eller har for mange lysbilder" in answer.text


def test_bounds_of_what_is_sent(client, monkeypatch, made):
    monkeypatch.setattr(renewing, "LARGEST", 1_000)
    assert given(client, made).status_code == 413
    monkeypatch.undo()
    monkeypatch.setattr(renewing, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(renewing_decks, "MOST_VIEWS", 0)
    assert given(client, made).status_code == 413
    assert given(client, made, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/forny", content=b"deck", headers={"content-type": "text/plain"}).status_code == 400
    monkeypatch.setattr(renewing, "allowance", SimpleNamespace(take=lambda: False))
    assert given(client, made, "en").status_code == 503
    assert "try again in a minute" in given(client, made, "en").text
    monkeypatch.setattr(renewing, "following", SimpleNamespace(ready=False))
    assert given(client, made).status_code == 503


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_page_works_without_script(client, language):
    answer = client.get(f"/forny?lang={language}")
    assert answer.status_code == 200
    assert f'action="/forny?lang={language}"' in answer.text
    assert 'enctype="multipart/form-data"' in answer.text
    assert client.head("/forny").status_code == 200
    assert client.get("/forny/noe").status_code == 404
