"""The ranking by score: one bar a region."""

from collections.abc import Sequence

from components import findings, frame
from components.charts.ranking import Bar, ranking
from components.tables import Column, table
from models.standing import order, standing
from pages.context import Context
from pages.describe import link_here, span
from pages.sammenlign.view import Ranking, node_title, score_measure


def score_source(context: Context, shown: Ranking) -> frame.Source:
    """Where the figures behind a node come from; each one's data set stands in the table of reasons."""
    say = context.say
    leaves = [context.catalogue.indicators[leaf.code] for leaf in shown.index.result.framework.leaves_under(shown.node)]
    periods = shown.index.table.periods.loc[context.focus, [i.id for i in leaves]]
    return frame.Source(
        publisher=say.listing(sorted({i.publisher for i in leaves})),
        datasets=[(say.count("{n} indikator", "{n} indikatorer", len(leaves)), "")],
        years=say("tall for {years}", years=span([p for p in periods if p])),
        derived=True,
    )


def without_points(context: Context, missing: Sequence[str]) -> list[str]:
    """A notice on the regions that have too few figures for a score, if there are any."""
    if not missing:
        return []
    names = context.say.listing([context.name(region) for region in missing])
    return [context.say("Uten poeng, fordi for mange tall mangler: {names}.", names=names)]


def show_scores(context: Context, shown: Ranking) -> None:
    """Draw the bars, best on top."""
    say, regions = context.say, [context.focus, *shown.peers]
    scores, missing = order(shown.index, shown.node, regions)
    ranks = shown.index.result.ranks(shown.node, regions)
    place = standing(shown.index, shown.node, context.focus, shown.peers)
    measure = score_measure(context, shown)
    rows = [[context.label(str(code)), str(ranks[code]), say.number(score, 1)] for code, score in scores.items()]
    bars = [
        Bar(
            context.label(str(code), short=True),
            float(score),
            say.number(score),
            kind=shown.kind(str(code), context.focus),
        )
        for code, score in scores.items()
    ]
    notices = [
        say(
            "0 og 100 poeng er det laveste og høyeste tallet blant 26 faste regioner. "
            "Valg av sammenligningsregioner endrer plasseringen, aldri poengene."
        )
    ]
    notices += without_points(context, missing)
    frame.show(
        frame.Exhibit(
            key="ranking",
            finding=findings.score_finding(say, context.name(context.focus), place, node_title(context, shown.node)),
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=findings.ranking_alt(say, measure, [(row[0], row[2]) for row in rows])
            if rows
            else say("Ingen av regionene har nok tall til poeng."),
            source=score_source(context, shown),
            table=table(
                [Column(say("Region")), Column(say("Plassering"), numeric=True), Column(say("Poeng"), numeric=True)],
                rows,
                measure,
                [n for n, code in enumerate(scores.index) if code == context.focus],
            ),
            csv=lambda: scores.rename("score").rename_axis("region").to_csv(),
            file_name=f"osloregionen-{'egne-vekter-' if shown.weighted else ''}poeng-{shown.node}.csv",
            notices=notices,
        ),
        say,
        context.view.release,
        link_here(context),
    )
