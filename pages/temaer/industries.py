"""The industries of a region, on the page of clusters: a profile without a score, and where its growth comes from."""

import pandas as pd

from components.charts.industries import Industry, profile
from components.exhibit import Exhibit
from components.html.markup import paragraph
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import findings
from components.words.alternatives import industries_alt
from components.words.said import Said
from components.words.wording import within
from models.catalogue.structure import Sectors
from models.comparison.one_year import compare
from models.industries.clusters import LQ
from pages.exhibits.claims import ranking_claims
from pages.exhibits.looked_at import Context
from pages.temaer.industry_growth import show_growth
from pages.temaer.industry_view import Industries, industries, industry_source, titles

_AXIS = (0.1, 0.25, 0.5, 1.0, LQ, 2.0, 3.0, 5.0)  # quotients that the axis may name


def show_industries(context: Context) -> None:
    """Draw the profile and the growth by the set of figures chosen."""
    say, catalogue = context.say, context.catalogue
    sectors = catalogue.structure.profiles[context.view.option("by")]
    region = sectors.region if context.focus == catalogue.default_lens.id else context.focus
    _explain(context, sectors)
    profiles = industries(context.figures, catalogue, sectors.id, region)
    if profiles is None:
        context.missing(say("Ingen tall etter næring for {name}.", name=context.name(region)))
        return
    left, right = context.page.columns(2, gap="large")
    with left:
        _show_profile(context, sectors, profiles, region)
    with right:
        show_growth(context, sectors, profiles, region)


def _explain(context: Context, sectors: Sectors) -> None:
    """What a quotient is; by which figures; what to know of them."""
    say, profiles = context.say, context.catalogue.structure.profiles
    words = say(
        "Lokaliseringskvotienten sammenligner en nærings andel her med andelen i EU: 1 er like stor andel, 2 er "
        "dobbelt så stor, 0,5 er halvparten. Vi kaller regionen spesialisert i en næring når kvotienten er "
        "minst {limit} og andelen er minst like stor som i regionen midt på lista i Europa. Det er en profil, verken "
        "god eller dårlig, og den gir ikke poeng.",
        limit=say.number(LQ, 1),
    )
    left, right = context.page.columns(2, gap="large")
    with left:
        context.page.html(paragraph(words, "description"))
    with right:
        context.buttons("by", lambda code: say.of(profiles[code].title), labelled=False)
        context.page.html(paragraph(say.of(sectors.note), "note"))


def _claims(context: Context, sectors: Sectors, profiles: Industries, region: str) -> tuple[Said, ...]:
    """What may be said of the industries the region is specialised in, by the quotients as published indicators."""
    chosen = [group for group, row in profiles.now.sectors.iterrows() if row["specialised"]]
    said: list[Said] = []
    for group in chosen:
        indicator = context.catalogue.indicators.get(f"coe_lq_{group}")
        if region != context.focus or indicator is None or sectors.survey:
            continue
        among = (context.figures, indicator, sectors.period, region, context.peers, 0, context.catalogue)
        said += ranking_claims(context, compare(*among), industry_source(context, sectors))
    return tuple(said)


def _show_profile(context: Context, sectors: Sectors, profiles: Industries, region: str) -> None:
    say, names = context.say, titles(context, sectors)
    now, before = profiles.now.sectors.sort_values("quotient", ascending=False), profiles.before.sectors

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
    context.page.exhibit(
        Exhibit(
            key="industries",
            finding=findings.specialised_finding(
                say, context.name(region), [within(names[g]) for g, row in rows if row["specialised"]], sectors.period
            ),
            measure=measure,
            figure=profile(
                [
                    Industry(
                        names[group],
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
            alt=industries_alt(say, measure, [f"{names[g]}: {quotient(row['quotient'])}" for g, row in rows]),
            source=industry_source(context, sectors),
            table=table(
                [
                    Column(say("Næring")),
                    Column(sectors.since, numeric=True),
                    Column(sectors.period, numeric=True),
                    Column(say("Spenn")),
                    Column(say("Andel her"), numeric=True),
                    Column(say("Midt på lista"), numeric=True),
                    Column(say("Spesialisert")),
                ],
                [
                    [
                        names[group],
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
            rows=frame_rows(now, "industry"),
            file_name=f"osloregionen-naeringer-{sectors.id}",
            notices=notices,
            claims=_claims(context, sectors, profiles, region),
        ),
    )
