"""Kan jeg si dette? A checked statement as one sentence ready to quote, or the reason why it may not be said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.quantities import quantity
from components.refusals import because
from components.said import Said
from components.text import LANGUAGES, Speaker
from components.wording import sentence, within
from models.attractiveness import ROOT
from models.catalogue import Catalogue
from models.claims import Caveat, Claim, Refusal

# Statements about an indicator, by what `_form` finds.
_INDICATOR = {
    "figure": "{region} hadde {value} i {year} på «{what}»",
    "rank": "{region} er nr. {rank} av {count} regioner på «{what}», med {value} i {year}",
    "order": "{region} er nr. {rank} av {count} regioner, regnet fra det høyeste tallet, på «{what}»: {value} i {year}",
    "over": "{region} ligger {gap} over midten av sammenligningsregionene på «{what}»: {value} mot {theirs} i {year}",
    "under": "{region} ligger {gap} under midten av sammenligningsregionene på «{what}»: {value} mot {theirs} i {year}",
    "higher": "{region} ligger høyere enn {other} på «{what}»: {value} mot {theirs} i {year}",
    "lower": "{region} ligger lavere enn {other} på «{what}»: {value} mot {theirs} i {year}",
    "strength": "{region} har en styrke i «{what}»: {value} i {year}, nr. {rank} av {count} regioner",
    "weakness": "{region} har en svakhet i «{what}»: {value} i {year}, nr. {rank} av {count} regioner",
    "up": "{region} gikk opp fra {theirs} i {first} til {value} i {last} på «{what}»",
    "down": "{region} gikk ned fra {theirs} i {first} til {value} i {last} på «{what}»",
    "closing": "{region} nærmer seg midten av sammenligningsregionene på «{what}» ({year})",
    "widening": "{region} fjerner seg fra midten av sammenligningsregionene på «{what}» ({year})",
}
# Statements about a place in a theme or the total.
_PLACE = {
    "range": "{region} er nr. {rank} av {count} regioner {where}, mellom nr. {low} og nr. {high} i 90 prosent av "
    "beregningene, tall for {year}",
    "certain": "{region} er nr. {rank} av {count} regioner {where} i minst 90 prosent av beregningene, tall for {year}",
    "plain": "{region} er nr. {rank} av {count} regioner {where}, tall for {year}",
    "above": "{region} ligger foran {other} {where} i minst 90 prosent av beregningene, tall for {year}",
    "upper_half": "{region} er i den beste halvdelen av {count} regioner {where}, mellom nr. {low} og nr. {high}, "
    "tall for {year}",
}
_CAVEATS = {
    "break": "brudd i serien",
    "estimated": "anslag",
    "provisional": "foreløpig tall",
    "definition_differs": "avvikende definisjon",
    "few_peers": "bare {n} sammenligningsregioner har tall",
    "missing_peers": "sammenligningsregioner uten tall: {n}",
    "own_weights": "egne vekter",
    "own_method": "egen metode",
    "rank_not_tested": "plasseringen er ikke prøvd med andre vekter",
    "one_year": "bare tall for ett år",
}
_AGAINST_PEERS = frozenset({"rank", "gap", "upper_half", "strength", "weakness", "trend"})
_NAMED = 15  # peers named one by one


@dataclass(frozen=True)
class Origin:
    """What must be quoted with a claim.

    Attributes:
        publisher: who published the figures.
        datasets: codes at the publisher.
        derived: whether the number was computed by us from published ones.
        release: number of the release of figures.
        among: whom the region is compared with: ids of peer sets and codes of regions.
    """

    publisher: str
    datasets: Sequence[str]
    derived: bool
    release: int
    among: Sequence[str] = ()


def said(catalogue: Catalogue, made: Claim | Refusal, origin: Origin) -> Said:
    """A claim or a refusal in every language."""
    speakers = [Speaker(language) for language in LANGUAGES]
    if isinstance(made, Refusal):
        return Said(False, {say.language: because(say, catalogue, made) for say in speakers})
    return Said(True, {say.language: quoted(say, catalogue, made, origin) for say in speakers})


def quoted(say: Speaker, catalogue: Catalogue, claim: Claim, origin: Origin) -> str:
    """One sentence: the statement, and in brackets what must be said with it and where it comes from."""
    beside = [_caveat(say, found) for found in claim.caveats]
    if claim.kind in _AGAINST_PEERS and origin.among:
        beside.insert(0, say("sammenlignet med {peers}", peers=_among(say, catalogue, origin.among)))
    beside.append(say("kilde: {source}", source=", ".join([origin.publisher, *origin.datasets])))
    if origin.derived:
        beside.append(say("beregnet av Osloregionen i Europa"))
    beside.append(say("datautgave {number}", number=origin.release))
    return f"{statement(say, catalogue, claim)} ({'; '.join(beside)})."


def statement(say: Speaker, catalogue: Catalogue, claim: Claim) -> str:
    """What is claimed, without brackets and full stop. The region always stands with its definition."""
    name = sentence(catalogue.region_name(claim.subject, say.language))
    measured = catalogue.measured_as(claim.definition, say.language)
    values: dict[str, Any] = {
        "region": f"{name} ({measured})" if measured else name,
        "other": catalogue.region_name(claim.other, say.language),
        "year": claim.year,
    }
    if claim.rank:
        values |= {
            "rank": claim.rank.rank,
            "count": claim.rank.count,
            "low": claim.rank.low,
            "high": claim.rank.high,
        }
    if claim.node not in catalogue.indicators:
        return say(_PLACE[_place_form(claim)], where=_where(say, catalogue, claim), **values)
    indicator = catalogue.indicators[claim.node]
    values |= {"what": say.of(indicator.title), "first": claim.other, "last": claim.year[-4:]}
    if claim.figure is not None:
        values["value"] = quantity(say, catalogue, indicator, claim.figure)
    if claim.figure is not None and claim.other_figure is not None:
        values["theirs"] = quantity(say, catalogue, indicator, claim.other_figure)
        apart = abs(claim.figure - claim.other_figure)
        values["gap"] = quantity(say, catalogue, indicator, apart, difference=True)
    return say(_INDICATOR[_form(claim, indicator.direction, indicator.sign)], **values)


def _form(claim: Claim, direction: str, sign: int) -> str:
    """Which statement an indicator's claim is."""
    more = (claim.figure or 0.0) > (claim.other_figure or 0.0)
    match claim.kind:
        case "rank":
            return "order" if direction == "none" else "rank"
        case "gap":
            return "over" if more else "under"
        case "above":
            return "higher" if more else "lower"
        case "change":
            return "up" if more else "down"
        case "trend":
            ahead = (claim.other_figure or 0.0) * sign > 0
            return "widening" if ahead == ((claim.figure or 0.0) > 0) else "closing"
        case _:
            return claim.kind


