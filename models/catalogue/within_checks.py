"""What must hold for the region's inside: codes lead somewhere, no territory is joined silently, cards are whole."""

from collections import Counter
from collections.abc import Iterator

from models.catalogue.catalogue import Catalogue
from models.catalogue.problems import Problem, missing

_MUNICIPALITIES, _CLUSTERS, _FACTS, _PLAN = "municipalities.csv", "clusters.csv", "city_facts.csv", "within.toml"


def municipalities(c: Catalogue) -> Iterator[Problem]:
    """Codes are known, each municipality of 2020 became exactly one of 2024, an economic region lies in one county."""
    former = Counter(m.code_2020 for m in c.within.municipalities.values())
    economic: dict[str, tuple[str, str]] = {}
    for m in c.within.municipalities.values():
        for key, code in (
            ("code", m.code),
            ("county", m.county),
            ("nuts3", m.nuts3),
            ("nuts2", m.nuts2),
            ("code_2020", m.code_2020),
        ):
            if code not in c.regions:
                needs = missing("regions.csv", code)
                yield Problem(_MUNICIPALITIES, f"{m.code}.{key}", f"unknown code '{code}' (regions.csv)", needs)
        if former[m.code_2020] > 1:
            yield Problem(_MUNICIPALITIES, f"{m.code}.code_2020", f"'{m.code_2020}' became more than one municipality")
        known = c.regions.get(m.code_2020)
        if m.code_2020 != m.code and known is not None and known.successor != m.code:
            message = f"'{m.code_2020}' became '{known.successor}' (regions.csv), not '{m.code}'"
            yield Problem(_MUNICIPALITIES, f"{m.code}.code_2020", message)
        if not m.nuts3.startswith(m.nuts2):
            yield Problem(_MUNICIPALITIES, f"{m.code}.nuts3", f"'{m.nuts3}' is not in '{m.nuts2}'")
        if economic.setdefault(m.economic_id, (m.economic_region, m.county)) != (m.economic_region, m.county):
            message = f"'{m.economic_id}' has another name or county elsewhere"
            yield Problem(_MUNICIPALITIES, f"{m.code}.economic_id", message)


def clusters(c: Catalogue) -> Iterator[Problem]:
    """Clusters name known regions, sectors and municipalities."""
    for cluster in c.within.clusters.values():
        for code in cluster.regions:
            if code not in c.regions:
                needs = missing("regions.csv", code)
                yield Problem(_CLUSTERS, f"{cluster.id}.regions", f"unknown code '{code}' (regions.csv)", needs)
        if cluster.sector not in c.within.sectors:
            needs = missing(_PLAN, cluster.sector)
            yield Problem(_CLUSTERS, f"{cluster.id}.sector", f"unknown sector '{cluster.sector}' ({_PLAN})", needs)
        if cluster.municipality and cluster.municipality not in c.within.municipalities:
            needs = missing(_MUNICIPALITIES, cluster.municipality)
            message = f"unknown municipality '{cluster.municipality}' ({_MUNICIPALITIES})"
            yield Problem(_CLUSTERS, f"{cluster.id}.municipality", message, needs)


def city_facts(c: Catalogue) -> Iterator[Problem]:
    """Facts belong to a known area; those of one card share their topic, publication and unit."""
    for fact in c.within.city_facts.values():
        if fact.area not in c.within.areas:
            needs = missing(_PLAN, fact.area)
            yield Problem(_FACTS, f"{fact.id}.area", f"unknown area '{fact.area}' ({_PLAN})", needs)
    for card in c.within.cards.values():
        first = card[0]
        for fact in card[1:]:
            for key in ("area", "topic", "unit", "period", "publisher", "source"):
                if getattr(fact, key) != getattr(first, key):
                    yield Problem(_FACTS, f"{fact.id}.{key}", f"differs from '{first.id}' of the same card")


def areas(c: Catalogue) -> Iterator[Problem]:
    """Areas name known indicators, questions and missing figures."""
    for area in c.within.areas.values():
        for key, names, known, home in (
            ("indicators", area.indicators, c.indicators, "indicators/"),
            ("questions", area.questions, c.questions, "questions.toml"),
            ("missing", area.missing, c.within.missing, _PLAN),
        ):
            for name in names:
                if name not in known:
                    yield Problem(_PLAN, f"{area.id}.{key}", f"unknown '{name}' ({home})", missing(home, name))


CHECKS = (municipalities, clusters, city_facts, areas)
