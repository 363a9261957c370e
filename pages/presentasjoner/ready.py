"""Presentations ready to be shown, made of the reader's own view: real figures, and the words that they carry."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from components.view import ViewState
from components.words.text import Speaker
from models.barriers import by_strength
from models.presentations import Step, Story
from pages.barrierer.ordered import of_kind, ordered
from pages.barrierer.shown import judged_figures
from pages.exhibits.looked_at import Context
from pages.exhibits.registry import UnknownExhibit, exhibit, look_at, view_of

_BARRIERS = 4
Wanted = tuple[str, str, str, Mapping[str, str]]  # template, page, figure, choices


@dataclass(frozen=True)
class Ready:
    """A presentation that is ready: its steps, and its language where that is fixed."""

    steps: Callable[[Context], Sequence[Step]]
    lang: str = ""


def _head(view: ViewState) -> dict[str, str]:
    return {"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(view.release)}


def _figures(context: Context, wanted: Sequence[Wanted]) -> list[Step]:
    """The figures that there are in this view; what has nothing to draw is left out."""
    found = []
    for template, slug, key, chosen in wanted:
        view, _ = view_of(slug, {**_head(context.view), **chosen})
        try:
            shown = exhibit(view, key)
        except UnknownExhibit:
            continue
        if shown.figure is not None or shown.body or template == "number":
            found.append(Step("", template, (f"{view.address}#{key}",)))
    return found


def _title(title: str, text: str = "") -> Step:
    return Step("", "title", title=title, text=text)


def _place(context: Context) -> str:
    say = context.say
    return f"{context.name_in_full(context.focus)}\n{say('Datautgave {number}.', number=context.view.release)}"


def _status(context: Context) -> list[Step]:
    themes = ("talent", "investering", "besokende", "levekar")
    return [
        _title(context.say("Slik ligger {name} an", name=context.name(context.focus)), _place(context)),
        *_figures(
            context,
            [
                ("figure", "oversikt", "ranking", {}),
                ("figure", "oversikt", "certainty", {}),
                *(("figure", slug, "ranking", {}) for slug in themes),
                ("figure", "styrker", "matrix", {}),
            ],
        ),
    ]


def _talent(context: Context) -> list[Step]:
    say = context.say
    barriers = [one for one in of_kind(context, "barrier") if "talent" in one.affects]
    barrier_context = look_at(view_of("barrierer", _head(context.view))[0])
    judged = judged_figures(barrier_context, barriers)
    proofs = ordered(barrier_context, judged).proofs
    first = by_strength(barriers, proofs)[:_BARRIERS]
    return [
        _title(say("Det som holder talentene tilbake, og hvem som kan gjøre noe"), _place(context)),
        *_figures(context, [("number", "talent", "ranking", {}), ("figure", "talent", "ranking", {})]),
        *(Step("", "barrier", (barrier_context.here(barrier=one.id).address,)) for one in first),
        *_figures(context, [("figure", "talent", "trend", {})]),
    ]


def _visitors(context: Context) -> list[Step]:
    say = context.say
    head = _head(context.view)
    months = [view_of("besokende", head)[0].address + f"#{key}" for key in ("months-abroad", "months-home")]
    there = _figures(context, [("figure", "besokende", key, {}) for key in ("months-abroad", "months-home")])
    seasons = [Step("", "two", tuple(months), say("Når på året kommer de?"))] if len(there) == 2 else there
    return [
        _title(say("Besøkende og sesonger"), _place(context)),
        *_figures(context, [("number", "besokende", "ranking", {}), ("figure", "besokende", "ranking", {})]),
        *_figures(context, [("figure", "besokende", "trend", {})]),
        *seasons,
        *_figures(context, [("figure", "besokende", "distribution", {})]),
    ]


def _delegation(context: Context) -> list[Step]:
    say = context.say
    return [
        _title(say("Velkommen til {name}", name=context.name(context.focus)), _place(context)),
        *_figures(
            context,
            [
                ("figure", "oversikt", "ranking", {}),
                ("figure", "talent", "ranking", {}),
                ("figure", "talent", "trend", {}),
                ("figure", "investering", "ranking", {}),
                ("figure", "klynger", "industries", {}),
                ("figure", "samarbeid", "ranking", {}),
                ("figure", "levekar", "ranking", {}),
                ("figure", "delregioner", "growth", {}),
            ],
        ),
    ]


READY: Mapping[str, Ready] = {
    "status": Ready(_status),
    "talent": Ready(_talent),
    "besokende": Ready(_visitors),
    "delegasjon": Ready(_delegation, "en"),
}
_TITLES = {
    "status": "Status for regionen",
    "talent": "Barrierer for talent",
    "besokende": "Besøkende og sesonger",
    "delegasjon": "For en delegasjon, på engelsk",
}
_ABOUT = {
    "status": "Plassering, hvor sikker den er, temaene, styrker og svakheter.",
    "talent": "Det som er best dokumentert, og hva stat, fylke og kommune kan gjøre.",
    "besokende": "Hvem som kommer, utviklingen, og når på året.",
    "delegasjon": "Regionen i ni steg, for gjester utenfra.",
}


def ready_words(say: Speaker) -> list[tuple[str, str, str]]:
    """Name, title and what it holds, of each presentation that is ready."""
    return [(name, say(_TITLES[name]), say(_ABOUT[name])) for name in READY]


def ready_story(name: str, view: ViewState) -> Story:
    """A presentation that is ready, with the region definition, peers and release of a view.

    Raises:
        KeyError: there is none by this name.
        DataError: the store cannot be read.
    """
    one = READY[name]
    asked, _ = view_of("oversikt", {**_head(view), **({"lang": one.lang} if one.lang else {})})
    context = look_at(asked)
    say = Speaker(asked.lang)
    steps = tuple(
        Step(f"klar{number:02}", step.template, step.views, step.title, step.text, step.notes)
        for number, step in enumerate(one.steps(context), 1)
    )
    return Story(say(_TITLES[name]), asked.lang, steps)
