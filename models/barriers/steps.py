"""How far a measure has come: what is done already and has a stated effect goes first."""

from collections.abc import Iterable, Sequence
from typing import Literal

from models.catalogue import Measure

Step = Literal["effect", "done", "decided", "proposed"]
STEPS: tuple[Step, ...] = ("effect", "done", "decided", "proposed")
_DONE = ("in_place_here", "in_place_elsewhere")


def step(measure: Measure) -> Step:
    """Done with a stated effect, done, decided or only proposed.

    An effect counts only where the measure is in place: what a pilot gave does not make a proposal more than one.
    """
    if measure.kind in _DONE:
        return "effect" if measure.effect else "done"
    return "decided" if measure.kind == "decided" else "proposed"


def stepwise(measures: Iterable[Measure], barriers: Sequence[str]) -> dict[Step, tuple[Measure, ...]]:
    """Measures by step, the farthest first; inside a step by barrier in the order given, those done here first.

    Args:
        measures: of one actor or of several.
        barriers: ids in the order in which the reader meets them; measures on others are left out.
    """
    place = {name: number for number, name in enumerate(barriers)}
    known = [m for m in measures if m.barrier in place]
    ordered = sorted(known, key=lambda m: (place[m.barrier], m.kind != "in_place_here", m.id))
    by_step = {name: tuple(m for m in ordered if step(m) == name) for name in STEPS}
    return {name: listed for name, listed in by_step.items() if listed}
