"""A strategy's progress, read once a view and release, and how its figures are put into words."""

from collections.abc import Iterable

from markupsafe import Markup

from components.charts.sparkline import SharedYears, picture, sparkline
from components.html.cards import figure_rank
from components.html.strategy_rows import FigureRow, Verdict
from components.rows import Rows, rows_of
from components.words import alternatives, judgements
from models.catalogue import Catalogue, Indicator
from models.catalogue.strategy import Strategy
from models.change.own_change import OwnChange
from models.change.told import ToldChange
from models.figures.observations import Figures
from models.keeping import kept
from models.strategy.progress import Progress, ProgressTally, progress
from models.strategy.readings import Lacking, StrategyFigure
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context
from pages.exhibits.told import amount, series
from pages.known import releases

BEFORE = 6  # years before the strategy that its small charts begin


def read(context: Context, *, whole: bool) -> Progress:
    """The chosen strategy with its figures; `whole` for those beyond the leading ones too."""
    strategy = context.catalogue.strategies[context.view.option("strategy")]
    release = releases.figures(context.view.release)
    return _read(release, context.catalogue, strategy, context.focus, context.peers, whole)


def _asked(
    release: Figures, _catalogue: Catalogue, strategy: Strategy, focus: str, peers: tuple[str, ...], whole: bool
) -> tuple[object, ...]:
    return release.release, strategy.id, focus, peers, whole


@kept(32, key=_asked)
def _read(
    release: Figures, catalogue: Catalogue, strategy: Strategy, focus: str, peers: tuple[str, ...], whole: bool
) -> Progress:
    return progress(release, catalogue, strategy, focus, peers, whole=whole)


def axis(strategy: Strategy, shown: Iterable[StrategyFigure]) -> SharedYears:
    """The years of all small charts of the page: some before the strategy, up to the newest figure shown."""
    first, last = strategy.valid_from.year, strategy.valid_to.year
    newest = max((int(reading.line.points.index[-1]) for reading in shown), default=last)
    return SharedYears(first - BEFORE, max(newest, first), (first, last))


def figure_row(context: Context, reading: StrategyFigure, shared: SharedYears) -> FigureRow:
    """A figure as a row: the newest value, the place, the years, the change."""
    say, indicator = context.say, reading.indicator
    warnings = []
    if reading.dated:
        warnings.append(say("fra før strategien"))
    if reading.later and indicator.unusual_reason(reading.later):
        warnings.append(say("{year} er utelatt (pandemi)", year=reading.later))
    elif reading.later:
        warnings.append(say("få andre har tall for {year}", year=reading.later))
    elif indicator.unusual_reason(reading.period):
        warnings.append(say("pandemiår"))
    return FigureRow(
        title=say.of(indicator.title),
        short=say.of(indicator.short),
        address=context.at(context.catalogue.themes[indicator.theme].slug, indicator=indicator.id).address,
        publisher=indicator.publisher,
        datasets=list(context.catalogue.dataset_links(indicator)),
        value=quantity(context, indicator, reading.value),
        year=f"{reading.period} ({reading.flag})" if reading.flag else reading.period,
        warnings=warnings,
        place=_place(context, indicator, reading),
        picture=_years(context, reading, shared),
        change=_change(context, reading),
    )


def _years(context: Context, reading: StrategyFigure, shared: SharedYears) -> Markup:
    """The region's years beside the peers' middle, small."""
    say, indicator, points = context.say, reading.indicator, reading.line.points["value"]
    own = [(int(year), float(value)) for year, value in points.items()]
    middle = [(int(year), float(value)) for year, value in reading.trend.band["median"].items()]
    svg = sparkline(
        own,
        middle,
        shared,
        context.colours,
        breaks=reading.line.breaks,
        unusual=[year for year, _, _ in reading.trend.unusual],
    )
    told = [(context.label(context.focus), *point) for point in own if point[0] >= shared.first]
    told += [(say("Midten"), *point) for point in middle[-1:]]
    words = [(name, str(year), quantity(context, indicator, value)) for name, year, value in told]
    return picture(svg, alternatives.trend_alt(say, say.of(indicator.title), words))


def _place(context: Context, indicator: Indicator, reading: StrategyFigure) -> Verdict:
    """The place among the peers, and on which side of their middle."""
    say, place = context.say, reading.place
    if place is None:
        return Verdict("", say("ingen å sammenligne med"))
    middle = say("midt på lista: {value}", value=quantity(context, indicator, place.median))
    note = middle if place.call is None else f"{judgements.call_words(say, place.call).lower()}, {middle}"
    sign = {"better": "▲", "worse": "▼"}.get(place.verdict or "", "")
    return Verdict(figure_rank(place.rank, place.count, say), note, place.verdict or "neutral", sign)


