"""`python -m benchmarks.uncertainty`: draws of ranks against a plain numpy kernel of the same arithmetic, same run.

10,000 draws of 330 regions × 40 indicators in 6 themes: ± 25 % on the theme weights, a tenth of the indicators left
out, three normalisers, two means, missing cells filled in 20 ways. Prints seconds, the ratio and the peak memory of
each, and whether both give the same ranks.
"""

import time
import tracemalloc
from collections.abc import Callable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from models.composite import Framework, IndexSpec, Node
from models.composite.draws import draws
from models.composite.plan import experiment
from models.composite.uncertainty import Experiment

REGIONS, INDICATORS, THEMES, DRAWS, SEED = 330, 40, 6, 10_000, 1


def case(missing: float) -> Experiment:
    """Made-up figures with a share of missing cells, and everything the draws need."""
    generator = np.random.default_rng(SEED)
    values = generator.normal(size=(REGIONS, INDICATORS))
    values[generator.random(values.shape) < missing] = np.nan
    themes = [Node(f"t{k}", "index") for k in range(THEMES)]
    leaves = [Node(f"x{k}", f"t{k % THEMES}") for k in range(INDICATORS)]
    tree = Framework.of([Node("index", None), *themes, *leaves])
    figures = pd.DataFrame(values, columns=[leaf.code for leaf in leaves])
    return experiment(figures, tree, IndexSpec(), seed=SEED)


def engine(setting: Experiment) -> NDArray[np.uint16]:
    """Ranks by the engine."""
    return setting.ranks(DRAWS, SEED)["index"].ranks


def plain(setting: Experiment) -> NDArray[np.uint16]:
    """The same ranks by a loop over (completion, normaliser, mean) and nothing but numpy."""
    uniform = np.random.default_rng(SEED).random((DRAWS, setting.space.columns))
    drawn = draws(setting.space, uniform)
    ranks = np.zeros((DRAWS, REGIONS), dtype=np.uint16)
    for (_, completion, normaliser), table in setting.tables.items():
        for mean, (forward, backward) in enumerate([(np.array, np.array), (np.log, np.exp)]):
            rows = np.flatnonzero(
                (drawn.completion == completion) & (drawn.normaliser == normaliser) & (drawn.mean == mean)
            )
            if not len(rows):
                continue
            scores = forward(table.scores)
            total = np.zeros((len(rows), REGIONS))
            for theme in range(THEMES):
                keep = drawn.keep[rows][:, theme::THEMES]
                there = keep.sum(axis=1, keepdims=True)
                within = keep @ scores[:, theme::THEMES].T / np.maximum(there, 1)
                total += drawn.weights[rows, theme, None] * np.where(there > 0, within, 0)
            present = np.stack([drawn.keep[rows][:, t::THEMES].any(axis=1) for t in range(THEMES)], axis=1)
            index = backward(total / (drawn.weights[rows] * present).sum(axis=1, keepdims=True))
            order = np.argsort(-index, axis=1)
            places = np.empty_like(order)
            np.put_along_axis(places, order, np.arange(1, REGIONS + 1)[None, :], axis=1)
            ranks[rows] = places
    return ranks


def measured(work: Callable[[], NDArray[np.uint16]]) -> tuple[float, float, NDArray[np.uint16]]:
    """The best of five times in seconds, the peak memory in MB, the ranks."""
    seconds = []
    for _ in range(5):
        start = time.perf_counter()
        ranks = work()
        seconds.append(time.perf_counter() - start)
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return min(seconds), peak, ranks


def main() -> None:
    """Print the comparison without and with missing cells."""
    for missing in (0.0, 0.05):
        setting = case(missing)
        ours, our_peak, our_ranks = measured(lambda s=setting: engine(s))
        theirs, their_peak, their_ranks = measured(lambda s=setting: plain(s))
        differ = float((our_ranks != their_ranks).mean())
        print(
            f"{missing:.0%} missing: engine {ours:.2f} s, {our_peak:.0f} MB; plain numpy {theirs:.2f} s, "
            f"{their_peak:.0f} MB; ratio {ours / theirs:.2f}; ranks that differ (ties) {differ:.4%}"
        )


if __name__ == "__main__":
    main()
