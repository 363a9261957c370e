"""The exhibits of a theme page: ranking, trend and distribution of one indicator."""

import pandas as pd

from components import findings, frame
from components.charts.distribution import Dot, distribution
from components.charts.ranking import Bar, ranking
from components.charts.trend import Band, Series, Unusual, trend
from components.tables import Column, table
from models import trends
from models.catalogue import Indicator
from models.comparison import Comparison
from pages.choices import NONE, comparable_regions
from pages.context import Context
from pages.describe import indicator_source, link_here, quantity, span, unit_title, value_only


def _kind(context: Context, code: str) -> str:
    if code == context.focus:
        return "focus"
    return "marked" if code == context.view.option("mark") else "peer"


def _file(indicator: Indicator, what: str) -> str:
    return f"osloregionen-{indicator.id.replace('_', '-')}-{what}.csv"


def _measure(context: Context, indicator: Indicator, years: str) -> str:
    return f"{context.say.of(indicator.title)}, {unit_title(context, indicator)}, {years}"


def _flag_notices(context: Context, flags: list[str]) -> list[str]:
    explained = frame.flags_explained(flags, context.say)
    return [context.say("Merknader: {flags}.", flags=explained)] if explained else []


def show_ranking(context: Context, comparison: Comparison) -> None:
    """The focus region among its peers in one year, with the country and the EU for reference."""
    say, indicator = context.say, comparison.indicator
    rows = comparison.rows
    references = context.figures.indicator(indicator.id)
    references = references.loc[
        references["region"].isin(context.catalogue.reference_lines[:2]) & (references["period"] == comparison.period)
    ]
    additive = indicator.composition.rule == "sum"  # a whole country's count dwarfs every region's
    shown = [
        (str(code), float(row["value"]), str(row["flag"]), _kind(context, str(code))) for code, row in rows.iterrows()
    ]
    if not additive:
        shown += [(str(r.region), float(r.value), str(r.flag), "reference") for r in references.itertuples()]
    shown.sort(key=lambda entry: entry[1] * (1 if indicator.direction == "lower_better" else -1))
    bars = [
        Bar(
            name=context.name(code, short=True),
            value=value,
            label=value_only(context, indicator, value) + ("*" if flag else ""),
            hover=quantity(context, indicator, value) + (f" ({frame.flags_explained([flag], say)})" if flag else ""),
            kind=kind,
        )
        for code, value, flag, kind in shown
    ]
    notices = _flag_notices(context, [flag for _, _, flag, _ in shown])
    if comparison.missing:
        names = say.listing([context.name(code) for code in comparison.missing])
        notices.append(say("Ikke publisert for {year}: {names}.", year=comparison.period, names=names))
    cells = [
        [context.name(code), "–" if kind == "reference" else str(place), quantity(context, indicator, value), flag]
        for place, (code, value, flag, kind) in zip(_places(shown), shown, strict=True)
    ]
    measure = _measure(context, indicator, comparison.period)
    frame.show(
        frame.Exhibit(
            key="ranking",
            finding=findings.comparison_finding(
                say, context.name(context.focus), comparison, lambda c: context.name(c, short=True)
            ),
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=ranking(bars, context.colours) if bars else None,
            alt=findings.ranking_alt(say, measure, [(row[0], row[2]) for row in cells])
            if bars
            else say("Ingen av regionene har tall for {year}.", year=comparison.period),
            source=indicator_source(context, indicator, comparison.period),
            table=table(
                [
                    Column(say("Region")),
                    Column(say("Plassering"), numeric=True),
                    Column(say("Verdi"), numeric=True),
                    Column(say("Merknad")),
                ],
                cells,
                measure,
                [n for n, entry in enumerate(shown) if entry[3] == "focus"],
            ),
            csv=lambda: pd.DataFrame(
                [(indicator.id, c, comparison.period, v, f) for c, v, f, _ in shown],
                columns=["indicator", "region", "period", "value", "flag"],
            ).to_csv(index=False),
            file_name=_file(indicator, comparison.period),
            notices=notices,
        ),
        say,
        context.view.release,
        link_here(context),
    )


def _places(shown: list[tuple[str, float, str, str]]) -> list[int]:
    """Ranks in the order shown; references are not counted, ties share the better rank."""
    ranked = [value for _, value, _, kind in shown if kind != "reference"]
    return [ranked.index(value) + 1 if kind != "reference" else 0 for _, value, _, kind in shown]


