"""Header, navigation, notices and footer."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import streamlit as st
from markupsafe import Markup

from components.view import LONGEST, Ignored
from components.words.text import Speaker
from models.catalogue import Catalogue, Identity

NAMES = {"nb": "Norsk", "en": "English"}
SHOWN = 40  # characters of a stranger's words that are repeated
NOTICED = 8  # parts of a link that are named one by one
SEARCH = "search"  # session key of the header's search field
# What the keys that every link holds are called; a page's own choices say it themselves.
_PARTS = {
    "lang": "språk",
    "lens": "regionavgrensning",
    "peers": "sammenligningsregioner",
    "release": "datautgave",
    "page": "side",
}


class Page(Protocol):
    """What the navigation needs to know of a page."""

    @property
    def slug(self) -> str:
        """Its address."""
        ...

    @property
    def entry(self) -> str:
        """The menu entry it belongs to."""
        ...

    @property
    def title(self) -> str:
        """Its name."""
        ...

    @property
    def in_menu(self) -> bool:
        """Whether its entry stands in the menu, or the foot leads to it."""
        ...


def service_html(say: Speaker, identity: Identity) -> Markup:
    """Mark and name of the service; the page's language beside it, for the script that tells screen readers."""
    mark = (
        Markup('<img class="mark" src="%s" alt="" height="24"> ') % (identity.logo_address,)
        if identity.logo
        else Markup()
    )
    return Markup('<p class="service" data-page-lang="%s">%s%s</p>') % (say.language, mark, say.of(identity.name))


def languages_html(say: Speaker, addresses: Mapping[str, str]) -> Markup:
    """The way to the same view in each language.

    Args:
        say: the reader's language.
        addresses: of this view, by language.
    """
    ways = Markup().join(
        (
            Markup('<a href="%s" target="_self" lang="%s" hreflang="%s"%s>%s</a>')
            % (addresses[code], code, code, " aria-current=true" if code == say.language else "", name)
            for code, name in NAMES.items()
        )
    )
    return Markup('<nav class="switch languages" aria-label="%s">%s</nav>') % (say("Språk"), ways)


def search_field(say: Speaker) -> None:
    """The header's search."""
    st.text_input(
        say("Søk"),
        key=SEARCH,
        placeholder=say("Søk i tall, regioner, barrierer og spørsmål"),
        label_visibility="collapsed",
        icon=":material/search:",
        width=340,
        max_chars=LONGEST,
    )


def close_search(say: Speaker) -> None:
    """The button that ends the search."""
    st.button(say("Lukk søket"), on_click=_clear, type="tertiary")


def _clear() -> None:
    st.session_state[SEARCH] = ""


def menu_html(say: Speaker, pages: Sequence[Page], here: Page, address: Callable[[str], str]) -> Markup:
    """The menu, and the tabs of the entry that the page belongs to.

    Args:
        say: the reader's language.
        pages: all pages, in order.
        here: the page shown.
        address: of a page by its slug, keeping the view.
    """
    entries: dict[str, Page] = {}
    for page in pages:
        if page.in_menu:
            entries.setdefault(page.entry, page)

    def way(slug: str, words: str, *, current: bool) -> Markup:
        mark = Markup(' aria-current="page"') if current else Markup()
        return Markup('<a href="%s" target="_self" data-slug="%s"%s>%s</a>') % (address(slug), slug, mark, words)

    menu = Markup().join(
        way(here.slug if entry == here.entry else first.slug, say(entry), current=entry == here.entry)
        for entry, first in entries.items()
    )
    navigation = Markup('<nav class="st-key-menu" aria-label="%s">%s</nav>') % (say("Meny"), menu)
    tabs = [page for page in pages if page.entry == here.entry]
    if len(tabs) > 1:
        listed = Markup().join(way(page.slug, say(page.title), current=page.slug == here.slug) for page in tabs)
        navigation += Markup('<nav class="st-key-tabs" aria-label="%s">%s</nav>') % (say(here.entry), listed)
    return navigation


def literal(say: Speaker, text: str) -> str:
    """Words of a stranger, cut short and without signs that nobody can see."""
    return say("«{text}»", text="".join(sign for sign in text[:SHOWN] if sign.isprintable()))


def notices_html(
    say: Speaker, ignored: Sequence[Ignored], called: Mapping[str, str], instead: Callable[[str], str]
) -> Markup:
    """What in the link could not be used, as text: nothing of it can be a link. Empty where all could be used.

    What nobody here has named is counted, not repeated.

    Args:
        say: the reader's language.
        ignored: what was ignored.
        called: what the pages' choices are called, by key (bokmål msgids).
        instead: what is said of an outdated code, empty for others.
    """
    named = {**called, **_PARTS}
    parts = [
        f"{say(named[one.name])}: {literal(say, one.given)}{instead(one.given)}"
        for one in ignored
        if named.get(one.name)
    ]
    if (more := len(parts) - NOTICED) > 0:
        parts[NOTICED:] = [say.count("og {n} til", "og {n} til", more)]
    weights = sum(1 for one in ignored if one.name.startswith("w_"))
    if weights:
        parts.append(say.count("{n} vekt", "{n} vekter", weights))
    other = next((one.given for one in ignored if one.name == "catalogue"), "")
    strangers = sum(1 for one in ignored if not named.get(one.name)) - weights - bool(other)
    if strangers:
        parts.append(say.count("{n} ukjent navn", "{n} ukjente navn", strangers))
    version = (
        say(
            "Lenken er laget med katalogutgave {version}, og det du ser, med en annen. Utvalg, indikatorer med poeng "
            "eller målestokk kan være endret, så plasseringene kan ikke sammenlignes.",
            version=literal(say, other),
        )
        if other
        else Markup()
    )
    told = Markup('<p class="notice" role="status">%s</p>') % (version,) if version else Markup()
    if not parts:
        return told
    words = say(
        "Noe i lenken finnes ikke her, og du ser nærmeste gyldige visning. Sett bort fra: {parts}.",
        parts="; ".join(parts),
    )
    return Markup('%s<p class="notice" role="status">%s</p>') % (told, words)


def footer_html(
    say: Speaker, catalogue: Catalogue, release: int, pages: Sequence[Page], address: Callable[[str], str]
) -> Markup:
    """Publishers and licences, and the ways to the pages that stand in no menu.

    Args:
        say: the reader's language.
        catalogue: what the figures are about.
        release: of the figures shown.
        pages: all pages, in order.
        address: of a page by its slug, keeping the view.
    """
    ways = Markup().join(
        Markup('<a href="%s" target="_self">%s</a>') % (address(page.slug), say(page.title))
        for page in pages
        if not page.in_menu
    )
    lines = [say.of(p.attribution) for p in catalogue.publishers.values() if p.matches]
    listed = Markup().join(Markup("<li>%s</li>") % (line,) for line in lines)
    return Markup(
        '<footer class="footer"><nav class="ways" aria-label="%s">%s</nav><p>%s %s %s</p><ul>%s</ul></footer>'
    ) % (
        say("Nederst på siden"),
        ways,
        say("Datautgave {number}.", number=release),
        say("Katalogutgave {version}.", version=catalogue.rules.version),
        say("Utgivere og lisenser:"),
        listed,
    )
