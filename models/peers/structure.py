"""What regions are like: structural variables in named dimensions, standardised."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.catalogue import Catalogue
from models.catalogue.structure import StructuralVariable
from models.figures.observations import Figures

FEWEST = 3  # regions; below, a spread means nothing


class PeerError(ValueError):
    """Similar regions cannot be found; the message says which region or figure is the cause."""


@dataclass(frozen=True)
class Dimension:
    """A named side of structure.

    Attributes:
        id: name.
        variables: columns of the table that belong to it; they share its weight equally.
        weight: its share of the squared distance; they sum to 1.
    """

    id: str
    variables: tuple[str, ...]
    weight: float


@dataclass(frozen=True, eq=False)
class Structure:
    """Standardised structural variables.

    Attributes:
        scores: regions × variables, z (mean 0, sd 1 with n−1) or a tag's step; NaN where there is no figure.
        dimensions: the variables by dimension.
    """

    scores: pd.DataFrame
    dimensions: tuple[Dimension, ...]

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """Weight of each column: its dimension's weight over the number of variables in the dimension."""
        of = {v: d.weight / len(d.variables) for d in self.dimensions for v in d.variables}
        return np.array([of[v] for v in self.scores.columns], dtype=float)


def standardise(table: pd.DataFrame) -> pd.DataFrame:
    """(x − mean)/sd of each column, sd with n−1, missing figures left out and kept missing.

    Raises:
        PeerError: fewer than three regions with a figure, an infinite figure, or no difference between regions.
    """
    values = table.astype(float)
    for name in values.columns:
        present = values[name].dropna()
        if np.isinf(present).any():
            raise PeerError(f"'{name}' of region '{present.index[np.isinf(present)][0]}' is infinite")
        if len(present) < FEWEST:
            raise PeerError(f"'{name}' has figures for {len(present)} regions; {FEWEST} are needed")
        if present.min() == present.max():
            raise PeerError(f"'{name}' is the same for every region; it cannot tell them apart")
    return (values - values.mean()) / values.std(ddof=1)


def _column(figures: Figures, variable: StructuralVariable, regions: Sequence[str]) -> pd.Series:
    rows = figures.indicator(variable.indicator)
    rows = rows.loc[rows["period"] == variable.period]
    column = pd.Series(rows["value"].to_numpy(), index=rows["region"].astype(str)).reindex(regions)
    if not variable.log:
        return column
    if (column <= 0).any():
        raise PeerError(f"'{variable.id}' of '{column.index[column <= 0][0]}' is not above 0 and has no logarithm")
    return np.log(column)


def structure(figures: Figures, catalogue: Catalogue, regions: Sequence[str] | None = None) -> Structure:
    """The catalogue's structural variables (`structure.toml`) of regions, by default of all valid NUTS 2 regions.

    Raises:
        PeerError: a variable without figures, or the same for every region.
    """
    chosen = list(regions or catalogue.members("europe"))
    described = [(d, v) for d in catalogue.structure.dimension for v in d.variable]
    published = {v.id: _column(figures, v, chosen) for _, v in described if v.indicator}
    scores = standardise(pd.DataFrame(published, index=chosen))
    for _, variable in described:
        if variable.tag:
            scores[variable.id] = [variable.step * (r in catalogue.tags[variable.tag]) for r in chosen]
    total = sum(d.weight for d in catalogue.structure.dimension)
    return Structure(
        scores=scores[[v.id for _, v in described]],
        dimensions=tuple(
            Dimension(d.id, tuple(v.id for v in d.variable), d.weight / total) for d in catalogue.structure.dimension
        ),
    )
