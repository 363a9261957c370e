"""What a presentation shows: each step's figures and barriers out of the registry, in the presentation's language."""

import logging
from dataclasses import replace
from functools import partial
from urllib.parse import parse_qsl, unquote, urlsplit

from markupsafe import Markup

from components.deck import BarrierShown, Big, Deck, DeckStep, Pane
from components.html.barrier_rows import evidence_html
from components.picture.read import number_of
from components.screen.chrome import literal, notices_html
from components.view import Ignored, ViewState
from components.words.text import Speaker
from components.words.wording import within
from data_sources.errors import DataError
from models.barriers import stepwise
from models.presentations import Step, Story
from pages.barrierer.barrier import barrier_row
from pages.barrierer.ordered import ordered
from pages.barrierer.shown import judged_figures, shown_figures
from pages.choices import NONE
from pages.exhibits.registry import PAGES, UnknownExhibit, UnknownPage, called, exhibit, look_at, options_of, view_of
from pages.known import releases
from pages.presentasjoner.changed import with_changes
from pages.shell.found import instead

_CAN = 2  # things that each actor can do, on one screen
_ACTORS = 3
_LOOKS = frozenset({"view", "sort", "shown", "form"})  # choices that change how something is shown, not what
_log = logging.getLogger("osloregionen")


class Gone(LookupError):
    """What a step showed is not here any more; the message says what, in the reader's language."""


def params_of(address: str) -> dict[str, str]:
    """The query of an address of ours; what is given more than once is joined by commas."""
    params: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
        params.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in params.items()}


def seen_view(address: str, say: Speaker, **changed: str) -> tuple[ViewState, str, tuple[Ignored, ...]]:
    """The view that an address of ours asks for, in this language, its figure's key, and what was ignored.

    The nearest view will not do where what is shown would be something else: an indicator or barrier that is not here
    any more, another region or other peers.

    Args:
        address: path, query and, after "#", the key of a figure.
        say: the language.
        changed: parts of the query that are others now.

    Raises:
        Gone: the page, or what it was to show, is not here.
    """
    parts = urlsplit(address)
    slug = parts.path.strip("/")
    asked = {**params_of(address), "lang": say.language, **changed}
    if "release" in changed:
        asked.pop("catalogue", None)
    try:
        view, ignored = view_of(slug, asked)
    except UnknownPage:
        raise Gone(say("Siden som steget viste, finnes ikke lenger i tjenesten.")) from None
    telling = {option.name for option in options_of(PAGES[slug], view.release)} - _LOOKS | {"lens"}
    if lost := [one for one in ignored if one.name in telling]:
        given = literal(say, lost[0].given)
        raise Gone(say("Det som steget viste, finnes ikke lenger i tjenesten: {given}.", given=given))
    return view, unquote(parts.fragment), ignored


def _pane(address: str, say: Speaker) -> tuple[Pane, Markup]:
    view, key, ignored = seen_view(address, say)
    try:
        found = exhibit(view, key)
    except UnknownExhibit:
        raise Gone(say("Figuren som steget viste, finnes ikke lenger med disse valgene.")) from None
    notice = notices_html(say, ignored, called(view), partial(instead, look_at(view))) if ignored else Markup()
    return Pane(view, found), notice


def _barrier(address: str, say: Speaker) -> BarrierShown:
    view, _, _ = seen_view(address, say)
    name = view.options.get("barrier", NONE)
    if name == NONE:
        raise Gone(say("Barrieren som steget viste, finnes ikke lenger i registeret."))
    context = look_at(view)
    barrier = context.catalogue.barriers[name]
    judged = judged_figures(context, [barrier])
    row = barrier_row(context, barrier, ordered(context, judged).proofs[name], shown_figures(context, barrier, judged))
    actors = []
    for actor in context.catalogue.actors.values():
        if actor.id not in barrier.who_can_act:
            continue
        measures = [
            m for listed in stepwise(context.catalogue.measures_on(barrier, actor.id), [name]).values() for m in listed
        ]
        can = [say.of(measure.text) for measure in measures[:_CAN]]
        actors.append((say("{who} kan", who=say.of(actor.title)), can))
    actors.sort(key=lambda one: not one[1])  # those of whom measures are known go first
    none = [say("Vi har ikke funnet navngitte tiltak.")]
    first = [(who, can or none) for who, can in actors[:_ACTORS]]
    who = (
        f"{row.can_act}: {say.listing([row.actors[0], *(within(one) for one in row.actors[1:])])}."
        if row.actors
        else ""
    )
    return BarrierShown(view.address, row.title, row.description, evidence_html(row, say), who, first)


def _big(pane: Pane, say: Speaker) -> Big | None:
    found = number_of(pane.exhibit, pane.view.lens, look_at(pane.view).catalogue, say)
    if found is None:
        return None
    one = found.numbers[0]
    return Big(one.text, one.label, one.more)


def shown_step(step: Step, say: Speaker) -> DeckStep:
    """What a step shows; one that cannot be shown says why, and the others go on.

    Raises:
        DataError: the store cannot be read.
    """
    plain = DeckStep(step.id, step.template, step.title, step.text)
    try:
        if step.template == "barrier":
            return replace(plain, barrier=_barrier(step.views[0], say))
        found = [_pane(address, say) for address in step.views]
        panes = tuple(pane for pane, _ in found)
        notice = Markup().join(dict.fromkeys(notice for _, notice in found if notice))
        big = _big(panes[0], say) if step.template == "number" else None
        return replace(plain, panes=panes, big=big, notice=notice)
    except Gone as why:
        return replace(plain, gone=str(why))
    except DataError:
        raise
    except Exception:  # noqa: BLE001 - a fault of ours costs one step, not the meeting
        _log.exception("The step %s cannot be shown", step.template)
        return replace(plain, gone=say("Steget kan ikke vises. Feilen er logget."))


def shown_deck(code: str, story: Story, language: str) -> Deck:
    """A presentation as it is shown.

    Args:
        code: by which it is found; "" for one that is not kept.
        story: its steps and words.
        language: of its figures.

    Raises:
        DataError: the store cannot be read.
    """
    say = Speaker(language)
    steps = tuple(with_changes(shown_step(step, say), step, say) for step in story.steps)
    used = {pane.view.release for step in steps for pane in step.panes}
    service = releases.catalogue().identity.name[language]
    newest = releases.releases()[-1]
    return Deck(code, story.title, language, steps, tuple(sorted(used)), newest, service)
