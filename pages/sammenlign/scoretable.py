"""Why the scores are what they are, and all themes side by side."""

import pandas as pd

from components.html.markup import heading, paragraph
from components.html.tables import Cell, Column, Links, table
from models.catalogue import Indicator
from models.index.attractiveness import ROOT, scored_themes
from models.index.standing import order
from models.index.weight_of_years import leaf_weights
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.sammenlign.view import Ranking, marked_own, node_title, place_words


def _year(context: Context, indicator: Indicator, period: str) -> str:
    """Of which year or years a figure is; a mean over several says so, for it is no year's figure."""
    if "–" in period:
        return context.say("snitt {years}", years=period)
    return indicator.years_of(period) or "–"


def show_why(context: Context, shown: Ranking) -> None:
    """The figures behind a score: value, year, points, weight and data set of each."""
    say, index = context.say, shown.index
    weights = leaf_weights(index, context.focus, shown.node)
    rows: list[list[Cell]] = []
    for leaf in index.result.framework.leaves_under(shown.node):
        indicator = context.catalogue.indicators[leaf.code]
        score = index.score(leaf.code, context.focus)
        value = index.table.values.at[context.focus, leaf.code]
        rows.append(
            [
                say.of(indicator.title),
                "–" if pd.isna(value) else quantity(context, indicator, float(value)),
                _year(context, indicator, str(index.table.periods.at[context.focus, leaf.code])),
                "–" if score is None else say.number(score),
                say.quantity(100 * weights[leaf.code], 1, "%"),
                Links(list(context.catalogue.dataset_links(indicator))),
            ]
        )
    columns = [
        Column(say("Indikator")),
        Column(say("Tall"), numeric=True),
        Column(say("År"), numeric=True),
        Column(say("Poeng"), numeric=True),
        Column(say("Vekt"), numeric=True),
        Column(say("Kilde")),
    ]
    caption = say(
        "{what}: tallene bak poengene til {name}",
        what=node_title(context, shown.node),
        name=context.name(context.focus),
    )
    caption = marked_own(say, shown, caption)
    note = say("Indikatorer som måler nesten det samme, deler én vekt. Mangler et tall, fordeles vekten på de andre.")
    with context.page.fold(say("Hvorfor disse poengene?")):
        context.page.html(table(columns, rows, caption) + paragraph(note, "note"))


def show_every_theme(context: Context, shown: Ranking) -> None:
    """All peers by all themes: score and place."""
    say = context.say
    nodes = [ROOT, *(theme.id for theme in scored_themes(context.catalogue))]
    scores, without = order(shown.index, ROOT, [context.focus, *shown.peers])
    codes = [*map(str, scores.index), *without]

    def cell(code: str, node: str) -> str:
        score = shown.index.score(node, code)
        return "–" if score is None else f"{say.number(score)}, {place_words(context, shown, node, code)}"

    cells = [[context.label(code), *(cell(code, node) for node in nodes)] for code in codes]
    columns = [Column(say("Region")), *(Column(node_title(context, node), numeric=True) for node in nodes)]
    caption = marked_own(
        say,
        shown,
        say("Poeng og plassering: midten, og i parentes der 90 prosent av beregningene ligger. Strek: for få tall."),
    )
    context.page.html(heading(say("Alle temaer")) + table(columns, cells, caption, [codes.index(context.focus)]))
