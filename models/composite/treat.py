"""Outliers: COINr's rule, winsorise a few points, else a log form. Each treatment leaves a record.

Skewness and excess kurtosis are the sample-corrected G1 and G2 of Joanes and Gill (1998), as in COINr 1.1.14,
whose rule this is (`Treat` with `winsorise`, `log_CT` and `check_SkewKurt`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from models.composite.deviations import deviations

Column = NDArray[np.float64]
MAX_SKEW, MAX_KURTOSIS, MAX_POINTS = 2.0, 3.5, 5


@dataclass(frozen=True)
class Treatment:
    """What was done to an indicator.

    Attributes:
        method: "none", "winsorised" or "log".
        points: cells that were moved; for the log form all of them.
        skew: G1 before, or None where fewer than four figures or no spread leave it undefined.
        kurtosis: G2 before, likewise.
        passes: whether the column is within the limits after treatment.
    """

    method: Literal["none", "winsorised", "log"]
    points: int
    skew: float | None
    kurtosis: float | None
    passes: bool


def skewness(x: Column) -> float | None:
    """G1 = √(n(n−1))/(n−2) · m3/m2^1.5 over the cells present; None where it is not defined."""
    d = _deviations(x)
    n = len(d)
    square = float((d**2).sum())
    if n < 4 or square == 0:
        return None
    return float(np.sqrt(n) * (d**3).sum() / square**1.5 * np.sqrt(n * (n - 1)) / (n - 2))


def excess_kurtosis(x: Column) -> float | None:
    """G2 = ((n+1)·g2 + 6)·(n−1)/((n−2)(n−3)) over the cells present; None where it is not defined."""
    d = _deviations(x)
    n = len(d)
    square = float((d**2).sum())
    if n < 4 or square == 0:
        return None
    g2 = n * float((d**4).sum()) / square**2 - 3
    return float(((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3)))


def _deviations(x: Column) -> Column:
    present = x[~np.isnan(x)]
    return deviations(present[:, None])[0][:, 0]  # both moments are free of scale


def within_limits(x: Column) -> bool:
    """|G1| < 2 or G2 < 3.5. A column without spread fails: it must not pass as well-behaved."""
    skew, kurtosis = skewness(x), excess_kurtosis(x)
    return skew is not None and kurtosis is not None and (abs(skew) < MAX_SKEW or kurtosis < MAX_KURTOSIS)


def log_form(x: Column) -> Column:
    """log(x − min + 0.01·(max − min)), NaN where missing."""
    low, high = float(np.nanmin(x)), float(np.nanmax(x))
    return np.log(x - low + 0.01 * (high - low))


def winsorise(x: Column) -> tuple[Column, int]:
    """Move the extremes on the side of the skew to their neighbour until within limits; tied extremes go together.

    Returns:
        The column and the number of points moved. The limit of five is looked at before each step, so that a step
        with ties can end above it, as in COINr.
    """
    x = x.copy()
    high = low = 0
    while high + low < MAX_POINTS and not within_limits(x):
        skew = skewness(x)
        if skew is None:
            break
        end = np.nanmax(x) if skew >= 0 else np.nanmin(x)
        extreme = x == end
        rest = x[~extreme & ~np.isnan(x)]
        x[extreme] = rest.max() if skew >= 0 else rest.min()
        if skew >= 0:
            high = int(extreme.sum())  # earlier points are tied with these by now and are counted again
        else:
            low = int(extreme.sum())
    return x, high + low


def untouched(x: Column) -> tuple[Column, Treatment]:
    """No treatment; the record still says how skewed the column is."""
    return x, Treatment("none", 0, skewness(x), excess_kurtosis(x), within_limits(x))


def coinr(x: Column) -> tuple[Column, Treatment]:
    """Leave alone within limits; else winsorise; if that fails, the log form of the original.

    Args:
        x: figures as published (the log form is not symmetric: never oriented ones), NaN where missing.
    """
    skew, kurtosis = skewness(x), excess_kurtosis(x)
    if skew is None or within_limits(x):
        return untouched(x)
    moved, points = winsorise(x)
    if within_limits(moved):
        return moved, Treatment("winsorised", points, skew, kurtosis, True)
    logs = log_form(x)
    return logs, Treatment("log", int((~np.isnan(x)).sum()), skew, kurtosis, within_limits(logs))


TREATMENTS: dict[str, Callable[[Column], tuple[Column, Treatment]]] = {"none": untouched, "coinr": coinr}
