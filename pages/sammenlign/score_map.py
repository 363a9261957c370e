"""The ranking by score as a map of Europe."""

from components.exhibit import Exhibit
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import alternatives, placement
from models.index.standing import order, standing
from pages.choices import comparable_regions
from pages.exhibits.europe_map import region_map, view_switch
from pages.exhibits.looked_at import Context
from pages.sammenlign.scores import score_source
from pages.sammenlign.view import Ranking, node_title, score_measure


def show_score_map(context: Context, shown: Ranking) -> None:
    """Draw every region with a score; the peers have a strong edge, and the table holds all."""
    say = context.say
    everyone = list(dict.fromkeys([context.focus, *comparable_regions(context.catalogue)]))
    scores, _ = order(shown.index, shown.node, everyone)
    values = {str(code): float(score) for code, score in scores.items()}
    measure = score_measure(context, shown)
    drawn = region_map(
        context,
        values,
        peers=shown.peers,
        say_value=lambda _, value: say("{score} poeng", score=say.number(value)),
        say_short=lambda value: say.number(value),
        unit=say("poeng"),
    )
    cells = [[context.label(code), code, say.number(value, 1)] for code, value in values.items()]
    place = standing(shown.index, shown.node, context.focus, shown.peers)
    own = values.get(context.focus)
    context.page.exhibit(
        Exhibit(
            key="ranking",
            finding=placement.score_finding(say, context.name(context.focus), place, node_title(context, shown.node)),
            measure=f"{measure}. {say('Sammenligningsregionene har kraftig kant.')}",
            figure=drawn.figure if values else None,
            alt=alternatives.map_alt(
                say,
                measure,
                len(values),
                say.number(min(values.values())),
                say.number(max(values.values())),
                context.name(context.focus),
                None if own is None else say.number(own),
            )
            if values
            else say("Ingen av regionene har nok tall til poeng."),
            source=score_source(context, shown),
            table=table(
                [Column(say("Region")), Column(say("Kode")), Column(say("Poeng"), numeric=True)],
                cells,
                measure,
                [n for n, code in enumerate(values) if code == context.focus],
            ),
            rows=frame_rows(scores.rename("score"), "region"),
            file_name=f"osloregionen-{shown.file_mark}kart-{shown.node}",
            notices=drawn.notices,
            credit=drawn.credit,
            switches=view_switch(context),
        ),
    )
