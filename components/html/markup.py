"""Small pieces of HTML that several pages and components share. Every text that comes in is escaped here."""

from collections.abc import Iterable
from html import escape

from components.words.text import Speaker
from models.catalogue import OpenQuestion


def out(text: str, url: str) -> str:
    """A link to another site; the bare text where there is no address."""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(text)}</a>' if url else escape(text)


def way(text: str, address: str) -> str:
    """A link to another view of this service."""
    return f'<a href="{escape(address)}" target="_self">{escape(text)}</a>'


def links(parts: Iterable[tuple[str, str]]) -> str:
    """Links one after the other."""
    return ", ".join(out(text, url) for text, url in parts)


def paragraph(text: str, kind: str = "") -> str:
    """A paragraph; `kind` is a class of style.css."""
    return f'<p class="{kind}">{escape(text)}</p>' if kind else f"<p>{escape(text)}</p>"


def lead(text: str) -> str:
    """The page's title."""
    return f'<h1 class="lead">{escape(text)}</h1>'


def heading(text: str) -> str:
    """The title of a part of the page."""
    return f"<h2>{escape(text)}</h2>"


def part(text: str, anchor: str) -> str:
    """The name of a part of a long page, which links on the same page lead to."""
    return f'<h2 class="of-page" id="{escape(anchor)}">{escape(text)}</h2>'


def on_this_page(label: str, parts: Iterable[tuple[str, str]]) -> str:
    """Links to the parts of a long page: text and anchor of each."""
    listed = "".join(f'<a href="#{escape(anchor)}" target="_self">{escape(text)}</a>' for text, anchor in parts)
    return f'<nav class="on-page" aria-label="{escape(label)}">{listed}</nav>'


def section(title: str, text: str) -> str:
    """The title of a part of the page with a line under it."""
    return f'<div class="section">{heading(title)}{paragraph(text, "measure")}</div>'


def bullets(items: Iterable[str], kind: str = "") -> str:
    """A list of plain texts."""
    return f'<ul class="{kind}">{"".join(f"<li>{escape(item)}</li>" for item in items)}</ul>'


def answer(question: OpenQuestion, say: Speaker) -> str:
    """The honest answer to a question without comparable figures, and who may have some."""
    holders = links((say.of(holder.name), holder.url) for holder in question.holders)
    return (
        '<div class="answer">'
        f"<p><b>{escape(say.of(question.title))}</b></p>"
        + paragraph(say.of(question.answer))
        + (f'<p class="note">{escape(say("Kan ha tall:"))} {holders}</p>' if holders else "")
        + "</div>"
    )


def to_copy(text: str, say: Speaker, address: str = "") -> str:
    """A text to be pasted elsewhere, with a button that copies it.

    Args:
        text: what to copy.
        say: the reader's language.
        address: of a view, which ends the text; the page's script makes it complete.
    """
    link = f'\n<span data-absolute="{escape(address)}">{escape(address)}</span>' if address else ""
    words = f' data-done="{escape(say("Kopiert"))}"'
    return (
        f'<p class="quote">{escape(text)}{link}</p><button type="button" class="copy-text" data-copy{words}>'
        f"{escape(say('Kopier'))}</button>"
    )
