"""/katalog.ttl: what figures there are, for data.norge.no and others who collect catalogues (DCAT-AP-NO, Turtle)."""

import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.export.dcat import catalogue_file
from data_sources.errors import DataError
from data_sources.settings import SettingsError, settings
from models.catalogue import CatalogueError
from models.keeping import kept
from pages.exhibits.published import published
from pages.known import releases
from server.asked import base_of, not_ready, speaker_of, tag_of
from server.assets import PROGRAM
from server.following import following

_log = logging.getLogger("osloregionen")


@kept(4, key=lambda release, base, contact: (release, base, contact))
def _written(release: int, base: str, contact: str) -> bytes:
    identity = releases.catalogue_of(release).identity
    return catalogue_file(tuple(published(release).values()), identity, base, contact)


def turtle(request: Request) -> Response:
    """The catalogue of the newest release; whoever has it already is told so without making it anew."""
    if not following.ready:
        return not_ready(speaker_of(request.scope))
    try:
        newest, base, contact = releases.history()[-1], base_of(request), settings().contact
        tag = tag_of(base, str(newest.id), newest.created.isoformat(), contact, PROGRAM)
        headers = {"ETag": tag, "Cache-Control": "no-cache", "Access-Control-Allow-Origin": "*"}
        if tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return Response(_written(newest.id, base, contact), media_type="text/turtle; charset=utf-8", headers=headers)
    except (DataError, SettingsError, CatalogueError) as error:
        _log.error("No catalogue of data sets: %s", error)
        return not_ready(speaker_of(request.scope))


CATALOGUE = [Route("/katalog.ttl", turtle)]
