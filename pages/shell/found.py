"""What the header's search finds, shown above the page until the reader goes on or clears it."""

from components.html.markup import answer, heading, paragraph
from components.words.judgements import audience
from components.words.wording import sentence, within
from models.figures.territories import replacements
from models.search.search import LONGEST, Hit, fold, search, theme_in, tokens
from pages.choices import ALL, NONE
from pages.exhibits.looked_at import Context
from pages.navigation import NAVIGATION
from pages.shell.answers import show_answer
from pages.spec import PageSpec
from pages.strategi.options import ACTIVITIES, GOALS, SCREEN

SHOWN = 8
# Figures by municipality are drawn on the page of sub-regions.
_INSIDE = ("population", "employed_by_workplace", "employed_by_residence", "works_in_oslo", "works_in_oslo_share")
# Whom a theme is about, as the register of barriers says it.
_AUDIENCE = {"talent": "talent", "investment": "investors", "visitors": "visitors", "cooperation": "cooperation"}


def _actor(context: Context, name: str, asked: str) -> None:
    """What an actor can do, for those whom the question names."""
    say, actor = context.say, context.catalogue.actors[name]
    whom = _AUDIENCE.get(theme_in(context.catalogue, asked), ALL)
    can = say.of(actor.can)
    title = can if whom == ALL else say("{can} for {whom}", can=can, whom=within(audience(say, whom)))
    context.link("barrierer", title, actor=name, barrier=NONE, audience=whom, field=ALL, form="screen")
    context.page.html(paragraph(say("Tiltak og barrierer, på ett ark"), "note"))


def _comparison(context: Context, region: str, theme: str) -> None:
    """Osloregionen against another region, on a theme or on everything."""
    say = context.say
    title = say("{name} mot {other}", name=context.label(context.focus), other=context.label(region))
    if theme != ALL:
        title = f"{title}: {within(say.of(context.catalogue.themes[theme].title))}"
    context.link("region", title, **{"with": region}, theme=theme)
    context.page.html(paragraph(say("Sammenligning, i to setninger"), "note"))


def hit(context: Context, one: Hit, asked: str, *, first: bool = False) -> None:
    """One thing found, with the way to it; a question gets its answer right here, in full if it is the `first`.

    Args:
        context: the view.
        one: what.
        asked: the text searched for.
        first: whether a question's answer stands in full.
    """
    say, catalogue = context.say, context.catalogue
    if one.kind == "indicator":
        indicator = catalogue.indicators[one.id]
        theme = catalogue.themes[indicator.theme]
        if one.id in context.figures and indicator.role != "series" and indicator.scope == "europe":
            context.link(theme.slug, say.of(indicator.title), indicator=one.id)
        elif one.id in _INSIDE:
            context.link("delregioner", say.of(indicator.title))
        else:
            context.link("tallene", say.of(indicator.title), indicator=one.id)
        context.page.html(paragraph(f"{say('Indikator')} · {say.of(theme.title)}", "note"))
    elif one.kind == "region":
        context.link("plassering", context.label(one.id), mark=one.id)
        context.page.html(paragraph(say("Region"), "note"))
    elif one.kind == "barrier":
        barrier = catalogue.barriers[one.id]
        context.link("barrierer", say.of(barrier.title), barrier=barrier.id, actor=ALL, audience=ALL, field=ALL)
        kind = say("Barriere") if barrier.kind == "barrier" else say("Kan ikke endres")
        who = say.listing([within(say.of(a.title)) for a in catalogue.actors.values() if a.id in barrier.who_can_act])
        context.page.html(paragraph(f"{kind} · {sentence(who)}", "note"))
    elif one.kind == "comparison":
        _comparison(context, *one.id.split(":"))
    elif one.kind == "actor":
        _actor(context, one.id, asked)
    elif one.kind == "goal":
        goal = catalogue.goals[int(one.id)]
        context.link("strategi", f"{goal.number} {say.of(goal.title)}", by=GOALS, goal=one.id, form=SCREEN)
        context.page.html(paragraph(say("FNs bærekraftsmål"), "note"))
    elif one.kind == "activity":
        plan, field = next(
            (plan, field)
            for plan in catalogue.strategies.values()
            for field in plan.field
            if catalogue.activities[one.id] in field.activity
        )
        chosen = {"strategy": plan.id, "by": ACTIVITIES, "field": field.id, "form": SCREEN}
        context.link("strategi", say.of(catalogue.activities[one.id].title), **chosen)
        context.page.html(paragraph(f"{say('Aktivitet')} · {say.of(plan.title)}", "note"))
    elif first:
        show_answer(context, catalogue.questions[one.id])
    else:
        context.page.html(answer(catalogue.questions[one.id], say))


def _outdated(context: Context, text: str) -> str:
    """The first word of the text that is an outdated region code, or nothing."""
    codes = (word.upper() for word in tokens(text))
    return next((code for code in codes if replacements(context.catalogue, code) is not None), "")


def instead(context: Context, code: str) -> str:
    """What is said of an outdated region code beside it; nothing of others: " (nå NO08 Osloregionen)"."""
    followers = replacements(context.catalogue, code)
    if followers is None:
        return ""
    if not followers:
        return f" ({context.say('gjelder ikke lenger')})"
    names = context.say.listing([f"{later} {context.label(later)}" for later in followers])
    return f" ({context.say('nå {names}', names=names)})"


def _show_outdated(context: Context, code: str) -> None:
    """What an outdated code stood for, and the ways to what stands for it today."""
    say, known = context.say, context.catalogue
    words = say("Koden {code} gjelder ikke lenger.", code=f"{code} ({context.label(code)})")
    note = known.history[code].note if code in known.history else None
    context.page.html(paragraph(f"{words} {say.of(note)}" if note else words))
    for later in replacements(known, code) or ():
        if known.regions[later].level == "nuts2":
            context.link("plassering", f"{later} {context.label(later)}", mark=later)
        else:
            context.page.html(paragraph(say("Nå {name}", name=f"{later} {context.label(later)}")))


def _pages(text: str) -> list[PageSpec]:
    """The pages that a word of the text leads to: "which region is most similar" to the similar regions."""
    asked = tokens(text)
    return [
        spec for spec in NAVIGATION if any(word.startswith(known) for word in asked for known in map(fold, spec.search))
    ]


def show_found(context: Context, text: str) -> None:
    """Add what was found, or that nothing was; a text without end is cut before anything is done with it."""
    say, text = context.say, text[:LONGEST].strip()
    hits, pages = search(context.catalogue, text, SHOWN), _pages(text)
    outdated = _outdated(context, text)
    if hits or pages or outdated:
        context.page.html(heading(say("Treff på «{text}»", text=text)))
    else:
        context.page.html(
            heading(say("Ingen treff på «{text}»", text=text))
            + paragraph(say("Prøv et annet ord, for eksempel «arbeidsledighet», «hotell» eller «Stockholm»."))
        )
    if outdated:
        _show_outdated(context, outdated)
    for spec in pages:
        context.link(spec.slug, say(spec.title))
        context.page.html(paragraph(f"{say('Side')} · {say(spec.entry)}", "note"))
    asked = next((one for one in hits if one.kind == "question"), None)
    for one in hits:
        hit(context, one, text, first=one is asked)
