"""The steps from a figure to a place, each in plain words with its formula beside."""

from html import escape

from components.html.cards import rank_words
from components.html.markup import links
from components.html.tables import Column, table
from models.catalogue import Indicator
from models.index.attractiveness import ROOT, scored_themes
from models.index.standing import standing
from models.index.weight_of_years import leaf_weights
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign.certainty import show_ranges
from pages.sammenlign.view import Ranking
from pages.tallene.formula import points_formula
from pages.tallene.scoring import sharing, weight_in_theme, worst_and_best
from pages.tallene.step import period_of, show_step, value_of


def figure_step(context: Context, indicator: Indicator) -> None:
    """1: the published figure."""
    say, value = context.say, value_of(context, indicator, context.focus)
    name = context.name(context.focus)
    codes = links(context.catalogue.dataset_links(indicator))
    if value is None:
        words = escape(say("{name} mangler tallet. Da fordeles vekten på de andre tallene i temaet.", name=name))
    else:
        words = escape(
            say(
                "{title} er {value} for {name} i {year}.",
                title=say.of(indicator.title),
                value=quantity(context, indicator, value),
                name=name,
                year=period_of(context, indicator),
            )
        )
        words += f" {escape(say('Kilde:'))} {escape(indicator.publisher)} ({codes})."
    title = (
        say("Tallet, regnet ut fra publiserte tall") if indicator.derivation else say("Tallet, slik det er publisert")
    )
    show_step(context, 1, title, words)


def points_step(context: Context, indicator: Indicator) -> None:
    """3: the points."""
    say, value = context.say, value_of(context, indicator, context.focus)
    score = context.index.score(indicator.id, context.focus)
    if value is None or score is None:
        return
    worst, best = worst_and_best(context, indicator)
    show_step(
        context,
        3,
        say("Poengene"),
        escape(
            say(
                "{name} er kommet {share} prosent av veien fra dårligst til best og får {score} poeng.",
                name=context.name(context.focus),
                share=say.number(score),
                score=say.number(score, 1),
            )
        ),
        points_formula(say, value, (worst, best), score, indicator.decimals),
    )


def theme_step(context: Context, indicator: Indicator) -> None:
    """4: the theme's points, the weighted mean of its indicators."""
    say, index = context.say, context.index
    theme = context.catalogue.themes[indicator.theme]
    score = index.score(theme.id, context.focus)
    if score is None:
        show_step(context, 4, say("Temaet"), escape(say("Temaet har for få tall til poeng.")))
        return
    weights = leaf_weights(index, context.focus, theme.id)
    lines = []
    for code, weight in weights.items():
        points = index.score(code, context.focus)
        if points is not None:
            lines.append((context.catalogue.indicators[code], points, weight))
    lines.sort(key=lambda line: -line[1] * line[2])
    mates = sharing(context, indicator)
    words = say(
        "{theme} er snittet av {count} tall, vektet. {title} veier {weight} i temaet.",
        theme=say.of(theme.title),
        count=len(lines),
        title=say.of(indicator.short),
        weight=say.quantity(100 * weight_in_theme(context, indicator), 1, "%"),
    )
    if mates:
        words += " " + say(
            "Vekten deles med {names}, som måler nesten det samme.", names=say.listing([say.of(i.short) for i in mates])
        )
    first = " + ".join(f"{say.number(points, 1)} × {say.number(weight, 3)}" for _, points, weight in lines[:3])
    more = " + …" if len(lines) > 3 else ""
    show_step(context, 4, say("Temaet"), escape(words), f"{first}{more} = {say.number(score, 1)}")
    rows = [
        [
            say.of(one.title),
            say.number(points, 1),
            say.quantity(100 * weight, 1, "%"),
            say.number(points * weight, 1),
        ]
        for one, points, weight in lines
    ]
    rows.append([say("Sum"), "", say.quantity(100, 0, "%"), say.number(score, 1)])
    columns = [Column(say("Indikator"))]
    columns += [Column(title, numeric=True) for title in (say("Poeng"), say("Vekt"), say("Bidrag"))]
    marked = [n for n, (one, *_) in enumerate(lines) if one.id == indicator.id]
    context.page.html(table(columns, rows, say("Slik blir poengene til {theme}", theme=say.of(theme.title)), marked))


def total_step(context: Context) -> None:
    """5: the total, the mean of the themes."""
    say, index = context.say, context.index
    total = index.score(ROOT, context.focus)
    themes = [
        (theme, points)
        for theme in scored_themes(context.catalogue)
        if theme.weight and (points := index.score(theme.id, context.focus)) is not None
    ]
    if total is None:
        show_step(context, 5, say("Samlet"), escape(say("For få tall til en samlet poengsum.")))
        return
    weights = {part.code: part.weight for part in index.result.explain(context.focus, ROOT).parts}
    listed = say.listing([f"{say.of(theme.title)} {say.number(points, 1)}" for theme, points in themes])
    formula = " + ".join(f"{say.number(points, 1)} × {say.number(weights[t.id], 3)}" for t, points in themes)
    show_step(
        context,
        5,
        say("Samlet"),
        escape(say("Snittet av temaene er {total}: {listed}.", total=say.number(total, 1), listed=listed)),
        f"{formula} = {say.number(total, 1)}",
    )


def place_step(context: Context) -> None:
    """6: the place among the peers of this view, with how sure it is."""
    say, peers = context.say, context.peers
    place = standing(context.index, ROOT, context.focus, peers)
    every = releases.ranks(context.focus, peers, context.view.release)
    ranges = every.get(ROOT)
    if place is None or ranges is None:
        show_step(
            context, 6, say("Plasseringen"), escape(say("Uten poeng kan vi ikke si hvor sikker plasseringen er."))
        )
        return
    words = say(
        "Med disse vektene er {name} {base}. Vi regner om igjen {draws} ganger med litt andre vekter og "
        "uten noen av tallene. Midten av svarene er {median}. Bytter du sammenligningsregioner, endres bare dette "
        "steget.",
        name=context.name(context.focus),
        base=rank_words(place.rank, place.count, say),
        draws=say.number(round(ranges.draws, -3)),
        median=rank_words(ranges.own[0], ranges.count, say, ranges.own[1:]),
    )
    show_step(context, 6, say("Plasseringen"), escape(words))
    show_ranges(context, Ranking(ROOT, peers, "none", context.index, ranges, weighted=False, every=every))
