"""Uncertainty of ranks: the index computed under thousands of draws of defensible choices.

Sources: Saisana, Saltelli and Tarantola (2005), J. R. Statist. Soc. A 168; OECD/JRC Handbook (2008), step 7.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite import draws as drawing
from models.composite import sobol
from models.composite.aggregate import Mean
from models.composite.draws import Draws, Space
from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.kernel import Kernel, SharedScores
from models.composite.rank_draws import RankDraws
from models.composite.ranking import rank_rows

Array = NDArray[np.float64]
AT_ONCE = 16_384  # draws whose uniform numbers are held at once
MOST_DRAWS = 1_000_000
IN_A_BLOCK = 96  # draws computed at once: 96 × 330 scores stay in the processor's cache


@dataclass(frozen=True)
class Experiment:
    """Everything that draws need, computed once.

    Attributes:
        framework: the tree.
        regions: all regions, in order.
        tables: the normalised scores by (region set, completion, normaliser).
        means: for each choice of mean, the mean of each group.
        space: what is drawn over.
    """

    framework: Framework
    regions: tuple[str, ...]
    tables: Mapping[tuple[int, int, int], SharedScores]
    means: Sequence[Mapping[str, Mean]]
    space: Space

    def ranks(self, samples: int, seed: int, nodes: Sequence[str] | None = None) -> dict[str, RankDraws]:
        """Ranks of groups (by default the root) in `samples` draws; the same seed gives the same ranks.

        Raises:
            CompositeError: no draws or far too many, or a node that is no group.
        """
        if samples < 1:
            raise CompositeError(f"at least one draw is needed (got {samples})")
        if samples > MOST_DRAWS:
            raise CompositeError(f"at most {MOST_DRAWS} draws are kept in memory (got {samples})")
        nodes = [self.framework.root.code] if nodes is None else list(nodes)
        if unknown := [n for n in nodes if n not in {g.code for g in self.framework.groups}]:
            raise CompositeError(f"'{unknown[0]}' is no group of the framework")
        generator = np.random.default_rng(seed)
        by_node = {node: np.zeros((samples, len(self.regions)), dtype=np.uint16) for node in nodes}
        left_out = np.zeros(samples, dtype=bool)
        for start in range(0, samples, AT_ONCE):
            count = min(AT_ONCE, samples - start)
            drawn = drawing.draws(self.space, generator.random((count, self.space.columns)))
            left_out[start : start + count] = drawn.region_set > 0
            for node, ranks in self._ranks_of(drawn, nodes).items():
                by_node[node][start : start + count] = ranks
        return {node: RankDraws(self.regions, ranks, left_out) for node, ranks in by_node.items()}

    def shares(
        self,
        region: str,
        samples: int,
        seed: int,
        node: str | None = None,
        factors: Mapping[str, slice] | None = None,
    ) -> pd.DataFrame:
        """Which choice moves a region's place: Sobol shares of each factor that has a choice.

        Args:
            region: whose place.
            samples: N of `sobol.shares`.
            seed: the same seed gives the same shares.
            node: a group, by default the root.
            factors: the columns of uniform numbers of each factor, by default `space.factors`.

        Raises:
            CompositeError: an unknown region, one that some draws leave out, or one whose place never moves.
        """
        if region not in self.regions:
            raise CompositeError(f"unknown region '{region}'")
        node = node or self.framework.root.code
        column = self.regions.index(region)
        field = int(self.tables[0, 0, 0].eligible[node].sum())

        def place(uniform: Array) -> Array:
            ranks = self._ranks_of(drawing.draws(self.space, uniform), [node])[node]
            counts = (ranks > 0).sum(axis=1)
            own = np.where(ranks[:, column] > 0, ranks[:, column].astype(float), np.nan)
            # Places in the full field, unrounded: see rank_draws.
            return np.asarray(1 + (own - 1) * (field - 1) / np.maximum(counts - 1, 1))

        return sobol.shares(place, factors or self.space.factors, self.space.columns, samples, seed)

    def _ranks_of(self, drawn: Draws, nodes: Sequence[str]) -> dict[str, NDArray[np.uint16]]:
        by_node = {node: np.zeros((len(drawn.keep), len(self.regions)), dtype=np.uint16) for node in nodes}
        varied = [child.code for child in self.framework.children[self.framework.root.code]]
        for table, means, chosen in self._sharing(drawn):
            kernel = Kernel(table, self.framework, means)
            for start in range(0, len(chosen), IN_A_BLOCK):
                rows = chosen[start : start + IN_A_BLOCK]
                weights = {code: drawn.weights[rows, k] for k, code in enumerate(varied)}
                scores = kernel.scores(weights, drawn.keep[rows], nodes)
                for node, ranks in by_node.items():
                    if len(table.rows) == len(self.regions):
                        ranks[rows] = rank_rows(scores[node])
                    else:
                        ranks[np.ix_(rows, table.rows)] = rank_rows(scores[node])
        return by_node

    def _sharing(self, drawn: Draws) -> Iterator[tuple[SharedScores, Mapping[str, Mean], NDArray[np.intp]]]:
        """Which draws share a table and means."""
        keys = np.stack([drawn.region_set, drawn.completion, drawn.normaliser, drawn.mean])
        sizes = (self.space.region_sets, self.space.completions, self.space.normalisers, self.space.means)
        flat = np.ravel_multi_index(tuple(keys), sizes)
        order = np.argsort(flat, kind="stable")
        starts = np.flatnonzero(np.r_[True, np.diff(flat[order]) > 0])
        for rows in np.split(order, starts[1:]):
            region_set, completion, normaliser, mean = (int(key[rows[0]]) for key in keys)
            yield self.tables[region_set, completion, normaliser], self.means[mean], rows
