"""The view as a value, and its place in the URL. The only module that touches `st.query_params`.

A URL carries the whole view, defaults included, in codes only, so that a link means the same in both languages and
after a change of defaults. A set of peers that the figures make (the most similar regions) stands as the set's id, not
as its members: the release and the region definition in the same link decide who they are, so the link keeps its
meaning, and the page can still say why these regions and how firm the choice is.

Widgets keep their values under `q.<name>` in the session; this module reads the URL into them when the reader arrives
by a link or by Back, and writes the URL when a widget has changed.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from components.text import LANGUAGES
from models.catalogue import Catalogue

OWN = "own"  # the peer selector's entry for a reader's own list of regions
_RECENT = 1.0  # seconds within which an address of ours that comes back is an echo, not a wish


@dataclass(frozen=True)
class Option:
    """A choice that a page adds to the view.

    Attributes:
        name: key in the URL.
        allowed: codes to choose from, given the options before it.
        default: the code used when none is given.
    """

    name: str
    allowed: Callable[[Mapping[str, str]], Sequence[str]]
    default: Callable[[Mapping[str, str]], str]


@dataclass(frozen=True)
class Ignored:
    """Something in the URL that could not be used."""

    name: str
    given: str


@dataclass(frozen=True)
class ViewState:
    """What the reader looks at.

    Attributes:
        page: slug of the page.
        lang: "nb" or "en".
        lens: code of the region definition.
        peers: id of a peer set, or region codes joined by commas.
        release: number of the release of figures.
        options: the page's own choices.
    """

    page: str
    lang: str = "nb"
    lens: str = "NO08"
    peers: str = "alliance"
    release: int = 1
    options: Mapping[str, str] = field(default_factory=dict)

    def to_query(self) -> dict[str, str]:
        """The canonical query: everything, in a fixed order."""
        head = {"lang": self.lang, "lens": self.lens, "peers": self.peers, "release": str(self.release)}
        return {**head, **self.options}

    def option(self, name: str) -> str:
        """The code chosen for one of the page's options."""
        return self.options[name]


Computed = Callable[[str, str, int], tuple[str, ...]]


def _none_computed(_peers: str, _lens: str, _release: int) -> tuple[str, ...]:
    return ()


@dataclass(frozen=True)
class Frame:
    """What views are checked against.

    Attributes:
        catalogue: regions, peer sets and what the pages' options allow.
        releases: numbers of the releases at hand, oldest first.
        lenses: the region definitions that the pages can show.
        computed: members of a peer set that the figures make, by its id, a region definition and a release; empty
            where they cannot be found.
    """

    catalogue: Catalogue
    releases: tuple[int, ...]
    lenses: tuple[str, ...]
    computed: Computed = _none_computed

    def is_set(self, peers: str) -> bool:
        """Whether a peers value names a set, rather than regions one by one."""
        return peers in self.catalogue.peer_sets or peers in self.catalogue.structure.computed_sets

    def peer_codes(self, peers: str, lens: str | None = None, release: int | None = None) -> tuple[str, ...]:
        """The regions behind a peers value: the set's members, or the listed codes.

        Args:
            peers: id of a set, or codes separated by commas.
            lens: region definition that a computed set is made for; the usual one by default.
            release: of figures that a computed set is made from; the newest by default.
        """
        if peers in self.catalogue.peer_sets:
            return self.catalogue.members(peers)
        if peers in self.catalogue.structure.computed_sets:
            return self.computed(peers, lens or self.catalogue.default_lens.id, release or self.releases[-1])
        return tuple(code for code in peers.split(",") if self.is_peer(code))

    def is_peer(self, code: str) -> bool:
        """Whether a code may be compared with: a region of level NUTS 2 that is still valid."""
        region = self.catalogue.regions.get(code)
        return region is not None and region.level == "nuts2" and self.catalogue.is_current(code)


def from_query(
    params: Mapping[str, str], page: str, options: Iterable[Option], frame: Frame
) -> tuple[ViewState, tuple[Ignored, ...]]:
    """The nearest valid view to what a URL asks for, and what in it was ignored.

    Args:
        params: the query, one text a key; unknown keys are reported.
        page: slug of the page asked for.
        options: the page's own options.
        frame: what is valid.
    """
    ignored: list[Ignored] = []
    catalogue = frame.catalogue

    def choose(name: str, allowed: Sequence[str], default: str) -> str:
        given = params.get(name)
        if given is None or given in allowed:
            return default if given is None else given
        ignored.append(Ignored(name, given))
        return default

    lang = choose("lang", LANGUAGES, LANGUAGES[0])
    lens = choose("lens", frame.lenses, catalogue.default_lens.id)
    newest = frame.releases[-1]
    release = choose("release", [str(r) for r in frame.releases], str(newest))
    peers = params.get("peers", catalogue.default_peers.id)
    if peers in catalogue.structure.computed_sets and not frame.peer_codes(peers, lens, int(release)):
        ignored.append(Ignored("peers", peers))
        peers = catalogue.default_peers.id
    elif not frame.is_set(peers):
        codes = [c for c in dict.fromkeys(peers.split(",")) if c != lens] or [lens]
        usable = [c for c in codes if c != lens and frame.is_peer(c)]
        ignored += [Ignored("peers", code) for code in codes if code not in usable]
        peers = ",".join(usable) or catalogue.default_peers.id
    chosen: dict[str, str] = {}
    for option in options:
        chosen[option.name] = choose(option.name, option.allowed(chosen), option.default(chosen))
    known = {"lang", "lens", "peers", "release", "embed", "embed_options", *chosen}
    ignored += [Ignored(name, value) for name, value in params.items() if name not in known]
    return ViewState(page, lang, lens, peers, int(release), chosen), tuple(ignored)


