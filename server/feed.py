"""What is new, to be followed: Atom feeds (RFC 4287) in each language.

/atom/nb.xml is of all figures, /atom/talent/nb.xml of a theme's. A piece of news has the same id in both, so that who
follows both reads it once.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as Xml

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.words.text import LANGUAGES
from components.words.wording import within
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from data_sources.store.reader import Release
from models.catalogue import CatalogueError
from models.change.news import news
from pages.exhibits.looked_at import Context
from pages.exhibits.registry import PAGES, look_at, view_of
from pages.known import releases
from pages.oversikt.digest import counts_told, news_line
from server.asked import base_of, lost, not_ready, speaker_of, tag_of
from server.assets import PROGRAM
from server.following import following

ATOM = "http://www.w3.org/2005/Atom"
LATEST = 12  # releases that the feed tells of
_log = logging.getLogger("osloregionen")
Xml.register_namespace("", ATOM)


@dataclass(frozen=True)
class Entry:
    """One piece of news.

    Attributes:
        id: the same for good, wherever the service stands.
        address: of the page that tells more, with the release.
    """

    id: str
    title: str
    words: str
    moment: datetime
    address: str


def _id(release: Release, language: str, indicator: str = "", kind: str = "") -> str:
    """Named by the moment too: two services, or a store made anew, have other releases by the same numbers."""
    name = f"osloregionen/{release.id}/{release.created.isoformat()}/{language}/{indicator}/{kind}"
    return uuid5(NAMESPACE_URL, name).urn


def _of_release(context: Context, release: Release, before: Release | None, theme: str) -> Iterator[Entry]:
    """What a release is, and each indicator of the region that is new, revised or withdrawn in it.

    Of a theme only its indicators, and the first release, so that a feed is never empty.
    """
    say, number = context.say, str(release.id)
    if before is None:
        words = say("Den første datautgaven: {count} tall.", count=say.number(release.summary.counts.added))
    else:
        words = counts_told(context, release)
    title = say("Datautgave {number}", number=release.id)
    address = context.at("kilder", release=number).address
    if before is None or not theme:
        yield Entry(_id(release, say.language), title, words, release.created, address)
    if before is None:
        return
    kinds = {"added": say("Nytt tall"), "revised": say("Revidert tall"), "withdrawn": say("Trukket tilbake")}
    for kind, items in news(releases.revisions(before.id, release.id), context.catalogue, context.focus).items():
        for item in items:
            indicator = context.catalogue.indicators[item.indicator]
            if theme not in ("", indicator.theme):
                continue
            yield Entry(
                _id(release, say.language, item.indicator, kind),
                f"{kinds[kind]}: {say.of(indicator.title)}, {item.period}",
                f"{news_line(context, item)}. {say('Kilde:')} {indicator.publisher}. {title}.",
                release.created,
                context.at("tallene", indicator=item.indicator, release=number).address,
            )


def entries(context: Context, theme: str = "") -> list[Entry]:
    """The news of the latest releases, the newest first; of one theme, or of all where it is empty."""
    history = releases.history()
    pairs = list(zip((None, *history), history, strict=False))
    pairs = pairs[:1] + pairs[1:][-LATEST:] if theme else pairs[-LATEST:]
    return [entry for before, release in reversed(pairs) for entry in _of_release(context, release, before, theme)]


def _add(parent: Xml.Element, name: str, text: str = "", **attributes: str) -> Xml.Element:
    element = Xml.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    element.text = text or None
    return element


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def feed(context: Context, base: str, here: str, theme: str = "") -> bytes:
    """The feed as XML.

    Args:
        context: the view that the news are told from.
        base: address of this server, without slash at its end.
        here: address of the feed itself.
        theme: id of the only one told of; all of them where it is empty.
    """
    say, service = context.say, context.catalogue.identity.name[context.say.language]
    found = entries(context, theme)
    root = Xml.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": say.language})
    first = releases.history()[0]
    _add(root, "id", _id(first, say.language, "feed", theme))
    about = f", {within(say.of(context.catalogue.themes[theme].title))}" if theme else ""
    _add(root, "title", f"{service}: {say('nye og reviderte tall')}{about}")
    _add(root, "updated", _moment(max(entry.moment for entry in found)))
    _add(_add(root, "author"), "name", service)
    _add(root, "link", rel="self", type="application/atom+xml", href=here)
    _add(root, "link", rel="alternate", type="text/html", hreflang=say.language, href=base + context.view.address)
    for entry in found:
        one = _add(root, "entry")
        _add(one, "id", entry.id)
        _add(one, "title", entry.title)
        _add(one, "updated", _moment(entry.moment))
        _add(one, "link", rel="alternate", type="text/html", href=base + entry.address)
        _add(one, "summary", entry.words)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def atom(request: Request) -> Response:
    """The feed in a language, of a theme's page or of all; whoever has it already is told so without making it anew."""
    language, slug = str(request.path_params["language"]), str(request.path_params.get("slug", "nyeste"))
    spec = PAGES.get(slug)
    if language not in LANGUAGES or spec is None or ("slug" in request.path_params and "theme" not in spec.parameters):
        return lost(request)
    if not following.ready:
        return not_ready(speaker_of(request.scope))
    try:
        view, _ = view_of(slug, {"lang": language})
        newest = releases.history()[-1]
        base = base_of(request)
        tag = tag_of(language, base, str(newest.id), newest.created.isoformat(), view.address, PROGRAM)
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        written = feed(look_at(view), base, f"{base}{request.url.path}", spec.parameters.get("theme", ""))
        return Response(written, media_type="application/atom+xml", headers=headers)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No feed: %s", error)
        return not_ready(speaker_of(request.scope))


FEED = [
    Route("/atom/{language}.xml", atom),
    Route("/atom/{slug}/{language}.xml", atom),
    Route("/atom", lost),
    Route("/atom/{rest:path}", lost),
]
