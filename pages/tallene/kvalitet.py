"""Kvalitet: which figures are new and known for most regions, which are old, which are thin."""

from collections import defaultdict
from datetime import UTC, datetime

from components.charts.quality import Group
from components.charts.quality import quality as quality_chart
from components.exhibit import Exhibit, SourceNote
from components.html.markup import lead, paragraph
from components.html.tables import Cell, CellLink, Column, table
from components.rows import rows_of
from models.catalogue import Catalogue
from models.comparison.quality import FULL, Quality, Status, by_status, quality
from models.figures.observations import Figures
from models.keeping import kept
from pages import choices
from pages.exhibits.looked_at import Context

_OLDEST = 10  # years; older ones stand with it
# What each status is called over its list (bokmål msgids, with the number of indicators in it).
_TITLES: dict[Status, str] = {
    "good": "Nye tall som de fleste har ({n})",
    "old": "Gamle tall ({n})",
    "thin": "Tall som mange mangler ({n})",
    "old_and_thin": "Gamle tall som mange mangler ({n})",
    "none": "Uten tall for {name} ({n})",
}


@kept(64)
def _every(figures: Figures, catalogue: Catalogue, focus: str, peers: tuple[str, ...], now: int) -> tuple[Quality, ...]:
    return tuple(
        quality(figures, catalogue, indicator, focus, peers, now)
        for indicator in catalogue.indicators.values()
        if indicator.role != "series" and indicator.scope == "europe"
    )


def _groups(context: Context, every: list[Quality]) -> list[Group]:
    at: dict[tuple[int, int, bool], list[str]] = defaultdict(list)
    for one in every:
        if one.age is not None:
            place = (min(max(one.age, 0), _OLDEST), round(10 * one.share) * 10, one.status == "good")
            at[place].append(context.say.of(one.indicator.short))
    return [Group(age, share, names, trusted) for (age, share, trusted), names in sorted(at.items())]


def _alt(context: Context, groups: list[Group]) -> str:
    """The chart in words."""
    say = context.say
    listed = [
        say.count(
            "{n} indikator: {age} år, {share} prosent",
            "{n} indikatorer: {age} år, {share} prosent",
            len(group.names),
            age=group.age,
            share=group.share,
        )
        for group in groups
    ]
    return f"{say('Alder og dekning')}. {'; '.join(listed)}."


def _chart(context: Context, every: list[Quality]) -> None:
    say = context.say
    known = [one for one in every if one.age is not None]
    good = sum(one.status == "good" for one in known)
    groups = _groups(context, every)
    cells: list[list[Cell]] = [
        [
            CellLink(say.of(one.indicator.title), context.at("tallene", indicator=one.indicator.id).address),
            one.coverage.newest[:4],
            say.number(one.age or 0),
            say.number(one.indicator.max_age),
            say.quantity(100 * one.share, 0, "%"),
        ]
        for one in sorted(known, key=lambda q: (-(q.age or 0), q.share))
    ]
    measure = say(
        "Fylt sirkel: nye nok, og minst {share} prosent av regionene har dem. I sirkelen står antall indikatorer.",
        share=round(100 * FULL),
    )
    context.page.exhibit(
        Exhibit(
            key="quality",
            finding=say("{n} av {count} tall er nye nok og finnes for de fleste", n=good, count=len(known)),
            measure=measure,
            figure=quality_chart(
                groups,
                _OLDEST,
                context.colours,
                {
                    "age": say("År siden nyeste tall for {name}", name=context.name(context.focus)),
                    "share": say("Andel av sammenligningsregionene som har det"),
                    "percent": say.quantity(0, 0, "%")[1:],
                    "more": say("… og {n} flere"),
                },
            )
            if groups
            else None,
            alt=_alt(context, groups) if groups else say("Ingen tall."),
            source=SourceNote(
                publisher=say.listing(sorted({one.indicator.publisher for one in known})),
                datasets=[(say.count("{n} indikator", "{n} indikatorer", len(known)), "")],
                years=say("alle år"),
                derived=True,
            ),
            table=table(
                [
                    Column(say("Indikator")),
                    Column(say("Nyeste år"), numeric=True),
                    Column(say("Alder"), numeric=True),
                    Column(say("Grense"), numeric=True),
                    Column(say("Har tallet"), numeric=True),
                ],
                cells,
                measure,
            ),
            rows=rows_of(
                ["indicator", "newest", "age", "age_limit", "coverage", "quality"],
                [(q.indicator.id, q.coverage.newest, q.age, q.indicator.max_age, q.share, q.status) for q in every],
            ),
            file_name="osloregionen-kvalitet",
            notices=[say("Hver indikator har sin egen grense for når tallet er gammelt.")],
        ),
    )


def _lists(context: Context, every: list[Quality]) -> None:
    say = context.say
    columns = [
        Column(say("Indikator")),
        Column(say("Nyeste år"), numeric=True),
        Column(say("Har tallet"), numeric=True),
        Column(say("Mangler")),
    ]
    for status, rated in by_status(every).items():
        if not rated:
            continue
        rows: list[list[Cell]] = [
            [
                CellLink(say.of(one.indicator.title), context.at("tallene", indicator=one.indicator.id).address),
                one.coverage.newest[:4] if one.age is not None else "–",
                f"{one.coverage.peers_newest}/{one.coverage.peers}" if one.coverage.newest else "–",
                say.listing([context.name(code, short=True) for code in one.coverage.missing[:6]])
                + (" …" if len(one.coverage.missing) > 6 else ""),
            ]
            for one in sorted(rated, key=lambda q: say.sort_key(say.of(q.indicator.title)))
        ]
        title = say(_TITLES[status], n=len(rated), name=context.name(context.focus))
        with context.page.fold(title):
            context.page.html(table(columns, rows, title))


def render(context: Context) -> None:
    """Draw the page."""
    say, catalogue = context.say, context.catalogue
    context.page.html(
        lead(say("Kan du stole på tallene?"))
        + paragraph(say("Et godt tall er nytt nok og finnes for de fleste regionene du sammenligner med."), "measure")
    )
    with context.row("quality"):
        choices.theme_filter(context)
        choices.peer_filter(context)
    theme, now = context.view.option("theme"), datetime.now(UTC).year
    every = [
        one
        for one in _every(context.figures, catalogue, context.focus, context.peers, now)
        if theme in (choices.ALL, one.indicator.theme)
    ]
    _chart(context, every)
    _lists(context, every)
