"""A store of two releases, and a deck of a page as the first had it."""

from types import SimpleNamespace

import pytest

from components.exhibit import can_be_shown
from components.export.slides.deck import presentation
from components.export.slides.house import house
from components.words.text import Speaker
from pages.exhibits.registry import seen, view_of
from server import decks, files, renewing, short
from tests.kept import looking_at
from tests.second_release import with_news
from tests.server.renewing.deck import NIGHTS


@pytest.fixture(scope="package")
def store(database_url, tmp_path_factory):
    """This process has a store with two releases, of its own."""
    with looking_at(with_news(database_url, tmp_path_factory.mktemp("news"))):
        yield


@pytest.fixture
def client(client, monkeypatch):
    monkeypatch.setattr(renewing, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(renewing, "allowance", SimpleNamespace(take=lambda: True))
    monkeypatch.setattr(files, "short_or_long", short.short_or_long)
    return client


@pytest.fixture(scope="package")
def made(store):  # noqa: ARG001 - read from it
    """The deck of a page as release 1 had it."""
    view, _ = view_of("besokende", {"release": "1", **NIGHTS})
    told = [
        decks.told_of(view, one, "http://testserver", lambda *_: "")
        for one in seen(view).exhibits.values()
        if can_be_shown(one)
    ]
    front = decks.page_front(view, "http://testserver")
    return presentation(house(), told, Speaker("nb"), "Osloregionen i Europa", front)
