"""Sub-regions beside each other: growth of the population, jobs where people live, commuting into Oslo."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from components.charts.ranking import Bar, ranking
from components.exhibit import Exhibit, SourceNote
from components.html.tables import Column, table
from components.rows import rows_of
from components.words import alternatives, inside
from components.words.text import Speaker
from models.inside.subregion_profiles import SubregionProfile
from models.inside.subregions import Sums
from pages.exhibits.looked_at import Context
from pages.regionen.view import Inside, is_oslo, legend, name, quotable, source


@dataclass(frozen=True)
class Measure:
    """A figure by which sub-regions are put in order.

    Attributes:
        key: of the exhibit and its file.
        finding: what the figures show, in a language.
        years: what the figures are for.
        value: the figure of a sub-region; None where it is missing.
        unit: of the figure, as a message.
        base: the figure from which bars run to either side.
        words: the figure as text.
        detail: what else to say of a sub-region, beside the bar's end in brackets and in the hover text.
        columns: headings and texts of the table's further columns.
    """

    key: str
    finding: Callable[[Speaker], str]
    years: str
    title: str
    value: Callable[[SubregionProfile], float | None]
    words: Callable[[float], str]
    detail: Callable[[SubregionProfile], str]
    columns: Sequence[tuple[str, Callable[[SubregionProfile], str]]]
    source: SourceNote
    unit: str
    notices: Sequence[str] = ()
    base: float = 0.0


def _kind(shown: Inside, profile: SubregionProfile) -> str:
    if profile.part.id == "all":
        return "focus"
    if profile.part.id == shown.marked:
        return "marked"
    return "peer" if profile.part.within else "reference"


def show_measure(context: Context, shown: Inside, measure: Measure, profiles: Sequence[SubregionProfile]) -> None:
    """A bar a sub-region, the highest first; those without the figure are named."""
    say = context.say
    known = [(value, profile) for profile in profiles if (value := measure.value(profile)) is not None]
    known.sort(key=lambda pair: -pair[0])
    notices = list(measure.notices)
    if unknown := [profile for profile in profiles if measure.value(profile) is None]:
        named = say.listing([name(context, profile) for profile in unknown])
        notices.append(say("Ikke vist, fordi tall for en eller flere kommuner mangler: {names}.", names=named))
    bars = [
        Bar(
            name=name(context, profile),
            value=value - measure.base,
            label=measure.words(value),
            hover=f"{measure.words(value)}<br>{measure.detail(profile)}",
            kind=_kind(shown, profile),
        )
        for value, profile in known
    ]
    cells = [
        [name(context, p), measure.words(value), *(words(p) for _, words in measure.columns)] for value, p in known
    ]
    rows = [(p.part.id, name(context, p), p.part.within, value) for value, p in known]
    context.page.exhibit(
        Exhibit(
            key=measure.key,
            finding=measure.finding(say),
            measure=f"{measure.title}. {legend(context, profiles)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=alternatives.ranking_alt(say, measure.title, [(row[0], row[1]) for row in cells])
            if bars
            else say("Ingen av delregionene har tall."),
            source=measure.source,
            table=table(
                [
                    Column(say("Delregion")),
                    Column(say("Verdi"), numeric=True),
                    *(Column(title, numeric=True) for title, _ in measure.columns),
                ],
                cells,
                measure.title,
                [n for n, (_, p) in enumerate(known) if _kind(shown, p) in ("focus", "marked")],
            ),
            rows=rows_of(["part", "name", "within", "value"], rows, value=measure.unit),
            file_name=f"osloregionen-delregioner-{measure.key}",
            notices=notices,
            claims=quotable(context, measure.finding, measure.source, measure.years) if bars else (),
        ),
    )


def _count(context: Context) -> Callable[[float | None], str]:
    return lambda value: "–" if value is None else context.say.number(value)


def renumbered_notice(say: Speaker, sums: Sums) -> list[str]:
    """From when on a series stands under the municipalities' new numbers; nothing where it does not."""
    if not sums.renumbered:
        return []
    year = sums.renumbered[0]
    return [say("Fra {year} står tallene under kommunenes nye numre. Områdene er de samme.", year=year)]


