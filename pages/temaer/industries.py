"""The industries of a region, on the page of clusters: a profile without a score, and where its growth comes from."""

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd
import streamlit as st

from components import filters, findings, frame
from components.charts.industries import Industry, Part, contributions, profile
from components.markup import paragraph
from components.tables import Column, table
from components.wording import within
from models.catalogue import Catalogue
from models.catalogue.structure import Sectors
from models.clusters import LQ, ClusterError, Profile
from models.observations import Figures
from models.specialisation import change
from models.specialisation import profile as profile_of
from pages.context import Context
from pages.describe import link_here

_AXIS = (0.1, 0.25, 0.5, 1.0, LQ, 2.0, 3.0, 5.0)  # quotients that the axis may name


@dataclass(frozen=True, eq=False)
class _Industries:
    """The industries of a region by one set of figures: the first and the last year, and the change between them."""

    before: Profile
    now: Profile
    change: pd.DataFrame


@lru_cache(maxsize=16)
def _industries(figures: Figures, catalogue: Catalogue, name: str, region: str) -> _Industries | None:
    sectors = catalogue.structure.profiles[name]
    try:
        return _Industries(
            profile_of(figures, catalogue, region, period=sectors.since, sectors=sectors),
            profile_of(figures, catalogue, region, sectors=sectors),
            change(figures, catalogue, region, sectors=sectors),
        )
    except ClusterError:
        return None


def show_industries(context: Context) -> None:
    """Draw the profile and the growth by the set of figures chosen."""
    say, catalogue = context.say, context.catalogue
    sectors = catalogue.structure.profiles[context.view.option("by")]
    region = sectors.region if context.focus == catalogue.default_lens.id else context.focus
    _explain(context, sectors)
    found = _industries(context.figures, catalogue, sectors.id, region)
    if found is None:
        frame.missing(say("Ingen tall etter næring for {name}.", name=context.name(region)))
        return
    left, right = st.columns(2, gap="large")
    with left:
        _show_profile(context, sectors, found, region)
    with right:
        _show_change(context, sectors, found, region)


def _explain(context: Context, sectors: Sectors) -> None:
    """What a quotient is; by which figures; what to know of them."""
    say, profiles = context.say, context.catalogue.structure.profiles
    words = say(
        "Lokaliseringskvotienten sammenligner en nærings andel her med andelen i EU: 1 er like stor andel, 2 er "
        "dobbelt så stor, 0,5 er halvparten. Vi kaller regionen spesialisert i en næring når kvotienten er "
        "minst {limit} og andelen er minst like stor som i midtregionen i Europa. Det er en profil, verken "
        "god eller dårlig, og den gir ikke poeng.",
        limit=say.number(LQ, 1),
    )
    left, right = st.columns(2, gap="large")
    left.html(paragraph(words, "description"))
    with right:
        filters.switch(say("Målt ved"), "by", list(profiles), lambda code: say.of(profiles[code].title))
        st.html(paragraph(say.of(sectors.note), "note"))


def _titles(context: Context, sectors: Sectors) -> dict[str, str]:
    return {group.id: context.say.of(group.title) for group in sectors.group}


def _source(context: Context, sectors: Sectors) -> frame.Source:
    indicator = context.catalogue.indicators[sectors.group[-1].amount]
    return frame.Source(
        publisher=indicator.publisher,
        datasets=list(context.catalogue.dataset_links(indicator)),
        years=context.say("tall for {years}", years=f"{sectors.since}–{sectors.period}"),
        derived=True,
    )


