"""What slides are made from: figures with their links, the template, outlines of areas, first slides."""

import json
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from components.exhibit import Exhibit, can_be_shown
from components.export.slides.deck import Front
from components.export.slides.house import house
from components.export.slides.template import Template, own
from components.export.slides.told import Told
from components.html.tools import place_address
from components.view import ViewState
from components.words.flags import release_words
from components.words.text import Speaker
from data_sources.settings import settings
from data_sources.snapshot import OUTLINES
from pages.exhibits.registry import PAGES, seen
from pages.known import releases


@lru_cache(maxsize=4)  # constant: outlines that ship
def outlines(address: str) -> Mapping[str, Any]:
    """Outlines for maps, by the address that pages fetch them from."""
    found: Mapping[str, Any] = json.loads((OUTLINES / address.rpartition("/")[2]).read_text(encoding="utf-8"))
    return found


def template() -> Template:
    """The template of slides that the settings name, or our own.

    Raises:
        TemplateError: it cannot be used.
    """
    path = settings().pptx_template
    return own(path) if path else house()


def template_sign() -> str:
    """What changes when the template does, also while it cannot be used."""
    path = settings().pptx_template
    try:
        return f"{path}:{path.stat().st_mtime_ns}" if path else ""
    except OSError:
        return f"{path}: missing"


def told_of(view: ViewState, exhibit: Exhibit, base: str, short: Callable[[str, str], str]) -> Told:
    """A figure with what its slides need to know.

    Args:
        view: where it stands.
        exhibit: the figure.
        base: address of the server, without slash at its end.
        short: gives the link to an address of ours on that server, the short one where one can be made.
    """
    link = short(place_address(view, exhibit.key), base)
    return Told(exhibit, view, releases.catalogue_of(view.release), base, outlines, link)


def page_front(view: ViewState, base: str) -> Front:
    """The first slide of a page's deck: what the page could not draw stands in its notes."""
    without = [one for one in seen(view).exhibits.values() if not can_be_shown(one)]
    say = Speaker(view.lang)
    return _front(view, say(PAGES[view.page].title), base, without)


def delegation_front(view: ViewState, base: str) -> Front:
    """The first slide of the ten for a delegation."""
    say = Speaker(view.lang)
    return _front(view, say("Osloregionen i ti lysbilder"), base, ())


def _front(view: ViewState, title: str, base: str, without: Sequence[Exhibit]) -> Front:
    """The first slide, with what the page could not draw in its notes."""
    say, context = Speaker(view.lang), seen(view).context
    name, count = context.name_in_full(context.focus), len(context.peers)
    who = say.count("{name} og {n} sammenligningsregion", "{name} og {n} sammenligningsregioner", count, name=name)
    under = f"{who}\n{say.of(context.catalogue.identity.name)}. {release_words(say, view.release)}"
    notes = [f"{base}{view.address}", *(f"{one.finding}: {one.alt}" for one in without)]
    return Front(title, under, "\n".join(notes))
