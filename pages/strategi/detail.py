"""One activity or goal in full: its figures, what is missing and who may have it, and the barriers in its field."""

from collections.abc import Collection, Sequence
from html import escape

from components.charts.sparkline import SharedYears
from components.html.citations import findings_list
from components.html.markup import answer, links
from components.html.strategy_rows import figure_table
from models.catalogue import Barrier, OpenQuestion
from models.catalogue.strategy import Goal
from models.strategy.progress import Commitment
from models.strategy.readings import Lacking, StrategyFigure
from pages.choices import ALL
from pages.exhibits.looked_at import Context
from pages.strategi.readings import figure_row

NAMED = 4  # indicators named before the rest is counted
ANSWERED = 2  # questions that stand with their answers


def figures_html(context: Context, readings: Sequence[StrategyFigure], years: SharedYears, caption: str) -> str:
    """A table of figures; nothing where there are none."""
    say = context.say
    if not readings:
        return ""
    columns = [
        say("Tall"),
        say("Nå"),
        say("Plassering"),
        f"{years.first}–{years.last}",
        say("Endring"),
    ]
    return figure_table([figure_row(context, reading, years) for reading in readings], columns, caption)


def title_html(context: Context, part: Commitment) -> str:
    """The name of an activity or goal, as a heading."""
    return f'<h2 class="part"><span class="key">{escape(part.key)}</span> {escape(context.say.of(part.of.title))}</h2>'


def _some(context: Context, names: Sequence[str]) -> str:
    """The first few names, and how many more there are."""
    rest = len(names) - NAMED
    if rest < 2:
        return "; ".join(names)
    return "; ".join(names[:NAMED]) + " " + context.say.count("og {n} til", "og {n} til", rest)


def lacking_html(context: Context, lacking: Sequence[Lacking]) -> str:
    """The indicators that belong here and have no figure for the region, by reason."""
    say = context.say
    by_reason: dict[tuple[str, str], list[str]] = {}
    for one in lacking:
        note = f"{say('til')} {one.period}" if one.period else one.indicator.publisher
        by_reason.setdefault((one.why, one.older), []).append(f"{say.of(one.indicator.title)} ({note})")
    lines = []
    for (why, older), without in by_reason.items():
        names = _some(context, without)
        if why == "collector":
            lines.append(escape(say("Vi har ikke disse tallene ennå; de finnes hos utgiveren: {names}.", names=names)))
        elif why == "municipal":
            way = f'<a href="{escape(context.at("delregioner").address)}">{escape(say("Delregionene"))}</a>'
            lines.append(f"{escape(say('Bare for kommuner og fylker: {names}.', names=names))} {way}")
        elif why == "older_territory":
            area = context.catalogue.region_name(older, say.language)
            lines.append(escape(say("Bare for {area}, et eldre og mindre område: {names}.", area=area, names=names)))
        else:
            name = context.name(context.focus)
            lines.append(escape(say("Ikke publisert for {name}: {names}.", name=name, names=names)))
    return f'<ul class="notices">{"".join(f"<li>{line}</li>" for line in lines)}</ul>' if lines else ""


def questions_html(context: Context, questions: Sequence[OpenQuestion], answered: Collection[str]) -> str:
    """What has no comparable figures: a few with their answers, the others with their holders only.

    Args:
        context: the run.
        questions: those of an activity or goal.
        answered: ids of those that stand with their answer further up.
    """
    say = context.say
    fresh = [question for question in questions if question.id not in answered]
    if len(fresh) > ANSWERED:
        fresh = []
    who = escape(say("Kan ha tall:"))
    lines = "".join(
        f"<li>{escape(say.of(question.title))} "
        f'<span class="holders">{who} {links((say.of(h.name), h.url) for h in question.holders)}</span></li>'
        for question in questions
        if question not in fresh
    )
    asked = f'<p class="note">{escape(say("Uten sammenlignbare tall:"))}</p><ul class="asked">{lines}</ul>'
    return "".join(answer(question, say) for question in fresh) + (asked if lines else "")


def barriers_html(context: Context, barriers: Sequence[Barrier]) -> str:
    """The documented hindrances in the field, each with the way to it."""
    say = context.say
    if not barriers:
        return ""
    named = ", ".join(
        f'<a href="{escape(context.at("barrierer", barrier=one.id, actor=ALL, audience=ALL, field=ALL).address)}">'
        f"{escape(say.of(one.title))}</a>"
        for one in barriers
    )
    return f'<p class="note">{escape(say("Dokumenterte barrierer på feltet:"))} {named}</p>'


def documented_html(context: Context, part: Commitment) -> str:
    """What cited findings answer, before the figures; nothing where none do."""
    told = part.of.documented if isinstance(part.of, Goal) else None
    if told is None:
        return ""
    return findings_list(context.say, [(context.catalogue.evidence[name],) for name in told.findings])


def nothing(context: Context, part: Commitment) -> str:
    """What stands in place of figures where there are none and nothing is documented either."""
    if part.leading or (isinstance(part.of, Goal) and part.of.documented):
        return ""
    text = context.say("Ingen tall viser hvordan det går her ennå.")
    return f'<div class="missing" role="note">{escape(text)}</div>'


def show_part(context: Context, part: Commitment, years: SharedYears, answered: set[str]) -> None:
    """Draw an activity or goal; the questions it answers are added to those `answered`."""
    say = context.say
    caption = f"{part.key} {say.of(part.of.title)}"
    with context.page.box(f"part-{part.key.replace('.', '-')}", gap="xsmall"):
        context.page.html(
            title_html(context, part)
            + documented_html(context, part)
            + nothing(context, part)
            + figures_html(context, part.leading, years, caption)
            + lacking_html(context, part.lacking)
            + questions_html(context, part.questions, answered)
            + barriers_html(context, part.barriers)
        )
        answered.update(question.id for question in part.questions)
        if part.more:
            with context.page.fold(say.count("{n} tall til på feltet", "{n} tall til på feltet", len(part.more))):
                context.page.html(figures_html(context, part.more, years, caption))
