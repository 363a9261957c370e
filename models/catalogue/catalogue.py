"""The loaded catalogue: look-ups over frozen entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from models.catalogue.earlier import EarlierIndex
from models.catalogue.formulas import inputs, is_formula
from models.catalogue.identity import Identity
from models.catalogue.indicator import Indicator, Survey
from models.catalogue.regions import CodeHistory, Lens, PeerSet, Region, RegionComposition, RegionName
from models.catalogue.register import Actor, Barrier, Finding, Measure
from models.catalogue.sources import Dataset, Publisher
from models.catalogue.strategy import Activity, AdvantageField, Goal, Strategy
from models.catalogue.structure import RegionStructure
from models.catalogue.texts import Text
from models.catalogue.types import IndexRules, OpenQuestion, Theme, Unit
from models.catalogue.within import Within


@dataclass(frozen=True, eq=False)  # two catalogues are the same only if they are one: it may be a key of caches
class Catalogue:
    """Everything the catalogue's files say, by id. Made by `load_catalogue`, never by hand."""

    themes: Mapping[str, Theme]
    rules: IndexRules
    units: Mapping[str, Unit]
    indicators: Mapping[str, Indicator]
    questions: Mapping[str, OpenQuestion]
    surveys: Mapping[str, Survey]
    publishers: Mapping[str, Publisher]
    datasets: Mapping[str, Dataset]
    regions: Mapping[str, Region]
    region_names: Mapping[str, RegionName]
    compositions: Mapping[str, RegionComposition]
    lenses: Mapping[str, Lens]
    history: Mapping[str, CodeHistory]
    tags: Mapping[str, frozenset[str]]
    cities: Mapping[str, Text]  # the city of each region in which residents were asked
    peer_sets: Mapping[str, PeerSet]
    reference_lines: tuple[str, ...]
    voting: tuple[str, ...]
    strategies: Mapping[str, Strategy]
    actors: Mapping[str, Actor]
    barriers: Mapping[str, Barrier]
    evidence: Mapping[str, Finding]
    measures: Mapping[str, Measure]
    structure: RegionStructure
    within: Within
    goalposts: Mapping[str, tuple[float, float]]
    earlier: Mapping[str, EarlierIndex]
    files: Mapping[str, str]  # the file of each indicator, for whoever must mend it
    identity: Identity

    @cached_property
    def _versions(self) -> dict[str, "Catalogue"]:
        return {
            version: replace(
                self,
                themes=then.themes,
                rules=then.rules,
                indicators={name: then.of(indicator) for name, indicator in self.indicators.items()},
                goalposts=then.goalposts,
                earlier={},
            )
            for version, then in self.earlier.items()
        }

    def at(self, version: str) -> "Catalogue":
        """The catalogue with the index of an earlier version, always the same object; itself for any other.

        Args:
            version: as a release names it; "" for one made before releases did, which is of the first version.
        """
        return self._versions.get(version or next(iter(self._versions), ""), self)

    @cached_property
    def scored(self) -> tuple[Indicator, ...]:
        """The indicators that enter the index, in catalogue order."""
        return tuple(i for i in self.indicators.values() if i.role == "score")

    @cached_property
    def default_lens(self) -> Lens:
        """The definition of Osloregionen used when the reader has chosen none."""
        return next(lens for lens in self.lenses.values() if lens.default)

    @cached_property
    def default_peers(self) -> PeerSet:
        """The peer set used when the reader has chosen none."""
        return next(peers for peers in self.peer_sets.values() if peers.default)

    @cached_property
    def reference_regions(self) -> tuple[str, ...]:
        """The fixed regions whose figures set the goalposts."""
        return self.peer_sets[self.rules.reference_set].members

    @cached_property
    def _by_date(self) -> tuple[Strategy, ...]:
        return tuple(sorted(self.strategies.values(), key=lambda strategy: strategy.valid_from))

    def strategy_at(self, day: date) -> Strategy:
        """The newest strategy that has begun by `day`; it stands until the next begins. The first one before that."""
        return next((s for s in reversed(self._by_date) if s.valid_from <= day), self._by_date[0])

    @cached_property
    def activities(self) -> Mapping[str, Activity]:
        """The activities of all strategies, by id."""
        return {activity.id: activity for plan in self._by_date for activity in plan.activities}

    @cached_property
    def goals(self) -> Mapping[int, Goal]:
        """The UN goals of all strategies, by number."""
        return {goal.number: goal for plan in self._by_date for goal in plan.goal}

    @cached_property
    def advantage_fields(self) -> tuple[AdvantageField, ...]:
        """The fields in which comparative advantages are asked for, of the newest strategy that names any."""
        return next((plan.advantage_field for plan in reversed(self._by_date) if plan.advantage_field), ())

    def activity_tags(self, activity: Activity) -> frozenset[str]:
        """The ids by which indicators, barriers and questions belong to an activity: its own and those it continues."""
        earlier = (self.activity_tags(self.activities[name]) for name in activity.continues)
        return frozenset((activity.id,)).union(*earlier)

    def of_theme(self, theme: str, *, scope: str = "europe") -> tuple[Indicator, ...]:
        """The indicators of a theme for readers, scored ones first; bare series are left out."""
        chosen = [i for i in self.indicators.values() if i.theme == theme and i.scope == scope and i.role != "series"]
        return tuple(sorted(chosen, key=lambda i: i.role != "score"))

    def concept(self, indicator: str) -> tuple[Indicator, ...]:
        """The other indicators that measure almost the same thing."""
        name = self.indicators[indicator].concept
        return tuple(i for i in self.indicators.values() if name and i.concept == name and i.id != indicator)

    def ancestors(self, indicator: str) -> frozenset[str]:
        """The indicators that a computed one is made from, directly or by way of others."""
        above: set[str] = set()
        waiting = [indicator]
        while waiting:
            entry = self.indicators.get(waiting.pop())
            if entry is not None and is_formula(entry.derivation):
                new = set(inputs(entry.derivation)) - above
                above |= new
                waiting += new
        return frozenset(above)

    def members(self, peer_set: str) -> tuple[str, ...]:
        """The region codes of a peer set; for "all of Europe" every NUTS 2 region that is still valid."""
        chosen = self.peer_sets[peer_set]
        if not chosen.all:
            return chosen.members
        return tuple(r.code for r in self.regions.values() if r.level == "nuts2" and self.is_current(r.code))

    def set_title(self, peer_set: str) -> Text | None:
        """What a peer set is called, be it of the catalogue or made of figures; None where there is no such set."""
        known = self.peer_sets.get(peer_set) or self.structure.computed_sets.get(peer_set)
        return known.title if known else None

    def is_current(self, code: str) -> bool:
        """Whether a code still stands for a territory today (it is in NUTS 2021 or later)."""
        region = self.regions.get(code)
        return region is not None and code not in self.tags["historical"] and "2016" not in region.version

    def region_name(self, code: str, language: str, *, short: bool = False) -> str:
        """What readers of `language` call a region; the native name where we have no other, else the code."""
        if composition := self.compositions.get(code):
            return composition.name[language]
        if name := self.region_names.get(code):
            brief = name.short_en if language == "en" else name.short_nb
            full = name.en if language == "en" else name.nb
            return brief if short and brief else full
        region = self.regions.get(code)
        return region.name if region else code

    def measured_as(self, code: str, language: str) -> str:
        """How a region's definition is stated ("målt som Oslo og Viken"), or an empty text."""
        if composition := self.compositions.get(code):
            return composition.measured_as[language]
        name = self.region_names.get(code)
        return (name.measured_as_en if language == "en" else name.measured_as_nb) if name else ""

    def findings_of(self, barrier: Barrier) -> tuple[Finding, ...]:
        """The evidence of a barrier, in the register's order."""
        return tuple(self.evidence[name] for name in barrier.findings)

    def measures_on(self, barrier: Barrier, actor: str = "") -> tuple[Measure, ...]:
        """What can be done about a barrier, by one actor or by all, in the register's order."""
        return tuple(m for m in self.measures.values() if m.barrier == barrier.id and actor in ("", m.actor))

    def barriers_shown_by(self, indicator: str) -> tuple[Barrier, ...]:
        """The barriers that an indicator shows."""
        return tuple(b for b in self.barriers.values() if indicator in b.indicators)

    def field_of(self, indicator: Indicator) -> AdvantageField | None:
        """The strategy's field of comparative advantages that an indicator belongs to; its own id goes first."""
        for name in (indicator.id, f"{indicator.theme}.{indicator.subtheme}"):
            for field in self.advantage_fields:
                if name in field.figures:
                    return field
        return None

    def fields_of(self, barrier: Barrier) -> tuple[str, ...]:
        """Ids of the fields that a barrier's findings belong to."""
        themes = {finding.theme for finding in self.findings_of(barrier)}
        return tuple(f.id for f in self.advantage_fields if themes.intersection(f.evidence))

    def with_companions(self, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
        """Findings in order, each together with the one it may not be shown without."""
        return tuple((f, self.evidence[f.beside]) if f.beside else (f,) for f in findings)

    def publisher_of(self, published_by: str) -> Publisher | None:
        """The publisher behind a publisher string as it stands with the figures."""
        return next(
            (p for p in self.publishers.values() if published_by in p.matches or published_by == p.name.nb), None
        )

    def dataset_links(self, indicator: Indicator) -> Iterator[tuple[str, str]]:
        """Each data set code of an indicator with its address at the publisher.

        A code with a space is a name of ours, not a table of the publisher's: it leads to the publisher.
        """
        publisher = self.publisher_of(indicator.publisher)
        for code in indicator.datasets:
            address = publisher.url if publisher and " " in code else publisher.dataset_url if publisher else ""
            yield code, address.replace("{dataset}", code)
