"""Europe's regions, cities that were asked, months, industries."""

import re
from math import sqrt
from statistics import median

from models.figures.territories import counted_once, every_region
from tests.truth.sentences import plain
from tests.truth.walk import figures
from tests.truth.walk.points import of_hundred
from tests.truth.walk.templates import Rule


def europe(told, name, year):
    """Figures of all of Europe's regions, each territory once."""
    catalogue = told.context.catalogue
    every = told.bare.near(name, year, tuple(every_region(catalogue)))
    once = counted_once(catalogue, list(every), (told.bare.focus, *told.bare.peers))
    return {region: every[region] for region in once if region in every}


def _behind(told, block, **_):
    may = set()
    for name, year in figures.years_told(told, told.about(block), ""):
        values = europe(told, name, year)
        own = values.get(told.bare.focus)
        if own is None:
            continue
        lower = told.context.catalogue.indicators[name].direction == "lower_better"
        others = [v for r, v in values.items() if r != told.bare.focus]
        behind = sum((v > own) if lower else (v < own) for v in others)
        may.add(of_hundred(told, 100 * behind / len(others)))
    return {"percent": may} if may else None


def _middle(told, block, **_):
    may = set()
    for name, year in figures.years_told(told, told.about(block), block.text):
        values = europe(told, name, year)
        if values:
            may.add(told.number(median(values.values()), told.context.catalogue.indicators[name].decimals))
    return {"value": may} if may else None


def margin(told, name, value):
    """Half of the 95 % interval around a share of the sample, in points."""
    asked = told.context.catalogue.indicators[name].asked
    return 1.96 * sqrt(asked.design_effect * value * (100 - value) / asked.interviews)


def _places(told, block, **_):
    """The best and the worst place among those that the smallest difference tells apart."""
    may = []
    for name, year in figures.years_told(told, told.about(block), block.text):
        indicator = told.context.catalogue.indicators[name]
        values = told.bare.among(name, year)
        if told.bare.focus not in values or not indicator.smallest_change:
            continue
        own, least = values[told.bare.focus], indicator.smallest_change.value - 1e-9
        sign = -1 if indicator.direction == "lower_better" else 1
        ahead = sum(sign * (v - own) >= least for v in values.values())
        behind = sum(sign * (own - v) >= least for v in values.values())
        may.append((str(1 + ahead), str(len(values) - behind), str(len(values))))
    if not may:
        return None
    low, high, count = ({one[k] for one in may} for k in range(3))
    return {"low": low, "high": high, "best": low, "worst": high, "count": count}


def _clearly(told, block, **_):
    """On how many of the questions the city is above, and below, the middle city by more than can be chance."""
    above = below = 0
    exhibit = told.exhibits[block.exhibit]
    questions = {row[exhibit.rows.columns.index("indicator")] for row in exhibit.rows.cells}
    for name in questions:
        newest = next(iter(told.bare.years(name)))
        values, middle = told.bare.among(name, newest), told.bare.middle(name, newest)
        apart, least = values[told.bare.focus] - middle, told.context.catalogue.indicators[name].smallest_change.value
        above += apart >= least - 1e-9
        below += -apart >= least - 1e-9
    return {"above": str(above), "below": str(below), "count": str(len(questions))}


def sizes(text, told, block):
    """A text without the sizes of the samples that it names."""
    asked = [told.context.catalogue.indicators[name].asked for name, _ in told.about(block)]
    listed = plain(told.say.listing([str(n) for n in sorted({one.interviews for one in asked if one})]))
    return (
        re.sub(rf" {re.escape(listed)}(?= (?:person|people))", re.sub(r"\d", "·", f" {listed}"), text)
        if listed
        else text
    )


def margins(text, told, block):
    """A text without "± 4": the margin of the region's own answer."""
    for name, year in figures.years_told(told, told.about(block), text):
        indicator = told.context.catalogue.indicators[name]
        if indicator.asked and year and told.bare.focus in told.bare.among(name, year):
            words = told.number(margin(told, name, told.bare.among(name, year)[told.bare.focus]))
            text = re.sub(rf"± {re.escape(words)}(?![\d,.])", "± ·", text)
    return text


def _others(told, block, **_):
    if not told.about(block):
        return None
    may = {
        str(len(told.bare.among(name, year)) - 1)
        for name, year in figures.years_told(told, told.about(block), block.text)
    }
    return {"n": may} if may else None