def _key(name: str) -> str:
    return f"q.{name}"


def key(name: str) -> str:
    """The session key of a widget for a part of the view."""
    return _key(name)


def _put(view: ViewState, frame: Frame) -> None:
    """Set every widget of a view in the session."""
    session = st.session_state
    session[_key("lang")] = view.lang
    session[_key("lens")] = view.lens
    session[_key("release")] = view.release
    own = not frame.is_set(view.peers)
    session[_key("peers")] = OWN if own else view.peers
    if own or _key(OWN) not in session:
        session[_key(OWN)] = list(frame.peer_codes(view.peers, view.lens, view.release))
    for name, value in view.options.items():
        session[_key(name)] = value


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = st.session_state.setdefault("_kept", {})
    return kept


def _touched() -> bool:
    """Whether the reader has used a widget since the last run."""
    return any(name in st.session_state and st.session_state[name] != value for name, value in _kept().items())


def asked_release(frame: Frame) -> int:
    """The release that the URL asks for; the newest where it asks for none we have."""
    asked = st.query_params.get("release", "")
    return next((release for release in frame.releases if str(release) == asked), frame.releases[-1])


def load(page: str, options: Sequence[Option], frame: Frame) -> None:
    """Before any widget: take over the URL if the reader came by it, else restore what a page switch removed."""
    session = st.session_state
    params = {name: ",".join(st.query_params.get_all(name)) for name in st.query_params}
    address = (page, params)
    now = time.monotonic()
    echoes = [a for a, written in session.get("_recent", []) if now - written < _RECENT]
    arrived = "_written" not in session or (address != session["_written"] and not _touched() and address not in echoes)
    session["_params"] = params
    session["_arrived"] = arrived
    if arrived:
        view, ignored = from_query(params, page, options, frame)
        _put(view, frame)
        session["_ignored"] = ignored
        return
    if address != session["_written"] or _touched():
        session["_ignored"] = ()
    for name, value in _kept().items():
        if name not in session:
            session[name] = value


def current(page: str, options: Sequence[Option], frame: Frame) -> ViewState:
    """The view that the widgets stand for; a choice that no longer fits falls back to its default."""
    session = st.session_state
    peers = session[_key("peers")]
    if peers == OWN:
        own = [code for code in session.get(_key(OWN)) or () if code != session[_key("lens")]]
        peers = ",".join(own) or frame.catalogue.default_peers.id
    elif not frame.peer_codes(peers, session[_key("lens")], int(session[_key("release")])):
        peers = session[_key("peers")] = frame.catalogue.default_peers.id
    chosen: dict[str, str] = {}
    for option in options:
        value = session.get(_key(option.name))
        if value not in option.allowed(chosen):
            value = option.default(chosen)
            session[_key(option.name)] = value
        chosen[option.name] = str(value)
    return ViewState(page, session[_key("lang")], session[_key("lens")], peers, int(session[_key("release")]), chosen)


def save(view: ViewState) -> None:
    """Write the view's canonical query into the URL if it differs, and remember what the widgets hold.

    An incomplete address is completed once. Whoever goes back to it keeps it as it was: completing it again would
    add to the history, and Back would never lead out.
    """
    session = st.session_state
    query = view.to_query()
    given: dict[str, str] = session["_params"]
    address = (view.page, given)
    completed = session.setdefault("_completed", [])
    if session.pop("_arrived", False) and query != given:
        if address in completed:
            query = given
        else:
            completed.append(address)
    if query != given:
        st.query_params.from_dict(query)
        now = time.monotonic()
        recent = [(a, t) for a, t in session.get("_recent", []) if now - t < _RECENT]
        session["_recent"] = [*recent, ((view.page, query), now)]
    session["_written"] = (view.page, query)
    names = ["lang", "lens", "peers", OWN, "release", *view.options]
    session.setdefault("_choices", {})[view.page] = dict(view.options)
    _kept().update({_key(n): session[_key(n)] for n in names if _key(n) in session})


def language() -> str:
    """The language that the URL asks for, where there is no view yet; bokmål where it asks for none we have."""
    asked = st.query_params.get("lang")
    return asked if asked in LANGUAGES else LANGUAGES[0]


def ignored() -> tuple[Ignored, ...]:
    """What in the URL of this view could not be used."""
    return tuple(st.session_state.get("_ignored", ()))


def link_query(
    view: ViewState, page: str, options: Iterable[Option], frame: Frame, chosen: Mapping[str, str]
) -> dict[str, str]:
    """The query for a link to a page: this view, the choices last made on that page, and those given.

    It is canonical, so that following it writes no second address into the browser's history.
    """
    head = ViewState(page, view.lang, view.lens, view.peers, view.release).to_query()
    kept = st.session_state.get("_choices", {}).get(page, {})
    return from_query({**head, **kept, **chosen}, page, options, frame)[0].to_query()


def forget(*names: str) -> None:
    """Let parts of the view fall back to their default (callback of a widget that they depend on)."""
    for name in names:
        st.session_state.pop(_key(name), None)
        _kept().pop(_key(name), None)


def choose(name: str, code: str, *resets: str) -> None:
    """Set a part of the view (callback of a button), as if its widget had been used.

    Args:
        name: key in the URL.
        code: what it is set to.
        resets: parts of the view that fall back to their default.
    """
    st.session_state[_key(name)] = code
    forget(*resets)


def reassign() -> None:
    """Callback of the language switch: labels change, so every other widget is set anew to what it held."""
    for name in _kept():
        if name in st.session_state and name != _key("lang"):
            st.session_state[name] = st.session_state[name]
