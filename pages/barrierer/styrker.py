"""Styrker og svakheter: what are we better and worse at, how sure is that, and what would the gap be in people?"""

from collections.abc import Sequence

from markupsafe import Markup

from components.html.citations import findings_list
from components.html.markup import heading, lead, paragraph
from components.words import comparing, judgements
from components.words.text import Speaker
from models.advantages import STEPS, Assessment, Assessments, Kind
from models.barriers import most_telling
from models.catalogue import Finding
from models.catalogue.strategy import AdvantageField
from pages import choices
from pages.barrierer.filters import audience_filter, chosen_words, field_filter
from pages.barrierer.judged import show_judged
from pages.barrierer.matrix import show_matrix
from pages.choices import ALL
from pages.exhibits.looked_at import Context
from pages.known.advantages import assessments
from pages.known.thought import gap_trends

_TELLING = 3  # findings of a field that stand open
_COLUMNS = 3
# How much it takes before a difference gets a name.
STRICTNESS = {"looser": "Mildere", "usual": "Vanlig", "stricter": "Strengere"}


def _filters(context: Context) -> None:
    with context.row("strengths"):
        audience_filter(context)
        field_filter(context)
        context.choice(
            "strict",
            lambda code: context.say(STRICTNESS[code]),
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


def _title(context: Context, judged: Assessments) -> str:
    say, name = context.say, context.name(context.focus)
    if not judged.rated:
        return say.count(
            "Slik ligger {name} an i {n} tall", "Slik ligger {name} an i {n} tall", len(judged.all), name=name
        )
    strengths, weaknesses = len(judged.of("strength")), len(judged.of("weakness"))
    ordinary = judgements.ordinary_words(
        say,
        judgements.against_chance(strengths, judged.chance["strength"]),
        judgements.against_chance(weaknesses, judged.chance["weakness"]),
    )
    return say(
        "{name} har {strengths} og {weaknesses}: {ordinary}",
        name=name,
        strengths=say.count("{n} styrke", "{n} styrker", strengths),
        weaknesses=say.count("{n} svakhet", "{n} svakheter", weaknesses),
        ordinary=ordinary,
    )


def _list(context: Context, judged: Sequence[Assessment]) -> None:
    ids = [a.indicator.id for a in judged]
    trends = gap_trends(context.focus, context.peers, ids, context.view.release)
    with context.page.box("", gap="none"):
        for assessment in judged:
            show_judged(context, assessment, trends[assessment.indicator.id])


def _chance(judged: Assessments, kind: Kind, say: Speaker) -> str:
    """How many of these an ordinary region has."""
    return judgements.chance_words(say, len(judged.of(kind)), judged.chance[kind])


def _section(context: Context, title: str, note: str = "") -> None:
    context.page.html(heading(title) + (paragraph(note, "note") if note else ""))


def _rated(context: Context, judged: Assessments) -> None:
    """Strengths, weaknesses and tendencies with the number to be expected by chance; the rest folded."""
    say = context.say
    sides: tuple[tuple[Kind, str, str], ...] = (
        ("strength", say("Styrker"), say("Ingen sikre styrker her.")),
        ("weakness", say("Svakheter"), say("Ingen sikre svakheter her.")),
    )
    for kind, title, none in sides:
        clear = [a for a in judged.all if a.call.kind == kind]
        _section(context, f"{title} ({len(clear)})", _chance(judged, kind, say))
        if not clear:
            context.page.html(paragraph(none))
        _list(context, sorted(clear, key=lambda a: (not a.indicator.headline, -abs(a.call.median_z or 0.0))))
    if tendencies := sorted(judged.of("tendency"), key=lambda a: -a.call.side):
        _section(context, f"{say('Tendenser')} ({len(tendencies)})", _chance(judged, "tendency", say))
        _list(context, tendencies)
    for kind, title in (
        ("in_line", say("På linje med de andre")),
        ("unsettled", say("Uavklart: sammenligningene spriker")),
        ("not_rated", say("Ikke vurdert")),
    ):
        rest = [a for a in judged.all if a.call.kind == kind]
        if rest:
            with context.page.fold(f"{title} ({len(rest)})"):
                _list(context, rest)


def _unrated(context: Context, judged: Assessments) -> None:
    """Under eight peers: rank and gap only, those in front before those behind."""
    say = context.say
    known = [(a, a.measures) for a in judged.all if a.measures is not None]
    ahead = [a for a, m in known if m.better]
    behind = [a for a, m in known if m.better is False]
    places = {a.indicator.id: m.rank / (m.count + 1) for a, m in known}
    for title, part in ((say("Foran midten"), ahead), (say("Bak midten"), behind)):
        _section(context, f"{title} ({len(part)})")
        _list(context, sorted(part, key=lambda a: places[a.indicator.id]))
    rest = [a for a in judged.all if a not in ahead and a not in behind]
    if rest:
        with context.page.fold(f"{say('Midt på, eller uten tall')} ({len(rest)})"):
            _list(context, rest)


def _documented(context: Context) -> None:
    """What others have found that the region is good at, which no figure here measures: a few of each field."""
    say = context.say
    shown = documented(context)
    if not shown:
        return
    context.page.html(
        heading(say("Dokumenterte fortrinn"))
        + paragraph(say("Funn fra andre, med kilde og år. De er ikke målt likt for flere regioner."), "note")
    )
    for row in (shown[start : start + _COLUMNS] for start in range(0, len(shown), _COLUMNS)):
        for column, (field, own) in zip(context.page.columns(_COLUMNS, gap="large"), row, strict=False):
            with column:
                _field(context, field, own)


def _field(context: Context, field: AdvantageField, own: Sequence[Finding]) -> None:
    """The most telling findings of a field, and the others folded."""
    say, catalogue = context.say, context.catalogue
    first = most_telling(own, _TELLING)
    context.page.html(
        Markup("<h3>%s</h3>") % (say.of(field.title),) + findings_list(say, catalogue.with_companions(first))
    )
    rest = [f for f in own if f not in first]
    if rest:
        with context.page.fold(say.count("{n} funn til", "{n} funn til", len(rest))):
            context.page.html(findings_list(say, catalogue.with_companions(rest)))


def documented(context: Context) -> list[tuple[AdvantageField, list[Finding]]]:
    """The documented advantages of each field that the reader's filters leave, each finding once."""
    audience, chosen = context.view.option("audience"), context.view.option("field")
    left = [
        f
        for f in context.catalogue.evidence.values()
        if f.kind == "advantage" and (audience == ALL or audience in f.affects)
    ]
    shown = []
    for field in context.catalogue.advantage_fields:
        if chosen in (ALL, field.id):
            own = [f for f in left if f.theme in field.evidence]
            if chosen == ALL:
                left = [f for f in left if f not in own]
            if own:
                shown.append((field, own))
    return shown


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    chosen = _indicators(context)
    thresholds = STEPS[context.view.option("strict")]
    judged = assessments(context.focus, context.peers, context.view.release, thresholds, chosen)
    compared = comparing.compared_with(say, [a.measures.count for a in judged.all if a.measures is not None])
    rated = say.count("{n} tall er vurdert.", "{n} tall er vurdert.", judged.rated) if judged.rated else ""
    about = ", ".join(part for part in (context.name_in_full(context.focus), compared) if part)
    about = f"{about}{chosen_words(context)}. {rated}".strip()
    context.page.html(lead(_title(context, judged)) + paragraph(about, "measure"))
    _filters(context)
    if chosen:
        show_matrix(context, judged)
        _documented(context)
        if judged.rated:
            _rated(context, judged)
        else:
            _unrated(context, judged)
    else:
        context.missing(say("Ingen av tallene vi vurderer, handler om dette. Se dokumenterte fortrinn under."))
        _documented(context)
