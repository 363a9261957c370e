"""How many enterprises and workplaces of an industry the register counts in the sub-regions."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside.subregions import Subregion, Sums, Total

Kind = Literal["enterprises", "workplaces"]
KINDS: tuple[Kind, ...] = ("enterprises", "workplaces")
INDUSTRIES = ("it", "research", "pharma", "film")


def indicator_of(kind: Kind, industry: str) -> str:
    """The id of the indicator that counts them."""
    return f"{kind}_{industry}"


@dataclass(frozen=True, eq=False)
class Units:
    """Counts by municipality, of each kind and industry that the release has figures of."""

    counts: Mapping[tuple[Kind, str], Sums]

    @classmethod
    def of(cls, figures: Figures, catalogue: Catalogue) -> "Units":
        """From a release; without figures it holds no industry."""
        names = {(kind, industry): indicator_of(kind, industry) for kind in KINDS for industry in INDUSTRIES}
        known = {key: name for key, name in names.items() if name in catalogue.indicators and name in figures}
        sums = {key: Sums.of(figures, name, catalogue) for key, name in known.items()}
        return cls({key: one for key, one in sums.items() if one.years})

    @cached_property
    def industries(self) -> tuple[str, ...]:
        """The industries that have figures of either kind."""
        return tuple(name for name in INDUSTRIES if any((kind, name) in self.counts for kind in KINDS))

    def kinds(self, industry: str) -> tuple[Kind, ...]:
        """What is counted of an industry."""
        return tuple(kind for kind in KINDS if (kind, industry) in self.counts)

    def month(self, kind: Kind, industry: str) -> str:
        """The newest month with counts: "2026-11"."""
        return self.counts[kind, industry].years[-1]

    def total(self, kind: Kind, industry: str, part: Subregion) -> Total:
        """The count in that month; none where that of a municipality is missing, with the names of those."""
        return self.counts[kind, industry].total(part, self.month(kind, industry))
