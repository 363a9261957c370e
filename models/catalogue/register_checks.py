"""What must hold for the barrier register, its findings and measures, and the structural variables."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from models.catalogue.catalogue import Catalogue
from models.catalogue.problems import Problem, missing
from models.catalogue.strategy_checks import outside_strategies
from models.catalogue.texts import LANGUAGES

_INDICATORS = "indicators/"
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def _unknown(key: str, kind: str, name: str, home: str) -> Problem:
    """A reference of the register that leads nowhere; `home` is where the name should stand."""
    return Problem("barriers.toml", key, f"unknown {kind} '{name}' ({home})", missing(home, name))


def barriers(c: Catalogue) -> Iterator[Problem]:
    """Barriers point at findings, indicators, activities and goals that exist."""
    for b in c.barriers.values():
        for finding in b.findings:
            if finding not in c.evidence:
                yield _unknown(f"{b.id}.findings", "finding", finding, "evidence.csv")
                continue
            beside = c.evidence[finding].beside
            if beside and beside not in b.findings:
                yield Problem("barriers.toml", f"{b.id}.findings", f"'{finding}' may stand only beside '{beside}'")
        for actor in b.who_can_act:
            if actor not in c.actors:
                yield _unknown(f"{b.id}.who_can_act", "actor", actor, "barriers.toml")
        for indicator in b.indicators:
            if indicator not in c.indicators:
                yield _unknown(f"{b.id}.indicators", "indicator", indicator, _INDICATORS)
        yield from outside_strategies(c, "barriers.toml", b)


def evidence(c: Catalogue) -> Iterator[Problem]:
    """Each finding on a barrier or a given condition stands in the register; companions exist."""
    used = set(chain.from_iterable(b.findings for b in c.barriers.values()))
    for finding in c.evidence.values():
        if finding.kind != "advantage" and finding.id not in used:
            needs = ("barriers.toml", "barriers.toml:[barrier]")
            yield Problem("evidence.csv", finding.id, "belongs to no barrier (barriers.toml)", needs)
        if finding.beside and finding.beside not in c.evidence:
            yield Problem(
                "evidence.csv",
                f"{finding.id}.beside",
                f"unknown finding '{finding.beside}'",
                missing("evidence.csv", finding.beside),
            )


def measures(c: Catalogue) -> Iterator[Problem]:
    """Each measure is on a barrier that exists, for an actor that the barrier names."""
    for measure in c.measures.values():
        barrier = c.barriers.get(measure.barrier)
        if barrier is None:
            message = f"unknown barrier '{measure.barrier}' (barriers.toml)"
            needs = missing("barriers.toml", measure.barrier)
            yield Problem("measures.csv", f"{measure.id}.barrier", message, needs)
        elif measure.actor not in barrier.who_can_act:
            message = f"'{measure.actor}' is not among who can act on '{barrier.id}' (barriers.toml)"
            yield Problem("measures.csv", f"{measure.id}.actor", message)


def documented(c: Catalogue) -> Iterator[Problem]:
    """What findings answer for a goal or an area names findings that exist and holds no number of its own."""
    entries = [
        (f"strategy/{p.id}.toml", f"goal {g.number}", g.documented) for p in c.strategies.values() for g in p.goal
    ]
    entries += [("within.toml", area.id, area.documented) for area in c.within.areas.values()]
    for file, name, told in entries:
        if told is None:
            continue
        known = [c.evidence[finding] for finding in told.findings if finding in c.evidence]
        for finding in told.findings:
            if finding not in c.evidence:
                message = f"unknown finding '{finding}' (evidence.csv)"
                yield Problem(file, f"{name}.documented", message, missing("evidence.csv", finding))
        for language in LANGUAGES:
            numbers = {n for finding in known for n in _NUMBER.findall(finding.statement[language])}
            if own := sorted(set(_NUMBER.findall(told.text[language])) - numbers):
                message = f"'{', '.join(own)}' stands in none of its findings ({language})"
                yield Problem(file, f"{name}.documented", message, ("evidence.csv",))


def fields(c: Catalogue) -> Iterator[Problem]:
    """Every scored figure has one field of the strategy, and every theme of findings at least one."""
    if not c.advantage_fields:
        return
    holder = max((p for p in c.strategies.values() if p.advantage_field), key=lambda p: p.valid_from)
    file, key = f"strategy/{holder.id}.toml", "advantage_field"
    for name, count in Counter(name for field in c.advantage_fields for name in field.figures).items():
        if count > 1:
            yield Problem(file, key, f"'{name}' stands in several fields")
    for indicator in c.scored:
        if indicator.theme in c.themes and c.field_of(indicator) is None:
            name = f"{indicator.theme}.{indicator.subtheme}"
            yield Problem(file, key, f"'{indicator.id}' ({name}) belongs to no field")
    placed = {theme for field in c.advantage_fields for theme in field.evidence}
    for theme in sorted({finding.theme for finding in c.evidence.values()} - placed):
        yield Problem(file, key, f"findings on '{theme}' belong to no field")


def structure(c: Catalogue) -> Iterator[Problem]:
    """Structural variables and sectors name indicators, tags and regions that exist; none if the file was refused."""
    if not c.structure.income.indicator:
        return
    file = "structure.toml"
    named = [(f"{d.id}.variable", v.indicator) for d in c.structure.dimension for v in d.variable if v.indicator]
    named.append(("income", c.structure.income.indicator))
    for sectors in c.structure.industries:
        named.append((f"industries.{sectors.id}.total", sectors.total))
        named += [(f"industries.{sectors.id}.{g.id}", n) for g in sectors.group for n in (g.amount, g.share) if n]
    for key, indicator in named:
        if indicator not in c.indicators:
            yield Problem(file, key, f"unknown indicator '{indicator}'", missing(_INDICATORS, indicator))
    seen: set[str] = set()
    for dimension in c.structure.dimension:
        for variable in dimension.variable:
            if variable.tag and variable.tag not in c.tags:
                yield Problem(
                    file, f"{dimension.id}.variable", f"unknown tag '{variable.tag}' (regions.toml)", ("regions.toml",)
                )
            if variable.id in seen:
                yield Problem(file, f"{dimension.id}.variable", f"'{variable.id}' stands twice")
            seen.add(variable.id)
    for made in c.structure.computed_set:
        if made.id in c.peer_sets:
            yield Problem(file, f"computed_set.{made.id}", "is the id of a set in peers.toml too")
    for sectors in c.structure.industries:
        for key, code in (("base", sectors.base), ("region", sectors.region)):
            if code not in c.regions:
                where = f"industries.{sectors.id}.{key}"
                yield Problem(file, where, f"unknown region '{code}' (regions.csv)", missing("regions.csv", code))


CHECKS = (barriers, evidence, measures, documented, fields, structure)
