"""Streamlit's own scripts and styles, compressed once a process and kept by browsers for a year."""

import asyncio
import gzip
from functools import cache
from mimetypes import guess_type
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

STATIC = Path(streamlit.__file__).parent / "static" / "static"
_PREFIX = "/static/"
_TEXT = frozenset({".js", ".css", ".svg", ".json", ".map"})
_YEAR = "public, max-age=31536000, immutable"  # the names hold a hash of the content


@cache  # constant: files that ship
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), compresslevel=6)


def file_of(address: str) -> Path | None:
    """The text file behind an address below /static/, or None: unknown, not text, or outside the folder."""
    try:
        path = (STATIC / address.removeprefix(_PREFIX)).resolve()
        return path if path.suffix in _TEXT and path.is_relative_to(STATIC.resolve()) and path.is_file() else None
    except (OSError, ValueError):  # no file can have such a name
        return None


async def _answer(path: Path, asked: Headers) -> Response:
    headers = {"Cache-Control": _YEAR, "Vary": "Accept-Encoding"}
    media = guess_type(path.name)[0] or "text/plain"
    if "gzip" not in asked.get("accept-encoding", ""):
        return FileResponse(path, media_type=media, headers=headers)
    content = await asyncio.to_thread(_compressed, path)
    return Response(content, media_type=media, headers={**headers, "Content-Encoding": "gzip"})


class StaticFiles:
    """Answers for Streamlit's scripts itself: compressing 5 MB anew for each reader takes 0.2 s."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass on."""
        if scope["type"] == "http" and scope["path"].startswith(_PREFIX) and scope["method"] in ("GET", "HEAD"):
            path = file_of(scope["path"])
            if path is not None:
                await (await _answer(path, Headers(scope=scope)))(scope, receive, send)
                return
        await self._app(scope, receive, send)
