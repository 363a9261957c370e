"""Strengths and weaknesses: how many, by how many comparisons, and what a distance would mean in persons or euros.

Amounts and slopes are worked out anew. How many comparisons agree, and how many calls an ordinary region has, are the
model's own, held by its tests: a text must tell them of the right figure.
"""

import re
from math import floor, log10
from statistics import median

from pages.known.advantages import assessments
from tests.truth.walk.templates import Rule


def made(told):
    """All verdicts of the page's region and peers."""
    return assessments(told.bare.focus, told.bare.peers, told.context.view.release)


def verdict_of(told, block):
    """The verdict that a block is about."""
    names = [name for name, _ in told.about(block)]
    return next((one for one in made(told).all if one.indicator.id in names[:1]), None)


def _agreement(told, block, **_):
    one = verdict_of(told, block)
    if one is None or len(told.about(block)) > 1:
        return None
    by = {reason.code: reason for reason in one.call.reasons}
    reasons = [by[code] for code in ("agreement", "in_line", "too_few_peers") if code in by]
    return {"n": [str(r.n) for r in reasons], "of": [str(r.of) for r in reasons]}


def _not_as_clear(told, block, **_):
    one = verdict_of(told, block)
    return None if one is None else {"year": [r.detail for r in one.call.reasons if r.code == "lowered_by_year"]}


def tendencies(text, told, block):
    """ "Tendenser (6)": both kinds."""
    if told.page != "styrker" or block.tag not in ("h2", "summary"):
        return text
    for kind, words in (
        ("tendency", "Tendenser"),
        ("strength", "Styrker"),
        ("weakness", "Svakheter"),
        ("in_line", "På linje med de andre"),
        ("not_rated", "Ikke vurdert"),
        ("unsettled", "Uavklart"),
    ):
        whole = f"{told.say(words)} ({len(made(told).of(kind))})"
        text = text.replace(whole, re.sub(r"\d", "·", whole))
    return text


def _one_year(told, block, **_):
    one = verdict_of(told, block)
    return None if one is None else {"year": [one.measures.period]}


_KIND = {"strength": "styrke", "weakness": "svakhet", "tendency": "tendens"}


def _ordinary(told, block, **_):
    """The mean number of calls of the kind told of, in the text or in the heading before it."""
    where = f"{block.text.split('.')[0]} {block.before}".lower()
    kinds = {
        "strength": told.say("Styrker"),
        "weakness": told.say("Svakheter"),
        "tendency": told.say("Tendenser"),
    }
    chosen = [kind for kind, words in kinds.items() if words.lower()[:5] in where]
    return {"n": [told.number(made(told).chance[kind], 1) for kind in chosen or kinds]}


def _how_many(kind):
    def count(told, _block, **_):
        return {"n": str(len(made(told).of(kind)))}

    return count


def rounded(amount: float) -> float:
    """To two digits."""
    digits = 1 - floor(log10(abs(amount))) if amount else 0
    return round(amount, digits)


def _amount(told, block, **_):
    """−gap / per · what it is a share of, where there was so much; to two digits."""
    may = set()
    for name, year in told.about(block):
        indicator = told.context.catalogue.indicators[name]
        unit = told.context.catalogue.units[indicator.unit]
        by = indicator.composition.by
        years = [year] if year else list(told.bare.years(name))[:1]
        if told.page == "hva-skal-til" or not (unit.per and by):
            years = years[:1]
        if not (unit.per and by and years):
            continue
        values, middle = told.bare.among(name, years[0]), told.bare.middle(name, years[0])
        if told.bare.focus not in values or middle is None:
            continue
        back = re.search(rf"\b{by}\[t-(\d+)\]", indicator.derivation)
        then = int(years[0]) - (int(back[1]) if back else 0)
        of = told.bare.rows[by]
        base = next(
            (of[str(y)][told.bare.focus] for y in (then, then - 1, then + 1) if told.bare.focus in of.get(str(y), {})),
            None,
        )
        if base is None:
            continue
        times = told.context.catalogue.units[told.context.catalogue.indicators[by].unit].times
        amount = rounded(abs((values[told.bare.focus] - middle) / unit.per * base * times))
        for size in (1e9, 1e6):
            if amount >= size:
                may.add(told.number(amount / size, 0 if amount / size >= 10 else 1))
                break
        else:
            may.add(told.number(amount))
    return {"amount": may} if may else None


