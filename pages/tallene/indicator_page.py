"""One indicator in full: what it measures, from where, how far it reaches, whether it is scored and why."""

from collections.abc import Callable

from markupsafe import Markup, escape

from components.html.markup import heading, lead, links, paragraph, way
from models.catalogue import Indicator
from models.index.attractiveness import gives_points
from models.search.related import related
from pages import choices
from pages.exhibits.describe import span, unit_title
from pages.exhibits.looked_at import Context
from pages.tallene.formula import in_names
from pages.tallene.history import show_history
from pages.tallene.reach import show_reach
from pages.tallene.scoring import scoring_facts
from pages.tallene.series import show_series

Facts = list[tuple[str, Markup]]  # a term, and what is said of it as HTML that is already safe


def _composition(context: Context, indicator: Indicator) -> str:
    say, rule = context.say, indicator.composition
    if rule.rule == "sum":
        return say("Kan summeres over regioner.")
    if rule.rule == "weighted" and rule.by:
        return say(
            "Kan vektes sammen over regioner med «{by}».", by=say.of(context.catalogue.indicators[rule.by].title)
        )
    reason = (rule.reason_en if say.language == "en" else rule.reason_nb) or ""
    return say("Kan ikke settes sammen over regioner.") + " " + reason


def _definition(context: Context, indicator: Indicator) -> Facts:
    say, catalogue = context.say, context.catalogue
    publisher = catalogue.publisher_of(indicator.publisher)
    direction = {
        "higher_better": say("Høyt er bra."),
        "lower_better": say("Lavt er bra."),
        "none": say("Verken høyt eller lavt er best."),
    }[indicator.direction]
    facts: Facts = [
        (say("Enhet"), escape(unit_title(context, indicator))),
        (say("Retning"), escape(direction)),
        (say("Utgiver"), escape(indicator.publisher)),
        (say("Datasett"), links(catalogue.dataset_links(indicator))),
        (
            say("Utregning"),
            escape(in_names(say, catalogue, indicator.derivation) if indicator.derivation else say("Som publisert")),
        ),
        (say("Lisens"), links([(publisher.licence, publisher.licence_url)]) if publisher else escape("–")),
        (say("Over regioner"), escape(_composition(context, indicator))),
    ]
    if indicator.figures == "collector" and indicator.id not in context.figures:
        facts.append((say("Tall"), escape(say("Vi har ikke tallet ennå; det finnes hos utgiveren."))))
    facts += [
        (say("Uvanlige år"), escape(f"{span(list(unusual.periods))}: {say.of(unusual)}"))
        for unusual in indicator.unusual
    ]
    return facts


def _listed(facts: Facts) -> Markup:
    return (
        Markup('<dl class="facts terms">')
        + Markup().join((Markup("<dt>%s</dt><dd>%s</dd>") % (term, words) for term, words in facts))
        + Markup("</dl>")
    )


def _related(context: Context, indicator: Indicator) -> None:
    say = context.say
    near = related(context.catalogue, indicator.id)
    if near:
        items = Markup().join(
            Markup("<li>%s</li>") % (way(say.of(one.title), context.at("tallene", indicator=one.id).address),)
            for one in near
        )
        context.page.html(heading(say("Lignende tall")) + Markup("<ul>%s</ul>") % (items,))


def show_indicator(context: Context, indicator: Indicator, show_filters: Callable[[], None]) -> None:
    """Draw the page.

    Args:
        context: the view.
        indicator: whose page.
        show_filters: draws the choice of another indicator.
    """
    say, catalogue = context.say, context.catalogue
    context.page.html(
        lead(say.of(indicator.title))
        + Markup('<p class="measure">%s</p>') % (say.of(catalogue.themes[indicator.theme].title),)
        + paragraph(say.of(indicator.description), "description")
    )
    with context.page.box("ways-indicator", horizontal=True, align="center"):
        if indicator.id in context.figures and indicator.role != "series" and indicator.scope == "europe":
            context.link(catalogue.themes[indicator.theme].slug, say("Vis på temasiden"), indicator=indicator.id)
        context.link("tallene", say("Alle tall"), indicator=choices.NONE)
    show_filters()
    left, right = context.page.columns(2, gap="large")
    with left:
        context.page.html(heading(say("Definisjon og kilde")) + _listed(_definition(context, indicator)))
    with right:
        context.page.html(heading(say("Poeng")) + _listed(scoring_facts(context, indicator)))
        if gives_points(catalogue, indicator):
            with context.page.box("ways-method"):
                context.link("metode", say("Se utregningen steg for steg"), indicator=indicator.id)
    show_reach(context, indicator)
    show_series(context, indicator)
    show_history(context, indicator)
    _related(context, indicator)
