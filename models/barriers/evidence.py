"""How well a barrier is documented: by how many publishers, and whether our own figures show it too."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models.advantages import Call
from models.catalogue import Barrier, Finding

Standing = Literal["shown", "hinted", "open", "not_confirmed"]
_ORDER: tuple[Standing, ...] = ("shown", "hinted", "open", "not_confirmed")


@dataclass(frozen=True)
class Proof:
    """What a barrier rests on.

    Attributes:
        findings: how many there are.
        publishers: how many have published them.
        own_readings: how many of these we read ourselves, not at second hand.
        standing: what the figures say: "shown" (a weakness), "hinted" (a tendency to one), "open" (no figure, or none
            that can be called), "not_confirmed" (in line with the others, or better).
        against: ids of the figures that do not confirm it, where the standing is "not_confirmed".
    """

    findings: int
    publishers: int
    own_readings: int
    standing: Standing
    against: tuple[str, ...] = ()


def _is(call: Call, kind: str) -> bool:
    return call.kind == kind or (call.kind == "tendency" and kind == ("weakness" if call.side < 0 else "strength"))


def _standing(calls: Mapping[str, Call]) -> tuple[Standing, tuple[str, ...]]:
    if any(call.kind == "weakness" for call in calls.values()):
        return "shown", ()
    if any(_is(call, "weakness") for call in calls.values()):
        return "hinted", ()
    against = tuple(name for name, call in calls.items() if call.kind == "in_line" or _is(call, "strength"))
    return ("not_confirmed", against) if against else ("open", ())


def _publisher(finding: Finding) -> str:
    """Who stands behind a finding, without who told of it."""
    return finding.publisher.partition(" (")[0]


def proof(findings: Sequence[Finding], calls: Mapping[str, Call]) -> Proof:
    """What a barrier rests on.

    Args:
        findings: its evidence.
        calls: what the figures say, by indicator, for those of its indicators that can have a call.
    """
    standing, against = _standing(calls)
    read = {_publisher(f) for f in findings if f.confidence != "secondary_source"}
    return Proof(len(findings), len({_publisher(f) for f in findings}), len(read), standing, against)


def by_strength(barriers: Iterable[Barrier], proofs: Mapping[str, Proof]) -> list[Barrier]:
    """Barriers, the best documented first.

    Those that the figures show too go first, those that the figures do not confirm last; inside each, those with
    most publishers that we read ourselves, then those with most publishers. Equals keep the register's order.
    """

    def order(barrier: Barrier) -> tuple[int, int, int]:
        known = proofs[barrier.id]
        return (_ORDER.index(known.standing), -known.own_readings, -known.publishers)

    return sorted(barriers, key=order)
