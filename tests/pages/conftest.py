"""Pages run by AppTest: the real entry point, navigation and figures, without a browser."""

import re
from html import unescape
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from data_sources.settings import settings
from pages import figures as shared
from tests.conftest import PROJECT

_CACHES = (settings, shared._reader, shared.history, shared.revisions, shared.count_in, shared._figures, shared._index)


@pytest.fixture(scope="package", autouse=True)
def store(database_url):
    """The pages read the tests' store; what the process has kept of another is forgotten, before and after."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OSLOREGION_DATABASE_URL", database_url)
        for kept in _CACHES:
            kept.cache_clear()
        yield
    for kept in _CACHES:
        kept.cache_clear()


class Shown:
    """A page as a reader meets it: what stands on it, in words."""

    def __init__(self, slug: str, **query: str) -> None:
        self.app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=120)
        # Pages are told apart by the hash of their address; `switch_page` knows only pages that are files.
        self.app._page_hash = calc_hash(slug)
        self.app.query_params.update(query)
        self.app.run()

    @property
    def html(self) -> str:
        """All HTML of the page, style rules left out."""
        return "\n".join(e.proto.body for e in self.app.get("html") if "<style>" not in e.proto.body)

    @property
    def text(self) -> str:
        """The words of that HTML; spaces that must not break are plain spaces."""
        return unescape(re.sub(r"<[^>]+>", " ", self.html)).replace("\u00a0", " ")

    @property
    def title(self) -> str:
        """The page's only heading of the first level."""
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html)
        assert len(found) == 1, f"{len(found)} headings of the first level"
        return unescape(found[0])

    @property
    def charts(self) -> list:
        """Charts and maps."""
        return [*self.app.get("plotly_chart"), *self.maps]

    @property
    def maps(self) -> list:
        """Maps with layers, which Plotly does not draw."""
        return list(self.app.get("deck_gl_json_chart"))

    @property
    def notices(self) -> list[str]:
        return [w.value for w in self.app.warning]

    @property
    def picks(self) -> dict[str, str]:
        """ "name-code" by label of the buttons that look like links and set one part of this page's own view."""
        found = [e for e in self.app.button if str(e.key).startswith("pick-link-")]
        return {e.label: str(e.key).removeprefix("pick-link-") for e in found}

    @property
    def links(self) -> dict[str, dict[str, str]]:
        """Query by label of the links to other pages."""
        return {e.proto.label: dict(parse_qsl(e.proto.query_string)) for e in self.app.get("page_link")}


@pytest.fixture
def show():
    """Open a page by its slug and query."""
    return Shown
