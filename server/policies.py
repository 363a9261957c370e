"""What pages may do in the browser: one policy for Streamlit's own page, and a strict one for all others."""

import ast
import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from components.html.first_view import WHEN_SET
from components.screen.trouble import COME_BACK, WHEN_MENDED
from pages.navigation import FRONT, NAVIGATION
from server.static import STATIC

# Streamlit would look for its server below the deep link's own path first, which costs two answers of 404.
AT_THE_ROOT = "<script>window.__streamlit = { BACKEND_BASE_URL: location.origin }</script>"
# The bare address answers as the front page does, so that links to it unfold; the browser names it before it starts.
TO_FRONT = f"<script>history.replaceState(null, '', '/{FRONT}' + location.search + location.hash)</script>"
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# Plotly adds an empty element of style and fills it by rules; its library of maps adds one with text, maps or not.
_LIBRARY_STYLE = re.compile(r"""createElement\("style"\);e\.id="[0-9a-f]{64}",e\.textContent=('(?:[^'\\]|\\.)*')""")
_FILES = ("_stcore", "static", "media", "component", "app", "vendor")
_STREAMLIT = frozenset({"", *_FILES, *(spec.slug for spec in NAVIGATION)})


def hash_of(text: str) -> str:
    """A text as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _joined(directives: Iterable[tuple[str, ...]]) -> str:
    return "; ".join(" ".join(one) for one in directives)


def is_streamlits(path: str) -> bool:
    """Whether Streamlit's page, or a file or socket of it, answers there; whatever else is ours."""
    return path.split("/")[1:2] in [[one] for one in _STREAMLIT]


@cache  # constant: files that ship
def inline_scripts() -> tuple[str, ...]:
    """The scripts that stand in Streamlit's page, by their hashes: no other runs."""
    theirs = (STATIC.parent / "index.html").read_text(encoding="utf-8")
    written = (theirs, AT_THE_ROOT, TO_FRONT, WHEN_SET, COME_BACK, WHEN_MENDED)
    return tuple(hash_of(script) for text in written for script in _INLINE.findall(text))


@cache  # constant: a file that ships
def library_styles() -> tuple[str, ...]:
    """The styles that plotly.js adds to a page, by their hashes."""
    plotly = files("plotly").joinpath("package_data/plotly.min.js").read_text(encoding="utf-8")
    return tuple(hash_of(text) for text in ("", *map(ast.literal_eval, _LIBRARY_STYLE.findall(plotly))))


@cache  # constant: the environment of this process
def page_policy(embed_origins: str) -> str:
    """Streamlit's page: everything from our own server, its inline scripts by their hashes, and no script from text.

    Streamlit sets styles in the page, and starts workers from blobs; maps draw pictures as data, and their library
    compiles WebAssembly, which is no script from text.

    Args:
        embed_origins: origins that may show the pages in a frame, separated by spaces; empty for none.
    """
    return _joined(
        (
            ("default-src", "'self'"),
            ("script-src", "'self'", "'wasm-unsafe-eval'", *inline_scripts()),
            ("style-src", "'self'", "'unsafe-inline'"),
            ("img-src", "'self'", "data:", "blob:"),
            ("font-src", "'self'", "data:"),
            ("connect-src", "'self'", "data:", "blob:"),
            ("worker-src", "'self'", "blob:"),
            ("object-src", "'none'"),
            ("base-uri", "'self'"),
            ("form-action", "'self'"),
            ("frame-ancestors", "'self'", *embed_origins.split()),
        )
    )


def own_policy(path: str, embed_origins: str, styles: Iterable[str]) -> str:
    """A page of our own: files from our own server only, styles in it by their hashes, nothing unsafe.

    A figure alone has no cookie and nothing to press that changes anything: any site may show it in a frame.
    A presentation nobody else may show: who steers it has the secret in the window.

    Args:
        path: of the page.
        embed_origins: as above.
        styles: the page's own, by their hashes.
    """
    first = path.split("/")[1] if "/" in path else ""
    ours = ("frame-ancestors", "'self'", *embed_origins.split())
    framed = {"figur": ("frame-ancestors", "*"), "vis": ("frame-ancestors", "'self'")}
    return _joined(
        (
            ("default-src", "'none'"),
            ("script-src", "'self'"),
            ("style-src", "'self'", *library_styles(), *styles),
            ("img-src", "'self'", "data:"),
            ("font-src", "'self'"),
            ("connect-src", "'self'"),
            ("frame-src", "'self'"),
            ("manifest-src", "'self'"),
            ("base-uri", "'none'"),
            ("form-action", "'none'" if first in framed else "'self'"),
            framed.get(first, ours),
        )
    )
