"""The one script of a page, put together from the files beside this one."""

import json
from functools import cache
from pathlib import Path

from components.text import Speaker
from components.theme import exchanges

_PARTS = ("charts", "ways", "tools", "focus", "connection", "names", "page")
_WORDS = {
    "close": "Lukk",
    "loading": "Henter …",
    "unreachable": "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt.",
    "outage": "Ingen forbindelse med tjenesten",
    "returns": "Tjenesten svarer ikke. Siden kommer tilbake av seg selv når forbindelsen er der igjen.",
    "failed": "Diagrammet kan ikke tegnes. Tabellen under har de samme tallene.",
}
# What Streamlit calls its controls, on bokmål pages.
_CONTROLS = {
    "Open": "Åpne",
    "Close": "Lukk",
    "Clear all": "Fjern alle",
    "Clear": "Fjern",
    "Clear value": "Fjern",
    "Selected values": "Valgte",
    "Select all": "Velg alle",
    "Copy to clipboard": "Kopier",
    "Skip to main content": "Gå til hovedinnholdet",
    "Press Enter to apply": "Trykk Enter for å bruke",
    "Press Enter to submit form": "Trykk Enter for å sende",
    "No results": "Ingen treff",
    "Remove": "Fjern",
    "Fullscreen": "Fullskjerm",
    "Expand": "Åpne",
    "Collapse": "Lukk",
    "Main menu": "Meny",
}


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
        "controls": _CONTROLS,
        "said": {code: {name: Speaker(code)(words) for name, words in _WORDS.items()} for code in ("nb", "en")},
    }
    start = (
        f"window.osloregionen = {json.dumps(known, ensure_ascii=False)};\n"
        "osloregionen.words = name => osloregionen.said[document.documentElement.lang === 'en' ? 'en' : 'nb'][name];\n"
    )
    parts = ((Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in _PARTS)
    return "(() => {\n'use strict';\n" + start + "\n".join(parts) + "})();\n"
