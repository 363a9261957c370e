"""Every sentence that the figures of Osloregionen give, without a screen; and what may never be said again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from components.words.claims import Origin, said
from components.words.findings import comparison_finding
from components.words.quantities import quantity
from components.words.text import LANGUAGES, Speaker
from components.words.trends import trend_finding
from components.words.wording import within
from models import claims
from models.catalogue import Catalogue, Indicator
from models.change.comparable import year_told
from models.change.told import told
from models.comparison.one_year import compare
from models.figures.observations import Figures

FOCUS = "NO08"
# Sentences that stood on the pages and were not true, or not told as they should be.
NEVER = (
    r"ned fra 21,2 % i 2017",  # adult learning, across the redesign of the survey
    r"down from 21\.2% in 2017",
    r"[Oo]pp fra 41 000 KKS i 2008",  # money of its year
    r"[Uu]p from 41,000 PPS in 2008",
    r"10,3 % i 2017",  # early leavers, while 13.4 % (2021) is in the store
    r"best plassert i",
    r"opp fra 3,8 % i 2022 til 3,9 %",  # unemployment, within the sampling error
    r"År med pandemi og andre uvanlige år gir ikke poeng",
    r"95 prosent sikkert|95 per cent certain",
    r"[Nn][ro]\. 3 (?:av|of) 4(?!\d)",  # homicide: a place among four
    r"\d barrierer holder|\(mellom \d+ og \d+\)|sammenlignet med 11 regioner|compared with 11 regions",
    r"compared with nordic|with nordic capital",
    r"Levekår og tilgjengelighet|Næringsliv og investeringer",
    r"ned fra 46 km",  # railways, by a new definition
    r"trukket på måfå",
    r"har det \d+\. høyeste tallet",
    r"Sidene teller like mye",
    r"utover EU i offentlige tjenester",  # shift-share in euros
    r"[Nn]ed fra 162 til 148 i 2008",  # the end's figure in the year of the beginning
    r"midtregionen",
    r"\buvanlig år\b|vanlig år å sammenligne",
    r"har sete|kjent sete",
    r"\d{4}-\d\d-\d\dT",  # a time as programs write it
    r"(?<!\d)1 barrierer|(?<!\d)1 klynger|(?<!\d)1 indikatorer|(?<!\d)1 (?:barriers|clusters|indicators)",
)


@dataclass(frozen=True)
class Sentence:
    """A sentence and what it is about: an indicator and the years that it may speak of."""

    text: str
    language: str
    indicator: str
    kind: str


def plain(text: str) -> str:
    """With ordinary spaces, hyphens and minus signs."""
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("−", "-")


def never(text: str) -> list[str]:
    """Which of the sentences that may never be said stand in a text."""
    return [pattern for pattern in NEVER if re.search(pattern, plain(text))]


def origin(indicator: Indicator) -> Origin:
    """What is quoted with a claim about an indicator, among the alliance's regions."""
    return Origin((indicator.publisher,), indicator.datasets, bool(indicator.derivation), 1, ("alliance",))


def claim_of(
    figures: Figures, catalogue: Catalogue, name: str, kind: str, other: str = ""
) -> claims.Claim | claims.Refusal | None:
    """One claim; `other` is a region for "above", else a year where another than the one told is meant."""
    speaker, indicator = claims.ClaimScope(catalogue, figures), catalogue.indicators[name]
    peers = catalogue.members("alliance")
    year = year_told(figures, indicator, FOCUS, catalogue.reference_regions)
    if kind in ("change", "money"):
        found = told(figures, catalogue, indicator, FOCUS, peers)
        if kind == "money":
            return claims.money_refusal(indicator, FOCUS, year, found)
        return None if found is None else claims.change_claim(speaker, found)
    period = other if kind != "above" and other else year
    comparison = compare(figures, indicator, period, FOCUS, peers, catalogue.rules.year_tolerance, catalogue)
    if kind == "above":
        return claims.above_claim(speaker, comparison, other)
    make = {"rank": claims.rank_claim, "gap": claims.gap_claim, "figure": claims.figure_claim}[kind]
    return make(speaker, comparison)


def title_of(figures: Figures, catalogue: Catalogue, name: str, kind: str, language: str) -> str:
    """The title of an indicator's ranking or trend, as its page opens."""
    say, indicator = Speaker(language), catalogue.indicators[name]
    peers, region = catalogue.members("alliance"), catalogue.region_name(FOCUS, language)
    if kind == "trend":
        found = told(figures, catalogue, indicator, FOCUS, peers)
        if found is None:
            return trend_finding(say, region, None, str)
        if found.by == "published":
            region = f"{region}, {within(say.of(found.indicator.short))}"
        if found.by == "peers":
            return trend_finding(say, region, found, lambda value: say.quantity(value, 1, "%"))
        return trend_finding(say, region, found, lambda value: quantity(say, catalogue, found.indicator, value))
    year = year_told(figures, indicator, FOCUS, catalogue.reference_regions)
    comparison = compare(figures, indicator, year, FOCUS, peers, catalogue.rules.year_tolerance, catalogue)
    return comparison_finding(
        say,
        region,
        comparison,
        lambda code: catalogue.region_name(code, language, short=True),
        lambda value, difference: quantity(say, catalogue, indicator, value, difference=difference),
    )


def shown(figures: Figures, catalogue: Catalogue) -> list[Indicator]:
    """The indicators that readers can open, with a figure of the region."""
    rows = figures.frame
    own = set(
        rows.loc[(rows["region"] == FOCUS) & (rows["period"].astype(str).str.len() == 4), "indicator"].astype(str)
    )
    return [i for i in catalogue.indicators.values() if i.role != "series" and i.scope == "europe" and i.id in own]


def sentences(figures: Figures, catalogue: Catalogue) -> Iterator[Sentence]:
    """Titles and claims of every indicator, in every language."""
    for indicator in shown(figures, catalogue):
        for kind in ("ranking", "trend"):
            for language in LANGUAGES:
                yield Sentence(title_of(figures, catalogue, indicator.id, kind, language), language, indicator.id, kind)
        asked = [("rank", ""), ("gap", ""), ("figure", ""), ("change", ""), *(("above", p) for p in ("SE11", "DK01"))]
        for kind, other in asked:
            made = claim_of(figures, catalogue, indicator.id, kind, other)
            if made is None:
                continue
            for language, text in said(catalogue, made, origin(indicator)).text.items():
                yield Sentence(text, language, indicator.id, kind)
