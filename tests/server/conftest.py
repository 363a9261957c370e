"""What tests of addresses share: the tests' figures in this process, and the routes as a browser asks them."""

from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from data_sources.short_links import ShortLinks
from pages.exhibits.registry import view_of
from server import asked, files, short
from server.headers import SecurityHeaders
from server.routes import ROUTES
from tests.data_sources.refresh.small import small_store
from tests.kept import looking_at


@pytest.fixture(scope="module")
def store(database_url):
    """This process has the tests' figures."""
    with looking_at(database_url):
        view_of("talent", {})
        yield


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory) -> ShortLinks:
    """Short links in a store of their own: everybody's is read by other test processes, and written by none."""
    url = f"sqlite:///{tmp_path_factory.mktemp('links')}/store.sqlite"
    small_store(url)
    return ShortLinks(url)


@pytest.fixture
def client(store, database_url, elsewhere, monkeypatch):  # noqa: ARG001 - there are figures to ask for
    """Our own routes, with their headers, of a service that is ready."""
    links = short.links
    monkeypatch.setattr(asked, "following", SimpleNamespace(ready=True))
    monkeypatch.setattr(short, "links", lambda url: elsewhere if url == database_url else links(url))
    monkeypatch.setattr(files, "short_or_long", lambda address, base: base + address)  # the store is everybody's
    return TestClient(Starlette(routes=list(ROUTES), middleware=[Middleware(SecurityHeaders)]), follow_redirects=False)
