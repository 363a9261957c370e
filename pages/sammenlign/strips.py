"""The strips of one theme on the scorecard, as an exhibit."""

from dataclasses import dataclass
from datetime import UTC, datetime

from components.charts.scorecard import ScorecardRow, StripDot, scorecard
from components.exhibit import Exhibit, SourceNote
from components.html.cards import rank_words
from components.html.tables import Cell, CellLink, Column, Links, table
from components.rows import rows_of
from components.words import comparing
from components.words.flags import flags_explained
from models.catalogue import Theme
from models.comparison.scorecard import Strip
from pages.exhibits.claims import strip_claims
from pages.exhibits.describe import quantity, span, unit_notices
from pages.exhibits.looked_at import Context


@dataclass(frozen=True)
class Pair:
    """A region, the one set beside it if any, and the strips that they stand on."""

    focus: str
    other: str | None
    strips: tuple[Strip, ...]


def _dated(context: Context, strip: Strip) -> str:
    """The year of the focus region's figure; an old one says so."""
    year = strip.periods[context.focus]
    age = datetime.now(UTC).year - int(year[:4])
    return context.say("{year}, gammelt", year=year) if age > strip.indicator.max_age else year


def _row(context: Context, strip: Strip, other: str | None) -> ScorecardRow:
    """A strip for the chart; a second region's year stands at its figure only where it is another."""
    focus, indicator = context.focus, strip.indicator

    def dot(code: str, label: str) -> StripDot:
        return StripDot(strip.position(strip.values[code]), label)

    def figure(code: str) -> str:
        return quantity(context, indicator, strip.values[code])

    second = None
    if other in strip.values:
        year = strip.periods[other]
        name = context.label(other, short=True)
        second = dot(other, f"{name} {figure(other)}" + (f" ({year})" if year != strip.periods[focus] else ""))
    return ScorecardRow(
        name=context.say.of(indicator.short),
        place=rank_words(strip.places[focus], strip.count, context.say),
        focus=dot(focus, f"{figure(focus)} ({_dated(context, strip)})"),
        other=second,
        peers=[
            dot(code, f"<b>{context.label(code, short=True)}</b><br>{figure(code)}")
            for code in strip.values
            if code not in (focus, other)
        ],
        median=strip.position(strip.median),
    )


def _cells(context: Context, strip: Strip, other: str | None) -> list[Cell]:
    say, indicator = context.say, strip.indicator
    cells: list[Cell] = [
        CellLink(
            say.of(indicator.title),
            context.at(context.catalogue.themes[indicator.theme].slug, indicator=indicator.id).address,
        ),
        strip.periods[context.focus],
        quantity(context, indicator, strip.values[context.focus]),
        rank_words(strip.places[context.focus], strip.count, say),
    ]
    if other:
        known = other in strip.values
        cells.append(quantity(context, indicator, strip.values[other]) if known else "–")
        cells.append(rank_words(strip.places[other], strip.count, say) if known else "–")
    return [*cells, quantity(context, indicator, strip.median), Links(list(context.catalogue.dataset_links(indicator)))]


def _words(cells: list[Cell]) -> list[str]:
    """The cells of a row as plain words, without its source."""
    return [cell.text if isinstance(cell, CellLink) else str(cell) for cell in cells[:-1]]


def _columns(context: Context, other: str | None) -> list[Column]:
    say = context.say
    columns = [Column(say("Indikator")), Column(say("År"), numeric=True)]
    for code in [context.focus, other] if other else [context.focus]:
        columns += [Column(context.label(code, short=True), numeric=True), Column(say("Plassering"))]
    return [*columns, Column(say("Midt på lista"), numeric=True), Column(say("Kilde"))]


def show_strips(context: Context, theme: Theme, pair: Pair) -> None:
    """Draw a theme's strips, the strongest on top."""
    say, strips, other = context.say, pair.strips, pair.other
    theirs = context.name(other) if other else ""
    years = span([s.periods[context.focus] for s in strips])
    own = context.label(context.focus, short=True)
    key = (
        say(
            "● {name}, ◆ {other}, grå: de andre, strek: midt på lista", name=own, other=context.label(other, short=True)
        )
        if other
        else say("● {name}, grå: de andre, strek: midt på lista", name=own)
    )
    indicators = [s.indicator for s in strips]
    figures = [
        (s.indicator.id, code, str(row.period), float(row.value), str(row.flag), s.places[code])
        for s in strips
        for code, row in ((str(r.Index), r) for r in s.comparison.rows.itertuples())
    ]
    flags = [str(flag) for s in strips for flag in s.comparison.rows["flag"]]
    explained = flags_explained(flags, say)
    cells = [_cells(context, s, other) for s in strips]
    measure = say("{theme}, tall for {years}", theme=say.of(theme.title), years=years)
    source = SourceNote(
        publisher=say.listing(sorted({i.publisher for i in indicators})),
        datasets=[(say.count("{n} indikator", "{n} indikatorer", len(strips)), "")],
        years=say("tall for {years}", years=years),
        derived=any(i.derivation for i in indicators),
    )
    context.page.exhibit(
        Exhibit(
            key=f"strips-{theme.id}",
            finding=comparing.strips_finding(say, say.of(theme.title), theirs, strips, other),
            measure=key,
            figure=scorecard([_row(context, s, other) for s in strips], context.colours, say("dårligst"), say("best")),
            alt=comparing.strips_alt(say, measure, [_words(row) for row in cells]),
            source=source,
            claims=strip_claims(context, strips, other, source),
            table=table(_columns(context, other), cells, measure),
            rows=rows_of(["indicator", "region", "period", "value", "flag", "rank"], figures),
            file_name=f"osloregionen-{theme.slug}-{context.focus}{f'-{other}' if other else ''}",
            notices=[
                *unit_notices(context, indicators),
                *([say("Merknader i CSV-fila: {flags}.", flags=explained)] if explained else []),
            ],
        ),
    )
