"""What the pages on strengths and barriers add to the view."""

from collections.abc import Mapping

from components.view import Option
from components.words.judgements import AUDIENCES
from models.advantages import STEPS, Kind, is_money
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.index.attractiveness import scored_themes
from models.index.what_if import TARGETS
from pages.choices import ALL, NONE, others
from pages.known.advantages import assessments

SLOTS = (1, 2, 3)  # figures that may be changed in a thought experiment
_LABEL = {1: "Første tall", 2: "Andre tall", 3: "Tredje tall"}
_WHAT = {1: "første tall", 2: "andre tall", 3: "tredje tall"}
_TO = {1: "mål for første tall", 2: "mål for andre tall", 3: "mål for tredje tall"}
HALF = "half_"
SCREEN, SHEET = "screen", "sheet"
BEHIND: tuple[Kind, ...] = ("weakness", "tendency", "unsettled", "in_line")  # the clearest first
FIRST_PEER = "SE11"
# How far a figure is moved: all the way to a level, or half of it.
AIMS = tuple(f"{part}{target}" for target in TARGETS for part in ("", HALF))


def _field(catalogue: Catalogue) -> Option:
    fields = (ALL, *(field.id for field in catalogue.advantage_fields))
    return Option.among("field", "felt i strategien", fields, ALL, label="Felt i strategien", width=220)


def _audience() -> Option:
    return Option.among("audience", "viktig for", (ALL, *AUDIENCES), ALL, label="Viktig for", width=200)


def strength_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """For whom, in which field of the strategy, and how much it takes to be called a strength."""
    strict = Option.among("strict", "hvor tydelig det må være", tuple(STEPS), "usual", label="Hvor tydelig?", width=140)
    return (_audience(), _field(catalogue), strict)


def barrier_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """Who can act, for whom, in which field, one barrier to open; and what one actor can do as a sheet of paper."""
    return (
        Option.among("actor", "hvem kan gjøre noe", (ALL, *catalogue.actors), ALL, label="Hvem kan gjøre noe?"),
        _audience(),
        _field(catalogue),
        Option.among("barrier", "barriere", (NONE, *catalogue.barriers), NONE),
        Option(
            "form",
            "visning",
            allowed=lambda chosen: (SCREEN,) if chosen["actor"] == ALL else (SCREEN, SHEET),
            default=lambda _: SCREEN,
        ),
    )


def what(slot: int) -> str:
    """Key of the figure in a slot."""
    return f"what{slot}"


def to(slot: int) -> str:
    """Key of how far the figure in a slot is moved."""
    return f"to{slot}"


def _opening(catalogue: Catalogue) -> str:
    """The figure that the thought experiment opens with: the clearest lag that can be counted in people or things."""
    judged = assessments(catalogue.default_lens.id, catalogue.default_peers.members)
    themes = {theme.id for theme in scored_themes(catalogue)}
    behind = [a for kind in BEHIND for a in judged.of(kind) if a.call.side < 0 and a.indicator.theme in themes]
    counted = [a for a in behind if a.to_median and a.indicator.counted and not is_money(catalogue, a.to_median)]
    return (counted or behind or judged.all)[0].indicator.id


def experiment_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """A region to compare with, and up to three figures with the level that each is moved to."""
    scored = tuple(indicator.id for indicator in catalogue.scored)
    slots = [
        Option(
            what(1),
            _WHAT[1],
            allowed=lambda _: scored,
            default=lambda _: _opening(catalogue),
            label=_LABEL[1],
            width=420,
        ),
        Option.among(to(1), _TO[1], AIMS, TARGETS[0], label="Mål", width=420),
    ]
    for slot in SLOTS[1:]:
        slots += [
            Option.among(what(slot), _WHAT[slot], (NONE, *scored), NONE, label=_LABEL[slot], width=420),
            Option.among(to(slot), _TO[slot], AIMS, TARGETS[0], label="Mål", width=420),
        ]

    def regions(chosen: Mapping[str, str]) -> tuple[str, ...]:
        return others(catalogue, chosen)[1:]

    def first(chosen: Mapping[str, str]) -> str:
        return FIRST_PEER if FIRST_PEER in regions(chosen) else regions(chosen)[0]

    peer = Option("peer", "region å nå", allowed=regions, default=first, label="Region å nå", width=240)
    return (peer, *slots)
