"""Om tallene: every indicator with its use, years and gaps; each has a page of its own."""

from markupsafe import Markup, escape

from components.html.markup import answer, heading, paragraph
from components.html.tables import Cell, CellLink, Column, Links, table
from models.catalogue import Catalogue, Indicator
from models.comparison.coverage import Coverage, coverage
from models.figures.observations import Figures
from models.index.attractiveness import gives_points
from models.keeping import noted
from models.search.search import search
from pages import choices
from pages.exhibits.describe import span
from pages.exhibits.looked_at import Context
from pages.tallene.indicator_page import show_indicator


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    with context.row("catalogue"):
        if context.view.option("indicator") == choices.NONE:
            context.typed("q", say("Navn eller tema"))
        choices.theme_filter(context)
        context.choice(
            "indicator",
            lambda code: say("Ingen valgt") if code == choices.NONE else say.of(catalogue.indicators[code].title),
            codes=_ordered(context),
        )


def _ordered(context: Context) -> list[str]:
    codes = [c for c in context.codes("indicator") if c != choices.NONE]
    titles = {c: context.say.sort_key(context.say.of(context.catalogue.indicators[c].title)) for c in codes}
    return [choices.NONE, *sorted(codes, key=titles.__getitem__)]


def _row(context: Context, indicator: Indicator, covered: Coverage) -> list[Cell]:
    say = context.say
    if indicator.role == "series":
        use = say("Grunnlagstall")
    else:
        use = say("Gir poeng") if gives_points(context.catalogue, indicator) else say("Gir ikke poeng")
    if not covered.years:
        none = say("bare for kommuner") if indicator.scope == "norway" else say("ingen tall")
        own = none if covered.any_years else say("vi har ikke tallet ennå")
    else:
        own = span(list(covered.years))
        if len(covered.years) <= int(covered.years[-1]) - int(covered.years[0]):  # a span with holes
            own += f" ({say.count('{n} år', '{n} år', len(covered.years))})"
    if covered.older:
        own += f" ({covered.older})"
    return [
        CellLink(say.of(indicator.title), context.at("tallene", indicator=indicator.id).address),
        use,
        own,
        f"{covered.peers_newest}/{covered.peers}" if covered.newest else "–",
        say.listing([context.name(code, short=True) for code in covered.missing[:4]])
        + (" …" if len(covered.missing) > 4 else ""),
        indicator.publisher,
        Links(list(context.catalogue.dataset_links(indicator))),
    ]


@noted(4096)  # some ten sets of peers for every indicator
def _coverage(figures: Figures, catalogue: Catalogue, indicator: str, focus: str, peers: tuple[str, ...]) -> Coverage:
    return coverage(figures, catalogue, catalogue.indicators[indicator], focus, peers)


def _catalogue(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    chosen = context.view.option("theme")
    text = context.view.option("q")
    hits = {h.id for h in search(catalogue, text, 50) if h.kind == "indicator"}
    asked = (context.focus, context.peers)
    for theme in catalogue.themes.values():
        if chosen not in (choices.ALL, theme.id):
            continue
        entries = [i for i in catalogue.indicators.values() if i.theme == theme.id and (not hits or i.id in hits)]
        if not entries:
            continue
        entries.sort(key=lambda i: (("score", "context", "series").index(i.role), say.sort_key(say.of(i.title))))
        rows = [_row(context, i, _coverage(context.figures, catalogue, i.id, *asked)) for i in entries]
        context.page.html(
            heading(say.of(theme.title))
            + table(
                [
                    Column(say("Indikator")),
                    Column(say("Bruk")),
                    Column(say("År for {name}", name=context.name(context.focus))),
                    Column(say("Regioner med nyeste tall"), numeric=True),
                    Column(say("Mangler")),
                    Column(say("Utgiver")),
                    Column(say("Datasett")),
                ],
                rows,
                say.count("{n} indikator", "{n} indikatorer", len(rows)),
            )
        )


def _missing(context: Context) -> None:
    """What people ask for that nobody publishes comparably."""
    say = context.say
    context.page.html(heading(say("Spørsmål vi ikke har tall for")))
    for theme in context.catalogue.themes.values():
        asked = [q for q in context.catalogue.questions.values() if q.theme == theme.id]
        if asked:
            with context.page.fold(f"{say.of(theme.title)} ({len(asked)})"):
                context.page.html(Markup().join(answer(question, say) for question in asked))


def _lead(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    with_figures = sum(i.id in context.figures for i in catalogue.indicators.values())
    context.page.html(
        Markup('<h1 class="lead">%s</h1><p class="measure">') % (say("Om tallene"),)
        + escape(
            say(
                "{count} indikatorer har tall, {scored} av dem gir poeng. "
                "Alle tall er publisert av andre; beregnede tall er merket.",
                count=with_figures,
                scored=sum(gives_points(catalogue, i) for i in catalogue.indicators.values()),
            )
        )
        + Markup("</p>")
    )


def _older(context: Context) -> None:
    """What the codes of older territories in the tables mean."""
    say = context.say
    for one in context.catalogue.history.values():
        if one.follows == context.focus:
            context.page.html(
                paragraph(say("({code}): egne, eldre tall.", code=one.code) + " " + say.of(one.note), "note")
            )


def render(context: Context) -> None:
    """Draw the page."""
    opened = context.view.option("indicator")
    if opened != choices.NONE:
        show_indicator(context, context.catalogue.indicators[opened], lambda: _filters(context))
        return
    _lead(context)
    _filters(context)
    _older(context)
    with context.page.box("catalogue"):
        _catalogue(context)
    _missing(context)
