"""How pages speak of figures: values with units, years, sources with links, addresses of views."""

from collections.abc import Iterable
from math import isnan

from markupsafe import Markup

from components.exhibit import SourceNote
from components.html.markup import links
from components.words import quantities
from components.words.flags import flag_words, flags_explained
from components.words.wording import within
from models.catalogue import Indicator
from models.comparison.one_year import Comparison
from pages.exhibits.looked_at import Context

_FINEST = 6  # decimals


def unit_suffix(context: Context, indicator: Indicator, *, difference: bool = False) -> str:
    """What follows a figure; a difference of percentages is in percentage points."""
    return quantities.unit_suffix(context.say, context.catalogue, indicator, difference=difference)


def quantity(context: Context, indicator: Indicator, value: float, *, difference: bool = False) -> str:
    """A figure with its unit in the reader's language; a difference of percentages is in percentage points."""
    return quantities.quantity(context.say, context.catalogue, indicator, value, difference=difference)


def value_only(context: Context, indicator: Indicator, value: float) -> str:
    """A figure without its unit, which stands in the heading; the per cent sign is kept."""
    suffix = unit_suffix(context, indicator)
    return context.say.quantity(value, indicator.decimals, suffix if suffix == "%" else "")


def then_and_now(
    context: Context, indicator: Indicator, old: tuple[float | None, str], new: tuple[float | None, str]
) -> tuple[str, str]:
    """A figure as it was and as it is, each with its unit and what its flags mean: "5,1 % (foreløpig tall)".

    A revision too small for the usual decimals gets as many more as it takes; a dash stands for none.
    """
    suffix, (before, _), (after, _) = unit_suffix(context, indicator), old, new
    decimals = indicator.decimals
    if before is not None and after is not None and abs(before - after) > 0:
        while decimals < _FINEST and context.say.number(before, decimals) == context.say.number(after, decimals):
            decimals += 1

    def text(value: float | None, flag: str) -> str:
        if value is None or isnan(value):
            return "–"
        words = flag_words(flag, context.say)
        return context.say.quantity(value, decimals, suffix) + (f" ({words})" if words else "")

    return text(*old), text(*new)


def unit_title(context: Context, indicator: Indicator) -> str:
    """The unit in words."""
    return context.say.of(context.catalogue.units[indicator.unit].title)


def unit_notices(context: Context, indicators: Iterable[Indicator]) -> list[str]:
    """What a reader must be told about the units that follow the figures, each once."""
    notes = [context.catalogue.units[indicator.unit].note for indicator in indicators]
    return list(dict.fromkeys(context.say.of(note) for note in notes if note))


def asked_name(context: Context, indicator: Indicator, region: str) -> str:
    """The city of a region whose residents were asked; empty for what is measured in the region."""
    city = context.catalogue.cities.get(region) if indicator.asked else None
    return context.say.of(city) if city else ""


def place_name(context: Context, indicator: Indicator, region: str) -> str:
    """A region standing alone in a table or chart; the city where residents of it were asked."""
    return asked_name(context, indicator, region) or context.label(region, short=True)


def span(periods: list[str]) -> str:
    """The years that occur: "2020–2025"; one year alone."""
    years = sorted({part for period in periods for part in period.replace("–", " ").split()})
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def indicator_source(context: Context, indicator: Indicator, years: str) -> SourceNote:
    """The source of an indicator's figures, for the line under a chart."""
    return SourceNote(
        publisher=indicator.publisher,
        datasets=list(context.catalogue.dataset_links(indicator)),
        years=context.say("tall for {years}", years=indicator.years_of(years)),
        derived=bool(indicator.derivation) and indicator.asked is None,
    )


def figure_source(context: Context, indicator: Indicator, period: str) -> Markup:
    """Year or years, publisher and linked data sets of one figure, as HTML."""
    say, codes = context.say, links(context.catalogue.dataset_links(indicator))
    mean = "–" in period
    told = indicator.years_of(period)
    years = say("Snitt av tall for {years}.", years=period) if mean else say("Tall for {year}.", year=told)
    return Markup("%s %s (%s)") % (years, indicator.publisher, codes)


def gap_words(context: Context, comparison: Comparison) -> str:
    """The distance to the middle of the others with a figure, which is told where they are too few for a place.

    "" where nobody else has one.
    """
    say, others, gap = context.say, len(comparison.rows) - 1, comparison.shown_gap
    if gap is None or others < 1:
        return ""
    distance = quantity(context, comparison.indicator, abs(gap), difference=True)
    if comparison.within_error or distance == quantity(context, comparison.indicator, 0.0, difference=True):
        return say.count("om lag som den andre", "om lag som midten av {n} andre", others)
    if gap > 0:
        return say.count("{gap} over den andre", "{gap} over midten av {n} andre", others, gap=distance)
    return say.count("{gap} under den andre", "{gap} under midten av {n} andre", others, gap=distance)


def file_name(indicator: Indicator, what: str) -> str:
    """Name of the files with an exhibit's figures, without ending."""
    return f"osloregionen-{indicator.id.replace('_', '-')}-{what}"


def measure_line(context: Context, indicator: Indicator, years: str) -> str:
    """What is measured, in which unit, and for which years."""
    title, unit, years = context.say.of(indicator.title), unit_title(context, indicator), indicator.years_of(years)
    return f"{title}, {years}" if unit in within(title) else f"{title}, {unit}, {years}"


def flag_notices(context: Context, flags: list[str], *, starred: bool = False) -> list[str]:
    """What the flags that occur mean, or a star that stands for them; nothing where there are none."""
    explained = flags_explained(flags, context.say)
    words = "* Merknad fra utgiveren: {flags}." if starred else "Merknader: {flags}."
    return [context.say(words, flags=explained)] if explained else []
