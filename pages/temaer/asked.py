"""What residents of a city answered, beside what is measured in its region: told apart, and never in a score."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from components.exhibit import Exhibit, SourceNote
from components.html.cards import Range, figure_rank, range_body
from components.html.markup import way
from components.html.tables import Cell, Column, table
from models.asked import SurveyAnswers, answers
from models.change.comparable import year_told
from models.comparison.one_year import Comparison, compare
from pages.exhibits.describe import gap_words, place_name, quantity, span
from pages.exhibits.kept import same_for_all_choices
from pages.exhibits.looked_at import Context
from pages.temaer.compared import as_published


def _share(context: Context, answer: SurveyAnswers) -> str:
    """A share with its margin: "89 % ± 2"."""
    share = quantity(context, answer.indicator, answer.comparison.value or 0.0)
    return f"{share} ± {context.say.number(answer.margin)}"


def _place(context: Context, answer: SurveyAnswers) -> str:
    """The places that the sample leaves, among the cities that were asked."""
    say, (low, high) = context.say, answer.places
    count = len(answer.comparison.rows)
    if low == high:
        return say("nr. {rank} av {count} byer", rank=low, count=count)
    return say("nr. {low}–{high} av {count} byer", low=low, high=high, count=count)


def _drawn(context: Context, answer: SurveyAnswers) -> Range:
    rows = answer.comparison.rows["value"]
    low, high = float(rows.min()), float(rows.max())
    span_of = (high - low) or 1.0

    def end(code: str) -> str:
        return f"{place_name(context, answer.indicator, code)} {quantity(context, answer.indicator, float(rows[code]))}"

    return Range(
        (float(rows[context.focus]) - low) / span_of,
        [(float(v) - low) / span_of for code, v in rows.items() if code != context.focus],
        ((answer.comparison.median or low) - low) / span_of,
        end(str(rows.index[-1])),
        end(str(rows.index[0])),
    )


def _measured(context: Context, answer: SurveyAnswers) -> list[tuple[Comparison, str]]:
    """The region's own figures on the same matter, each in words."""
    measured = []
    for name in answer.beside:
        indicator = context.catalogue.indicators[name]
        year = year_told(
            context.figures, indicator, context.catalogue.default_lens.id, context.catalogue.reference_regions
        )
        tolerance = context.catalogue.rules.year_tolerance
        asked = (context.figures, indicator, year, context.focus, context.peers, tolerance, context.catalogue)
        comparison = compare(*asked)
        if comparison.value is None:
            continue
        words = context.say(
            "{title}: {value} ({year})",
            title=context.say.of(indicator.title),
            value=quantity(context, indicator, comparison.value),
            year=indicator.years_of(year),
        )
        if comparison.rank is not None and len(comparison.rows) > 1 and indicator.direction != "none":
            place = figure_rank(comparison.rank, len(comparison.rows), context.say)
            words += f", {place or gap_words(context, comparison)}"
        measured.append((comparison, words))
    return measured


def _card(context: Context, answer: SurveyAnswers) -> Markup:
    say, indicator = context.say, answer.indicator
    asked = indicator.asked
    title = say.of(asked.question) if asked else say.of(indicator.title)
    theme = context.catalogue.themes[indicator.theme]
    address = context.at(theme.slug, indicator=indicator.id).address
    body = range_body(
        value=_share(context, answer),
        badge=_place(context, answer),
        year=answer.comparison.period,
        drawn=_drawn(context, answer),
    )
    measured = _measured(context, answer)
    beside = ""
    if measured:
        label = escape(say("Målt i hele regionen"))
        listed = Markup().join((Markup("<li>%s</li>") % (words,) for _, words in measured))
        beside = Markup('<div class="measured"><p class="note"><b>%s</b></p><ul class="note">%s</ul></div>') % (
            label,
            listed,
        )
    key = f"st-key-figure-{indicator.id}"
    return Markup('<article class="%s"><p class="way">%s</p>%s%s</article>') % (key, way(title, address), body, beside)


def _finding(context: Context, given: Sequence[SurveyAnswers], city: str) -> str:
    above = sum(answer.side > 0 for answer in given)
    below = sum(answer.side < 0 for answer in given)
    if not above and not below:
        return context.say("{city} er verken klart over eller klart under midten av byene på noe spørsmål", city=city)
    return context.say(
        "{city} er klart over midten av byene på {above} av {count} spørsmål og klart under på {below}",
        city=city,
        above=above,
        below=below,
        count=len(given),
    )


@same_for_all_choices()
def _exhibit(context: Context, given: Sequence[SurveyAnswers], city: str) -> Exhibit:
    say = context.say
    years = span([answer.comparison.period for answer in given])
    measure = say(
        "Andelen som svarte positivt blant innbyggere i byen, {years}. ± er feilmarginen (95 %). Strek: midten av "
        "byene, prikk: {city}",
        years=years,
        city=city,
    )
    cells: list[list[Cell]] = [
        [
            say.of(answer.indicator.title),
            answer.comparison.period,
            _share(context, answer),
            _place(context, answer),
            quantity(context, answer.indicator, answer.comparison.median or 0.0),
            "; ".join(words for _, words in _measured(context, answer)) or "–",
        ]
        for answer in given
    ]
    columns = [
        Column(say("Spørsmål")),
        Column(say("År"), numeric=True),
        Column(city, numeric=True),
        Column(say("Plassering")),
        Column(say("Midtbyen"), numeric=True),
        Column(say("Målt i hele regionen")),
    ]
    samples = sorted({answer.indicator.asked.interviews for answer in given if answer.indicator.asked})
    notices = [
        say(
            "Svarene er fra et utvalg i hver by, regnet som {count} personer, ikke fra hele regionen, og gir aldri "
            "poeng. Forskjeller innenfor feilmarginen er ingen forskjell; plassen er derfor ofte et spenn.",
            count=say.listing([say.number(n) for n in samples]),
        )
    ]
    without = [code for code in context.peers if all(code not in answer.comparison.rows.index for answer in given)]
    if without:
        names = say.listing([context.name(code, short=True) for code in without])
        notices.append(say("Ingen by der er spurt: {names}.", names=names))
    codes = sorted({link for answer in given for link in context.catalogue.dataset_links(answer.indicator)})
    return Exhibit(
        key="answers",
        finding=_finding(context, given, city),
        measure=measure,
        figure=None,
        alt="",
        source=SourceNote(
            publisher=say.listing(sorted({answer.indicator.publisher for answer in given})),
            datasets=codes,
            years=say("tall for {years}", years=years),
            derived=False,
        ),
        table=table(columns, cells, measure),
        rows=as_published(answer.comparison for answer in given),
        file_name=f"osloregionen-{context.spec.slug}-svar",
        notices=notices,
        body=Markup('<div class="st-key-figures">%s</div>')
        % (Markup().join(_card(context, answer) for answer in given),),
    )


@same_for_all_choices()
def found_answers(context: Context, theme: str) -> tuple[SurveyAnswers, ...]:
    """The questions of a theme that residents of Osloregionen's city were asked."""
    return answers(context.figures, context.catalogue, theme, context.focus, context.peers)


def show_answers(context: Context, given: Sequence[SurveyAnswers]) -> None:
    """Draw the answers, each beside the region's own figures on the same matter."""
    city = context.say.of(context.catalogue.cities[context.focus])
    context.page.exhibit(_exhibit(context, given, city))
