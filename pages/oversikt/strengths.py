"""Three strengths and three weaknesses by the vote over peer sets, years and ways to measure the spread."""

from collections.abc import Sequence

from markupsafe import Markup

from components.html.cards import call_body
from components.html.markup import heading, paragraph
from components.words import judgements
from models.advantages import Assessment, Assessments
from models.index.standing import by_distance
from models.rounding import shown_gap
from pages.barrierer.judged import counted, place_words
from pages.exhibits.describe import figure_source, quantity, unit_notices
from pages.exhibits.looked_at import Context
from pages.known.advantages import assessments

SHOWN = 3  # of each


def _chosen(judged: Assessments, side: int) -> list[Assessment]:
    """The clearest calls of one side: strengths or weaknesses first, then tendencies; the telling figures first."""
    firm = judged.of("strength" if side > 0 else "weakness")
    tending = [a for a in judged.of("tendency") if a.call.side == side]
    telling = [sorted(calls, key=lambda a: not a.indicator.headline) for calls in (firm, tending)]
    return [a for calls in telling for a in calls if a.measures is not None][:SHOWN]


def _unrated(context: Context, judged: Assessments, side: int) -> list[Assessment]:
    """Where nothing is rated: the figures furthest ahead or behind, in points on the index's fixed scale."""
    by_id = {a.indicator.id: a for a in judged.all if a.measures is not None}
    places = by_distance(context.index, context.focus, context.peers)
    ordered = places if side > 0 else list(reversed(places))
    return [by_id[p.node] for p in ordered if (p.distance or 0) * side > 0 and p.node in by_id][:SHOWN]


def _gap(context: Context, one: Assessment) -> str:
    """The distance to the median region, what its level would have meant, and what the unit is."""
    say, indicator, measures = context.say, one.indicator, one.measures
    if measures is None or measures.median is None:
        return ""
    gap = shown_gap(measures.value, measures.median, indicator.decimals)
    values = {
        "gap": quantity(context, indicator, abs(gap), difference=True),
        "median": quantity(context, indicator, measures.median),
    }
    if not gap:
        words = say("Likt med regionen midt på lista ({median}).", **values)
    elif gap > 0:
        words = say("{gap} over regionen midt på lista ({median}).", **values)
    else:
        words = say("{gap} under regionen midt på lista ({median}).", **values)
    level = counted(context, indicator, one.to_median, say("regionen midt på lista"))
    return " ".join(filter(None, [words, level, *unit_notices(context, [indicator])]))


def _sure(context: Context, one: Assessment) -> str:
    """The call and its reasons; nothing where nothing is rated, which is said once for the whole list."""
    if one.call.kind == "not_rated":
        return ""
    reasons = judgements.reasons_words(context.say, context.catalogue, one)
    return f"{judgements.call_words(context.say, one.call)}: {reasons}"


def _line(context: Context, one: Assessment, side: int) -> None:
    say, indicator, measures = context.say, one.indicator, one.measures
    if measures is None:
        return
    better = side > 0
    with context.page.box(f"call-{'better' if better else 'worse'}-{indicator.id.replace('_', '-')}", gap="none"):
        context.link(context.catalogue.themes[indicator.theme].slug, say.of(indicator.title), indicator=indicator.id)
        context.page.html(
            call_body(
                value=quantity(context, indicator, measures.value),
                badge=place_words(context, one),
                gap=_gap(context, one),
                sure=_sure(context, one),
                source=figure_source(context, indicator, measures.period),
                better=better,
            )
        )


def _column(context: Context, title: str, note: str, chosen: Sequence[Assessment], side: int) -> None:
    context.page.html(heading(title) + (paragraph(note, "note") if note else ""))
    if not any(one.call.kind != "tendency" for one in chosen):
        context.page.html(paragraph(context.say("Ingen som tallene er enige om."), "note"))
    firm = [one for one in chosen if one.call.kind != "tendency"]
    for one in firm:
        _line(context, one, side)
    if tending := [one for one in chosen if one.call.kind == "tendency"]:
        context.page.html(Markup("<h3>%s</h3>") % (context.say("Tendenser"),))
        for one in tending:
            _line(context, one, side)


def _notes(context: Context, judged: Assessments) -> tuple[str, str]:
    """For each side, how many calls there are in all, and how many chance alone would give."""
    say = context.say
    strengths, weaknesses = len(judged.of("strength")), len(judged.of("weakness"))
    return (
        f"{say.count('{n} styrke i alt.', '{n} styrker i alt.', strengths)} "
        f"{judgements.chance_words(say, strengths, judged.chance['strength'])}",
        f"{say.count('{n} svakhet i alt.', '{n} svakheter i alt.', weaknesses)} "
        f"{judgements.chance_words(say, weaknesses, judged.chance['weakness'])}",
    )


def show_strengths(context: Context) -> None:
    """Draw both lists, how many chance alone would give, and the way on to all of them."""
    say = context.say
    judged = assessments(context.focus, context.peers, context.view.release)
    if judged.rated:
        titles, notes = (say("Styrker"), say("Svakheter")), _notes(context, judged)
        lists = (_chosen(judged, 1), _chosen(judged, -1))
    else:
        titles, notes = (say("Lengst foran"), say("Lengst bak")), ("", "")
        lists = (_unrated(context, judged, 1), _unrated(context, judged, -1))
    with context.page.box("calls", gap="xsmall"):
        columns = context.page.columns(2, gap="large")
        for column, title, note, chosen, side in zip(columns, titles, notes, lists, (1, -1), strict=True):
            with column, context.page.box("", gap="none"):
                _column(context, title, note, chosen, side)
        if not judged.rated:
            few = say(
                "Styrker og svakheter krever minst {count} sammenligningsregioner. Med færre viser vi bare avstanden.",
                count=judged.thresholds.min_peers,
            )
            context.page.html(paragraph(few, "chance"))
        with context.page.box("ways", horizontal=True, gap="medium"):
            context.link("styrker", say("Alle styrker og svakheter"))
            context.link("barrierer", say("Barrierer, og hvem som kan gjøre noe med dem"))
