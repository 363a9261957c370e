"""A page as tests read it: from its address alone, or drawn by the real entry point in a session without a browser."""

import json
import re
from functools import partial
from urllib.parse import parse_qsl, urlsplit

from markupsafe import Markup
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from components.arrangement import Arrangement
from components.exhibit import Exhibit
from components.html.arrangement import box_html, columns_html, fold_html, ready
from components.html.claims import claims_html
from components.html.exhibit import alternative, foot_html, head_html
from components.html.figure import figure_json
from components.html.markup import paragraph
from components.html.tools import tools_html
from components.parts import Box, Choice, Columns, Fold, Html, Live, Part, Several
from components.screen import chrome
from components.view import ViewState
from pages.exhibits.registry import called, look_at, seen, view_of
from pages.navigation import NAVIGATION
from pages.shell import drift, found
from tests.conftest import PROJECT
from tests.pages.read import Read, copies
from tests.parts import every


class Shown(Read):
    """A page from an address: everything that stands on it, places for widgets and data of charts left out.

    Args:
        slug: of the page.
        search: words in the header's search.
        query: of the address.
    """

    def __init__(self, slug: str, *, search: str = "", **query: str) -> None:
        self.view, ignored = view_of(slug, query)
        self.page = seen(self.view)
        context = look_at(self.view)
        self.say = context.say
        above, foot = context.page, Arrangement()
        above.html(chrome.menu_html(self.say, NAVIGATION, context.spec, lambda slug: self._at(slug).address))
        above.html(chrome.notices_html(self.say, ignored, called(self.view), partial(found.instead, context)))
        if search:
            found.show_found(context, search)
        drift.show_drift(context)
        ways = lambda slug: self._at(slug).address  # noqa: E731 - said twice it would be two
        foot.html(chrome.footer_html(self.say, context.catalogue, self.view.release, NAVIGATION, ways))
        self.parts: tuple[Part, ...] = (*above.parts, *self.page.arranged, *foot.parts)
        self.html = self._written(ready(self.parts, self.view, self.say, waiting=True))

    def _at(self, slug: str) -> ViewState:
        return self.view if slug == self.view.page else self.page.context.at(slug)

    def _written(self, parts: tuple[Part, ...]) -> Markup:
        return Markup().join(map(self._of, parts))

    def _of(self, part: Part) -> Markup:
        if isinstance(part, Html):
            return part.text
        if isinstance(part, Box):
            return box_html(part, self._written(part.parts))
        if isinstance(part, Fold):
            return fold_html(part, self._written(part.parts))
        if isinstance(part, Columns):
            return columns_html(part, [self._written(one) for one in part.parts])
        if isinstance(part, Live):
            return self._written(part.without)
        if not hasattr(part, "exhibit"):
            return Markup()
        exhibit = part.exhibit
        assert exhibit.map is not None
        return (
            head_html(exhibit)
            + paragraph(exhibit.map.instead)
            + foot_html(exhibit, self.view, self.say)
            + tools_html(exhibit, self.view, self.say)
        )

    @property
    def query(self) -> dict[str, str]:
        """The whole view, as the address will say it."""
        return self.view.to_query()

    def follow(self, label: str) -> "Shown":
        """The page that a link leads to."""
        way = urlsplit(self.addresses[label])
        return Shown(way.path.strip("/"), **dict(parse_qsl(way.query)))

    @property
    def exhibits(self) -> dict[str, Exhibit]:
        """By key."""
        return dict(self.page.exhibits)

    @property
    def charts(self) -> list[Exhibit]:
        """The exhibits with a chart or a map, in order."""
        return [one for one in self.exhibits.values() if one.figure is not None or one.map is not None]

    def figure(self, key: str) -> dict:
        """The figure of a chart, as the browser gets it."""
        return json.loads(figure_json(self.exhibits[key].figure, self.say))

    def alt(self, key: str) -> str:
        """The text alternative of a chart or a map."""
        return alternative(self.exhibits[key], self.say).replace("\u00a0", " ")

    @property
    def tables(self) -> str:
        """The tables beside the exhibits, which stand on no page before they are asked for."""
        return Markup().join(one.table for one in self.exhibits.values())

    @property
    def with_tables(self) -> str:
        """The page's HTML and all that the tables beside it hold."""
        return self.html + self.tables

    @property
    def answers(self) -> str:
        """What is answered to "can I say this?" under each exhibit."""
        return "".join(claims_html(one.claims, self.say) for one in self.exhibits.values() if one.claims)

    def quotes(self, language: str = "nb|en") -> list[str]:
        """The sentences that may be said, in the order in which a reader meets them."""
        return copies("".join(re.findall(rf'<div lang="(?:{language})">.*?</div>', self.answers, re.DOTALL)))

    @property
    def copies(self) -> list[str]:
        """The texts that stand on the page to be copied."""
        return copies(self.html)

    def choice(self, label: str) -> Choice | Several:
        """The drop-down with this label."""
        return next(one for one in every(self.parts) if isinstance(one, Choice | Several) and one.label == label)

    @property
    def folds(self) -> list[Fold]:
        """What opens and closes."""
        return [one for one in every(self.parts) if isinstance(one, Fold)]

    @property
    def folded(self) -> list[str]:
        """The labels of what opens and closes."""
        return [fold.label for fold in self.folds]


class Drawn(Read):
    """A page drawn by the real entry point: navigation, session, widgets and address as a reader has them."""

    def __init__(self, slug: str, **query: str) -> None:
        self.app = AppTest.from_file(str(PROJECT / "app.py"), default_timeout=120)
        # Pages are told apart by the hash of their address; `switch_page` knows only pages that are files.
        self.app._page_hash = calc_hash(slug)
        self.app.query_params.update(query)
        self.app.run()

    @property
    def pieces(self) -> list[str]:
        """The HTML elements of the page, in order."""
        return [element.proto.body for element in self.app.get("html")]

    @property
    def html(self) -> str:
        """All HTML of the page."""
        return "\n".join(self.pieces)

    @property
    def maps(self) -> list:
        """Maps with layers, which only Streamlit draws."""
        return list(self.app.get("deck_gl_json_chart"))

    @property
    def query(self) -> dict[str, str]:
        """What the address says now."""
        return dict(self.app.query_params.items())

    def whole(self) -> "Drawn":
        """Nothing broke: no exception, no message of a fault."""
        assert not self.app.exception
        assert [element.value for element in self.app.error] == []
        return self

    def select(self, label: str, code: str) -> "Drawn":
        """Choose from the drop-down with this label."""
        (box,) = [box for box in self.app.selectbox if box.label == label]
        box.set_value(code).run()
        return self.whole()

    def arrive(self, **query: str) -> "Drawn":
        """Come by another address of this page, as by a link or by Back."""
        self.app.query_params.clear()
        self.app.query_params.update(query)
        self.app.run()
        return self.whole()
