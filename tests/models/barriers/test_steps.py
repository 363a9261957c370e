"""Measures by how far they have come: done with a stated effect first."""

import pytest

from models.barriers import STEPS, step, stepwise


def test_what_a_pilot_gave_makes_a_proposal_no_more_than_one(catalogue):
    pilot = catalogue.measures["M11"]
    assert (pilot.kind, pilot.effect, step(pilot)) == ("proposed", True, "proposed")


@pytest.mark.parametrize(
    ("name", "expected"),
    [("M09", "effect"), ("M07", "effect"), ("M08", "done"), ("M01", "decided"), ("M12", "proposed")],
)
def test_the_step_follows_from_the_kind_and_the_effect(catalogue, name, expected):
    assert step(catalogue.measures[name]) == expected


def test_the_farthest_come_first_then_by_barrier_then_those_done_here(catalogue):
    order = ["international_graduates", "reception_and_permits"]
    found = stepwise(catalogue.measures.values(), order)
    assert list(found) == list(STEPS)
    for listed in found.values():
        assert [order.index(m.barrier) for m in listed] == sorted(order.index(m.barrier) for m in listed)
    own = [m.kind == "in_place_here" for m in found["effect"] if m.barrier == "reception_and_permits"]
    assert own == sorted(own, reverse=True)
    assert {m.barrier for listed in found.values() for m in listed} == set(order)


def test_a_step_without_measures_has_no_heading(catalogue):
    assert "decided" not in stepwise([catalogue.measures["M12"]], ["reception_and_permits"])
