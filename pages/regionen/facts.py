"""One area of development: its figures with trend and source, what is missing, and cited facts about places."""

from markupsafe import Markup

from components.html import fact_list
from components.html.cards import figure_rank, missing_figure
from components.html.citations import findings_list
from components.html.markup import answer, links, paragraph, section
from components.html.tools import collected
from components.words.wording import sentence
from models.catalogue import Catalogue, Indicator
from models.catalogue.within import DevelopmentArea
from models.change.comparable import spoken_for
from models.comparison.developments import Development, development
from models.figures.observations import Figures
from models.keeping import noted
from pages.exhibits.describe import figure_source, quantity
from pages.exhibits.looked_at import Context
from pages.exhibits.told import amount, series
from pages.regionen.lines import show_lines
from pages.regionen.view import source

MIN_PEERS = 4  # fewer say nothing about what is usual


@noted(1024)
def _one(figures: Figures, catalogue: Catalogue, indicator: str, focus: str, peers: tuple[str, ...]) -> Development:
    return development(figures, catalogue, catalogue.indicators[indicator], focus, peers)


def developments(context: Context, area: DevelopmentArea) -> list[Development]:
    """The figures of an area, worked out once a release and choice of peers; the newest of each concept."""
    figures, catalogue, focus = context.figures, context.catalogue, context.focus
    spoken = {i: spoken_for(figures, catalogue, i, focus) for i in area.indicators}
    told = dict.fromkeys(newer.id if newer else i for i, newer in spoken.items())
    return [_one(figures, catalogue, i, focus, context.peers) for i in told]


def _change(context: Context, one: Development) -> str:
    """Since when it has risen or fallen."""
    say, told = context.say, one.told
    if one.indicator.unusual_reason(str(one.year)):
        return say("Et pandemiår, som ikke kan vise en utvikling")
    if told is None or told.change is None:
        if told is not None and told.comparable.why in ("break", "redefined"):
            return say("Brudd i serien i {year}: ingen tidligere tall å sammenligne med", year=told.comparable.broken)
        return say("Ingen tidligere tall å sammenligne med")
    change, of = told.change, "" if told.by == "own" else f"{series(context, told)}: "
    values: dict[str, object] = {"value": amount(context, told, change.before), "year": change.first}
    if change.kind == "same":
        return sentence(of + say("Det samme som i {year}", year=change.first))
    if change.kind == "within_error":
        return say("Ingen endring utover feilmarginen siden {year} ({value})", **values)
    uneven = say(", men ujevnt") if change.kind == "unclear" else ""
    if told.by != "own":  # the figure above is of another series, so that its end is not yet said
        values |= {"now": amount(context, told, change.after), "end": change.last}
        words = (
            say("opp fra {value} i {year} til {now} i {end}", **values)
            if change.rising
            else say("ned fra {value} i {year} til {now} i {end}", **values)
        )
        return sentence(of + words + uneven)
    words = say("Opp fra {value} i {year}", **values) if change.rising else say("Ned fra {value} i {year}", **values)
    return sentence(of + words + uneven)


def _against(context: Context, one: Development) -> str:
    """Place among the peers, with their middle value."""
    comparison = one.comparison
    if comparison is None or comparison.rank is None or comparison.median is None or len(comparison.rows) <= MIN_PEERS:
        return ""
    middle = context.say("Midt på lista: {value}", value=quantity(context, one.indicator, comparison.median))
    place = figure_rank(comparison.rank, len(comparison.rows), context.say)
    return middle if one.indicator.direction == "none" or not place else f"{sentence(place)}. {middle}"


def _fact(context: Context, one: Development) -> Markup:
    say, value = context.say, one.value
    title = say.of(one.indicator.title)
    if value is None:
        collected = one.indicator.id in context.figures
        reason = (
            say("Ikke publisert for {name}", name=context.name(context.focus))
            if collected
            else say("Vi har ikke tallet ennå; det finnes hos utgiveren.")
        )
        codes = source(context, [one.indicator], "").datasets
        where = Markup("%s (%s)") % (one.indicator.publisher, links(codes))
        return fact_list.fact(
            title=title, value=say("ingen tall"), change=reason, against="", source=where, kind="absent"
        )
    kind = {True: "better", False: "worse", None: "plain"}[one.better]
    return fact_list.fact(
        title=title,
        value=quantity(context, one.indicator, value),
        change=_change(context, one),
        against=_against(context, one),
        source=figure_source(context, one.indicator, str(one.year)),
        kind=kind,
        tools=_collected(context, one.indicator),
    )


def _collected(context: Context, indicator: Indicator) -> Markup:
    """The way into a presentation, as one large figure; where the indicator has a figure on its theme's page."""
    view = context.at(context.catalogue.themes[indicator.theme].slug, indicator=indicator.id)
    if view.options.get("indicator") != indicator.id:
        return Markup()
    link = collected(context.say, context.view, "number", f"{view.address}#ranking")
    return Markup('<span class="tools">%s</span>') % (link,)


def _show_gaps(context: Context, area: DevelopmentArea, *, alone: bool) -> None:
    """What there are no figures for, and who has them."""
    say, catalogue = context.say, context.catalogue
    count = len(area.missing) + len(area.questions)
    if not count:
        return
    label = say.count("{n} ting vi ikke har tall for", "{n} ting vi ikke har tall for", count)
    with context.page.fold(label, opened=alone):
        context.page.html(
            Markup().join(missing_figure(catalogue.within.missing[name], say) for name in area.missing)
            + Markup().join(answer(catalogue.questions[name], say) for name in area.questions)
        )


def _show_cards(context: Context, area: DevelopmentArea, *, alone: bool) -> None:
    """Cited facts about places."""
    say = context.say
    cards = [card for card in context.catalogue.within.cards.values() if card[0].area == area.id]
    if not cards:
        return
    label = say.count("{n} enkeltfakta fra andre kilder", "{n} enkeltfakta fra andre kilder", len(cards))
    with context.page.fold(label, opened=alone):
        context.page.html(
            paragraph(
                say("Enkelttall fra ulike år og kilder. De gir bakgrunn, teller ikke i poeng og kan ikke slås sammen."),
                "note",
            )
            + fact_list.city_cards(cards, say, context.view)
        )


def show_area(context: Context, area: DevelopmentArea, *, alone: bool) -> None:
    """Draw an area; `alone` where it is the only one on the page, so that everything stands open."""
    say, told = context.say, developments(context, area)
    context.page.html(section(say.of(area.title), say.of(area.question)))
    if area.documented is not None:
        context.page.html(
            findings_list(say, [(context.catalogue.evidence[name],) for name in area.documented.findings])
        )
    drawn = [one for one in told if one.drawable]
    left, right = context.page.columns(2, gap="large")
    with left:
        context.page.html(fact_list.facts([_fact(context, one) for one in told]))
    with right:
        if drawn:
            show_lines(context, area, drawn)
        else:
            context.missing(say("Ingen av tallene har en tidsserie ennå. Derfor er det ingen kurve her."))
    _show_gaps(context, area, alone=alone)
    _show_cards(context, area, alone=alone)