def _change(context: Context, reading: StrategyFigure) -> Verdict:
    """How the figure has changed since the first year that can be compared with it."""
    say, told = context.say, reading.told
    change = told.change if told else None
    if told is None or change is None:
        return Verdict("", _why_no_change(context, reading))
    if change.kind == "same":
        return Verdict(say("Uendret"), say("siden {year}", year=change.first), sign="=")
    note = _since(context, told, change)
    if change.kind == "within_error":
        return Verdict(say("Ingen sikker endring"), note, sign="=")
    if change.kind == "unclear":
        return Verdict(say("Svinger"), note, sign="≈")
    if reading.verdict == "better":
        return Verdict(say("Bedre"), note, "better", "▲")
    if reading.verdict == "worse":
        return Verdict(say("Dårligere"), note, "worse", "▼")
    return Verdict(say("Opp"), note, sign="↗") if change.kind == "up" else Verdict(say("Ned"), note, sign="↘")


def _since(context: Context, told: ToldChange, change: OwnChange) -> str:
    """From what and when, and how much a year or why that is not said; by which series, where not by its own."""
    say = context.say
    values: dict[str, object] = {"before": amount(context, told, change.before), "year": change.first}
    if change.kind == "within_error":
        note = say("fra {before} i {year}, innenfor feilmarginen", **values)
    elif change.short:
        note = say("fra {before} i {year}, for få år til en trend", **values)
    elif change.kind == "unclear":
        note = say("fra {before} i {year}, uten klar retning", **values)
    else:
        sign = "+" if change.yearly > 0 else ""
        yearly = sign + amount(context, told, change.yearly, difference=True)
        note = say("fra {before} i {year}, {yearly} i året", **values, yearly=yearly)
    if told.by == "own":
        return note
    last = say("til {after} i {year}", after=amount(context, told, change.after), year=change.last)
    return f"{series(context, told)}: {note} {last}"


def _why_no_change(context: Context, reading: StrategyFigure) -> str:
    say, told = context.say, reading.told
    if told is None:
        return say("i løpende priser, som stiger av seg selv")
    match told.comparable.why:
        case "break":
            return say("brudd i serien i {year}", year=told.comparable.broken)
        case "redefined":
            return say("definisjonen endret i {year}", year=told.comparable.broken)
        case "unusual":
            return say("tidligere år er pandemiår")
        case "unreliable":
            return say("for usikkert til å sammenligne")
        case _:
            return say("ingen tidligere år")


def reason(context: Context, lacking: Lacking) -> str:
    """Why there is no figure, in a few words."""
    say = context.say
    if lacking.why == "collector":
        return say("vi har ikke tallet ennå")
    if lacking.why == "spoken_for":
        return say("et annet tall forteller det samme")
    if lacking.why == "municipal":
        return say("bare for kommuner og fylker")
    if lacking.why == "older_territory":
        return say("bare for et eldre område")
    return say("ikke publisert")


def stands(context: Context, counted: ProgressTally) -> str:
    """ "2 foran, 3 bak": a dash where no figure has a good side."""
    if counted.ahead + counted.behind == 0:
        return "–"
    return context.say("{ahead} foran, {behind} bak", ahead=counted.ahead, behind=counted.behind)


def changed(context: Context, counted: ProgressTally) -> str:
    """ "1 bedre, 0 dårligere": a dash where nothing can be said."""
    if counted.better + counted.worse == 0:
        return "–"
    return context.say("{better} bedre, {worse} dårligere", better=counted.better, worse=counted.worse)


def place_in_words(context: Context, reading: StrategyFigure) -> str:
    """The place on one line: "nr. 4 av 12"."""
    return _place(context, reading.indicator, reading).word or "–"


def change_in_words(context: Context, reading: StrategyFigure) -> str:
    """The change on one line: "▲ Bedre, fra 6,2 % i 2022"."""
    verdict = _change(context, reading)
    return f"{verdict.sign} {verdict.word}, {verdict.note}" if verdict.word else verdict.note


def legend(context: Context) -> str:
    """How the small charts and the columns are read."""
    return context.say(
        "Tykk blå strek: {name}. Tynn grå strek: midten av sammenligningsregionene. Grått felt: strategiperioden. "
        "Avbrutt strek: brudd i serien. Hul prikk: pandemiår.",
        name=context.name(context.focus),
    )


def years_rows(region: str, readings: Iterable[StrategyFigure]) -> Rows:
    """The region's figures with the years before them: what the small charts draw."""
    return rows_of(
        ["indicator", "region", "period", "value", "flag"],
        [
            (reading.indicator.id, region, str(year), point["value"], point["flag"])
            for reading in readings
            for year, point in reading.line.points.iterrows()
        ],
    )
