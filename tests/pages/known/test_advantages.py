"""Strengths and weaknesses as pages ask for them."""

import pytest

from models.advantages import Thresholds, judged_against
from pages.known import releases
from pages.known.advantages import assessments

NORDIC = ("SE11", "DK01", "FI1B", "IS00")


@pytest.fixture(scope="module")
def default_peers():
    return releases.catalogue().default_peers.members


def test_a_named_set_is_judged_under_its_name_and_comes_first(default_peers):
    sets = judged_against(releases.catalogue(), "NO08", tuple(reversed(default_peers)))
    assert list(sets) == ["alliance", "reference", "capitals"]


def test_peers_of_the_readers_own_come_first_and_the_named_sets_follow(default_peers):
    sets = judged_against(releases.catalogue(), "NO08", default_peers[:9])
    assert list(sets) == ["own", "alliance", "reference", "capitals"]
    assert set(sets["own"]) == set(default_peers[:9])


def test_under_eight_peers_nothing_is_rated_but_rank_and_gap_are_there():
    assert list(judged_against(releases.catalogue(), "NO08", NORDIC)) == ["own"]
    found = assessments("NO08", NORDIC)
    assert found.rated == 0
    assert all(one.measures is None or one.measures.z is None for one in found.all)
    assert any(one.measures and one.measures.gap is not None for one in found.all)


def test_the_same_question_is_worked_out_once(default_peers):
    first = assessments("NO08", default_peers)
    assert assessments("NO08", tuple(reversed(default_peers))) is first
    assert assessments("NO08", default_peers, thresholds=Thresholds(strength=0.7)) is not first
    assert first.rated > 0


def test_other_indicators_may_be_asked_for(default_peers):
    found = assessments("NO08", default_peers, indicators=("pm25",))
    assert [one.indicator.id for one in found.all] == ["pm25"]


def test_no_peers_at_all():
    found = assessments("NO08", ())
    assert found.rated == 0
    assert all(one.measures is None or one.measures.gap is None for one in found.all)