def _place_form(claim: Claim) -> str:
    if claim.kind != "rank" or claim.rank is None:
        return claim.kind
    if not claim.rank.tested:
        return "plain"
    return "certain" if claim.rank.low == claim.rank.high else "range"


def _where(say: Speaker, catalogue: Catalogue, claim: Claim) -> str:
    """In which ranking; the reader's own choices never stand apart from the place itself."""
    chosen = [_caveat(say, caveat) for caveat in claim.caveats if caveat.code in {"own_weights", "own_method"}]
    own = say.listing(chosen)
    if claim.node == ROOT:
        return say("samlet sett med {own}", own=own) if own else say("samlet sett")
    theme = say.of(catalogue.themes[claim.node].title)
    return say("på «{theme}» med {own}", theme=theme, own=own) if own else say("på «{theme}»", theme=theme)


def _among(say: Speaker, catalogue: Catalogue, among: Sequence[str]) -> str:
    """Whom a region is compared with: "alliansens sammenligningsregioner og Berlin"."""
    if len(among) > _NAMED:
        return say("{count} utvalgte regioner", count=len(among))
    titles = {one: catalogue.set_title(one) for one in among}
    return say.listing(
        [
            within(say.of(title)) if title else catalogue.region_name(one, say.language, short=True)
            for one, title in titles.items()
        ]
    )


def _caveat(say: Speaker, caveat: Caveat) -> str:
    return say(_CAVEATS[caveat.code], n=caveat.detail)