def _show_profile(context: Context, sectors: Sectors, found: _Industries, region: str) -> None:
    say, titles = context.say, _titles(context, sectors)
    now, before = found.now.sectors.sort_values("quotient", ascending=False), found.before.sectors

    def quotient(value: float) -> str:
        return say.number(value, 2)

    def between(row: pd.Series) -> str:
        if pd.isna(row["low"]):
            return "–"
        return say("mellom {low} og {high}", low=quotient(row["low"]), high=quotient(row["high"]))

    def hover(group: str, row: pd.Series) -> str:
        spread = "" if pd.isna(row["low"]) else f" ({between(row)})"
        return say(
            "{now} i {end}{spread}, {before} i {start}; {share} av regionen",
            now=quotient(row["quotient"]),
            end=sectors.period,
            spread=spread,
            before=quotient(before.at[group, "quotient"]),
            start=sectors.since,
            share=say.quantity(100 * row["share"], 1, "%"),
        )

    rows = [(str(group), row) for group, row in now.iterrows()]
    measure = say(
        "Lokaliseringskvotient (EU = 1) etter {what}, {name}. Åpen ring: {start}, fylt: {end}",
        what=within(say.of(sectors.title)),
        name=context.name(region),
        start=sectors.since,
        end=sectors.period,
    )
    notices = []
    if sectors.survey:
        notices.append(
            say(
                "Lyst felt: spennet som tilfeldigheter i utvalget gir i 95 av 100 tilfeller, regnet som om én av tusen "
                "sysselsatte var spurt. Flere blir spurt, så feltet er heller for bredt enn for smalt."
            )
        )
    frame.show(
        frame.Exhibit(
            key="industries",
            finding=findings.specialised_finding(
                say, context.name(region), [within(titles[g]) for g, row in rows if row["specialised"]], sectors.period
            ),
            measure=measure,
            figure=profile(
                [
                    Industry(
                        titles[group],
                        float(before.at[group, "quotient"]),
                        float(row["quotient"]),
                        None if pd.isna(row["low"]) else float(row["low"]),
                        None if pd.isna(row["high"]) else float(row["high"]),
                        quotient(row["quotient"]),
                        hover(group, row),
                        bool(row["specialised"]),
                    )
                    for group, row in rows
                ],
                context.colours,
                say("som i EU"),
                say("spesialisert"),
                LQ,
                {q: say.number(q, 0 if q == round(q) else 1 if round(q, 1) == q else 2) for q in _AXIS},
            ),
            alt=findings.industries_alt(say, measure, [f"{titles[g]}: {quotient(row['quotient'])}" for g, row in rows]),
            source=_source(context, sectors),
            table=table(
                [
                    Column(say("Næring")),
                    Column(sectors.since, numeric=True),
                    Column(sectors.period, numeric=True),
                    Column(say("Spenn")),
                    Column(say("Andel her"), numeric=True),
                    Column(say("Midtregionen"), numeric=True),
                    Column(say("Spesialisert")),
                ],
                [
                    [
                        titles[group],
                        quotient(before.at[group, "quotient"]),
                        quotient(row["quotient"]),
                        between(row),
                        say.quantity(100 * row["share"], 1, "%"),
                        say.quantity(100 * row["median_share"], 1, "%"),
                        say("ja") if row["specialised"] else say("nei"),
                    ]
                    for group, row in rows
                ],
                measure,
                [n for n, (_, row) in enumerate(rows) if row["specialised"]],
            ),
            csv=lambda: now.rename_axis("industry").to_csv(),
            file_name=f"osloregionen-naeringer-{sectors.id}.csv",
            notices=notices,
        ),
        say,
        context.view.release,
        link_here(context),
    )


def _show_change(context: Context, sectors: Sectors, found: _Industries, region: str) -> None:
    say, titles = context.say, _titles(context, sectors)
    whole = context.catalogue.indicators[sectors.total]
    unit = context.catalogue.units[whole.unit]
    parts = found.change.sort_values("regional", ascending=False)
    total = parts.sum()

    def amount(value: float) -> str:
        return ("+" if value > 0 else "") + say.quantity(float(value), 1, unit.suffix[say.language])

    def bare(value: float) -> str:
        return ("+" if value > 0 else "") + say.number(float(value), whole.decimals)

    measure = say(
        "Vekst utover samme næring i EU, {unit}, {name}, {start}–{end}",
        unit=say.of(unit.title),
        name=context.name(region),
        start=sectors.since,
        end=sectors.period,
    )
    rows = [(str(group), row) for group, row in parts.iterrows()]
    sums = say(
        "Samlet endring {change} er {national} om alt hadde vokst som EU, {mix} fordi vi har andre næringer enn EU, og "
        "{regional} fordi næringene her vokste mer eller mindre enn de samme i EU.",
        change=amount(total["change"]),
        national=amount(total["national"]),
        mix=amount(total["mix"]),
        regional=amount(total["regional"]),
    )
    cells = [
        [titles[group], *(amount(row[column]) for column in ("national", "mix", "regional", "change"))]
        for group, row in rows
    ]
    cells.append([say("Sum"), *(amount(total[column]) for column in ("national", "mix", "regional", "change"))])
    frame.show(
        frame.Exhibit(
            key="industries-change",
            finding=findings.growth_finding(
                say, context.name(region), within(titles[rows[0][0]]), within(titles[rows[-1][0]])
            ),
            measure=measure,
            figure=contributions(
                [
                    Part(
                        titles[group],
                        float(row["regional"]),
                        bare(row["regional"]),
                        say("{change} i alt", change=amount(row["change"])),
                    )
                    for group, row in rows
                ],
                context.colours,
            ),
            alt=findings.industries_alt(say, measure, [f"{titles[g]}: {amount(row['regional'])}" for g, row in rows]),
            source=_source(context, sectors),
            table=table(
                [
                    Column(say("Næring")),
                    Column(say("Som EU"), numeric=True),
                    Column(say("Andre næringer"), numeric=True),
                    Column(say("Utover EU"), numeric=True),
                    Column(say("Endring"), numeric=True),
                ],
                cells,
                measure,
                [len(cells) - 1],
            ),
            csv=lambda: parts.rename_axis("industry").to_csv(),
            file_name=f"osloregionen-naeringsvekst-{sectors.id}.csv",
            notices=[sums],
        ),
        say,
        context.view.release,
        link_here(context),
    )
