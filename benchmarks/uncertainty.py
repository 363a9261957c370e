"""`python -m benchmarks.uncertainty`: draws of ranks against a plain numpy kernel of the same arithmetic, same run.

10,000 draws of 330 regions × 40 indicators in 6 themes: ± 25 % on the theme weights, a tenth of the indicators left
out, three normalisers, two means, missing cells filled in 20 ways. Then the product's own index with its ranges.
"""

import tempfile
import time
import tracemalloc
from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data_sources.prepare import prepare
from data_sources.settings import Settings
from models.catalogue import load_catalogue
from models.composite import Framework, IndexSpec, Node
from models.composite.draws import draws
from models.composite.plan import experiment
from models.composite.uncertainty import Experiment
from models.index.attractiveness import attractiveness
from models.index.rank_ranges import rank_ranges

REGIONS, INDICATORS, THEMES, DRAWS, SEED = 330, 40, 6, 10_000, 1
TIMES = 5
Row = tuple[str, Sequence[float], float | None]  # as in `benchmarks.__main__`


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


def measured(work: Callable[[], NDArray[np.uint16]]) -> tuple[list[float], float, NDArray[np.uint16]]:
    """Milliseconds of each of several times, the peak memory in MB, the ranks."""
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        ranks = work()
        took.append((time.perf_counter() - start) * 1000)
    tracemalloc.start()
    work()
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return took, peak, ranks


def draw_rows(missing: float) -> list[Row]:
    """The engine and plain numpy on the same draws, and whether their ranks are the same.

    The ratio is of the fastest times: on a busy machine they say most about the arithmetic.

    Raises:
        AssertionError: the two disagree on more than the few ranks that ties and rounding may turn.
    """
    setting = case(missing)
    ours, our_peak, our_ranks = measured(lambda: engine(setting))
    theirs, their_peak, their_ranks = measured(lambda: plain(setting))
    differ = float((our_ranks != their_ranks).mean())
    assert differ < 1e-3, f"engine and plain numpy differ in {differ:.2%} of the ranks"
    what = f"{DRAWS:,} draws of {REGIONS} regions × {INDICATORS} indicators, {missing:.0%} missing"
    return [
        (f"{what} (peak {our_peak:.0f} MB)", ours, min(ours) / min(theirs)),
        (f"the same in plain numpy (peak {their_peak:.0f} MB)", theirs, None),
    ]


def index_row() -> Row:
    """The product's own index with its ranges for the 26 reference regions, from figures in memory."""
    with tempfile.TemporaryDirectory() as folder:
        figures = prepare(Settings(database_url=f"sqlite:///{folder}/figures.sqlite")).newest()
    catalogue = load_catalogue()
    regions, focus = list(catalogue.reference_regions), catalogue.default_lens.id
    took = []
    for _ in range(TIMES):
        start = time.perf_counter()
        rank_ranges(attractiveness(figures, catalogue, regions), focus, regions, catalogue.tags["city_bounded"])
        took.append((time.perf_counter() - start) * 1000)
    return (f"index with ranges, {len(regions)} regions", took, None)


def rows() -> list[Row]:
    """What was measured: what, milliseconds of each time, and the ratio where there is something to compare with."""
    return [*draw_rows(0.0), *draw_rows(0.05), index_row()]


def main() -> None:
    """Print the comparison."""
    for what, took, ratio in rows():
        print(f"{what}: {min(took):.0f} ms at best" + ("" if ratio is None else f", ratio {ratio:.2f}"))


if __name__ == "__main__":
    main()
