"""The command's results: all of its files or none."""

import csv
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from models.composite.errors import CompositeError
from models.composite.index import IndexResult

Rows = Iterable[Sequence[str | int | float]]


def score_rows(result: IndexResult) -> Rows:
    """`region,code,score,rank` for every indicator and group; score and rank are empty where there is none.

    A panel has `period` after the region.
    """
    panel = result.scores.index.nlevels == 2
    yield ("region", *(("period",) if panel else ()), "code", "score", "rank")
    ranks = {code: result.ranks(code).to_dict() for code in result.scores.columns}
    table = result.scores.to_numpy(dtype=float)
    for row, scores in zip(result.scores.index, table, strict=True):
        for code, score in zip(result.scores.columns, scores, strict=True):
            known = not np.isnan(score)
            keys = row if panel else (row,)
            yield (*keys, code, repr(float(score)) if known else "", ranks[code][row] if known else "")


def rank_rows(drawn: Mapping[str, pd.DataFrame]) -> Rows:
    """`region,median,p5,p95,top_quartile`; empty for a region that is never ranked. A panel has `period` too.

    Args:
        drawn: the summary of each period's draws; without periods one, under "".
    """
    panel = list(drawn) != [""]
    columns = next(iter(drawn.values())).columns
    yield ("region", *(("period",) if panel else ()), *columns)
    for period, summary in drawn.items():
        for region, row in summary.iterrows():
            keys = (str(region), period) if panel else (str(region),)
            if row.isna().any():
                yield (*keys, *[""] * len(row))
            else:
                places = [int(place) for place in row.iloc[:3]]
                yield (*keys, *places, repr(float(row.iloc[3])))


def write_all(files: Mapping[Path, Rows]) -> None:
    """Write each file beside its place first and move them there when all are whole.

    Raises:
        CompositeError: a place that cannot be written.
    """
    waiting: dict[Path, Path] = {}
    try:
        for path, rows in files.items():
            if path.is_dir():
                raise CompositeError(f"{path} is a folder")
            if path.exists() and not path.is_file():  # moving a file there would destroy a device or a pipe
                raise CompositeError(f"{path} is no ordinary file")
            if not path.parent.is_dir():
                raise CompositeError(f"{path} cannot be written: there is no folder {path.parent}")
            waiting[path] = path.with_name(f".{path.name}.{os.getpid()}")
            with waiting[path].open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)
        for path, written in waiting.items():
            written.replace(path)
    except OSError as error:
        raise CompositeError(f"{_meant(error, waiting)} cannot be written: {error.strerror}") from error
    finally:
        for written in waiting.values():
            written.unlink(missing_ok=True)


def _meant(error: OSError, waiting: Mapping[Path, Path]) -> str:
    """The file that was to be written, where the error names the one beside it."""
    return next((str(path) for path, written in waiting.items() if str(written) == error.filename), error.filename)
