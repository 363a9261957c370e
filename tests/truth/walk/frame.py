"""What stands around figures: releases, sources with their years, spans of years, dates, how many indicators."""

import csv
import re
from datetime import date
from functools import cache

from babel.dates import format_date

from pages.known import releases
from tests.conftest import PROJECT
from tests.truth.sentences import plain
from tests.truth.walk.blocks import read
from tests.truth.walk.templates import Rule
from tests.truth.walk.written import days_written


def _release(told, _block, **_):
    return {name: str(told.context.view.release) for name in ("number", "release")}


def span(told, block) -> set[str]:
    """The first and last year of the rows of the exhibit, or of the figures of the theme, as texts."""
    found = set()
    exhibit = told.exhibits.get(block.exhibit)
    if exhibit is not None and "period" in exhibit.rows.columns:
        at = exhibit.rows.columns.index("period")
        years = sorted({str(row[at])[:4] for row in exhibit.rows.cells if row[at]})
        names = exhibit.rows.columns.index("indicator") if "indicator" in exhibit.rows.columns else None
        begun = []
        for row in exhibit.rows.cells:
            indicator = told.context.catalogue.indicators.get(str(row[names])) if names is not None else None
            window = indicator.windows.get(str(row[at])) if indicator else None
            begun.append((window or str(row[at]))[:4])
        if years:
            found |= (
                {f"{min(begun)}–{years[-1]}", f"{years[0]}–{years[-1]}", years[-1]}
                if min(begun) != years[-1]
                else {years[-1]}
            )
    theme = told.context.spec.parameters.get("theme")
    if theme and told.bare.scored(theme):
        found |= _of_theme(told, theme)
    for one in told.context.catalogue.themes.values():
        if told.page == "oversikt" and told.bare.scored(one.id) and plain(told.say.of(one.title)) in _near(block):
            found |= _of_theme(told, one.id)
    return found


def _near(block) -> str:
    return plain(read(block.around[1])) if len(block.around) > 1 else ""


def _of_theme(told, theme):
    scored = told.bare.scored(theme)
    begin = [(i.windows.get(min(i.score.periods)) or min(i.score.periods))[:4] for i in scored]
    last = [max(i.score.periods)[:4] for i in scored]
    return {f"{min(begin)}–{max(last)}" if min(begin) != max(last) else max(last), f"{min(last)}–{max(last)}"}


_SPAN = r"(?:19|20)\d\d(?:–(?:19|20)\d\d)?"


def spans(text: str, told: object, block: object) -> str:
    """A text without the spans of years of its figures."""
    known = span(told, block)
    for name, _ in told.about(block)[:6]:
        years = told.bare.years(name)
        for unusual in _runs(told, name):
            known.add(unusual)
        all_years = sorted(y for y in told.bare.rows.get(name, {}) if len(y) == 4)
        if years:
            known |= {f"{years[-1]}–{years[0]}", f"{all_years[0]}–{all_years[-1]}"}

    def hide(found: re.Match[str]) -> str:
        alone = "–" not in found[0] and re.search(r"(?: i| in)$", text[: found.start()].rstrip(" "))
        return "·" * len(found[0]) if found[0] in known and not alone else found[0]

    return re.sub(rf"(?<![\d.,–]){_SPAN}(?![\d–])", hide, text)


def _runs(told, name):
    """Unusual years of a figure, as "2020–2021" or "2022"."""
    indicator = told.context.catalogue.indicators[name]
    years = sorted({y for y in told.bare.rows.get(name, {}) if len(y) == 4 and indicator.unusual_reason(y)})
    start = None
    for at, year in enumerate(years):
        start = start or year
        if at + 1 == len(years) or int(years[at + 1]) != int(year) + 1:
            yield year if start == year else f"{start}–{year}"
            start = None
        reason = indicator.unusual_reason(year)
        following = years[at + 1] if at + 1 < len(years) else None
        if following and indicator.unusual_reason(following) != reason:
            yield year if start in (None, year) else f"{start}–{year}"
            start = None


