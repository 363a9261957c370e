"""What an address holds: its view, the parts of its page, and its exhibits; no session, no browser.

What is made for one reader serves all: the same view of a release is made once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module

from components.arrangement import Arrangement
from components.exhibit import Exhibit, can_be_shown
from components.html.arrangement import ready
from components.html.tools import page_files
from components.parts import Part, exhibits
from components.view import Choosable, Ignored, Option, ViewState, from_query
from components.words.text import Speaker
from models.keeping import kept
from pages.exhibits.looked_at import Context
from pages.known import releases, similar
from pages.navigation import FRONT, NAVIGATION
from pages.spec import PageSpec

PAGES: Mapping[str, PageSpec] = {spec.slug: spec for spec in NAVIGATION}
KEPT = 256  # views of pages


class UnknownPage(LookupError):
    """There is no page by this address."""


class UnknownExhibit(LookupError):
    """The page has no exhibit by this key in this view."""


@dataclass(frozen=True, eq=False)
class Seen:
    """A page as it stands for a view.

    Attributes:
        view: what was asked for, made valid.
        arranged: what the page shows.
        parts: the same, plain parts written as HTML.
        exhibits: by key.
        context: what it speaks of.
    """

    view: ViewState
    arranged: tuple[Part, ...]
    parts: tuple[Part, ...]
    exhibits: Mapping[str, Exhibit]
    context: Context


def choosable() -> Choosable:
    """What views are checked against.

    Raises:
        DataError: the store cannot be read.
    """
    versions = {release: releases.catalogue_of(release).rules.version for release in releases.releases()}
    return Choosable(releases.catalogue(), releases.releases(), releases.lenses(), similar.members, versions)


@kept(64, key=lambda spec, release: (spec.slug, release))
def options_of(spec: PageSpec, release: int) -> tuple[Option, ...]:
    """The choices that a page adds to the view; they follow from the figures of the release, never from newer ones."""
    return spec.options(releases.catalogue_of(release), releases.figures(release))


def called(view: ViewState) -> Mapping[str, str]:
    """What the choices of all pages are called, by key (bokmål msgids); those of the view's own page go first."""
    specs = (*NAVIGATION, PAGES[view.page])
    return {option.name: option.called for spec in specs for option in options_of(spec, view.release)}


def view_of(slug: str, params: Mapping[str, str]) -> tuple[ViewState, tuple[Ignored, ...]]:
    """The nearest valid view to an address, and what in it was ignored.

    Raises:
        UnknownPage: there is no such page.
        DataError: the store cannot be read.
    """
    if slug not in PAGES:
        raise UnknownPage(slug)
    known = choosable()
    release = next((r for r in known.releases if str(r) == params.get("release")), known.releases[-1])
    return from_query(params, slug, options_of(PAGES[slug], release), known)


def look_at(view: ViewState) -> Context:
    """What a page speaks of, for a view that is valid, with an arrangement that is still empty."""
    known, spec = choosable(), PAGES[view.page]
    peers = tuple(p for p in known.peer_codes(view.peers, view.lens, view.release) if p != view.lens)
    return Context(
        spec=spec,
        view=view,
        options=options_of(spec, view.release),
        say=Speaker(view.lang),
        catalogue=releases.catalogue_of(view.release),
        figures=releases.figures(view.release),
        index=releases.index(view.release),
        peers=peers,
        choosable=known,
        pages=PAGES,
        options_of=lambda page: options_of(page, view.release),
        page=Arrangement(),
    )


def _key(view: ViewState, releases: tuple[int, ...], day: date) -> tuple[object, ...]:
    return view.page, tuple(view.to_query().items()), releases, day


@kept(KEPT, key=_key)
def _seen(view: ViewState, _releases: tuple[int, ...], _day: date) -> Seen:
    context = look_at(view)
    import_module(context.spec.module).render(context)
    by_key: dict[str, Exhibit] = {}
    for one in exhibits(context.page.parts):
        if one.key in by_key:
            raise ValueError(f"two exhibits of {view.page} have the key {one.key}")
        by_key[one.key] = one
    slides = any(map(can_be_shown, by_key.values()))
    context.page.html(page_files(view, context.say, figures=bool(by_key), slides=slides, ten=view.page == FRONT))
    parts = context.page.parts
    return Seen(view, parts, ready(parts, view, context.say), by_key, context)


def seen(view: ViewState) -> Seen:
    """The page of a view, made once for all who look at it.

    A printed page bears its date, and a page of an older release says what is newer: both are part of what is kept.
    """
    asked = view, releases.releases(), datetime.now(UTC).date()
    page_seen = _seen(*asked)
    if page_seen.context.page.passing:
        _seen.drop(*asked)
    return page_seen


def exhibit(view: ViewState, key: str) -> Exhibit:
    """One exhibit of a view.

    Raises:
        UnknownExhibit: the view has none by this key.
    """
    try:
        return seen(view).exhibits[key]
    except KeyError:
        raise UnknownExhibit(key) from None
