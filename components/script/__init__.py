"""The one script of a page, and that of a figure alone, put together from the files beside this one."""

import json
from functools import cache
from pathlib import Path

from components.theme import exchanges
from components.words.text import LANGUAGES, Speaker
from models.presentations import MOST_STEPS
from models.presentations.story import FIELDS

_FIRST = ("elements", "answers")
_PARTS = (*_FIRST, "charts", "ways", "embedding", "tools", "stories", "focus", "connection", "names", "since", "page")
_OF_PICTURES = ("screens", "columns", "picture")
_OF_FIGURE = ("screens", "board", "figure", "charts")
_OF_DECK = (*_FIRST, "screens", "board", "charts", "deck", "speaker", "closer", "files", "follow", "invite")
_OF_EDITOR = ("edits", "cards", "editor")
_WORDS = {
    "close": "Lukk",
    "loading": "Henter …",
    "unreachable": "Vi når ikke tjenesten akkurat nå. Prøv igjen om litt.",
    "faulty": "Tjenesten svarte med en feil. Prøv igjen om litt.",
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
    "collected": "Lagt til som steg {n} i presentasjonen",
    "storytitle": "Tittel på presentasjonen",
    "storylang": "Språk i figurene",
    "mine": "Dine presentasjoner",
    "untitled": "Uten tittel",
    "present": "Vis presentasjonen",
    "keep": "Lagre og få lenker",
    "undo": "Angre",
    "renew": "Forny til de nyeste tallene",
    "new": "Ny presentasjon",
    "export": "Lagre som fil (JSON)",
    "import": "Hent fra fil",
    "forget": "Fjern herfra",
    "forgetdraft": "Presentasjonen ligger bare i denne nettleseren. Vil du slette den?",
    "forgetkept": "Presentasjonen fjernes fra denne nettleseren. Du må ha redigeringslenken for å endre den senere.",
    "template": "Mal",
    "template_figure": "Figur",
    "template_two": "To figurer",
    "template_number": "Stort tall",
    "template_text": "Tekst",
    "template_title": "Tittel og ny del",
    "template_barrier": "Barriere",
    "up": "Flytt opp (Alt + pil opp)",
    "down": "Flytt ned (Alt + pil ned)",
    "moved": "Steget er nå nr. {n} av {count}",
    "stepnumber": "Steg {n}",
    "gonestep": "Steget er tatt bort i et annet vindu.",
    "full": "En presentasjon kan ha {most} steg. Ta bort noen, eller begynn på en ny.",
    "duplicate": "Dupliser",
    "join": "Sett sammen med neste",
    "split": "Del i to steg",
    "remove": "Ta bort",
    "owntitle": "Egen overskrift",
    "owntext": "Tekst på skjermen",
    "ownnotes": "Merknader til deg selv",
    "addtitle": "Legg til tittel eller ny del",
    "addtext": "Legg til tekst",
    "empty": "Ingen steg ennå. Trykk «Legg til i presentasjon» under en figur, eller lag en egen av dem som er klare.",
    "draft": "Ligger i denne nettleseren. Lagre for å få lenker som andre kan bruke.",
    "unkept": "Nettleseren tar ikke vare på dette. Lagre, eller lagre som fil, før du lukker vinduet.",
    "anew": "Du kan lagre den på nytt herfra, med nye lenker.",
    "partlink": "Redigeringslenken er ikke hel. Kopier hele lenken på nytt.",
    "saving": "Lagrer …",
    "saved": "Alt er lagret.",
    "clash": "Dere skrev på samme sted. Begge tekstene står der nå.",
    "viewlink": "Lenke til å se på",
    "editlink": "Hemmelig lenke til å redigere",
    "copy": "Kopier",
    "copied": "Kopiert",
    "copyhere": "Kopier lenken herfra:",
    "badfile": "Filen er ikke en presentasjon fra denne tjenesten.",
    "changed": "{n} tall er endret siden steget ble laget.",
    "stale": "Her står {then}. Tallet er nå {now}.",
    "readagain": "Tallene i steget er endret. Les teksten på nytt.",
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


def script(slugs: tuple[str, ...], plotly: str, editor: str, pictures: str) -> str:
    """The whole script, in strict mode and without names of its own outside `window.osloregionen`.

    Args:
        slugs: addresses of the pages that links lead to without loading anew.
        plotly: address of plotly.js.
        editor: address of the editor of presentations, which is fetched where it is needed.
        pictures: address of what makes pictures, likewise.
    """
    return _put_together(_PARTS, slugs, plotly, editor=editor, pictures=pictures)


def editor_script() -> str:
    """The editor of presentations; it takes its words from the script of the pages."""
    return "(() => {\n'use strict';\n" + _joined(_OF_EDITOR) + "})();\n"


def picture_script() -> str:
    """What makes pictures of charts; it takes what it knows from the script of the pages."""
    return "(() => {\n'use strict';\n" + _joined(_OF_PICTURES) + "})();\n"


def figure_script(plotly: str) -> str:
    """The script of the page of a figure alone.

    Args:
        plotly: address of plotly.js.
    """
    return _put_together(_OF_FIGURE, (), plotly)


def deck_script(plotly: str, speaker_window: str) -> str:
    """The script of a presentation.

    Args:
        plotly: address of plotly.js.
        speaker_window: address of what the speaker's window does by itself.
    """
    return _put_together(_OF_DECK, (), plotly, speaker_window=speaker_window)


def speaker_window_script() -> str:
    """What the speaker's window does by itself; it takes its words from the presentation."""
    return (Path(__file__).parent / "speaker_window.js").read_text(encoding="utf-8")


def again_script() -> str:
    """The script of a page that says that what was asked for comes in a moment."""
    return (Path(__file__).parent / "again.js").read_text(encoding="utf-8")


@cache  # constant: scripts and messages that ship
def _put_together(
    names: tuple[str, ...],
    slugs: tuple[str, ...],
    plotly: str,
    *,
    editor: str = "",
    pictures: str = "",
    speaker_window: str = "",
) -> str:
    known = {
        "slugs": slugs,
        "plotly": plotly,
        "editor": editor,
        "pictures": pictures,
        "speakerWindow": speaker_window,
        "most": {"steps": MOST_STEPS, **{field: most for field, (most, _) in FIELDS.items()}},
        "colours": exchanges(),
        "controls": _CONTROLS,
        "said": {code: _said(Speaker(code)) for code in LANGUAGES},
    }
    start = (
        f"window.osloregionen = {json.dumps(known, ensure_ascii=False)};\n"
        "osloregionen.words = name => osloregionen.said[document.documentElement.lang === 'en' ? 'en' : 'nb'][name];\n"
    )
    return "(() => {\n'use strict';\n" + start + _joined(names) + "})();\n"


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((Path(__file__).parent / f"{name}.js").read_text(encoding="utf-8") for name in names)
