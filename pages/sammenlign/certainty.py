"""How sure the places are: ranges over many ways to compute them, and the chance of being above each peer."""

from components.charts.rank_range import RankDot, rank_range
from components.exhibit import Exhibit
from components.html.cards import rank_words
from components.html.markup import bullets, paragraph
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import alternatives, placement
from components.words.quantities import of_hundred
from components.words.wording import within
from models.comparison.one_figure import decided_by
from pages.choices import NONE
from pages.exhibits.looked_at import Context
from pages.sammenlign.scores import score_source, shown_claims
from pages.sammenlign.view import Ranking, drawn, marked_own, node_title


def show_ranges(context: Context, shown: Ranking) -> None:
    """Draw the range of every region's place."""
    say, ranges = context.say, shown.ranges
    if ranges is None:
        context.missing(say("Uten poeng kan vi ikke si hvor sikker plasseringen er."))
        return
    measure = say(
        "{what}: plassering i om lag {draws} beregninger",
        what=node_title(context, shown.node),
        draws=say.number(round(ranges.draws, -3)),
    )
    measure = marked_own(say, shown, measure)
    rows = [(str(r.Index), int(r.median), int(r.low), int(r.high)) for r in ranges.rows.itertuples()]
    words = {code: rank_words(median, ranges.count, say, (low, high)) for code, median, low, high in rows}
    chosen, cut = drawn(context, shown, [code for code, *_ in rows])
    places = [
        RankDot(context.label(code, short=True), median, low, high, words[code], shown.kind(code, context.focus))
        for code, median, low, high in rows
        if code in chosen
    ]
    notices = [
        *cut,
        say(
            "Hver beregning endrer temavektene med inntil 25 prosent og utelater en tidel av indikatorene. "
            "Streken viser hvor plasseringen ligger i 90 prosent av beregningene, prikken er midten. "
            "Feilmarginen i undersøkelsene er ikke med."
        ),
    ]
    if ranges.without_cities is not None:
        apart = ranges.without_cities
        notices.append(
            say(
                "Uten byer som er avgrenset tett rundt bykjernen: {rank}.",
                rank=rank_words(apart.median, apart.count, say, (apart.low, apart.high)),
            )
        )
    context.page.exhibit(
        Exhibit(
            key="certainty",
            finding=placement.range_finding(say, context.name(context.focus), *ranges.own),
            measure=measure,
            figure=rank_range(places, context.colours, say("Plassering (1 er best)")),
            alt=alternatives.ranking_alt(say, measure, [(context.label(code), words[code]) for code, *_ in rows]),
            source=score_source(context, shown),
            table=table(
                [
                    Column(say("Region")),
                    Column(say("Midten"), numeric=True),
                    Column(say("Best"), numeric=True),
                    Column(say("Dårligst"), numeric=True),
                ],
                [[context.label(code), str(median), str(low), str(high)] for code, median, low, high in rows],
                measure,
                [n for n, row in enumerate(rows) if row[0] == context.focus],
            ),
            rows=frame_rows(ranges.rows, "region"),
            file_name=f"osloregionen-{shown.file_mark}spenn-{shown.node}",
            notices=notices,
            claims=shown_claims(context, shown),
        ),
    )


def _chance(context: Context, shown: Ranking, code: str) -> str:
    share = shown.ranges.above[code] if shown.ranges else 0.0
    if one := decided_by(shown.index, context.catalogue, context.focus, code, shown.node):
        return context.say(
            "Om {focus} eller {peer} ligger foran, avgjøres av ett tall alene: {title}.",
            focus=context.name(context.focus),
            peer=context.name(code),
            title=within(context.say.of(context.catalogue.indicators[one].title)),
        )
    return context.say(
        "{focus} ligger foran {peer} i {percent} av 100 beregninger.",
        focus=context.name(context.focus),
        peer=context.name(code),
        percent=of_hundred(context.say, 100 * share),
    )


def show_chances(context: Context, shown: Ranking) -> None:
    """The chance of being above the marked region in words, and above each peer in a table."""
    if shown.ranges is None or not shown.ranges.above:
        return
    say, above = context.say, shown.ranges.above
    if shown.marked != NONE and shown.marked in above:
        context.page.html(paragraph(_chance(context, shown, shown.marked), "summary"))
    title = marked_own(say, shown, say("Sjansen for å ligge foran hver region"))
    with context.page.fold(title):
        ordered = sorted(above, key=lambda code: above[code])
        context.page.html(bullets([_chance(context, shown, code) for code in ordered]))