def slopes(told, name: str, first: int, last: int) -> tuple[float, float, float, bool] | None:
    """Median of all pairwise slopes of the distance to the peers' middle, with the interval of Sen (1968)."""
    from scipy.stats import theilslopes

    indicator = told.context.catalogue.indicators[name]
    table = {
        int(year): values
        for year, values in told.bare.rows[name].items()
        if len(year) == 4
        and first <= int(year) <= last
        and told.bare.focus in values
        and not indicator.unusual_reason(year)
    }
    ever = {r for r in told.bare.peers if any(r in v for y, v in told.bare.rows[name].items() if len(y) == 4)}
    table = {y: v for y, v in table.items() if sum(r in v for r in ever) >= 0.8 * len(ever)}
    steady = [r for r in ever if all(r in values for values in table.values())]
    if not table or not steady:
        return None
    middles = {y: median(v[r] for r in steady) for y, v in table.items()}
    gaps = {y: table[y][told.bare.focus] - middles[y] for y in table}
    money = told.context.catalogue.units[indicator.unit].current_prices
    if money:
        gaps = {y: 100 * gap / middles[y] for y, gap in gaps.items()}
    years = sorted(gaps)
    found = theilslopes([gaps[y] for y in years], years, 0.95)
    return found.slope, found.low_slope, found.high_slope, money


def _slope(told, block, first, last, **_):
    about = told.about(block)
    if not about:
        return None
    name = about[0][0]
    found = slopes(told, name, int(first), int(last))
    if found is None:
        return {}
    slope, low, high, money = found
    indicator = told.context.catalogue.indicators[name]
    may = {}
    for key, values in (("change", (slope,)), ("low", (low, high)), ("high", (low, high))):
        may[key] = {
            told.number(sign * v, places)
            for v in values
            for sign in (1, -1)
            for places in ({1} if money else {indicator.decimals, indicator.decimals + 1})
        }
    may["first"], may["last"] = first, last
    return may


_SLOPE = ("change", "first", "last", "low", "high")
RULES = (
    Rule("{n} av {of} sammenligninger peker samme vei", ("n", "of"), _agreement),
    Rule("liten avstand i {n} av {of} sammenligninger", ("n", "of"), _agreement),
    Rule("ikke like klart i {year}", ("year",), _not_as_clear),
    Rule("bygger på ett år alene, {year}", ("year",), _one_year),
    Rule("Omtrent som en vanlig region ({n}).", ("n",), _ordinary),
    Rule("Flere enn en vanlig region ({n}).", ("n",), _ordinary),
    Rule("Færre enn en vanlig region ({n}).", ("n",), _ordinary),
    Rule("{n} styrker i alt.", ("n",), _how_many("strength")),
    Rule("{n} svakheter i alt.", ("n",), _how_many("weakness")),
    Rule("{start} ville vært {amount} flere {things}.", ("amount",), _amount),
    Rule("{start} ville vært {amount} færre {things}.", ("amount",), _amount),
    Rule("{start} ville vært {amount} euro mer {things}.", ("amount",), _amount),
    Rule("{start} ville vært {amount} euro mindre {things}.", ("amount",), _amount),
    Rule("Etterslepet øker: {change} i året {first}–{last} (mellom {low} og {high}).", _SLOPE, _slope),
    Rule("Etterslepet minker: {change} i året {first}–{last} (mellom {low} og {high}).", _SLOPE, _slope),
    Rule("Forspranget øker: {change} i året {first}–{last} (mellom {low} og {high}).", _SLOPE, _slope),
    Rule("Forspranget minker: {change} i året {first}–{last} (mellom {low} og {high}).", _SLOPE, _slope),
    Rule("Ingen sikker endring i avstanden {first}–{last} (mellom {low} og {high} i året).", _SLOPE[1:], _slope),
)
