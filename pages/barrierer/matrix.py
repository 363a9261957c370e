"""The exhibit of strengths and weaknesses: how far from the peers, and how sure."""

from collections.abc import Sequence

from components.charts.matrix import Judged, Wording, matrix
from components.exhibit import Exhibit, SourceNote
from components.html.tables import Cell, Column, Links, table
from components.rows import Rows, rows_of
from components.words import judgements
from components.words.wording import within
from models.advantages import Assessment, Assessments, Thresholds
from pages.barrierer.judged import counted, place_words
from pages.exhibits.describe import quantity, span
from pages.exhibits.looked_at import Context


def thresholds_words(context: Context, thresholds: Thresholds) -> str:
    """What it takes to be called a strength or a weakness."""
    say = context.say
    return say(
        "Avstanden er målt i hvor mye regionene pleier å skille seg: 1 er en vanlig avstand. Styrke eller svakhet: "
        "minst {strength} fra midten, og minst {agreement} av 100 sammenligninger peker samme vei. Tendens: minst "
        "{tendency}. På linje: under {near} i minst {share} av 100.",
        strength=say.number(thresholds.strength, 1),
        agreement=say.number(100 * thresholds.agreement),
        tendency=say.number(thresholds.tendency, 1),
        near=say.number(thresholds.in_line, 1),
        share=say.number(100 * thresholds.in_line_agreement),
    )


def _kind(assessment: Assessment) -> str:
    call = assessment.call
    if call.kind == "tendency":
        return "good_tendency" if call.side > 0 else "bad_tendency"
    return call.kind if call.kind in ("strength", "weakness") else "other"


def _agreement(context: Context, assessment: Assessment) -> str:
    same, every = assessment.agreement
    return context.say("{n} av {of}", n=same, of=every)


def _point(context: Context, assessment: Assessment) -> Judged:
    say, measures = context.say, assessment.measures
    value = quantity(context, assessment.indicator, measures.value) if measures else ""
    lines = [
        f"{value}, {place_words(context, assessment)}",
        judgements.call_words(say, assessment.call),
        say("Sammenligninger som peker samme vei: {share}", share=_agreement(context, assessment)),
    ]
    return Judged(
        say.of(assessment.indicator.short), assessment.call.median_z or 0.0, _kind(assessment), "<br>".join(lines)
    )


def _bands(context: Context, rated: Sequence[Assessment], thresholds: Thresholds) -> dict[str, list[Judged]]:
    """The figures by how many of the comparisons agree, the surest first."""
    say = context.say
    limit = say.number(100 * thresholds.agreement)
    surest = say("Sikkert: alle sammenligninger peker samme vei")
    sure = say("Ganske sikkert: minst {percent} av 100 peker samme vei", percent=limit)
    unsure = say("Usikkert: færre enn {percent} av 100 peker samme vei", percent=limit)
    bands: dict[str, list[Judged]] = {surest: [], sure: [], unsure: []}
    for assessment in rated:
        same, every = assessment.agreement
        share = same / every
        band = surest if same == every else sure if share >= thresholds.agreement else unsure
        bands[band].append(_point(context, assessment))
    return bands


def _source(context: Context, judged: Sequence[Assessment]) -> SourceNote:
    say = context.say
    with_figures = [a for a in judged if a.measures]
    return SourceNote(
        publisher=say.listing(sorted({a.indicator.publisher for a in with_figures})),
        datasets=[(say.count("{n} indikator", "{n} indikatorer", len(with_figures)), "")],
        years=say("tall for {years}", years=span([a.measures.period for a in with_figures if a.measures])),
        derived=True,
    )


def _row(context: Context, assessment: Assessment) -> list[Cell]:
    say, indicator, measures = context.say, assessment.indicator, assessment.measures
    z = assessment.call.median_z
    return [
        say.of(indicator.title),
        judgements.call_words(say, assessment.call),
        "–" if z is None else say.number(z, 2),
        "–" if z is None else _agreement(context, assessment),
        quantity(context, indicator, measures.value) if measures else "–",
        measures.period if measures else "–",
        place_words(context, assessment) or "–",
        quantity(context, indicator, measures.median) if measures and measures.median is not None else "–",
        counted(context, indicator, assessment.to_median, say("regionen midt på lista")) or "–",
        Links(list(context.catalogue.dataset_links(indicator))),
    ]


def _columns(context: Context) -> list[Column]:
    say = context.say
    return [
        Column(say("Indikator")),
        Column(say("Vurdering")),
        Column(say("Avstand fra midten"), numeric=True),
        Column(say("Peker samme vei"), numeric=True),
        Column(say("Tall"), numeric=True),
        Column(say("År"), numeric=True),
        Column(say("Plassering"), numeric=True),
        Column(say("Midten"), numeric=True),
        Column(say("Avstanden i antall")),
        Column(say("Kilde")),
    ]


