"""What a refresh asks, and which indicators it serves."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from data_sources.base import Query, Source
from models.catalogue import Catalogue, Indicator
from models.catalogue.formulas import inputs, is_formula


@dataclass(frozen=True)
class PlannedQuery:
    """One query to one publisher, and the indicators that its answer serves."""

    source: str
    query: Query
    indicators: tuple[Indicator, ...]

    @property
    def name(self) -> str:
        """The same for the same question: "eurostat tour_occ_nin2 c_resid=FOR;nace_r2=…"."""
        return f"{self.source} {self.query.dataset} {self.dimensions}"

    @property
    def dimensions(self) -> str:
        """The filter as it is kept with a series."""
        return ";".join(f"{k}={v}" for k, v in sorted(self.query.filter.items()))


@dataclass(frozen=True)
class FetchPlan:
    """What is asked for and computed.

    Attributes:
        questions: each asked once.
        computed: indicators that follow from those asked for by their formula, inputs before what needs them.
        left: why no collector serves an indicator, by id.
    """

    questions: tuple[PlannedQuery, ...]
    computed: tuple[Indicator, ...]
    left: Mapping[str, str]


def _asked(indicator: Indicator, catalogue: Catalogue, sources: Mapping[str, Source]) -> tuple[str, Query] | str:
    """Publisher and question, or why there is none."""
    how = indicator.collecting
    publisher = catalogue.publisher_of(indicator.publisher)
    if how.reason is not None:
        return how.reason.en
    if publisher is None or publisher.id not in sources:
        return f"There is no collector for {indicator.publisher}."
    datasets = indicator.collected_from
    for code in datasets:
        if reason := catalogue.datasets[code].not_collected:
            return reason.en
    filters = how.filter or indicator.filter
    summed = any("+" in code for code in filters.values())
    if indicator.derivation and not (how.dataset or how.filter or summed):
        return f"Its figures are computed in a way that is only told in words: {indicator.derivation}."
    if len(datasets) > 1:
        return f"It is made from several data sets: {indicator.dataset}."
    return publisher.id, Query(datasets[0], filters)


def _in_order(computed: list[Indicator], catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Those that others are computed from come first."""
    return tuple(sorted(computed, key=lambda i: len(catalogue.ancestors(i.id))))


def make_plan(
    catalogue: Catalogue,
    sources: Mapping[str, Source],
    only_sources: Collection[str] = (),
    only_indicators: Collection[str] = (),
) -> FetchPlan:
    """Which questions serve the catalogue.

    Args:
        catalogue: what there is.
        sources: collectors by publisher id.
        only_sources: publisher ids; all where empty.
        only_indicators: ids; all where empty. A computed one stands for what it is computed from.
    """
    wanted = set(only_indicators) or set(catalogue.indicators)
    wanted |= {name for chosen in list(wanted) for name in catalogue.ancestors(chosen)}
    asked: dict[str, PlannedQuery] = {}
    left: dict[str, str] = {}
    for indicator in catalogue.indicators.values():
        if indicator.id not in wanted or is_formula(indicator.derivation):
            continue
        question_or_reason = _asked(indicator, catalogue, sources)
        if isinstance(question_or_reason, str):
            left[indicator.id] = question_or_reason
            continue
        if only_sources and question_or_reason[0] not in only_sources:
            continue
        question = PlannedQuery(*question_or_reason, (indicator,))
        same = asked.get(question.name)
        asked[question.name] = PlannedQuery(*question_or_reason, (*same.indicators, indicator)) if same else question
    served = {i.id for question in asked.values() for i in question.indicators}
    computed = computed_from(catalogue, served)
    for i in catalogue.indicators.values():
        if is_formula(i.derivation) and i.id in wanted and i not in computed and not only_sources:
            left[i.id] = f"It is computed from {', '.join(inputs(i.derivation))}, which no collector serves."
    return FetchPlan(tuple(asked.values()), computed, left)


def computed_from(catalogue: Catalogue, served: Collection[str]) -> tuple[Indicator, ...]:
    """The indicators that follow from some others by their formulas, inputs before what needs them."""
    formulas = [i for i in catalogue.indicators.values() if is_formula(i.derivation)]
    return _in_order([i for i in formulas if catalogue.ancestors(i.id) & set(served)], catalogue)
