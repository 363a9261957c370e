from models.peers import nearest, stability
from tests.models.peers.test_distance import EXAMPLE


def test_the_same_seed_gives_the_same_answer():
    one, two = stability(EXAMPLE, "E", 1, seed=7), stability(EXAMPLE, "E", 1, seed=7)
    assert one.equals(two)
    assert not one.equals(stability(EXAMPLE, "E", 1, seed=8))


def test_shares_sum_to_the_length_of_the_list():
    assert stability(EXAMPLE, "D", 2).sum() == 2
    assert stability(EXAMPLE, "D", 9).sum() == 4


def test_a_region_nearer_in_everything_is_always_on_the_list():
    assert stability(EXAMPLE, "A", 1)["B"] == 1
    # From E, C is nearer by the second variable and D by the first: the weights decide.
    assert 0.3 < stability(EXAMPLE, "E", 1)["C"] < 0.7


def test_only_the_regions_asked_for():
    assert set(stability(EXAMPLE, "D", 2, among=["A", "B"]).index) == {"A", "B"}
    assert [s.region for s in nearest(EXAMPLE, "D", 2, among=["A", "B"])] == ["B", "A"]
