"""Hva skal til?: the gap to a peer, the middle or the best quarter, and what closing it would do to our places."""

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph
from components.words.wording import sentence
from pages import choices
from pages.barrierer import slots as moved
from pages.barrierer.experiment import show_experiment
from pages.barrierer.options import SLOTS, to, what
from pages.choices import NONE
from pages.exhibits.describe import figure_source
from pages.exhibits.looked_at import Context

AIMS = {
    "middle": "Midt på lista",
    "half_middle": "Halvveis til regionen midt på lista",
    "quarter": "Den beste firedelen",
    "half_quarter": "Halvveis til den beste firedelen",
    "peer": "Regionen du har valgt",
    "half_peer": "Halvveis til regionen du har valgt",
}


def _filters(context: Context) -> None:
    with context.row("experiment"):
        choices.region_filter(context, "peer")
        choices.peer_filter(context)


def _choose(context: Context, slot: int) -> None:
    say, known = context.say, context.catalogue.indicators
    codes = context.codes(what(slot))
    ordered = sorted((c for c in codes if c != NONE), key=lambda c: say.sort_key(say.of(known[c].title)))
    context.choice(
        what(slot),
        lambda code: say("Ingen") if code == NONE else say.of(known[code].title),
        codes=[*(c for c in codes if c == NONE), *ordered],
    )
    if context.view.option(what(slot)) == NONE:
        return
    context.choice(to(slot), lambda code: say(AIMS[code]))


def _shown(context: Context, slot: moved.Slot) -> None:
    """What it would take to move one figure, with the figures behind it."""
    facts = Markup().join((Markup("<dt>%s</dt><dd>%s</dd>") % (t, v) for t, v in moved.facts(context, slot)))
    source = figure_source(context, slot.indicator, slot.period) if slot.period else ""
    words = paragraph(sentence(moved.sentence(context, slot)) + ".", "takes")
    context.page.html(Markup('%s<dl class="facts short">%s</dl><p class="note">%s</p>') % (words, facts, source))


def render(context: Context) -> None:
    """Draw the page."""
    say, chosen = context.say, moved.slots(context)
    context.page.html(
        lead(say("Hva skal til for å ta igjen de andre?"))
        + paragraph(
            say(
                "{name}. Velg opptil tre tall og hvor langt de skal flyttes.",
                name=context.name_in_full(context.focus),
            ),
            "measure",
        )
    )
    _filters(context)
    by_id = {slot.indicator.id: slot for slot in chosen}
    seen: set[str] = set()
    for column, slot in zip(context.page.columns(len(SLOTS), gap="medium"), SLOTS, strict=True):
        with column:
            _choose(context, slot)
            name = context.view.option(what(slot))
            if name in by_id and name not in seen:
                _shown(context, by_id[name])
            elif name in seen and name != NONE:
                context.page.html(paragraph(say("Dette tallet er valgt før; det første valget gjelder."), "note"))
            seen.add(name)
    with context.page.box("thought", border=True):
        context.page.html(heading(say("Tankeeksperiment: hva ville det gjort med plasseringen?")))
        show_experiment(context, chosen)
