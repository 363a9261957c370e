"""Kan jeg si dette? A checked statement as a sentence ready to quote with what must be known below, or why not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.words.caveats import CAVEATS, caveat_words
from components.words.ordinals import place
from components.words.quantities import of_hundred, quantity
from components.words.refusals import because
from components.words.said import Said
from components.words.text import LANGUAGES, Speaker
from components.words.wording import within
from models.catalogue import Catalogue, Indicator
from models.claims import Claim, Refusal
from models.index.attractiveness import ROOT
from models.rounding import shown_gap

# Statements about an indicator, by what `_form` finds.
_INDICATOR = {
    "figure": "{what} i {region} var {value} i {year}",
    "rank": "{what} i {region} var {place} av {count} regioner i {year}: {value}",
    "between": "{what} i {region} var mellom {best} og {worst} av {count} regioner i {year}: {value}",
    "over": "{what} i {region} var {value} i {year}, {gap} over midten av sammenligningsregionene ({theirs})",
    "under": "{what} i {region} var {value} i {year}, {gap} under midten av sammenligningsregionene ({theirs})",
    "higher": "{what} var høyere i {region} enn i {other} i {year}: {value} mot {theirs}",
    "lower": "{what} var lavere i {region} enn i {other} i {year}: {value} mot {theirs}",
    "strength": "{what} er en styrke for {region}: {value} i {year}, nr. {rank} av {count} regioner",
    "weakness": "{what} er en svakhet for {region}: {value} i {year}, nr. {rank} av {count} regioner",
    "up": "{what} i {region} gikk opp fra {theirs} i {first} til {value} i {last}",
    "down": "{what} i {region} gikk ned fra {theirs} i {first} til {value} i {last}",
    "up_peers": "{what} i {region} gikk opp fra {theirs} av midten av sammenligningsregionene i {first} til {value} i "
    "{last}",
    "down_peers": "{what} i {region} gikk ned fra {theirs} av midten av sammenligningsregionene i {first} til {value} "
    "i {last}",
    "europe_better": "{what} i {region} var {value} i {year}, bedre enn i {percent} av 100 regioner i Europa",
    "europe_higher": "{what} i {region} var {value} i {year}, høyere enn i {percent} av 100 regioner i Europa",
    "season": "{what} i {region}: flest i {month} {year}, {value} av året",
    "rising": "Blant {count} regioner i {year} følger høye tall for «{what}» gjerne høye tall for «{also}»",
    "falling": "Blant {count} regioner i {year} følger høye tall for «{what}» gjerne lave tall for «{also}»",
    "closing": "{region} nærmer seg midten av sammenligningsregionene på «{what}» ({year})",
    "widening": "{region} fjerner seg fra midten av sammenligningsregionene på «{what}» ({year})",
}
# Statements about a place in a theme or the total.
_PLACE = {
    "range": "{region} er nr. {rank} av {count} regioner {where}, mellom nr. {low} og nr. {high} etter metodevalg, "
    "tall for {year}",
    "certain": "{region} er nr. {rank} av {count} regioner {where}, uansett metodevalg, tall for {year}",
    "plain": "{region} er nr. {rank} av {count} regioner {where}, tall for {year}",
    "above": "{region} ligger foran {other} {where} i minst 90 prosent av beregningene, tall for {year}",
    "upper_half": "{region} er i den beste halvdelen av {count} regioner {where}, mellom nr. {low} og nr. {high} etter "
    "metodevalg, tall for {year}",
}
_AGAINST_PEERS = frozenset({"rank", "gap", "upper_half", "strength", "weakness", "trend"})
_NAMED = 15  # peers named one by one


@dataclass(frozen=True)
class Origin:
    """What must be quoted with a claim.

    Attributes:
        publishers: who published the figures.
        datasets: codes at the publisher.
        derived: whether the number was computed by us from published ones.
        release: number of the release of figures.
        among: whom the region is compared with: ids of peer sets and codes of regions.
    """

    publishers: Sequence[str]
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
    """A sentence with its publisher, as one would send it, and below what must be known when it is quoted."""
    publishers = say.listing(list(origin.publishers))
    return f"{statement(say, catalogue, claim)} ({publishers}).\n{_beside(say, catalogue, claim, origin)}"


def _beside(say: Speaker, catalogue: Catalogue, claim: Claim, origin: Origin) -> str:
    """The line under the sentence: how the region is measured, whom it is compared with, caveats, origin."""
    notes = []
    asked = claim.node in catalogue.indicators and catalogue.indicators[claim.node].asked is not None
    if not asked and (measured := catalogue.measured_as(claim.definition, say.language)):
        name = catalogue.region_name(claim.subject, say.language)
        notes.append(f"{name} {measured}")
    if claim.kind in _AGAINST_PEERS and origin.among:
        notes.append(say("sammenlignet med {peers}", peers=_among(say, catalogue, origin.among)))
    notes += [caveat_words(say, catalogue, caveat) for caveat in claim.caveats]
    if origin.derived:
        notes.append(say("beregnet av {service}", service=catalogue.identity.name[say.language]))
    notes += origin.datasets
    notes.append(say("datautgave {number}", number=origin.release))
    return say("Forbehold: {notes}.", notes="; ".join(notes))


def statement(say: Speaker, catalogue: Catalogue, claim: Claim) -> str:
    """What is claimed, without source and full stop."""
    values: dict[str, Any] = {
        "region": catalogue.region_name(claim.subject, say.language),
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
    values["year"] = indicator.years_of(claim.year)
    if indicator.asked is not None:  # the residents of a city answered, not those of the region
        cities = {"region": catalogue.cities.get(claim.subject), "other": catalogue.cities.get(claim.other)}
        values |= {part: say.of(city) for part, city in cities.items() if city is not None}
    if claim.kind == "europe":
        values["percent"] = of_hundred(say, claim.other_figure or 0.0)
    if claim.kind == "season":
        values["month"] = say.month_name(int(claim.other))
    if claim.kind == "relation":
        values["also"] = say.of(catalogue.indicators[claim.other].title)
    if claim.figure is not None:
        values["value"] = _amount(say, catalogue, indicator, claim, claim.figure)
    if claim.figure is not None and claim.other_figure is not None:
        values["theirs"] = _amount(say, catalogue, indicator, claim, claim.other_figure)
        gap = shown_gap(claim.figure, claim.other_figure, indicator.decimals)
        values["gap"] = quantity(say, catalogue, indicator, abs(gap), difference=True)
    if claim.kind == "rank" and claim.rank:
        values |= _places(say, indicator, claim)
    mixed = [c.detail.partition(":") for c in claim.caveats if c.code == "other_years"]
    if mixed and claim.kind == "above":
        values["theirs"] = f"{values['theirs']} ({mixed[0][0]})"
        mixed = []
    said = say(_INDICATOR[_form(claim, indicator)], **values)
    return said + "".join(say("; {n} av de andre har tall for {year}", n=n, year=year) for year, _, n in mixed)


def _amount(say: Speaker, catalogue: Catalogue, indicator: Indicator, claim: Claim, value: float) -> str:
    """A figure with its unit; per cent of the peers' middle where that is what is told."""
    if claim.kind in ("change", "season") and not claim.unit:
        return say.quantity(value, 1, "%")
    return quantity(say, catalogue, indicator, value)


