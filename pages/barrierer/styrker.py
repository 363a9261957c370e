"""Styrker og svakheter: what are we better and worse at, how sure is that, and what would the gap be in people?"""

from collections.abc import Sequence

from components import judgements
from components.citations import findings_list
from components.markup import heading, lead, paragraph
from models.advantages import STEPS, Assessment, Assessments, Kind
from models.catalogue import Finding
from pages import choices
from pages.advantages import assessments
from pages.barrierer.filters import audience_filter, chosen_words, field_filter
from pages.barrierer.judged import show_judged
from pages.barrierer.matrix import show_matrix
from pages.barrierer.results import gap_trends
from pages.choices import ALL
from pages.context import Context

# How much it takes before a difference gets a name.
STRICTNESS = {"looser": "Mildere", "usual": "Vanlig", "stricter": "Strengere"}


def _filters(context: Context) -> None:
    with context.row("strengths"):
        audience_filter(context)
        field_filter(context)
        context.choice(
            context.say("Krav"),
            "strict",
            choices.chosen_again(context, "strict"),
            lambda code: context.say(STRICTNESS[code]),
            width=140,
        )
        choices.peer_filter(context)


def _indicators(context: Context) -> tuple[str, ...]:
    """The scored indicators that the reader's filters leave."""
    audience, field = context.view.option("audience"), context.view.option("field")
    return tuple(
        i.id
        for i in context.catalogue.scored
        if (audience == ALL or audience in i.audience)
        and (field == ALL or ((own := context.catalogue.field_of(i)) is not None and own.id == field))
    )


def _title(context: Context, found: Assessments) -> str:
    say, name = context.say, context.name(context.focus)
    if not found.rated:
        return say("Slik ligger {name} an i {count} tall", name=name, count=len(found.all))
    strengths, weaknesses = len(found.of("strength")), len(found.of("weakness"))
    return say(
        "{name} har {strengths} og {weaknesses} i {count} tall",
        name=name,
        strengths=say.count("{n} styrke", "{n} styrker", strengths),
        weaknesses=say.count("{n} svakhet", "{n} svakheter", weaknesses),
        count=found.rated,
    )


def _list(context: Context, found: Sequence[Assessment]) -> None:
    ids = [a.indicator.id for a in found]
    trends = gap_trends(context.focus, context.peers, ids, context.view.release)
    with context.page.box("", gap="none"):
        for assessment in found:
            show_judged(context, assessment, trends[assessment.indicator.id])


def _chance(context: Context, found: Assessments, *kinds: Kind) -> str:
    """How many of these a region drawn at random would have."""
    regions = len({found.focus, *(m for members in found.peer_sets.values() for m in members)})
    return judgements.chance_words(context.say, sum(found.chance[kind] for kind in kinds), regions)


def _section(context: Context, title: str, note: str = "") -> None:
    context.page.html(heading(title) + (paragraph(note, "note") if note else ""))


def _rated(context: Context, found: Assessments) -> None:
    """Strengths, weaknesses and tendencies with the number to be expected by chance; the rest folded."""
    say = context.say
    for kind, title, none in (
        ("strength", say("Styrker"), say("Ingen sikre styrker her.")),
        ("weakness", say("Svakheter"), say("Ingen sikre svakheter her.")),
    ):
        clear = [a for a in found.all if a.call.kind == kind]
        _section(
            context,
            f"{title} ({len(clear)})",
            _chance(context, found, "strength" if kind == "strength" else "weakness"),
        )
        if not clear:
            context.page.html(paragraph(none))
        _list(context, sorted(clear, key=lambda a: (not a.indicator.headline, -abs(a.call.median_z or 0.0))))
    if tendencies := sorted(found.of("tendency"), key=lambda a: -a.call.side):
        _section(context, f"{say('Tendenser')} ({len(tendencies)})", _chance(context, found, "tendency"))
        _list(context, tendencies)
    for kind, title in (
        ("in_line", say("På linje med de andre")),
        ("unsettled", say("Uavklart: sammenligningene spriker")),
        ("not_rated", say("Ikke vurdert")),
    ):
        rest = [a for a in found.all if a.call.kind == kind]
        if rest:
            with context.page.fold(f"{title} ({len(rest)})"):
                _list(context, rest)


def _unrated(context: Context, found: Assessments) -> None:
    """Under eight peers: rank and gap only, those in front before those behind."""
    say = context.say
    known = [(a, a.measures) for a in found.all if a.measures is not None]
    ahead = [a for a, m in known if m.better]
    behind = [a for a, m in known if m.better is False]
    places = {a.indicator.id: m.rank / (m.count + 1) for a, m in known}
    for title, part in ((say("Foran midten"), ahead), (say("Bak midten"), behind)):
        _section(context, f"{title} ({len(part)})")
        _list(context, sorted(part, key=lambda a: places[a.indicator.id]))
    rest = [a for a in found.all if a not in ahead and a not in behind]
    if rest:
        with context.page.fold(f"{say('Midt på, eller uten tall')} ({len(rest)})"):
            _list(context, rest)


def _documented(context: Context) -> None:
    """What others have found that the region is good at, which no figure here measures."""
    say = context.say
    audience, chosen = context.view.option("audience"), context.view.option("field")
    left: dict[str, Finding] = {
        f.id: f
        for f in context.catalogue.evidence.values()
        if f.kind == "advantage" and (audience == ALL or audience in f.affects)
    }
    shown = []
    for field in context.catalogue.advantage_fields:
        if chosen in (ALL, field.id):
            own = [f for f in left.values() if f.theme in field.evidence]
            shown.append((field, own))
            for finding in own if chosen == ALL else ():
                left.pop(finding.id)
    if not any(own for _, own in shown):
        return
    context.page.html(
        heading(say("Dokumenterte fortrinn"))
        + paragraph(say("Funn fra andre, med kilde og år. De er ikke målt likt for flere regioner."), "note")
    )
    for field, own in shown:
        if own:
            with context.page.fold(f"{say.of(field.title)} ({len(own)})", opened=chosen != ALL):
                context.page.html(findings_list(say, context.catalogue.with_companions(own)))


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    chosen = _indicators(context)
    thresholds = STEPS[context.view.option("strict")]
    found = assessments(context.focus, context.peers, context.view.release, thresholds, chosen)
    compared = say("sammenlignet med {count} regioner", count=len(context.peers))
    about = f"{context.name_in_full(context.focus)}, {compared}{chosen_words(context)}."
    context.page.html(lead(_title(context, found)) + paragraph(about, "measure"))
    _filters(context)
    if chosen:
        show_matrix(context, found)
        if found.rated:
            _rated(context, found)
        else:
            _unrated(context, found)
    else:
        context.missing(say("Ingen av tallene vi vurderer, handler om dette. Se dokumenterte fortrinn under."))
    _documented(context)