def _finding(context: Context, rated: Sequence[Assessment], judged: Assessments) -> str:
    say = context.say
    if not rated:
        few = len(next(iter(judged.peer_sets.values())))
        return say.count("For få regioner til å vurdere: bare {n}", "For få regioner til å vurdere: bare {n}", few)
    worst, best, _ = _extremes(rated)
    if best is worst:
        return f"{say.of(best.indicator.title)}: {within(judgements.call_words(say, best.call))}"
    ends = {"best": within(say.of(best.indicator.title)), "worst": within(say.of(worst.indicator.title))}
    if levelled := _levelled(context, rated):
        return say("Lengst foran på {best} (utenom {levelled}), lengst bak på {worst}", levelled=levelled, **ends)
    return say("Lengst foran på {best}, lengst bak på {worst}", **ends)


def _extremes(rated: Sequence[Assessment]) -> tuple[Assessment, Assessment, list[Assessment]]:
    """The worst and the best that tells something, and those further ahead in which all are near the ceiling."""
    ordered = sorted(rated, key=lambda a: a.call.median_z or 0.0)
    telling = [position for position, a in enumerate(ordered) if a.indicator.headline] or [len(ordered) - 1]
    return ordered[0], ordered[telling[-1]], ordered[telling[-1] + 1 :]


def _levelled(context: Context, rated: Sequence[Assessment]) -> str:
    """The names of those in which all are near the ceiling, in the middle of a sentence."""
    return context.say.listing([within(context.say.of(a.indicator.short)) for a in _extremes(rated)[2]])


_COLUMNS = ("indicator", "call", "side", "median_z", "agree", "scenarios", "period", "value", "rank", "count", "median")


def _rows(judged: Sequence[Assessment]) -> Rows:
    cells = []
    for a in judged:
        m = a.measures
        figure = (m.period, m.value, m.rank, m.count + 1, m.median) if m else (None,) * 5
        cells.append((a.indicator.id, a.call.kind, a.call.side, a.call.median_z, *a.agreement, *figure))
    return rows_of(_COLUMNS, cells)


def show_matrix(context: Context, judged: Assessments) -> None:
    """Draw every figure by how far it is from the peers' middle and how sure that is."""
    say = context.say
    rated = [a for a in judged.all if a.call.kind != "not_rated"]
    measure = say("Avstand fra midten av sammenligningsregionene, og hvor mange sammenligninger som er enige")
    wording = Wording(
        worse="▼ " + say("bak"),
        between=say("på linje"),
        better=say("foran") + " ▲",
        axis=say("Avstand fra midten"),
    )
    ordered = sorted(judged.all, key=lambda a: -(a.call.median_z if a.call.median_z is not None else -99.0))
    listed = "; ".join(f"{say.of(a.indicator.title)}: {judgements.call_words(say, a.call)}" for a in ordered)
    if rated:
        alt = f"{measure}. {listed}."
    else:
        alt = say(
            "Med under {count} sammenligningsregioner sier avstanden lite om hva som er vanlig: "
            "én region til eller fra snur bildet. Vi viser plassering og avstand, men kaller ingenting styrke eller "
            "svakhet. Velg flere regioner for å se det.",
            count=judged.thresholds.min_peers,
        )
    notices = []
    if rated:
        notices = [
            thresholds_words(context, judged.thresholds),
            say(
                "Hvert tall sammenlignes på opptil {n} måter: med flere utvalg av regioner, for nyeste og forrige år, "
                "og med to mål på hva som er vanlig spredning.",
                n=max(len(a.scenarios) for a in rated),
            ),
        ]
        if levelled := _levelled(context, rated):
            notices.append(say("{names}: nær taket i de fleste regioner, så forskjellen betyr lite.", names=levelled))
    context.page.exhibit(
        Exhibit(
            key="matrix",
            finding=_finding(context, rated, judged),
            measure=f"{measure}. {context.name_in_full(context.focus)}",
            figure=matrix(
                _bands(context, rated, judged.thresholds),
                judged.thresholds.in_line,
                judged.thresholds.strength,
                wording,
                context.colours,
            )
            if rated
            else None,
            alt=alt,
            source=_source(context, judged.all),
            table=table(_columns(context), [_row(context, a) for a in ordered], measure),
            rows=_rows(ordered),
            file_name="osloregionen-styrker-og-svakheter",
            notices=notices,
        ),
    )
