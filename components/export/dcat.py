"""The catalogue of published figures as DCAT-AP-NO 3 (https://data.norge.no/specification/dcat-ap-no).

We publish what others have counted: the service is the publisher (dct:publisher) of each data set, whoever counted is
its creator (dct:creator), and their own tables are its sources (dct:source).
"""

from collections.abc import Iterable, Sequence

from components.export.published import ENDINGS, KEYS, Published
from components.export.turtle import Address, Inner, Literal, Named, Properties, Term, turtle
from components.words.text import LANGUAGES, Speaker
from models.catalogue import Identity, Publisher

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
# Licences with an address in the EU's list; others keep their own.
LICENCES = {"CC BY 4.0": f"{_AUTHORITY}/licence/CC_BY_4_0", "NLOD 2.0": f"{_AUTHORITY}/licence/NLOD_2_0"}
_LANGUAGES = {"nb": f"{_AUTHORITY}/language/NOB", "en": f"{_AUTHORITY}/language/ENG"}
_MEDIA = {"csv": "text/csv", "json": "application/json"}
# What our themes, or a part of one, are in the EU's list of them; all are about regions.
_THEMES = {"talent": "EDUC", "investment": "ECON", "visitors": "ECON", "clusters": "ECON", "living": "SOCI"} | {
    "cooperation": "TECH"
}
_PARTS = {"climate_environment": "ENVI", "labour_market": "SOCI", "people": "SOCI"}
_PLACES = {"europe": f"{_AUTHORITY}/continent/EUROPE", "norway": f"{_AUTHORITY}/country/NOR"}


def licence_address(publisher: Publisher) -> str:
    """The address by which machines know a publisher's licence."""
    return LICENCES.get(publisher.licence, publisher.licence_url)


def _in_each(name: str, texts: dict[str, str]) -> Properties:
    return [(name, Literal(text, language)) for language, text in texts.items()]


def _year(year: int) -> Literal:
    return Literal(str(year), type="xsd:gYear")


def _kind_of_file(say: Speaker) -> dict[str, str]:
    return {"trend": say("År for år"), "ranking": say("Nyeste tall for hver region")}


def _about(say: Speaker, name: str) -> str:
    return say("Tall om europeiske regioner fra offisiell statistikk, slik {name} viser dem.", name=name)


def _distributions(one: Published, base: str) -> Iterable[Term]:
    names = {code: _kind_of_file(Speaker(code)) for code in LANGUAGES}
    licence: Properties = [("dct:license", Address(licence_address(one.publisher)))] if one.publisher else []
    for key in KEYS:
        for ending in ENDINGS:
            address = Address(base + one.file(key, ending))
            yield Inner(
                (
                    ("a", Named("dcat:Distribution")),
                    *_in_each("dct:title", {code: f"{said[key]} ({ending.upper()})" for code, said in names.items()}),
                    ("dcat:accessURL", address),
                    ("dcat:downloadURL", address),
                    ("dcat:mediaType", Address(f"https://www.iana.org/assignments/media-types/{_MEDIA[ending]}")),
                    ("dct:format", Address(f"{_AUTHORITY}/file-type/{ending.upper()}")),
                    ("dct:language", Address(_LANGUAGES["nb"])),
                    *licence,
                )
            )