def months(text: str, told: object, block: object) -> str:
    """ "flest i august (14,5 %)": the share of the month in its year, the largest or the smallest."""
    exhibit = told.exhibits.get(block.exhibit)
    if exhibit is None or "share" not in exhibit.rows.columns or "period" not in exhibit.rows.columns:
        return text
    at = {name: k for k, name in enumerate(exhibit.rows.columns)}
    name = exhibit.rows.cells[0][at["indicator"]]
    year = exhibit.rows.cells[0][at["period"]][:4]
    known = {told.say.month_name(n).lower(): f"{year}-{n:02}" for n in range(1, 13)}
    by_region: dict = {}
    for region in {row[at["region"]] for row in exhibit.rows.cells}:
        values = {p: v[region] for p, v in told.bare.rows[name].items() if p.startswith(f"{year}-") and region in v}
        by_region[region] = {p: 100 * v / sum(values.values()) for p, v in values.items()}
    ends = {told.number(edge(v.values()), 1) for v in by_region.values() for edge in (max, min)}
    words = "|".join(known)
    number = figures.NUMBER[told.language]

    def share(found):
        period = known[found["m"].lower()]
        good = any(told.number(v.get(period, -1), 1) == found["v"] and found["v"] in ends for v in by_region.values())
        return f"{found[1]}{'·' * len(found['v'])}" if good else found[0]

    text = re.sub(rf"((?P<m>{words})(?: \(|: ))(?P<v>{number})", share, text, flags=re.IGNORECASE)
    tops = {told.number(max(v.values()), 1) for v in by_region.values()}
    return re.sub(rf"(?<=, )({number})(?= ?%)", lambda m: "·" * len(m[0]) if m[0] in tops else m[0], text)


def industries(text: str, told: object, block: object) -> str:
    """The change of pay by industry against the same industries in the country; the years of the sets of industries."""
    if not block.exhibit.startswith("industries"):
        return text
    chosen = told.context.catalogue.structure.profiles[told.context.view.options["by"]]
    start, end = chosen.since, chosen.period
    may = {start, end, f"{start}–{end}"}
    rows, region, base = told.bare.rows, told.bare.focus, chosen.growth_base
    names = [group.amount for group in chosen.group]
    own0, own1, all0, all1 = ([rows[n][y][r] for n in names] for r in (region, base) for y in (start, end))
    growth = sum(all1) / sum(all0) - 1
    rate = 1.0
    change = [
        sum(own0) * (1 + growth),
        sum(e * (b1 / b0 - 1 - growth) for e, b0, b1 in zip(own0, all0, all1, strict=True)),
        sum(e1 - e * b1 / b0 for e, e1, b0, b1 in zip(own0, own1, all0, all1, strict=True)),
        sum(own1),
    ]
    may |= {told.number(v * rate, 1) for v in change}
    number = figures.NUMBER[told.language]
    return re.sub(
        rf"(?<![\w·.,–])\+?((?:{number}))(?:–\d{{4}})?",
        lambda m: re.sub(r"\d", "·", m[0]) if m[1] in may or m[0] in may else m[0],
        text,
    )


def _limit(told, _block, **_):
    return {"limit": told.number(SPECIALISED, 1)}


SPECIALISED = 1.5  # the quotient from which a region is specialised, as the method's page says


def _farther(told, block, **_):
    """The regions farther to the right than the rightmost dot that is drawn."""
    exhibit = told.exhibits[block.exhibit]
    at = exhibit.rows.columns.index("value")
    drawn = [float(x) for trace in exhibit.figure["data"] for x in trace.get("x") or () if isinstance(x, int | float)]
    return {"n": str(sum(row[at] > max(drawn) for row in exhibit.rows.cells))}


RULES = (
    Rule("{n} regioner ligger så langt til høyre at de bare står i tabellen.", ("n",), _farther),
    Rule("{name} ligger foran {percent} av 100 regioner i Europa", ("percent",), _behind),
    Rule("{name} har høyere tall enn {percent} av 100 regioner i Europa", ("percent",), _behind),
    Rule("Én prikk per region; midten i Europa er {value}.", ("value",), _middle),
    Rule("{gap} over midten av {n} andre", ("n",), _others),
    Rule("{gap} under midten av {n} andre", ("n",), _others),
    Rule("om lag som midten av {n} andre", ("n",), _others),
    Rule(
        "Lokaliseringskvotienten sammenligner en nærings andel her…",
        ("limit",),
        _limit,
    ),
    Rule("nr. {low}–{high} av {count} byer", ("low", "high", "count"), _places),
    Rule(", et sted mellom {best} og {worst} med feilmarginen", ("best", "worst"), _places),
    Rule(
        "{city} er klart over midten av byene på {above} av {count}…",
        ("above", "count", "below"),
        _clearly,
    ),
)
