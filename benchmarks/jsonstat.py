"""`python -m benchmarks.jsonstat`: a JSON-stat answer of 290,000 cells, by our reader and by pyjstat, in the same run.

From the bytes of the answer to a table with the codes of every cell; ours also keeps the statuses, which pyjstat loses.
Prints the fastest of several turns each, the ratio, and whether both tables say the same.
"""

import json
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
from pyjstat import pyjstat

from data_sources.jsonstat import load, read

RESIDENCES, REGIONS, YEARS = 4, 1450, 50
FLAGS = ("b", "e", "p", "u", "bu", "|C")
TURNS = 5


def answer() -> bytes:
    """An answer as Eurostat writes them: sparse objects, 290,000 cells, one in seven with a status."""
    random = np.random.default_rng(1)
    number = RESIDENCES * REGIONS * YEARS
    codes = {
        "freq": ["A"],
        "unit": ["NR"],
        "c_resid": [f"R{i}" for i in range(RESIDENCES)],
        "geo": [f"XX{i:04}" for i in range(REGIONS)],
        "time": [str(1976 + i) for i in range(YEARS)],
    }
    values = random.integers(1, 10_000_000, number).tolist()
    marked = np.flatnonzero(random.random(number) < 1 / 7)
    return json.dumps(
        {
            "version": "2.0",
            "class": "dataset",
            "label": "Made up",
            "id": list(codes),
            "size": [len(listed) for listed in codes.values()],
            "dimension": {
                name: {
                    "label": name,
                    "category": {
                        "index": {code: place for place, code in enumerate(listed)},
                        "label": {code: f"Label of {code}" for code in listed},
                    },
                }
                for name, listed in codes.items()
            },
            "value": {str(place): value for place, value in enumerate(values)},
            "status": {str(place): FLAGS[place % len(FLAGS)] for place in marked},
        }
    ).encode()


def ours(data: bytes) -> pd.DataFrame:
    """Codes, value and status of every cell."""
    return read(load(data)).cells


def theirs(data: bytes) -> pd.DataFrame:
    """Codes and value of every cell."""
    return pyjstat.Dataset.read(data.decode()).write("dataframe", naming="id")


def fastest(work: Callable[[bytes], pd.DataFrame], data: bytes) -> float:
    """Seconds of the fastest turn."""
    took = []
    for _ in range(TURNS):
        start = time.perf_counter()
        work(data)
        took.append(time.perf_counter() - start)
    return min(took)


def main() -> None:
    """Print seconds and ratio."""
    data = answer()
    mine, other = ours(data), theirs(data)
    names = list(other.columns)
    dimensions = [name for name in names if name != "value"]
    same = all((mine[name].astype(str).to_numpy() == other[name].to_numpy()).all() for name in dimensions)
    same &= bool((mine["value"].to_numpy() == other["value"].to_numpy(dtype=float)).all())
    flags = int((mine["status"] != "").sum())
    seconds = {"ours": fastest(ours, data), "pyjstat": fastest(theirs, data)}
    print(f"{len(mine):,} cells, {len(data):,} bytes")
    for name, took in seconds.items():
        print(f"{name:8} {took:6.3f} s")
    print(f"ratio    {seconds['ours'] / seconds['pyjstat']:6.2f}  (a third is 0.33)")
    print(f"the same codes and values: {'yes' if same else 'NO'}; statuses kept: {flags:,}, by pyjstat none")


if __name__ == "__main__":
    main()
