"""One figure with its call: value, place, gap in things that can be counted, trend and reasons."""

from markupsafe import Markup

from components.html.cards import figure_rank, pill
from components.html.markup import paragraph
from components.words import judgements
from models.advantages import Assessment, GapTrend, RealGap, is_money
from models.catalogue import Indicator
from models.rounding import shown_gap
from pages.exhibits.describe import figure_source, quantity, unit_notices, unit_suffix
from pages.exhibits.looked_at import Context

SIGNS = {1: "▲", -1: "▼", 0: "●"}
SIDES = {1: "better", -1: "worse", 0: "even"}


def exact(difference: float) -> float:
    """A difference of published figures without the dust of binary fractions: 9.35 − 7.2 is 2.15, no less."""
    return round(difference, 9)


def side(assessment: Assessment) -> int:
    """1 better, -1 worse, 0 neither: in line and unsettled are no side to stand on."""
    return assessment.call.side if assessment.call.kind in ("strength", "weakness", "tendency") else 0


def place_words(context: Context, assessment: Assessment) -> str:
    """The place among the peers that have a figure: "nr. 3 av 12"; "" where they are too few for one."""
    found = assessment.measures
    return figure_rank(found.rank, found.count + 1, context.say) if found else ""


def _against(context: Context, assessment: Assessment) -> str:
    """The peers' middle value in words."""
    measures = assessment.measures
    if measures is None or measures.median is None:
        return ""
    return context.say("Midt på lista: {value}", value=quantity(context, assessment.indicator, measures.median))


def _gap(context: Context, assessment: Assessment) -> str:
    """The gap in things that can be counted, else in the figure's own unit."""
    say, indicator, measures = context.say, assessment.indicator, assessment.measures
    if words := counted(context, indicator, assessment.to_median, say("regionen midt på lista")):
        return words
    if measures is None or measures.median is None:
        return ""
    gap = shown_gap(measures.value, measures.median, indicator.decimals)
    distance = quantity(context, indicator, abs(gap), difference=True)
    if not gap:
        return say("Likt med regionen midt på lista.")
    if gap > 0:
        return say("{distance} over regionen midt på lista.", distance=distance)
    return say("{distance} under regionen midt på lista.", distance=distance)


def counted(context: Context, indicator: Indicator, gap: RealGap | None, level: str, *, half: bool = False) -> str:
    """A gap in people, nights or euros, against somebody's level; empty where it cannot be counted."""
    if gap is None or indicator.counted is None or round(gap.amount) == 0:
        return ""
    say, things, money = context.say, context.say.of(indicator.counted), is_money(context.catalogue, gap)
    return judgements.level_words(say, level, gap.amount, things, money=money, half=half)


def change_a_year(context: Context, indicator: Indicator, value: float) -> str:
    """A change a year as text, where it is small with one decimal more than the figure itself."""
    finer = 1 if abs(value) < 10 else 0
    return context.say.quantity(value, indicator.decimals + finer, unit_suffix(context, indicator, difference=True))


def trend(context: Context, indicator: Indicator, gap: GapTrend | None) -> str:
    """Whether the gap closes or widens."""
    say = context.say
    if gap is not None and gap.relative:
        return judgements.trend_words(say, gap, lambda v: say("{percent} av midten", percent=say.quantity(v, 1, "%")))
    return judgements.trend_words(say, gap, lambda value: change_a_year(context, indicator, value))


def show_judged(context: Context, assessment: Assessment, moved: GapTrend | None) -> None:
    """Draw a figure of a list: its name leads to the theme's page; value, gap and certainty stand side by side."""
    say, indicator, measures = context.say, assessment.indicator, assessment.measures
    theme = context.catalogue.themes[indicator.theme]
    with context.page.box(f"judged-{indicator.id}", gap="none"):
        context.link(theme.slug, say.of(indicator.title), indicator=indicator.id)
        if measures is None:
            context.page.html(paragraph(say("Ingen tall for {name}.", name=context.name(context.focus)), "note"))
            return
        way = side(assessment)
        place = pill(place_words(context, assessment))
        value = Markup(
            '<p class="row"><span class="sign" aria-hidden="true">%s</span><span class="value">%s</span>%s</p>'
        ) % (SIGNS[way], quantity(context, indicator, measures.value), place)
        value += paragraph(_against(context, assessment), "note")
        moving = moved is not None and moved.kind != "unclear"
        gap = paragraph(_gap(context, assessment))
        gap += paragraph(trend(context, indicator, moved), "" if moving else "note")
        sure = Markup().join(paragraph(text, "note") for text in _notes(context, assessment) if text)
        source = Markup('<p class="note">%s</p>') % (figure_source(context, indicator, measures.period),)
        context.page.html(
            Markup('<div class="judged %s"><div>%s</div><div>%s</div><div>%s%s</div></div>')
            % (SIDES[way], value, gap, sure, source)
        )


def _notes(context: Context, assessment: Assessment) -> list[str]:
    """The reasons for the call, and whether the figure says little because all are near its ceiling."""
    say, reasons = context.say, judgements.reasons_words(context.say, context.catalogue, assessment)
    return [
        say("Hvor sikkert: {reasons}.", reasons=reasons) if reasons else "",
        "" if assessment.indicator.headline else say("Nær taket i de fleste regioner, så forskjellen betyr lite."),
        *unit_notices(context, [assessment.indicator]),
    ]
