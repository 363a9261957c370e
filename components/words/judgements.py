"""Words for what the figures say of a region: calls, reasons, gaps that can be counted, trends, chance."""

from collections.abc import Callable
from dataclasses import replace
from math import sqrt
from typing import Literal

from components.words.flags import flags_explained
from components.words.text import Speaker
from components.words.wording import within
from models.advantages import Assessment, Call, GapTrend, Reason
from models.catalogue import Catalogue

AUDIENCES = {
    "talent": "Talent",
    "investors": "Investorer",
    "visitors": "Besøkende",
    "cooperation": "Samarbeidspartnere",
}
KINDS = {
    "strength": "Styrke",
    "weakness": "Svakhet",
    "in_line": "På linje",
    "unsettled": "Uavklart",
    "not_rated": "Ikke vurdert",
}
_TEN, _MILLION, _BILLION = 10, 1e6, 1e9


def audience(say: Speaker, code: str) -> str:
    """Whom it matters to: "Investorer"."""
    return say(AUDIENCES[code])


def call_words(say: Speaker, call: Call) -> str:
    """A call in a word or three."""
    if call.kind == "tendency":
        return say("Tendens til styrke") if call.side > 0 else say("Tendens til svakhet")
    return say(KINDS[call.kind])


def _reason(say: Speaker, reason: Reason) -> str:
    match reason.code:
        case "agreement":
            return say("{n} av {of} sammenligninger peker samme vei", n=reason.n, of=reason.of)
        case "in_line":
            return say("liten avstand i {n} av {of} sammenligninger", n=reason.n, of=reason.of)
        case "flagged":
            return say("utgiveren har merket tallet: {flags}", flags=flags_explained([reason.detail], say))
        case "unusual_year":
            return say("{year} var et pandemiår", year=reason.detail)
        case "one_year":
            return say("bygger på ett år alene, {year}", year=reason.detail)
        case "missing":
            return say("Osloregionen mangler tall")
        case "too_few_peers":
            return say("i noen sammenligninger har bare {n} regioner tall; vi krever {of}", n=reason.n, of=reason.of)
        case "no_spread":
            return say("i noen sammenligninger har alle samme tall")
        case "lowered_by_set":
            return say("ikke like klart mot {names}", names=reason.detail)
        case "lowered_by_year":
            return say("ikke like klart i {year}", year=reason.detail)
        case "within_error":
            return say("forskjellen er mindre enn det undersøkelsen kan måle")
        case "capped":
            return say("ville ellers regnes som klar forskjell, men tallet er for usikkert")


def reasons_words(say: Speaker, catalogue: Catalogue, assessment: Assessment) -> str:
    """Why a call is what it is, and what to know about it, as one line.

    Where nothing is rated for want of regions, the page says so once and no figure repeats it.
    """
    unrated = assessment.call.kind == "not_rated"
    told = [r for r in assessment.call.reasons if not (unrated and r.code == "too_few_peers")]
    sets = [catalogue.set_title(r.detail) for r in told if r.code == "lowered_by_set"]
    if named := say.listing([within(say.of(title)) for title in sets if title]):
        others = [r for r in told if r.code != "lowered_by_set"]
        told = [*others[:1], Reason("lowered_by_set", detail=named), *others[1:]]
    years_of = assessment.indicator.years_of
    told = [replace(r, detail=years_of(r.detail)) if r.code == "one_year" else r for r in told]
    return "; ".join(_reason(say, reason) for reason in told)


def amount_words(say: Speaker, amount: float) -> str:
    """A count to two digits: "41 000", "1,8 mill.", "3,9 mrd."; a computed count is no exact one."""
    rounded = float(f"{abs(amount):.1e}")
    if rounded >= _BILLION:
        return say("{n} mrd.", n=_short(say, rounded / _BILLION))
    if rounded >= _MILLION:
        return say("{n} mill.", n=_short(say, rounded / _MILLION))
    return say.number(rounded)


def _short(say: Speaker, value: float) -> str:
    return say.number(value, 0 if value >= _TEN else 1)


