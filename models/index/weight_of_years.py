"""How much of a score's weight is old, or from years that the pandemic made unusual: said wherever the score is."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.catalogue import Catalogue
from models.index.attractiveness import Attractiveness
from models.keeping import noted


@dataclass(frozen=True)
class WeightOfYears:
    """The years behind a region's score in a node.

    Attributes:
        count: indicators that entered.
        pandemic: how many of them are of a pandemic year.
        pandemic_weight: their share of the weight, 0–1.
        years: those years, oldest first.
        newest: the newest year of any figure.
        old_weight: share of the weight of figures of the last pandemic year or older.
    """

    count: int
    pandemic: int
    pandemic_weight: float
    years: tuple[str, ...]
    newest: str
    old_weight: float


def pandemic_years(catalogue: Catalogue) -> tuple[str, ...]:
    """The years that more than one survey counts as unusual, oldest first."""
    counts = Counter(p for s in catalogue.surveys.values() for p in {p for u in s.unusual for p in u.periods})
    return tuple(sorted(year for year, count in counts.items() if count > 1))


@noted(256)
def leaf_weights(index: Attractiveness, region: str, node: str) -> Mapping[str, float]:
    """Share of each indicator in a region's score: what is missing weighs nothing, and the shares sum to 1."""
    result, weights = index.result, {}

    def share(code: str, part: float) -> None:
        parts = result.explain(region, code).parts
        if not parts:
            weights[code] = part
        for child in parts:
            share(child.code, part * child.weight)

    share(node, 1.0)
    return MappingProxyType(weights)


def weight_of_years(index: Attractiveness, catalogue: Catalogue, region: str, node: str) -> WeightOfYears | None:
    """How old the figures behind a score are, by weight; None where the region has no score.

    A mean over years counts by its newest year.
    """
    if index.score(node, region) is None:
        return None
    pandemic = pandemic_years(catalogue)
    weights = {code: weight for code, weight in leaf_weights(index, region, node).items() if weight > 0}
    years = {code: str(index.table.periods.at[region, code])[-4:] for code in weights}
    # A window of years is no level of its last one.
    hit = [code for code, year in years.items() if year in pandemic and not catalogue.indicators[code].windows]
    return WeightOfYears(
        count=len(weights),
        pandemic=len(hit),
        pandemic_weight=sum(weights[code] for code in hit),
        years=tuple(sorted({years[code] for code in hit})),
        newest=max(years.values()),
        old_weight=sum(weights[code] for code, year in years.items() if pandemic and year <= pandemic[-1]),
    )
