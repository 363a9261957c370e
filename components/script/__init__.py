"""The one script of a page, put together from the files beside this one."""

import json
from functools import cache
from pathlib import Path

from components.text import LANGUAGES, Speaker
from components.theme import exchanges

_PARTS = ("charts", "ways", "tools", "focus", "page")
_WORDS = {
    "close": "Lukk",
    "loading": "Henter …",
    "unreachable": "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt.",
    "failed": "Diagrammet kan ikke tegnes. Tabellen under har de samme tallene.",
}


def _said(say: Speaker) -> dict[str, str]:
    return {name: say(_WORDS[name]) for name in _WORDS}


@cache
def script(slugs: tuple[str, ...], plotly: str) -> str:
    """The whole script, in strict mode and without names of its own outside `window.osloregionen`.

    Args:
        slugs: addresses of the pages that links lead to without loading anew.
        plotly: address of plotly.js.
    """
    known = {
        "slugs": slugs,
        "plotly": plotly,
        "colours": exchanges(),
        "said": {code: _said(Speaker(code)) for code in LANGUAGES},
    }
    start = (
        f"window.osloregionen = {json.dumps(known, ensure_ascii=False)};\n"
        "osloregionen.words = name => osloregionen.said[document.documentElement.lang === 'en' ? 'en' : 'nb'][name];\n"
    )
    parts = ((Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    return "(() => {\n'use strict';\n" + start + "\n".join(parts) + "})();\n"