def _dataset(one: Published, base: str, us: Address, contact: Term) -> Properties:
    indicator = one.indicator
    credit = {code: one.publisher.attribution[code] if one.publisher else "" for code in LANGUAGES}
    told = {code: f"{indicator.description[code]} {credit[code]}".strip() for code in LANGUAGES}
    words = [("dcat:keyword", Literal(word, code)) for code in LANGUAGES for word in getattr(indicator.search, code)]
    themes = dict.fromkeys((_PARTS.get(indicator.subtheme) or _THEMES.get(indicator.theme, "REGI"), "REGI"))
    period = Inner(
        (
            ("a", Named("dct:PeriodOfTime")),
            ("dcat:startDate", _year(one.years[0])),
            ("dcat:endDate", _year(one.years[1])),
        )
    )
    return [
        ("a", Named("dcat:Dataset")),
        ("dct:identifier", Literal(f"{base}{one.landing}")),
        *_in_each("dct:title", {code: indicator.title[code] for code in LANGUAGES}),
        *_in_each("dct:description", told),
        ("dct:publisher", us),
        *([("dct:creator", _agent(one.publisher, base))] if one.publisher else []),
        ("dcat:contactPoint", contact),
        *(("dcat:theme", Address(f"{_AUTHORITY}/data-theme/{theme}")) for theme in themes),
        *words,
        ("dct:spatial", Address(_PLACES[indicator.scope])),
        ("dct:temporal", period),
        *(("dct:language", Address(_LANGUAGES[code])) for code in LANGUAGES),
        ("dct:accessRights", Address(f"{_AUTHORITY}/access-right/PUBLIC")),
        ("dct:modified", Literal(one.issued.date().isoformat(), type="xsd:date")),
        *(("dct:source", Address(source)) for source in one.sources if source),
        ("dcat:landingPage", Address(f"{base}{one.landing}")),
        *(("dcat:distribution", distribution) for distribution in _distributions(one, base)),
    ]


def _agent(publisher: Publisher, base: str) -> Address:
    return Address(f"{base}/katalog.ttl#publisher-{publisher.id}")


def _contact(given: str, base: str, name: dict[str, str]) -> Inner:
    """Where to write; where nobody has said, the page that says so."""
    way = (
        ("vcard:hasEmail", Address(f"mailto:{given}"))
        if "@" in given and "://" not in given
        else ("vcard:hasURL", Address(given or f"{base}/tilgjengelighet"))
    )
    return Inner((("a", Named("vcard:Organization")), *_in_each("vcard:fn", name), way))


def catalogue_file(all_published: Sequence[Published], identity: Identity, base: str, contact: str) -> bytes:
    """The catalogue as Turtle.

    Args:
        all_published: the indicators whose figures can be fetched, at least one.
        identity: what the service is called.
        base: address of this server, without slash at its end.
        contact: where to write; empty for nowhere.
    """
    here, us = Address(f"{base}/katalog.ttl#katalog"), Address(f"{base}/katalog.ttl#utgiver")
    name = {code: identity.name[code] for code in LANGUAGES}
    point = _contact(contact, base, name)
    things = {one.indicator.id: Address(f"{base}/katalog.ttl#{one.indicator.id}") for one in all_published}
    publishers = {one.publisher.id: one.publisher for one in all_published if one.publisher}
    changed = max(one.issued for one in all_published).date().isoformat()
    about = {code: _about(Speaker(code), name[code]) for code in LANGUAGES}
    catalogue: Properties = [
        ("a", Named("dcat:Catalog")),
        *_in_each("dct:title", name),
        *_in_each("dct:description", about),
        ("dct:publisher", us),
        ("dcat:contactPoint", point),
        *(("dct:language", Address(_LANGUAGES[code])) for code in LANGUAGES),
        ("dct:modified", Literal(changed, type="xsd:date")),
        ("foaf:homepage", Address(f"{base}/")),
        ("dct:spatial", Address(_PLACES["europe"])),
        ("dcat:themeTaxonomy", Address(f"{_AUTHORITY}/data-theme")),
        *(("dcat:dataset", thing) for thing in things.values()),
    ]
    agents: list[tuple[Address, Properties]] = [
        (_agent(one, base), [("a", Named("foaf:Agent")), *_agent_names(one), ("foaf:homepage", Address(one.url))])
        for one in publishers.values()
    ]
    ours: tuple[Address, Properties] = (us, [("a", Named("foaf:Agent")), *_in_each("foaf:name", name)])
    datasets = [(things[one.indicator.id], _dataset(one, base, us, point)) for one in all_published]
    return turtle(PREFIXES, [(here, catalogue), ours, *agents, *datasets]).encode()


def _agent_names(publisher: Publisher) -> Properties:
    return _in_each("foaf:name", {code: Speaker(code).of(publisher.name) for code in LANGUAGES})
