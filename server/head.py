"""The head of a page and its first view, written into Streamlit's HTML before it leaves the server."""

import asyncio
import logging
import re
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.datastructures import URL, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.export.search_data import dataset, script
from components.html.tools import picture_address
from components.html.unfold import picture_tags
from components.screen.chrome import NAMES
from components.theme import css
from components.view import Ignored, ViewState
from components.words.text import LANGUAGES, Speaker, understood
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from pages.exhibits.first_view import SERVICE, PageSummary, told
from pages.exhibits.published import published
from pages.exhibits.registry import PAGES, look_at, view_of
from pages.known import releases
from pages.navigation import FRONT
from server.asked import params_of
from server.assets import SCRIPT
from server.following import following
from server.policies import AT_THE_ROOT, TO_FRONT
from server.work import counted

PATIENCE = 1.0  # seconds a page may wait for its first view; without it Streamlit's own page comes as before
_log = logging.getLogger("osloregionen")
_ICON = re.compile(rb'<link[^>]*rel="shortcut icon"[^>]*>')
_SIGNS = (
    b'<link rel="icon" type="image/svg+xml" href="/favicon.svg"><link rel="apple-touch-icon" href="/icon-180.png">'
    b'<link rel="manifest" href="/manifest.webmanifest">'
)
_WITHOUT_SCRIPT = b"<noscript>You need to enable JavaScript to run this app.</noscript>"


@counted()
def _tell(slug: str, params: dict[str, str]) -> tuple[ViewState, PageSummary]:
    view, ignored = view_of(slug, params)
    return view, told(view, tuple(Ignored(one.name, one.given) for one in ignored))


def _alternates(view: ViewState, base: str) -> Markup:
    context = look_at(view)
    ways = {code: f"{base}{context.here(lang=code).address}" for code in NAMES}
    listed = Markup().join(
        (Markup('<link rel="alternate" hreflang="%s" href="%s">') % (code, way) for code, way in ways.items())
    )
    return listed + Markup('<link rel="alternate" hreflang="x-default" href="%s">') % (ways["nb"],)


def _feeds(view: ViewState, base: str) -> Markup:
    """What can be followed: on a theme's page that theme first, then all figures."""
    say, spec = Speaker(view.lang), PAGES[view.page]
    named = [(f"/atom/{view.lang}.xml", say("nye og reviderte tall"))]
    if "theme" in spec.parameters:
        named.insert(0, (f"/atom/{view.page}/{view.lang}.xml", f"{say('nye og reviderte tall')}: {say(spec.title)}"))
    link = Markup('<link rel="alternate" type="application/atom+xml" title="%s" href="%s">')
    return Markup().join(link % (title[:1].upper() + title[1:], base + address) for address, title in named)


def _data_set(view: ViewState, base: str) -> Markup:
    """An indicator's own page says in the words of schema.org what can be fetched; nothing on other pages."""
    context = look_at(view)
    indicator = context.catalogue.indicators.get(view.options.get("indicator", "")) if view.page == "tallene" else None
    if indicator is None:
        return Markup()
    one = published(view.release).get(indicator.id)
    publisher, identity = context.catalogue.publisher_of(indicator.publisher), context.catalogue.identity
    return script(dataset(indicator, publisher, one, identity, context.say, f"{base}{view.address}", base))


def head_of(view: ViewState, page: PageSummary, base: str) -> Markup:
    """What the head says of a view.

    Args:
        view: the view.
        page: what is told of it.
        base: address of this server, without slash at its end.
    """
    here = f"{base}{view.address}"
    tags = {
        "og:type": "website",
        "og:site_name": page.service,
        "og:title": page.title,
        "og:description": page.description,
        "og:url": here,
        "og:locale": "en_GB" if view.lang == "en" else "nb_NO",
    }
    return (
        Markup('<meta name="description" content="%s"><link rel="canonical" href="%s">') % (page.description, here)
        + _alternates(view, base)
        + _feeds(view, base)
        + Markup().join((Markup('<meta property="%s" content="%s">') % (name, text) for name, text in tags.items()))
        + picture_tags(f"{base}{picture_address(view, '')}", page.picture or page.title)
        + _data_set(view, base)
    )


class PageHead:
    """Rewrites Streamlit's HTML: language, title, head, style sheet, script, and the first view over the empty root."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on; pages are rewritten whole."""
        path = scope["path"] if scope["type"] == "http" else ""
        slug = FRONT if path == "/" else path.strip("/")
        if slug not in PAGES or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        # The inner application would compress deep links, and compressed HTML cannot be rewritten.
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        start: Message | None = None
        body = bytearray()

        async def rewrite(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and b"text/html" in dict(message["headers"]).get(
                b"content-type", b""
            ):
                start = message
                return
            if start is None:
                await send(message)
                return
            body.extend(message.get("body", b""))
            if message.get("more_body"):
                return
            page = await self._written(
                bytes(body), slug, params_of(scope), str(URL(scope=scope).replace(path="", query=""))
            )
            if path == "/":
                page = page.replace(b"<head>", b"<head>" + TO_FRONT.encode(), 1)
            headers = MutableHeaders(scope=start)
            headers["content-length"] = str(len(page))
            headers["cache-control"] = "no-cache"
            await send(start)
            await send({"type": "http.response.body", "body": page if scope["method"] == "GET" else b""})

        await self._app(plain, receive, rewrite)

    @staticmethod
    def _late(slug: str, params: dict[str, str], base: str) -> Markup:
        """The picture of a view whose own words were not made in time; the picture's address makes them."""
        known = {"release": str(releases.releases()[-1])} | params
        return picture_tags(f"{base}/bilde/{slug}.png?{urlencode(known, safe=',')}", SERVICE)

    async def _written(self, page: bytes, slug: str, params: dict[str, str], base: str) -> bytes:
        language = understood(params.get("lang", "")) or LANGUAGES[0]
        title, head, first = SERVICE, Markup(), Markup()
        if following.ready:
            try:
                view, about = await asyncio.wait_for(asyncio.to_thread(_tell, slug, params), PATIENCE)
                title, first = about.title, about.body
                head = head_of(view, about, base.rstrip("/"))
            except (DataError, SettingsError, CatalogueError) as error:  # the page says so to its reader
                _log.error("No first view of %s: %s", slug, error)
            except TimeoutError:
                _log.info("The first view of %s was late", slug)
                head = self._late(slug, params, base.rstrip("/"))
            except Exception:  # noqa: BLE001 - the page itself says what is wrong, in the reader's language
                _log.exception("No first view of %s", slug)
        # In somebody's frame a page stands without menu, also after a click in it: the class stays, the query does not.
        framed = ' class="embedded"' if params.get("embed", "").lower() == "true" else ""
        page = page.replace(b'<html lang="en"', f'<html lang="{language}"{framed}'.encode(), 1)
        page = page.replace(b"<title>Streamlit</title>", (Markup("<title>%s</title>%s") % (title, head)).encode(), 1)
        page = _ICON.sub(_SIGNS, page, count=1)
        page = page.replace(_WITHOUT_SCRIPT, b"", 1)
        page = page.replace(b"</title>", b"</title>" + AT_THE_ROOT.encode(), 1)
        # In the head our rules would lose to those that Streamlit adds there later.
        start = (Markup("<style>%s</style>%s") % (css(), first)).encode()
        at = page.index(b">", page.index(b"<body")) + 1
        page = page[:at] + start + page[at:]
        return page.replace(b"</body>", f'<script src="{SCRIPT}" defer></script></body>'.encode(), 1)
