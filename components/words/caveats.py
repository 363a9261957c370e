"""What must be said beside a claim."""

from components.words.text import Speaker
from models.catalogue import Catalogue
from models.claims import Caveat

CAVEATS = {
    "break": "brudd i serien dette året",
    "estimated": "anslag",
    "provisional": "foreløpig tall",
    "definition_differs": "avvikende definisjon",
    "few_peers": "bare {n} sammenligningsregioner har tall",
    "missing_peers": "uten tall: {n}",
    "alike": "samme tall som {n}",
    "own_weights": "egne vekter",
    "own_method": "egen metode",
    "rank_not_tested": "plasseringen er ikke prøvd med andre vekter",
    "one_year": "bare tall for ett år",
    "other_years": "tall for {year} for {n} av regionene",
    "caution": "merk at {n}",
    "sample": "utvalgsundersøkelse, og feilmarginen er ikke kjent",
    "no_cause": "en sammenheng er ikke en årsak",
    "uneven": "tallet svinger i årene mellom",
}


def caveat_words(say: Speaker, catalogue: Catalogue, caveat: Caveat) -> str:
    """What a caveat says."""
    detail = caveat.detail
    if caveat.code in ("missing_peers", "alike"):
        detail = say.listing([catalogue.region_name(code, say.language, short=True) for code in detail.split(",")])
    elif caveat.code == "other_years":
        year, _, count = detail.partition(":")
        return say(CAVEATS[caveat.code], year=year, n=count)
    elif caveat.code == "caution" and (words := catalogue.indicators[detail].caution):
        detail = say.of(words)
    return say(CAVEATS[caveat.code], n=detail)
