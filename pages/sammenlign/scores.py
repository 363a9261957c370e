"""The ranking by score: one bar a region."""

from collections.abc import Sequence

from components.charts.ranking import Bar, ranking
from components.exhibit import Exhibit, SourceNote
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import alternatives, placement
from components.words.said import Said
from models.catalogue import Catalogue, Indicator
from models.index.attractiveness import Attractiveness
from models.index.standing import order, standing
from models.keeping import noted
from pages.exhibits.claims import place_claims
from pages.exhibits.describe import span
from pages.exhibits.europe_map import view_switch
from pages.exhibits.looked_at import Context
from pages.sammenlign.view import Ranking, drawn, node_title, place_words, score_measure

NAMED = 12  # regions without a score that are named one by one


def _leaves(context: Context, shown: Ranking) -> list[Indicator]:
    return [context.catalogue.indicators[leaf.code] for leaf in shown.index.result.framework.counted_under(shown.node)]


@noted(256)  # six parts of a page ask for them at each click
def years_behind(index: Attractiveness, catalogue: Catalogue, node: str, focus: str) -> str:
    """The years of the focus region's figures behind a node."""
    periods = index.table.periods.loc[focus, [leaf.code for leaf in index.result.framework.counted_under(node)]]
    return span([catalogue.indicators[str(name)].years_of(period) for name, period in periods.items() if period])


def shown_claims(context: Context, shown: Ranking) -> tuple[Said, ...]:
    """What may be said of the place in the node shown."""
    return place_claims(
        context,
        shown.ranges,
        score_source(context, shown),
        node=shown.node,
        years=years_behind(shown.index, context.catalogue, shown.node, context.focus),
        weighted=shown.weighted,
        own_method=shown.own_method,
        marked=shown.marked,
    )


def score_source(context: Context, shown: Ranking) -> SourceNote:
    """Where the figures behind a node come from; each one's data set stands in the table of reasons."""
    say, leaves = context.say, _leaves(context, shown)
    return SourceNote(
        publisher=say.listing(sorted({i.publisher for i in leaves})),
        datasets=[(say.count("{n} indikator", "{n} indikatorer", len(leaves)), "")],
        years=say("tall for {years}", years=years_behind(shown.index, context.catalogue, shown.node, context.focus)),
        derived=True,
    )


def without_points(context: Context, missing: Sequence[str]) -> list[str]:
    """A notice on the regions that have too few figures for a score, if there are any."""
    if not missing:
        return []
    if len(missing) > NAMED:
        names = context.say("{count} regioner", count=len(missing))
    else:
        names = context.say.listing([context.name(region) for region in missing])
    return [context.say("Uten poeng, fordi for mange tall mangler: {names}.", names=names)]


def _swapped(context: Context, shown: Ranking, ordered: Sequence[str]) -> list[str]:
    """Why places do not follow the scores, where they do not: a place is the median of many ways to compute it."""
    ranges = shown.every.get(shown.node)
    places = [ranges.places[code][0] for code in ordered if code in ranges.places] if ranges else []
    if places == sorted(places):
        return []
    return [
        context.say(
            "Plasseringen i tabellen er den midterste av mange måter å regne på. "
            "Derfor følger den ikke alltid poengene, som bare er regnet ut på én måte."
        )
    ]


def show_scores(context: Context, shown: Ranking) -> None:
    """Draw the bars, best on top."""
    say, regions = context.say, [context.focus, *shown.peers]
    scores, missing = order(shown.index, shown.node, regions)
    place = standing(shown.index, shown.node, context.focus, shown.peers)
    measure = score_measure(context, shown)
    rows = [
        [context.label(str(code)), place_words(context, shown, shown.node, str(code)), say.number(score, 1)]
        for code, score in scores.items()
    ]
    chosen, cut = drawn(context, shown, [str(code) for code in scores.index])
    bars = [
        Bar(
            context.label(code, short=True),
            float(scores[code]),
            say.number(scores[code]),
            kind=shown.kind(code, context.focus),
        )
        for code in chosen
    ]
    notices = [
        say(
            "0 og 100 poeng er som regel det laveste og høyeste tallet blant 26 faste regioner. "
            "Valg av sammenligningsregioner endrer plasseringen, aldri poengene."
        )
    ]
    notices += [
        *_swapped(context, shown, [str(code) for code in scores.index]),
        *cut,
        *without_points(context, missing),
    ]
    context.page.exhibit(
        Exhibit(
            key="ranking",
            finding=placement.score_finding(say, context.name(context.focus), place, node_title(context, shown.node)),
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=alternatives.ranking_alt(say, measure, [(row[0], row[2]) for row in rows])
            if rows
            else say("Ingen av regionene har nok tall til poeng."),
            source=score_source(context, shown),
            table=table(
                [Column(say("Region")), Column(say("Plassering")), Column(say("Poeng"), numeric=True)],
                rows,
                measure,
                [n for n, code in enumerate(scores.index) if code == context.focus],
            ),
            rows=frame_rows(scores.rename("score"), "region"),
            file_name=f"osloregionen-{shown.file_mark}poeng-{shown.node}",
            notices=notices,
            switches=view_switch(context) if "view" in context.view.options else (),
            claims=shown_claims(context, shown),
        ),
    )
