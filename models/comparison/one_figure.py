"""Whether the order of two regions turns on one figure alone, which lies far from everybody else's.

Dublin's output per inhabitant is one: without it the region falls from second to eighth among the alliance's. Which of
two regions stands higher is not said where that one figure decides it.
"""

import pandas as pd

from models.catalogue import Catalogue
from models.composite import build
from models.index.attractiveness import ROOT, Attractiveness
from models.keeping import noted

LONE = 0.15  # share of the goalposts' span that parts a lone figure from the next one


def lone_figures(index: Attractiveness, catalogue: Catalogue, region: str) -> tuple[str, ...]:
    """The indicators of which a region's figure alone sets a goalpost, far beyond the next reference region's."""
    lone = []
    for name, column in index.table.values.items():
        value = column.get(region)
        others = column.reindex(list(catalogue.reference_regions)).drop(region, errors="ignore").dropna()
        if value is None or pd.isna(value) or others.empty:
            continue
        low, high = catalogue.goalposts[str(name)]
        if max(value - others.max(), others.min() - value) >= LONE * (high - low):
            lone.append(str(name))
    return tuple(lone)


@noted(1024)
def decided_by(index: Attractiveness, catalogue: Catalogue, one: str, other: str, node: str = ROOT) -> str | None:
    """The lone figure without which two regions would stand the other way round; None where there is none."""
    scores = [index.score(node, region) for region in (one, other)]
    if None in scores:
        return None
    rows = list(dict.fromkeys([one, other, *catalogue.reference_regions]))
    rows = [code for code in rows if code in index.table.values.index]
    ahead = (scores[0] or 0.0) > (scores[1] or 0.0)
    for region in (one, other):
        for name in lone_figures(index, catalogue, region):
            values = index.table.values.loc[rows].copy()
            values.loc[region, name] = float("nan")
            again = build(values, index.result.framework, index.result.spec).scores[node]
            if pd.isna(again[one]) or pd.isna(again[other]) or (again[one] > again[other]) != ahead:
                return name
    return None
