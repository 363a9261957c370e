"""Where dots and their names stand beside each other: a swarm along one axis, and flags above it.

Everything is in pixels of a chart of a nominal width. Positions along the axis are exact; dots move across it only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

_EXACT = 1e-6


@lru_cache(maxsize=128)  # constant: dots at their places; the same figures are drawn again at each click
def swarm(along: tuple[float, ...], diameter: float) -> tuple[float, ...]:
    """How far each dot stands from the axis so that no two overlap: as near as the dots before it allow.

    Dots are placed from left to right; of two places equally near the one above is taken, so that the same positions
    always give the same swarm.

    Args:
        along: positions along the axis, pixels, in any order.
        diameter: of a dot, pixels.

    Returns:
        Distances across the axis, positive upwards, in the order given.
    """
    across = np.zeros(len(along))
    order = np.argsort(along, kind="stable")
    xs = np.asarray(along, dtype=float)[order]
    ys = np.zeros(len(xs))
    for k, x in enumerate(xs):
        near = slice(int(np.searchsorted(xs[:k], x - diameter + _EXACT)), k)
        others = ys[near]
        if len(others):
            reach = np.sqrt(np.maximum(0.0, diameter**2 - (x - xs[near]) ** 2))
            places = np.concatenate([[0.0], others + reach, others - reach])
            free = (np.abs(places[:, None] - others[None, :]) >= reach[None, :] - _EXACT).all(axis=1)
            open_places = places[free]
            ys[k] = open_places[np.lexsort((-open_places, np.abs(open_places).round(6)))[0]]
    across[order] = ys
    return tuple(float(y) for y in across)


def fitting(along: tuple[float, ...], diameters: Sequence[float], height: float) -> tuple[float, tuple[float, ...]]:
    """The largest of the diameters whose swarm is no higher than `height`, else the smallest, with its swarm."""
    for diameter in diameters:
        across = swarm(along, diameter)
        if not across or max(across) - min(across) + diameter <= height:
            break
    return diameter, across


@dataclass(frozen=True)
class Flag:
    """Where a name stands: in which lane above the swarm, 0 the lowest, and to which side of its mast."""

    name: int
    lane: int
    leftwards: bool


def flags(masts: Sequence[float], widths: Sequence[float], width: float, lanes: int) -> list[Flag]:
    """Names on masts like a tent: those to the left of a ridge point left, the others right.

    The outermost stand lowest, so that no mast crosses a name and no name lies on another. Masts only move apart where
    the chart is drawn wider. Each name stands if there is room for it beside those before it; the first one always
    points inwards, so that it has room on a screen half as wide too.

    Args:
        masts: positions along the axis, pixels, the most important name first.
        widths: of the names, pixels.
        width: of the chart, pixels.
        lanes: how many there are.
    """
    chosen: list[int] = []
    tent: list[Flag] = []
    for name in range(len(masts)):
        more = sorted([*chosen, name], key=lambda k: (masts[k], k))
        tents = []
        for ridge in range(len(more) + 1):
            raised = _side(more[:ridge], masts, widths, leftwards=True)
            raised += _side(more[ridge:][::-1], masts, widths, leftwards=False)
            if all(f.lane < lanes and _inside(f, masts, widths, width) for f in raised):
                tents.append(raised)
        if tents:
            chosen, tent = more, min(tents, key=lambda raised: max(flag.lane for flag in raised))
    return sorted(tent, key=lambda flag: flag.name)


def _inside(flag: Flag, masts: Sequence[float], widths: Sequence[float], width: float) -> bool:
    if flag.name == 0:
        return flag.leftwards == (masts[0] > width / 2)
    end = masts[flag.name] + (-widths[flag.name] if flag.leftwards else widths[flag.name])
    return 0 <= end <= width


def _side(names: Sequence[int], masts: Sequence[float], widths: Sequence[float], *, leftwards: bool) -> list[Flag]:
    """One side of a tent, from the outside in: each name in the lowest lane whose last name leaves room."""
    ends: list[float] = []  # how far in each lane is taken, measured inwards
    flown = []
    for name in names:
        mast, start = (masts[name], masts[name] - widths[name])
        if not leftwards:
            mast, start = -mast, -mast - widths[name]
        lane = next((k for k, end in enumerate(ends) if end <= start), len(ends))
        # A mast crosses every lane below its name; nothing further in may reach over it.
        ends[: lane + 1] = [mast] * (lane + 1)
        flown.append(Flag(name, lane, leftwards))
    return flown