def level_words(say: Speaker, level: str, amount: float, things: str, *, money: bool, half: bool = False) -> str:
    """What another region's level would mean here: "Samme nivå som Stockholm ville vært 41 000 flere …".

    Args:
        say: the reader's language.
        level: whose level, in the middle of a sentence.
        amount: how many more the region would have; negative: fewer.
        things: what is counted.
        money: whether the things are euros.
        half: whether only half of the way is meant.
    """
    start = say("Halvveis til {level}", level=level) if half else say("Samme nivå som {level}", level=level)
    values = {"start": start, "amount": amount_words(say, amount), "things": things}
    if money:
        if amount >= 0:
            return say("{start} ville vært {amount} euro mer {things}.", **values)
        return say("{start} ville vært {amount} euro mindre {things}.", **values)
    if amount >= 0:
        return say("{start} ville vært {amount} flere {things}.", **values)
    return say("{start} ville vært {amount} færre {things}.", **values)


def trend_words(say: Speaker, trend: GapTrend | None, per_year: Callable[[float], str]) -> str:
    """Whether the gap to the middle closes or widens, with the interval of the change.

    Args:
        say: the reader's language.
        trend: None where there are too few comparable years or regions.
        per_year: a change a year as text.
    """
    if trend is None:
        return say("For få sammenlignbare år til å si om avstanden øker eller minker.")
    values: dict[str, object] = {"first": trend.first, "last": trend.last}
    if trend.kind == "unclear":
        between = {"low": per_year(trend.low), "high": per_year(trend.high)}
        return say(
            "Ingen sikker endring i avstanden {first}–{last} (mellom {low} og {high} i året).", **values, **between
        )
    low, high = sorted((abs(trend.low), abs(trend.high)))
    values |= {"change": per_year(abs(trend.slope)), "low": per_year(low), "high": per_year(high)}
    if trend.ahead:
        if trend.kind == "widening":
            return say("Forspranget øker: {change} i året {first}–{last} (mellom {low} og {high}).", **values)
        return say("Forspranget minker: {change} i året {first}–{last} (mellom {low} og {high}).", **values)
    if trend.kind == "widening":
        return say("Etterslepet øker: {change} i året {first}–{last} (mellom {low} og {high}).", **values)
    return say("Etterslepet minker: {change} i året {first}–{last} (mellom {low} og {high}).", **values)


def against_chance(number: int, expected: float) -> Literal[1, 0, -1]:
    """Whether calls are more (1) or fewer (-1) than a region drawn at random would have, or about as many (0).

    Counts of rare things vary by about the square root of what is expected; less than that is no difference.
    """
    if abs(number - expected) <= max(1.5, sqrt(expected)):
        return 0
    return 1 if number > expected else -1


def chance_words(say: Speaker, counted: int, expected: float) -> str:
    """How many calls of a kind an ordinary region has, against how many there are."""
    number = say.number(expected, 1)
    way = against_chance(counted, expected)
    if way == 0:
        return say("Omtrent som en vanlig region ({n}).", n=number)
    return (
        say("Flere enn en vanlig region ({n}).", n=number)
        if way > 0
        else say("Færre enn en vanlig region ({n}).", n=number)
    )


# A region against an ordinary one, by whether its strengths and its weaknesses are more or fewer.
_ORDINARY = {
    "same": "omtrent som en vanlig region",
    "better": "bedre enn en vanlig region",
    "worse": "svakere enn en vanlig region",
    "uneven": "mer ujevn enn en vanlig region",
    "even": "jevnere enn en vanlig region",
}


def ordinary_words(say: Speaker, strengths: Literal[1, 0, -1], weaknesses: Literal[1, 0, -1]) -> str:
    """How a region with so many strengths and weaknesses compares with an ordinary one (see `against_chance`)."""
    if strengths != weaknesses:
        return say(_ORDINARY["better" if strengths > weaknesses else "worse"])
    return say(_ORDINARY["same" if strengths == 0 else "uneven" if strengths > 0 else "even"])
