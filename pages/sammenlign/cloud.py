"""The regions of one year as circles between two axes, as an exhibit."""

import pandas as pd

from components.charts.scatter import Axis, Point, scatter
from components.exhibit import Exhibit, SourceNote
from components.html.tables import Column, table
from components.rows import frame_rows
from components.words import comparing
from components.words.flags import flags_explained
from models.catalogue import Indicator
from models.comparison.correlation import Correlation, CorrelationError
from models.comparison.pairs import Pairs
from pages.exhibits.claims import relation_claims
from pages.exhibits.describe import quantity, unit_title
from pages.exhibits.looked_at import Context

_USUAL = 0.005  # of the figures of all years, at each end


def _kind(context: Context, code: str) -> str:
    if code == context.focus:
        return "focus"
    return "marked" if code == context.view.option("mark") else "peer" if code in context.peers else "other"


def _axis(context: Context, indicator: Indicator, years: pd.Series, now: pd.Series) -> Axis:
    """Over all years, so that a step in time moves the regions only; but one outlier of another year makes no room."""
    title = f"{context.say.of(indicator.title)}, {unit_title(context, indicator)}"
    low, high = years.quantile(_USUAL), years.quantile(1 - _USUAL)
    return Axis(title, float(min(low, now.min())), float(max(high, now.max())))


def _notices(context: Context, pairs: Pairs, rows: pd.DataFrame, period: str) -> list[str]:
    say = context.say
    notices = [
        say("En sammenheng er ikke en årsak: noe annet kan ligge bak begge tallene."),
        say("Jo større sirkel, desto flere innbyggere. Den prikkede streken er veien dit de siste årene."),
    ]
    if pairs.x.composition.rule == pairs.y.composition.rule == "sum":
        notices.insert(1, say("Begge tallene er antall. Store regioner har mye av alt, så de følger størrelsen."))
    notices += [
        f"{say.of(indicator.short)}, {period}: {say.of(unusual)}"
        for indicator in (pairs.x, pairs.y)
        if (unusual := indicator.unusual_reason(period))
    ]
    explained = flags_explained([*rows["x_flag"], *rows["y_flag"]], say)
    if explained:
        notices.append(say("Merknader: {flags}.", flags=explained))
    missing = [code for code in context.ranked if code not in rows.index]
    if missing:
        names = say.listing([context.name(code) for code in missing])
        notices.append(say("Ikke publisert for {year}: {names}.", year=period, names=names))
    return notices


def show_cloud(
    context: Context, pairs: Pairs, period: str, regions: list[str], related: Correlation | CorrelationError
) -> None:
    """Draw one year."""
    say, x, y = context.say, pairs.x, pairs.y
    shown = pairs.table.loc[pairs.table["region"].isin(regions) & pairs.table["period"].isin(pairs.periods)]
    rows = pairs.of(period)
    rows = rows.loc[rows.index.isin(regions)].sort_values("size", ascending=False, kind="stable")
    points = []
    for row in rows.itertuples():
        code = str(row.Index)
        figures = [f"{say.of(i.short)}: {quantity(context, i, v)}" for i, v in ((x, row.x), (y, row.y))]
        size = None if pd.isna(row.size) else float(row.size)
        people = [say("{count} innbyggere", count=say.number(size))] if size else []
        points.append(
            Point(
                context.label(code, short=True),
                float(row.x),
                float(row.y),
                size,
                "<br>".join([*figures, *people]),
                _kind(context, code),
            )
        )
    path = pairs.path(context.focus)
    path = path.loc[path.index <= period]
    measure = say("{x} mot {y}, {year}", x=say.of(x.title), y=say.of(y.title), year=period)
    cells = [
        [
            context.label(str(r.Index)),
            quantity(context, x, float(r.x)),
            quantity(context, y, float(r.y)),
            "–" if pd.isna(r.size) else say.number(float(r.size)),
        ]
        for r in rows.itertuples()
    ]
    # How closely is said in words, the statistics stand in the table; why nothing can be said, every reader is told.
    refused = [comparing.relation_words(say, related)] if isinstance(related, CorrelationError) else []
    datasets = dict([*context.catalogue.dataset_links(x), *context.catalogue.dataset_links(y)])
    source = SourceNote(
        publisher=say.listing(sorted({x.publisher, y.publisher})),
        datasets=list(datasets.items()),
        years=say("tall for {years}", years=period),
        derived=bool(x.derivation or y.derivation),
    )
    context.page.exhibit(
        Exhibit(
            key="cloud",
            finding=comparing.relation_finding(say, say.of(x.short), say.of(y.short), related),
            measure=measure,
            figure=scatter(
                points,
                list(zip(path["x"].astype(float), path["y"].astype(float), strict=True)),
                _axis(context, x, shown["x"], rows["x"]),
                _axis(context, y, shown["y"], rows["y"]),
                float(shown["size"].max()) if shown["size"].notna().any() else 1.0,
                period,
                context.colours,
                falling=bool(shown["x"].rank().corr(shown["y"].rank()) < 0),
            )
            if points
            else None,
            alt=comparing.relation_alt(say, measure, cells)
            if points
            else say("Ingen av regionene har begge tallene for {year}.", year=period),
            source=source,
            claims=relation_claims(context, pairs, period, related, source),
            table=table(
                [
                    Column(say("Region")),
                    Column(say.of(x.short), numeric=True),
                    Column(say.of(y.short), numeric=True),
                    Column(say("Innbyggere"), numeric=True),
                ],
                cells,
                f"{measure}. {comparing.relation_words(say, related)}",
                [n for n, code in enumerate(rows.index) if code == context.focus],
            ),
            rows=frame_rows(
                rows[["x", "x_flag", "y", "y_flag", "size"]]
                .rename(columns={"x": x.id, "x_flag": f"{x.id}_flag", "y": y.id, "y_flag": f"{y.id}_flag"})
                .rename(columns={"size": "population"})
                .assign(period=period),
                "region",
            ),
            file_name=f"osloregionen-{x.id}-{y.id}-{period}".replace("_", "-"),
            notices=[*_notices(context, pairs, rows, period), *refused],
        ),
    )
