"""The one script of a page, and that of a figure alone, put together from the files beside this one."""

import json
from functools import cache
from pathlib import Path

from components.theme import exchanges
from components.words.text import LANGUAGES, Speaker

_PARTS = ("charts", "ways", "picture", "embedding", "tools", "focus", "connection", "names", "since", "page")
_OF_FIGURE = ("screens", "figure", "charts")
_WORDS = {
    "close": "Lukk",
    "loading": "Henter …",
    "unreachable": "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt.",
    "outage": "Ingen forbindelse med tjenesten",
    "returns": "Tjenesten svarer ikke. Siden kommer tilbake av seg selv når forbindelsen er der igjen.",
    "file": "Lager filen …",
    "queue": "Mange lager filer akkurat nå. Filen kommer av seg selv om noen sekunder.",
    "got": "Filen er lastet ned",
    "nofile": "Filen kunne ikke lages. Prøv igjen om litt.",
    "making": "Lager bildet …",
    "made": "Bildet er lastet ned",
    "unmade": "Bildet kunne ikke lages her. Tjenesten lager det i stedet.",
    "short": "Kort lenke",
    "long": "Lang lenke, med hele visningen i",
    "qr": "QR-kode",
    "onlylong": "Vi kan ikke lage korte lenker akkurat nå. Den lange virker alltid.",
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


def _said(say: Speaker) -> dict[str, str]:
    return {name: say(_WORDS[name]) for name in _WORDS}


def script(slugs: tuple[str, ...], plotly: str) -> str:
    """The whole script, in strict mode and without names of its own outside `window.osloregionen`.

    Args:
        slugs: addresses of the pages that links lead to without loading anew.
        plotly: address of plotly.js.
    """
    return _put_together(_PARTS, slugs, plotly)


def figure_script(plotly: str) -> str:
    """The script of the page of a figure alone.

    Args:
        plotly: address of plotly.js.
    """
    return _put_together(_OF_FIGURE, (), plotly)


@cache  # constant: scripts and messages that ship
def _put_together(names: tuple[str, ...], slugs: tuple[str, ...], plotly: str) -> str:
    known = {
        "slugs": slugs,
        "plotly": plotly,
        "colours": exchanges(),
        "controls": _CONTROLS,
        "said": {code: _said(Speaker(code)) for code in LANGUAGES},
    }
    start = (
        f"window.osloregionen = {json.dumps(known, ensure_ascii=False)};\n"
        "osloregionen.words = name => osloregionen.said[document.documentElement.lang === 'en' ? 'en' : 'nb'][name];\n"
    )
    parts = ((Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in names)
    return "(() => {\n'use strict';\n" + start + "\n".join(parts) + "})();\n"