def _indicators(told, block, **_):
    exhibit = told.exhibits.get(block.exhibit)
    if block.exhibit == "quality":
        return {
            "n": str(
                sum(
                    i.scope == "europe" and i.role != "series" and bool(told.bare.years(i.id))
                    for i in told.context.catalogue.indicators.values()
                )
            )
        }
    if exhibit is not None and "indicator" in exhibit.rows.columns:
        at = exhibit.rows.columns.index("indicator")
        return {"n": str(len({row[at] for row in exhibit.rows.cells}))}
    for one in told.context.catalogue.themes.values():
        if told.page == "oversikt" and plain(told.say.of(one.title)) in _near(block):
            return {"n": str(len(told.bare.scored(one.id)))}
    return None


@cache
def _provenance():
    """The days of the snapshot: when data sets were last changed and taken, as they are told."""
    with (PROJECT / "data_sources" / "snapshot" / "provenance.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    return {row["last_changed"] for row in rows if row["last_changed"]} | {row["retrieved"] for row in rows}


def dates(text: str, told: object) -> str:
    """A text without the days that the sources' own list and the releases know."""
    text = re.sub(r"(?:https?://|/)\S*\?\S+", "…", text)
    for code in dict.fromkeys(re.findall(r"(?<![\w.,])\d{5}(?![\w.,])", text)):
        if code in told.context.catalogue.datasets:
            text = text.replace(code, "·····")
    known = told.context.catalogue
    for version in (known.rules.version, *known.earlier):
        text = re.sub(rf"(?<=[\w] ){re.escape(version)}(?!\d)", lambda m: "·" * len(m[0]), text)
    known_days = _days(told.language, tuple(str(one.created)[:10] for one in releases.history()))
    return re.sub(_DATE[told.language], lambda m: re.sub(r"\d", "·", m[0]) if m[0] in known_days else m[0], text)


_DATE = {"nb": r"(?<!\d)\d{1,2}\. \w+ \d{4}(?!\d)", "en": r"(?<!\d)\d{1,2} \w+ \d{4}(?!\d)"}


@cache
def _days(language, made):
    """The days that the sources' list, the catalogue and the releases know, as they are told."""
    pattern, locale = ("d. MMMM y", "nb") if language == "nb" else ("d MMMM y", "en_GB")
    told = set()
    for day in {*days_written(), *(one[:10] for one in _provenance()), *made}:
        try:
            told.add(format_date(date.fromisoformat(day), format=pattern, locale=locale))
        except ValueError:
            continue
    return told


def _count_of_release(told, _block, **_):
    return {"count": told.number(len(told.bare.frame))}


def _compared(told, _block, **_):
    from tests.truth.walk.points import ranges

    return {"n": {str(len(told.bare.peers)), str(ranges(told)["index"].count - 1)}}


def scores_source(text: str, told: object, block: object) -> str:
    """The source of a place in the index: how many figures it rests on, and their years."""
    exhibit = told.exhibits.get(block.exhibit)
    if (
        exhibit is None
        or "indicator" in exhibit.rows.columns
        or told.page not in ("oversikt", "plassering", "metode", "hva-skal-til")
    ):
        return text
    catalogue = told.context.catalogue
    counted = [i for i in catalogue.scored if told.bare.scored(i.theme) and catalogue.themes[i.theme].weight > 0]
    if block.exhibit == "experiment":  # it shows the points of every theme
        counted = [i for i in catalogue.scored if told.bare.scored(i.theme)]
    years = sorted(
        {(i.windows.get(p) or p)[:4] for i in counted for p in i.score.periods}
        | {p for i in counted for p in i.score.periods}
    )
    words = plain(told.say.count("{n} indikator", "{n} indikatorer", len(counted)))
    for whole in (words, f"{years[0]}–{years[-1]}"):
        text = text.replace(whole, re.sub(r"\d", "·", whole))
    return text


RULES = (
    Rule("Datautgave {number}.", ("number",), _release),
    Rule("datautgave {number}", ("number",), _release),
    Rule("Tall: {publishers}, {years}. {name} er {measured}. Datautgave {number}.", ("number",), _release),
    Rule("Nytt i datautgave {number}", ("number",), _release),
    Rule(
        "Den første datautgaven: {count} tall, satt sammen {date} av uttrekk fra utgiverne.",
        ("count",),
        _count_of_release,
    ),
    Rule("{n} indikator, tall for {years}", ("n",), _indicators),
    Rule("{n} indikatorer, tall for {years}", ("n",), _indicators),
    Rule("{n} indikatorer", ("n",), _indicators),
    Rule("sammenlignet med {n} regioner", ("n",), _compared),
)
