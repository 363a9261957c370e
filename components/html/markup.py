"""Small pieces of HTML that several pages and components share. Every text that comes in is escaped here."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from components.words.text import Speaker
from models.catalogue import OpenQuestion


def out(text: str, url: str) -> Markup:
    """A link to another site; the bare text where there is no address."""
    return Markup('<a href="%s" target="_blank" rel="noopener">%s</a>') % (url, text) if url else escape(text)


def way(text: str, address: str) -> Markup:
    """A link to another view of this service."""
    return Markup('<a href="%s" target="_self">%s</a>') % (address, text)


def links(parts: Iterable[tuple[str, str]]) -> Markup:
    """Links one after the other."""
    return Markup(", ").join((out(text, url) for text, url in parts))


def paragraph(text: str, kind: str = "") -> Markup:
    """A paragraph; `kind` is a class of style.css."""
    return Markup('<p class="%s">%s</p>') % (kind, text) if kind else Markup("<p>%s</p>") % (text,)


def lead(text: str) -> Markup:
    """The page's title."""
    return Markup('<h1 class="lead">%s</h1>') % (text,)


def heading(text: str) -> Markup:
    """The title of a part of the page."""
    return Markup("<h2>%s</h2>") % (text,)


def part(text: str, anchor: str) -> Markup:
    """The name of a part of a long page, which links on the same page lead to."""
    return Markup('<h2 class="of-page" id="%s">%s</h2>') % (anchor, text)


def on_this_page(label: str, parts: Iterable[tuple[str, str]]) -> Markup:
    """Links to the parts of a long page: text and anchor of each."""
    listed = Markup().join((Markup('<a href="#%s" target="_self">%s</a>') % (anchor, text) for text, anchor in parts))
    return Markup('<nav class="on-page" aria-label="%s">%s</nav>') % (label, listed)


def section(title: str, text: str) -> Markup:
    """The title of a part of the page with a line under it."""
    return Markup('<div class="section">%s%s</div>') % (heading(title), paragraph(text, "measure"))


def bullets(items: Iterable[str], kind: str = "") -> Markup:
    """A list of plain texts."""
    return Markup('<ul class="%s">%s</ul>') % (kind, Markup().join(Markup("<li>%s</li>") % (item,) for item in items))


def answer(question: OpenQuestion, say: Speaker) -> Markup:
    """The honest answer to a question without comparable figures, and who may have some."""
    holders = links((say.of(holder.name), holder.url) for holder in question.holders)
    return (
        Markup('<div class="answer"><p><b>%s</b></p>') % (say.of(question.title),)
        + paragraph(say.of(question.answer))
        + (Markup('<p class="note">%s %s</p>') % (say("Kan ha tall:"), holders) if holders else Markup())
        + Markup("</div>")
    )


def to_copy(text: str | Markup, say: Speaker, address: str = "") -> Markup:
    """A text to be pasted elsewhere, with a button that copies it.

    Args:
        text: what to copy.
        say: the reader's language.
        address: of a view, which ends the text; the page's script makes it complete.
    """
    link = Markup('\n<span data-absolute="%s">%s</span>') % (address, address) if address else Markup()
    words = Markup(' data-done="%s"') % (say("Kopiert"),)
    return Markup('<p class="quote">%s%s</p><button type="button" class="copy-text" data-copy%s>%s</button>') % (
        text,
        link,
        words,
        say("Kopier"),
    )
