"""/sitemap.xml: every page and each indicator's own page in each language, with the other's address (sitemaps.org)."""

import logging
from collections.abc import Iterator
from xml.etree import ElementTree as Xml

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.words.text import LANGUAGES
from data_sources.errors import DataError
from data_sources.settings import SettingsError
from models.catalogue import CatalogueError
from models.keeping import kept
from pages.exhibits.registry import PAGES, view_of
from pages.known import releases
from server.asked import base_of, not_ready, speaker_of, tag_of
from server.assets import PROGRAM
from server.following import following

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
_log = logging.getLogger("osloregionen")


def _pages(release: int) -> Iterator[tuple[str, dict[str, str]]]:
    """Slug and query of each page, the language left out."""
    yield from ((slug, {}) for slug in PAGES)
    yield from (("tallene", {"indicator": name}) for name in releases.catalogue_of(release).indicators)


@kept(4, key=lambda release, moment, base: (release, moment, base))
def _written(release: int, moment: str, base: str) -> bytes:
    Xml.register_namespace("", SITEMAP)
    Xml.register_namespace("xhtml", XHTML)
    root = Xml.Element(f"{{{SITEMAP}}}urlset")
    for slug, query in _pages(release):
        ways = {code: base + view_of(slug, {"lang": code, **query})[0].address for code in LANGUAGES}
        for address in ways.values():
            one = Xml.SubElement(root, f"{{{SITEMAP}}}url")
            Xml.SubElement(one, f"{{{SITEMAP}}}loc").text = address
            Xml.SubElement(one, f"{{{SITEMAP}}}lastmod").text = moment
            for code, way in {**ways, "x-default": ways[LANGUAGES[0]]}.items():
                Xml.SubElement(one, f"{{{XHTML}}}link", rel="alternate", hreflang=code, href=way)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def sitemap(request: Request) -> Response:
    """The map of the site with the newest figures; whoever has it already is told so without making it anew."""
    if not following.ready:
        return not_ready(speaker_of(request.scope))
    try:
        newest, base = releases.history()[-1], base_of(request)
        tag = tag_of(base, str(newest.id), newest.created.isoformat(), PROGRAM)
        headers = {"ETag": tag, "Cache-Control": "no-cache"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        written = _written(newest.id, newest.created.date().isoformat(), base)
        return Response(written, media_type="application/xml", headers=headers)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No map of the site: %s", error)
        return not_ready(speaker_of(request.scope))


MAP = [Route("/sitemap.xml", sitemap)]
