"""Whether an indicator is scored, how, and why or why not."""

from markupsafe import Markup, escape

from models.catalogue import Indicator
from models.index.attractiveness import gives_points
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context


def worst_and_best(context: Context, indicator: Indicator) -> tuple[float, float]:
    """The figures that give 0 and 100 points."""
    low, high = context.catalogue.goalposts[indicator.id]
    return (low, high) if indicator.sign > 0 else (high, low)


def weight_in_theme(context: Context, indicator: Indicator) -> float:
    """The indicator's share of its theme's weight, 0–1, where no figure is missing."""
    score, rules = indicator.score, context.catalogue.rules
    if score is None:
        return 0.0
    groups = {i.score.group for i in context.catalogue.scored if i.score and i.theme == indicator.theme}
    total = sum(rules.group_weights.get(group, 1.0) for group in groups)
    return rules.group_weights.get(score.group, 1.0) * score.weight / total


def sharing(context: Context, indicator: Indicator) -> list[Indicator]:
    """The other indicators that it shares one weight with."""
    score = indicator.score
    mates = [i for i in context.catalogue.scored if score and i.score and i.score.group == score.group]
    return [i for i in mates if i.id != indicator.id]


def scoring_facts(context: Context, indicator: Indicator) -> list[tuple[str, Markup]]:
    """Terms and what is said of them, as HTML that is already safe."""
    say, score = context.say, indicator.score
    facts = [(say("Bruk"), escape(say.of(indicator.why)))]
    if score is None or not gives_points(context.catalogue, indicator):
        return facts
    worst, best = worst_and_best(context, indicator)
    facts += [
        (
            say("Målestokk"),
            escape(
                say(
                    "{worst} gir 0 poeng og {best} gir 100: dårligste og beste tall blant de faste regionene.",
                    worst=quantity(context, indicator, worst),
                    best=quantity(context, indicator, best),
                )
                if score.posts_reason is None
                else say(
                    "{worst} eller dårligere gir 0 poeng og {best} eller bedre gir 100.",
                    worst=quantity(context, indicator, worst),
                    best=quantity(context, indicator, best),
                )
            ),
        ),
        (
            say("Referanseår"),
            escape(
                indicator.years_of(score.periods[0])
                if len(score.periods) == 1
                else f"{score.periods[0]}–{score.periods[-1]}"
            ),
        ),
        (say("Vekt i temaet"), escape(say.quantity(100 * weight_in_theme(context, indicator), 1, "%"))),
    ]
    if score.posts_reason:
        facts.append((say("Hvorfor den målestokken"), escape(say.of(score.posts_reason))))
    if score.statistic == "mean_absolute":
        facts.append((say("Tallet"), escape(say("Snittet over årene, uten fortegn: 0 er målet."))))
    if mates := sharing(context, indicator):
        names = say.listing([say.of(i.short) for i in mates])
        facts.append((say("Deler vekt med"), escape(names)))
    if score.year_reason:
        facts.append((say("Hvorfor det året"), escape(say.of(score.year_reason))))
    return facts
