"""How well a barrier is documented, and in which order barriers stand."""

from dataclasses import replace

import pytest

from models.advantages import Call
from models.barriers import Proof, by_strength, proof

WEAK, STRONG = Call("weakness", -1, -0.9, ()), Call("strength", 1, 0.9, ())
LOW, HIGH = Call("tendency", -1, -0.4, ()), Call("tendency", 1, 0.4, ())
EVEN, OPEN, NONE = Call("in_line", 1, 0.1, ()), Call("unsettled", -1, -0.4, ()), Call("not_rated", 0, None, ())


@pytest.mark.parametrize(
    ("calls", "standing", "against"),
    [
        ({}, "open", ()),
        ({"a": NONE}, "open", ()),
        ({"a": OPEN, "b": NONE}, "open", ()),
        ({"a": WEAK, "b": STRONG}, "shown", ()),
        ({"a": LOW, "b": EVEN}, "hinted", ()),
        ({"a": EVEN}, "not_confirmed", ("a",)),
        ({"a": STRONG, "b": HIGH, "c": OPEN}, "not_confirmed", ("a", "b")),
    ],
)
def test_what_the_figures_say(calls, standing, against):
    found = proof([], calls)
    assert (found.standing, found.against) == (standing, against)


def test_publishers_are_counted_once_whoever_told_of_them(catalogue):
    findings = [catalogue.evidence[name] for name in ("B01", "B02", "B08")]  # Statistics Norway twice; InterNations
    found = proof(findings, {})
    assert (found.findings, found.publishers, found.own_readings) == (3, 2, 1)
    assert catalogue.evidence["B08"].publisher == "InterNations (reported by The Local)"


def test_the_best_documented_go_first_and_equals_keep_their_order(catalogue):
    some = [catalogue.barriers[name] for name in ("capital", "visibility", "grid_and_land", "daylight", "connectivity")]
    base = Proof(3, 3, 2, "open")
    proofs = {
        "capital": replace(base, standing="not_confirmed", own_readings=9),
        "visibility": base,
        "grid_and_land": replace(base, own_readings=3),
        "daylight": base,
        "connectivity": replace(base, standing="shown", own_readings=0),
    }
    assert [b.id for b in by_strength(some, proofs)] == [
        "connectivity", "grid_and_land", "visibility", "daylight", "capital",
    ]  # fmt: skip