def show_growth(context: Context, shown: Inside) -> None:
    """Growth of the population since the year chosen."""
    say, count, end = context.say, _count(context), shown.whole.year or shown.whole.since
    since, indicators = shown.whole.since, context.catalogue.indicators
    county, shared = shown.level == "county", shown.numbers.population.years[-1]
    best = shown.best(lambda p: p.growth)
    show_measure(
        context,
        shown,
        Measure(
            key="growth",
            unit="prosent",
            finding=lambda say: inside.growth(say, best, since, end),
            years=f"{since}–{end}",
            title=say("Vekst i folketallet, prosent, {since}–{end}", since=since, end=end),
            value=lambda p: p.growth,
            words=lambda v: inside.signed(say, v, 1, ""),
            detail=lambda p: say(
                "{people} innbyggere, endring {added}",
                people=count(p.population),
                added=inside.signed(say, p.added or 0.0, 0, ""),
            ),
            columns=[
                (say("Folketall {year}", year=since), lambda p: count(p.people.get(p.since))),
                (say("Folketall {year}", year=end), lambda p: count(p.population)),
            ],
            source=source(
                context,
                [indicators["population"], *([indicators["population_total"]] if county else [])],
                f"{since}–{end}",
            ),
            notices=[
                say("Til {year} er tallene fra SSB, deretter fra Eurostat. For {year} er de to like.", year=shared)
                if county
                else say("Kommunetallene slutter i {year}. Velg fylker for nyere tall.", year=end),
                *renumbered_notice(say, shown.numbers.population),
            ],
        ),
        (*shown.profiles, shown.whole),
    )


def show_jobs(context: Context, shown: Inside) -> None:
    """Jobs per 100 employed residents."""
    say, count, year = context.say, _count(context), shown.work_years[1]
    indicators = context.catalogue.indicators
    title = say("Arbeidsplasser per 100 sysselsatte som bor der, {year}", year=year)
    show_measure(
        context,
        shown,
        Measure(
            key="jobs",
            unit="arbeidsplasser per 100 sysselsatte",
            finding=lambda say: inside.jobs(
                say, shown.within, context.catalogue.region_name(context.focus, say.language)
            ),
            years=str(year),
            title=title,
            value=lambda p: p.job_ratio,
            words=lambda v: say.number(v),
            detail=lambda p: say(
                "{jobs} arbeidsplasser, {residents} sysselsatte innbyggere",
                jobs=count(p.jobs.value),
                residents=count(p.residents.value),
            ),
            columns=[
                (say("Arbeidsplasser"), lambda p: count(p.jobs.value)),
                (say("Sysselsatte innbyggere"), lambda p: count(p.residents.value)),
            ],
            source=source(
                context, [indicators["employed_by_workplace"], indicators["employed_by_residence"]], str(year)
            ),
            notices=[
                say("Søylene går fra 100. Over 100: flere kommer hit for å arbeide enn de som reiser ut for å arbeide.")
            ],
            base=100.0,
        ),
        (*shown.profiles, shown.whole),
    )


def show_commuting(context: Context, shown: Inside) -> None:
    """The share of employed residents who work in Oslo; Oslo itself is left out."""
    say, count, (before, year) = context.say, _count(context), shown.work_years
    indicators = context.catalogue.indicators
    outside = [profile for profile in shown.profiles if not is_oslo(profile)]
    best = shown.best(lambda p: None if is_oslo(p) else p.oslo_share)

    def earlier(profile: SubregionProfile) -> str:
        share = profile.oslo_share_before
        return "–" if share is None else say.quantity(share, 1, "%")

    show_measure(
        context,
        shown,
        Measure(
            key="commuting",
            unit="prosent",
            finding=lambda say: inside.commuting(say, best, year),
            years=str(year),
            title=say("Sysselsatte som arbeider i Oslo, prosent av dem som bor i delregionen, {year}", year=year),
            value=lambda p: p.oslo_share,
            words=lambda v: say.number(v, 1),
            detail=lambda p: say(
                "{people} arbeider i Oslo; {earlier} i {year}",
                people=count(p.to_oslo.value),
                earlier=earlier(p),
                year=before,
            ),
            columns=[
                (say("Arbeider i Oslo"), lambda p: count(p.to_oslo.value)),
                (say("Andel i {year}", year=before), earlier),
            ],
            source=source(context, [indicators["works_in_oslo"], indicators["employed_by_residence"]], str(year)),
            notices=[
                say("Arbeidsstedet er der jobben er registrert; hjemmekontor vises ikke."),
                *(
                    say("Tallene for {year} har andre kommunegrenser og er ikke tatt med.", year=older)
                    for older in shown.numbers.to_oslo.older
                ),
            ],
        ),
        outside,
    )
