"""A figure alone on a page of its own, for a whole window, someone else's page, and paper; no session, no Streamlit."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.exhibit import Exhibit
from components.html.exhibit import alternative
from components.html.figure import figure_html
from components.html.sources import missing, source_line
from components.html.tools import figure_address, place_address
from components.view import ViewState
from components.words.text import Speaker

SERVICE = "Osloregionen i Europa"


@dataclass(frozen=True)
class PageFiles:
    """Addresses of what the page is made with."""

    style: str
    script: str


def document(language: str, title: str, head: str, body: str, files: PageFiles) -> str:
    """A whole HTML document in the service's style."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>{head}"
        f'<link rel="stylesheet" href="{files.style}"></head><body>{body}</body></html>'
    )


def figure_page(
    exhibit: Exhibit, others: Sequence[Exhibit], view: ViewState, say: Speaker, notice: str, files: PageFiles
) -> str:
    """The page of a figure.

    Args:
        exhibit: the figure.
        others: every figure of its page, itself too, in their order.
        view: where it stands.
        say: the reader's language.
        notice: what of the address was ignored, as HTML; empty for nothing.
        files: what the page is made with.
    """
    description = f"{exhibit.measure} {exhibit.source.publisher}, {exhibit.source.years}."
    head = (
        f'<meta name="description" content="{escape(description)}">'
        f'<link rel="canonical" href="{escape(view.address)}">'
        f'<meta property="og:title" content="{escape(exhibit.finding)}">'
        f'<meta property="og:description" content="{escape(description)}">'
        f'<script src="{files.script}" defer></script>'
    )
    stage, twin = _stage(exhibit, view, say)
    credit = f'<p class="credit">{escape(exhibit.credit)}</p>' if exhibit.credit else ""
    body = (
        f'<main class="board"><header class="head"><h1 class="finding">{escape(exhibit.finding)}</h1>'
        f'<p class="measure">{escape(exhibit.measure)}</p>{notice}</header>'
        f'<div class="stage">{stage}{credit}</div>'
        + (f'<div class="twin">{twin}</div>' if twin else "")
        + f'<footer class="foot">{_notes(exhibit, say)}'
        f'<p class="source">{source_line(exhibit.source, say, view.release)}</p>'
        f'<div class="ways">{_screens(say)}{_figures(exhibit, others, view, say)}'
        f'<a class="back" href="{escape(place_address(view, exhibit.key))}">{escape(say("Se figuren på siden"))}</a>'
        "</div></footer></main>"
    )
    return document(say.language, f"{exhibit.finding} · {SERVICE}", head, body, files)


def sentence_page(
    title: str, sentence: str, way: tuple[str, str] | None, language: str, files: PageFiles, *, again: int = 0
) -> str:
    """A page that says why there is no figure.

    Args:
        title: what has happened.
        sentence: what it means.
        way: where to go instead, words and address.
        language: of the words.
        files: what the page is made with.
        again: seconds until the browser asks again; 0 for never.
    """
    link = f'<p><a href="{escape(way[1])}">{escape(way[0])}</a></p>' if way else ""
    head = '<meta name="robots" content="noindex">' + (
        f'<meta http-equiv="refresh" content="{again}">' if again else ""
    )
    body = (
        f'<main class="board said"><h1 class="finding">{escape(title)}</h1><p class="measure">{escape(sentence)}</p>'
        f"{link}</main>"
    )
    return document(language, f"{title} · {SERVICE}", head, body, files)


def _stage(exhibit: Exhibit, view: ViewState, say: Speaker) -> tuple[str, str]:
    """What is shown, and the table that stands for a chart where it cannot be drawn."""
    if exhibit.body:
        return exhibit.body, ""
    if exhibit.map is not None:
        words = say("Kartet med lag står på siden. Her er tallene bak det.")
        return f'<p class="measure">{escape(words)}</p>{exhibit.table}', ""
    if exhibit.figure is None:
        return missing(exhibit.alt), ""
    key = f"{view.page}/{exhibit.key}"
    return figure_html(key, exhibit.figure, alternative(exhibit, say), say), exhibit.table


def _notes(exhibit: Exhibit, say: Speaker) -> str:
    if not exhibit.notices:
        return ""
    listed = "".join(f"<li>{escape(note)}</li>" for note in exhibit.notices)
    words = say.count("{n} merknad", "{n} merknader", len(exhibit.notices))
    return f'<details class="notes" open><summary>{escape(words)}</summary><ul class="notices">{listed}</ul></details>'


def _screens(say: Speaker) -> str:
    """The way between the parts of a figure that is not shown at once; the script shows it where it is needed."""
    said = escape(say("Del {n} av {count}", n="{n}", count="{count}"))
    ways = [
        f'<button type="button" data-step="{step}" aria-label="{escape(words)}">{sign}</button>'
        for step, sign, words in ((-1, "↑", say("Forrige del")), (1, "↓", say("Neste del")))
    ]
    return (
        f'<div class="screens" role="group" aria-label="{escape(say("Deler av figuren"))}" data-said="{said}" hidden>'
        f'{ways[0]}<span class="at-screen" role="status"></span>{ways[1]}</div>'
    )


def _figures(exhibit: Exhibit, others: Sequence[Exhibit], view: ViewState, say: Speaker) -> str:
    """The way to the page's other figures."""
    keys = [one.key for one in others]
    at = keys.index(exhibit.key)
    if len(keys) < 2:
        return ""

    def way(number: int, rel: str, sign: str, words: str) -> str:
        if not 0 <= number < len(others):
            return ""
        title = f"{words}: {others[number].finding}"
        address = figure_address(view, others[number].key)
        return (
            f'<a rel="{rel}" href="{escape(address)}" title="{escape(title)}" aria-label="{escape(title)}">{sign}</a>'
        )

    counted = say("Figur {n} av {count}", n=at + 1, count=len(keys))
    return (
        f'<nav class="figures" aria-label="{escape(say("Figurene på siden"))}">'
        f"{way(at - 1, 'prev', '←', say('Forrige figur'))}<span>{escape(counted)}</span>"
        f"{way(at + 1, 'next', '→', say('Neste figur'))}</nav>"
    )