def _places(say: Speaker, indicator: Indicator, claim: Claim) -> dict[str, str]:
    """The place by size, and those that the sampling error leaves."""
    assert claim.rank is not None  # noqa: S101 - asked for ranks only
    lowest = indicator.direction == "lower_better"
    low, high = claim.rank.low or claim.rank.rank, claim.rank.high or claim.rank.rank
    return {
        name: place(say, rank, claim.rank.count, lowest=lowest)
        for name, rank in (("place", claim.rank.rank), ("best", low), ("worst", high))
    }


def _form(claim: Claim, indicator: Indicator) -> str:
    """Which statement an indicator's claim is."""
    more = (claim.figure or 0.0) > (claim.other_figure or 0.0)
    match claim.kind:
        case "rank":
            return "between" if claim.rank and claim.rank.low != claim.rank.high else "rank"
        case "gap":
            return "over" if more else "under"
        case "above":
            return "higher" if more else "lower"
        case "change":
            return ("up" if more else "down") + ("" if claim.unit else "_peers")
        case "trend":
            ahead = (claim.other_figure or 0.0) * indicator.sign > 0
            return "widening" if ahead == ((claim.figure or 0.0) > 0) else "closing"
        case "europe":
            return "europe_higher" if indicator.direction == "none" else "europe_better"
        case "relation":
            return "rising" if (claim.figure or 0.0) > 0 else "falling"
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
    chosen = [say(CAVEATS[caveat.code]) for caveat in claim.caveats if caveat.code in {"own_weights", "own_method"}]
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
