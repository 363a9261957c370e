import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advantages import AdvantageError, Thresholds, call
from tests.models.advantages.test_measures import EXAMPLE

ZS = st.lists(st.floats(-5, 5), min_size=1, max_size=16)


@pytest.mark.parametrize(("name", "kind"), [("x1", "in_line"), ("x3", "strength"), ("x4", "strength")])
def test_worked_example(name, kind):
    assert call([EXAMPLE[name][2]]).kind == kind


@pytest.mark.parametrize(
    ("zs", "kind", "side"),
    [
        ([0.6] * 9 + [0.1], "strength", 1),
        ([0.6] * 9 + [-0.1], "strength", 1),  # nine of ten agree
        ([0.6] * 8 + [-0.1] * 2, "tendency", 1),  # its own set is clear, the signs are not
        ([0.6] * 8 + [0.05] * 2, "tendency", 1),  # below 0.1 is no sign, but counts among all
        ([0.4] * 8 + [0.7] * 3 + [-0.6] * 2, "unsettled", 1),
        ([-0.6, -0.7, -0.5, -0.9], "weakness", -1),
        ([0.45, 0.45, 0.4, 0.6], "tendency", 1),
        ([0.45, 0.4, 0.4, 0.4, 0.6], "in_line", 1),  # four of five small
        ([0.2, 0.1, 0.6, 0.55], "tendency", 1),
        ([0.0, 0.0], "in_line", 0),
        ([], "not_rated", 0),
    ],
)
def test_calls(zs, kind, side):
    made = call(zs)
    assert (made.kind, made.side) == (kind, side)


def test_doubtful_figures_reach_at_most_tendency():
    made = call([1.0, 1.2], doubtful=True)
    assert made.kind == "tendency"
    assert {r.code for r in made.reasons} == {"agreement", "capped"}
    assert call([0.1, 0.1], doubtful=True).kind == "in_line"


def test_other_sets_lower_a_call_and_never_raise_it():
    own = [-0.6, -0.7]
    assert call(own).kind == "weakness"
    assert call(own, others=[-0.5] * 8).kind == "weakness"
    assert call(own, others=[0.5] * 8).kind == "tendency"
    assert call([0.2, 0.1], others=[2.0] * 8).kind == "in_line"
    assert call([], others=[2.0] * 8).kind == "not_rated"


def test_what_a_sample_cannot_tell_is_in_line():
    made = call([0.9, 0.8], within_error=True)
    assert (made.kind, made.reasons[0].code) == ("in_line", "within_error")


def test_reasons_say_how_many_scenarios_agree():
    reason = call([0.6] * 9 + [-0.1]).reasons[0]
    assert (reason.code, reason.n, reason.of) == ("agreement", 9, 10)


@given(ZS)
def test_turning_all_signs_turns_the_call(zs):
    made, turned = call(zs), call([-z for z in zs])
    opposite = {"strength": "weakness", "weakness": "strength"}
    assert turned.kind == opposite.get(made.kind, made.kind)
    assert turned.side == -made.side


@given(ZS)
def test_stricter_thresholds_never_make_a_strength(zs):
    if call(zs, Thresholds(strength=1.0, agreement=1.0)).kind == "strength":
        assert call(zs).kind == "strength"


@pytest.mark.parametrize(
    "change",
    [
        {"strength": 0.2},
        {"tendency": 0.0},
        {"agreement": 0.5},
        {"in_line_agreement": 1.1},
        {"min_peers": 1},
        {"in_line": 0},
        {"years_back": 0},
    ],
)
def test_thresholds_that_make_no_sense_are_refused(change):
    with pytest.raises(AdvantageError):
        Thresholds(**change)