def show_trend(context: Context, indicator: Indicator) -> None:
    """The focus region over the years against the middle half of its peers."""
    say = context.say
    marked = context.view.option("mark")
    found = trends.trend(
        context.figures, context.catalogue, indicator, context.focus, context.peers, None if marked == NONE else marked
    )

    def series(one: trends.Line, kind: str) -> Series:
        flags = [str(f) for f in one.points["flag"]]
        return Series(
            name=context.name(one.region, short=True),
            years=[int(y) for y in one.points.index],
            values=[float(v) for v in one.points["value"]],
            kind=kind,
            notes=[f" ({frame.flags_explained([f], say)})" if f else "" for f in flags],
            breaks=one.breaks,
        )

    lines = [series(found.focus, "focus")] if found.focus else []
    lines += [series(one, "older") for one in found.older]
    lines += [series(found.marked, "marked")] if found.marked else []
    band = Band(
        name=say("Midterste halvdel"),
        median_name=say("Midten"),
        years=[int(y) for y in found.band.index],
        low=list(found.band["low"]),
        median=list(found.band["median"]),
        high=list(found.band["high"]),
    )
    notices = []
    if found.older:
        older = found.older[0].region
        notices.append(
            say(
                "{older} er et annet og mindre område enn {focus}. Tallene kan ikke settes sammen til én serie.",
                older=context.catalogue.region_name(older, say.language) + f" ({older})",
                focus=context.name(context.focus),
            )
        )
    if any(one.breaks for one in lines):
        notices.append(say("Strek på tvers betyr brudd i serien: tallene før og etter er ikke laget på samme måte."))
    reasons = {year: (en if say.language == "en" else nb) for year, nb, en in found.unusual}
    notices += [
        f"{span([str(y) for y, r in reasons.items() if r == reason])}: {reason}"
        for reason in dict.fromkeys(reasons.values())
    ]
    every = sorted({y for one in lines for y in one.years} | set(band.years))
    years = span([str(y) for y in every])
    rows = [(one.name, year, value) for one in lines for year, value in zip(one.years, one.values, strict=True)]
    rows += [(band.median_name, year, value) for year, value in zip(band.years, band.median, strict=True)]
    measure = _measure(context, indicator, years)
    frame.show(
        frame.Exhibit(
            key="trend",
            finding=findings.trend_finding(
                say, context.name(context.focus), found, lambda v: quantity(context, indicator, v)
            ),
            measure=measure + ". " + say("Grått felt: den midterste halvdelen av sammenligningsregionene"),
            figure=trend(
                lines,
                band,
                Unusual(list(reasons), reasons, say("uvanlig")),
                context.colours,
                lambda v: value_only(context, indicator, v),
            )
            if len(every) > 1
            else None,
            alt=findings.trend_alt(
                say,
                measure,
                [(n, str(y), quantity(context, indicator, v)) for n, y, v in rows if n != band.median_name],
            )
            if len(every) > 1
            else say("Vi har tall for bare ett år, og kan ikke vise utviklingen."),
            source=indicator_source(context, indicator, years),
            table=table(
                [Column(say("Region")), Column(say("År"), numeric=True), Column(say("Verdi"), numeric=True)],
                [[name, str(year), quantity(context, indicator, value)] for name, year, value in rows],
                measure,
            ),
            csv=lambda: pd.DataFrame(rows, columns=["region", "period", "value"]).to_csv(index=False),
            file_name=_file(indicator, "trend"),
            notices=notices,
        ),
        say,
        context.view.release,
        link_here(context),
    )


def show_distribution(context: Context, comparison: Comparison, peers: tuple[str, ...]) -> None:
    """Where the focus region lies among all European regions that report that year."""
    say, indicator = context.say, comparison.indicator
    rows = context.figures.indicator(indicator.id)
    rows = rows.loc[
        (rows["period"] == comparison.period)
        & rows["region"].isin([context.focus, *comparable_regions(context.catalogue)])
    ]
    if len(rows) < 20:
        return
    codes, values = rows["region"].astype(str).tolist(), rows["value"].tolist()
    kinds = ["focus" if c == context.focus else "peer" if c in peers else "other" for c in codes]
    dots = [Dot(context.name(c, short=k == "focus"), v, k) for c, v, k in zip(codes, values, kinds, strict=True)]
    below, own = None, comparison.value
    if own is not None:
        below = sum((v < own) == (indicator.sign > 0) and v != own for v in values) / (len(values) - 1)
    measure = _measure(context, indicator, comparison.period)
    ordered = sorted(zip(codes, values, strict=True), key=lambda pair: -pair[1] * indicator.sign)
    frame.show(
        frame.Exhibit(
            key="distribution",
            finding=findings.distribution_finding(say, context.name(context.focus), indicator, below, len(values)),
            measure=f"{measure}. " + say("Én prikk per region i Europa; mørkere prikker er sammenligningsregionene"),
            figure=distribution(dots, context.colours, lambda v: quantity(context, indicator, v)),
            alt=findings.distribution_alt(
                say,
                measure,
                len(values),
                quantity(context, indicator, min(values)),
                quantity(context, indicator, max(values)),
            ),
            source=indicator_source(context, indicator, comparison.period),
            table=table(
                [Column(say("Region")), Column(say("Kode")), Column(say("Verdi"), numeric=True)],
                [[context.name(code), code, quantity(context, indicator, value)] for code, value in ordered],
                measure,
                [n for n, (code, _) in enumerate(ordered) if code == context.focus],
            ),
            csv=lambda: rows[["indicator", "region", "period", "value", "flag"]].to_csv(index=False),
            file_name=_file(indicator, f"europa-{comparison.period}"),
        ),
        say,
        context.view.release,
        link_here(context),
    )
