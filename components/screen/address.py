"""The view of this reader: what the URL and the widgets say. The only module that touches `st.query_params`.

Widgets keep their values under `q.<name>` in the session; this module reads the URL into them when the reader arrives
by a link or by Back, and writes the URL when a widget has changed.
"""

import time
from collections.abc import Iterable, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.state.common import user_key_from_element_id

from components.view import OWN, Choosable, Ignored, Option, ViewState, from_query
from components.words.text import LANGUAGES, understood

MOST, LONGEST = 60, 4_000  # names in a query, and characters of one; all of Europe as peers takes 2,000
_RECENT = 1.0  # seconds within which an address of ours that comes back is an echo, not a wish


def _key(name: str) -> str:
    return f"q.{name}"


def key(name: str) -> str:
    """The session key of a widget for a part of the view."""
    return _key(name)


def _put(view: ViewState, choosable: Choosable) -> None:
    """Set every widget of a view in the session."""
    session = st.session_state
    session[_key("lang")] = view.lang
    session[_key("lens")] = view.lens
    session[_key("release")] = view.release
    own = not choosable.is_set(view.peers)
    session[_key("peers")] = OWN if own else view.peers
    if own or _key(OWN) not in session:
        session[_key(OWN)] = list(choosable.peer_codes(view.peers, view.lens, view.release))
    for name, value in view.options.items():
        session[_key(name)] = value


def _kept() -> dict[str, Any]:
    kept: dict[str, Any] = st.session_state.setdefault("_kept", {})
    return kept


def _touched() -> bool:
    """Whether the reader has used a widget since the last run."""
    return any(name in st.session_state and st.session_state[name] != value for name, value in _kept().items())


def _brought() -> set[str]:
    """The parts of the view that the browser sends a widget's value of; none on a first visit.

    In a session without history they mean that the server has forgotten this reader, by a restart say.
    """
    context = get_script_run_ctx()
    sent = context.session_state.get_widget_states() if context else ()
    keys = (user_key_from_element_id(widget.id) or "" for widget in sent)
    return {key for key in keys if key.startswith(_key(""))}


def _asked() -> dict[str, str]:
    """The query of the URL, cut to what a view can hold: the rest is not even looked at."""
    names = list(st.query_params)[:MOST]
    return {name[:LONGEST]: ",".join(st.query_params.get_all(name))[:LONGEST] for name in names}


def asked_release(choosable: Choosable) -> int:
    """The release that the URL asks for; the newest where it asks for none we have."""
    asked = _asked().get("release", "")
    return next((release for release in choosable.releases if str(release) == asked), choosable.releases[-1])


def load(page: str, options: Sequence[Option], choosable: Choosable) -> None:
    """Before any widget: take over the URL if the reader came by it, else restore what a page switch removed."""
    session = st.session_state
    params = _asked()
    address = (page, params)
    now = time.monotonic()
    echoes = [a for a, written in session.get("_recent", []) if now - written < _RECENT]
    arrived = "_written" not in session or (address != session["_written"] and not _touched() and address not in echoes)
    session["_params"] = params
    session["_arrived"] = arrived
    if "_written" not in session:
        session["_brought"] = _brought()
    if arrived:
        view, ignored = from_query(params, page, options, choosable)
        _put(view, choosable)
        session["_recent"] = []  # messages come in order: what was on its way before this wish has come
        session["_ignored"] = ignored
        return
    if address != session["_written"] or _touched():
        session["_ignored"] = ()
    for name, value in _kept().items():
        if name not in session:
            session[name] = value


def current(page: str, options: Sequence[Option], choosable: Choosable) -> ViewState:
    """The view that the widgets stand for; a choice that no longer fits falls back to its default."""
    session = st.session_state
    if int(session[_key("release")]) not in choosable.releases:  # the store was put back to an earlier one
        session[_key("release")] = choosable.releases[-1]
    peers = session[_key("peers")]
    if peers == OWN:
        own = [code for code in session.get(_key(OWN)) or () if code != session[_key("lens")]]
        peers = ",".join(own) or choosable.catalogue.default_peers.id
    elif not choosable.peer_codes(peers, session[_key("lens")], int(session[_key("release")])):
        peers = session[_key("peers")] = choosable.catalogue.default_peers.id
    chosen: dict[str, str] = {}
    for option in options:
        value, given = session.get(_key(option.name)), {"lens": session[_key("lens")], **chosen}
        if not option.fits(value, given):
            value = option.default(given)
            session[_key(option.name)] = value
        chosen[option.name] = str(value)
    release = int(session[_key("release")])
    lang, lens = session[_key("lang")], session[_key("lens")]
    return ViewState(page, lang, lens, peers, release, chosen, choosable.version(release))


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
    for name in session.get("_brought", ()):
        if name in session:
            del session[name]  # the widget takes what the browser sent


def heed() -> None:
    """After the widgets: run once more if the reader chose something while the server had forgotten them.

    What a widget's value stands for is known once the widget is drawn; until then the address decides.
    """
    if st.session_state.pop("_brought", ()) and _touched():
        st.rerun()


def language() -> str:
    """The language that the URL asks for, where there is no view yet; bokmål where it asks for none we have."""
    return understood(_asked().get("lang", "")) or LANGUAGES[0]


def ignored() -> tuple[Ignored, ...]:
    """What in the URL of this view could not be used."""
    return tuple(st.session_state.get("_ignored", ()))


def linked(view: ViewState, page: str, options: Iterable[Option], choosable: Choosable) -> ViewState:
    """A page as a link from here leads to it: this view, and the choices last made on that page."""
    head = ViewState(page, view.lang, view.lens, view.peers, view.release).to_query()
    kept = st.session_state.get("_choices", {}).get(page, {})
    return from_query({**head, **kept}, page, options, choosable)[0]


def forget(*names: str) -> None:
    """Let parts of the view fall back to their default (callback of a widget that they depend on)."""
    for name in names:
        st.session_state.pop(_key(name), None)
        _kept().pop(_key(name), None)
