"""One barrier of the register: its row, and folded under it all sources, figures, the strategy and the UN goals."""

from collections.abc import Mapping

from markupsafe import Markup, escape

from components.html.barrier_rows import BarrierRow, rests_on, row
from components.html.citations import citation, findings_list
from components.html.markup import bullets, paragraph
from components.html.measures import measures_list
from components.html.tools import collected
from components.words import judgements
from models.advantages import Assessment
from models.barriers import Proof, stepwise
from models.catalogue import Barrier, Finding
from pages.barrierer.judged import trend
from pages.barrierer.shown import ShownFigure, shown_figures
from pages.choices import ALL
from pages.exhibits.describe import figure_source
from pages.exhibits.looked_at import Context
from pages.known.thought import gap_trends


def _telling(context: Context, barrier: Barrier) -> Finding:
    """The finding that stands for the rest: the first with a number that we read ourselves, else the first."""
    findings = context.catalogue.findings_of(barrier)
    own = [f for f in findings if f.confidence != "secondary_source" and f.figure and not f.beside]
    return own[0] if own else next((f for f in findings if not f.beside), findings[0])


def barrier_row(context: Context, barrier: Barrier, proof: Proof, figures: list[ShownFigure]) -> BarrierRow:
    """What the register says of a barrier in a row."""
    say, chosen = context.say, context.view.option("actor")
    finding = _telling(context, barrier)
    some = any(f.period for f in figures)
    return BarrierRow(
        title=say.of(barrier.title),
        description=say.of(barrier.description),
        shows=[f.row for f in figures],
        rests=rests_on(say, proof, [f.row.title for f in figures if f.indicator.id in proof.against]),
        finding=Markup("%s %s") % (say.of(finding.statement), citation(say, finding)),
        without="" if some or barrier.missing is None else say.of(barrier.missing),
        affects=[judgements.audience(say, code) for code in barrier.affects],
        actors=[say.of(a.title) for a in context.catalogue.actors.values() if a.id in barrier.who_can_act],
        stressed="" if chosen == ALL else say.of(context.catalogue.actors[chosen].title),
        can_act=say("Kan dempe følgene") if barrier.kind == "given" else say("Kan gjøre noe"),
        tools=collected(say, context.view, "barrier", context.at("barrierer", barrier=barrier.id).address),
    )


def _figure(context: Context, shown: ShownFigure) -> None:
    """A figure of the folded part: the way to it, its trend, its source."""
    say, indicator = context.say, shown.indicator
    slug = context.catalogue.themes[indicator.theme].slug
    if not shown.period:
        context.link("tallene", say.of(indicator.title), indicator=indicator.id)
        context.page.html(paragraph(shown.row.words, "note indent"))
        return
    context.link(slug, say.of(indicator.title), indicator=indicator.id)
    parts = [Markup("<b>%s</b> %s") % (shown.row.words, shown.row.verdict)]
    if shown.assessment:
        trends = gap_trends(context.focus, context.peers, [indicator.id], context.view.release)
        parts.append(escape(trend(context, indicator, trends[indicator.id])))
    parts.append(figure_source(context, indicator, shown.period))
    context.page.html(Markup('<p class="note indent">%s</p>') % (Markup("<br>").join(parts),))


def _strategy(context: Context, barrier: Barrier) -> Markup:
    say, goals = context.say, context.catalogue.goals
    activities = [context.catalogue.activities[name] for name in barrier.activities]
    listed = [f"{activity.number} {say.of(activity.title)}" for activity in activities]
    listed += [say("FNs mål {number}: {title}", number=n, title=say.of(goals[n].title)) for n in barrier.goals]
    return bullets(listed)


def _possible(context: Context, barrier: Barrier) -> Markup:
    """What each actor can do about it."""
    say, parts = context.say, []
    for actor in context.catalogue.actors.values():
        if measures := context.catalogue.measures_on(barrier, actor.id):
            title = Markup("<h4>%s</h4>") % (say("{who} kan", who=say.of(actor.title)),)
            parts.append(title + measures_list(say, stepwise(measures, [barrier.id])))
    return Markup('<div class="can">%s</div>') % (Markup().join(parts),) if parts else Markup()


def show_barrier(
    context: Context, barrier: Barrier, proof: Proof, judged: Mapping[str, Assessment], *, opened: bool = False
) -> None:
    """Draw a barrier.

    Args:
        context: the view.
        barrier: which.
        proof: what it rests on.
        judged: calls of the barriers' figures by indicator.
        opened: whether the folded part stands open.
    """
    say, catalogue = context.say, context.catalogue
    figures = shown_figures(context, barrier, judged)
    groups = catalogue.with_companions(catalogue.findings_of(barrier))
    with context.page.box(f"barrier-{barrier.id}", gap="none"):
        context.page.html(row(barrier_row(context, barrier, proof, figures), say))
        label = say.count(
            "Hva som kan gjøres, {n} funn, trender, strategi og FN-mål",
            "Hva som kan gjøres, {n} funn, trender, strategi og FN-mål",
            len(groups),
        )
        with context.page.fold(label, opened=opened, key=f"more-{barrier.id}"):
            left, right = context.page.columns([3, 2], gap="large")
            with left:
                context.page.html(_possible(context, barrier))
                context.page.html(Markup("<h4>%s</h4>") % (say("Dokumentert"),) + findings_list(say, groups))
            with right, context.page.box("", gap="none"):
                context.page.html(Markup("<h4>%s</h4>") % (say("Tallene"),))
                for shown in figures:
                    _figure(context, shown)
                if barrier.missing is not None:
                    context.page.html(paragraph(say.of(barrier.missing), "note"))
                context.page.html(
                    Markup("<h4>%s</h4>") % (say("I strategien og FNs mål"),) + _strategy(context, barrier)
                )
