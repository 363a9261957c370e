import pytest

from models.index.attractiveness import attractiveness
from models.index.rank_ranges import rank_ranges


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


@pytest.fixture(scope="module")
def ranges(index, catalogue):
    peers = [r for r in catalogue.reference_regions if r != "NO08"]
    return rank_ranges(index, "NO08", peers, catalogue.tags["city_bounded"], draws=2000)


def test_the_total_and_each_scored_theme_have_ranges(ranges):
    assert list(ranges) == ["index", "talent", "investment", "visitors", "living", "cooperation"]


def test_places_lie_in_order_within_the_field(ranges):
    for found in ranges.values():
        rows = found.rows
        assert ((rows["low"] >= 1) & (rows["low"] <= rows["median"])).all()
        assert ((rows["median"] <= rows["high"]) & (rows["high"] <= found.count)).all()
        median, low, high = found.own
        assert low <= median <= high


def test_the_region_is_firmly_in_the_upper_half_of_the_reference_set(ranges):
    median, low, high = ranges["index"].own
    assert 4 <= median <= 7
    assert low >= 3
    assert high <= 9


def test_regions_without_a_score_are_not_ranked(ranges):
    assert "CH04" not in ranges["index"].rows.index
    assert ranges["index"].count == 23
    assert "CH04" in ranges["living"].rows.index


def test_chances_agree_with_places(ranges):
    above = ranges["index"].above
    assert above["LT01"] == 1.0  # last whatever is assumed
    assert above["SE11"] < 0.1
    assert set(above) == set(ranges["index"].rows.index) - {"NO08"}


def test_another_set_of_peers_is_told_apart(ranges):
    apart = ranges["index"].without_cities
    assert apart.count == 17
    assert apart.count < ranges["index"].count


def test_the_same_seed_gives_the_same_places(index, catalogue, ranges):
    peers = [r for r in catalogue.reference_regions if r != "NO08"]
    again = rank_ranges(index, "NO08", peers, catalogue.tags["city_bounded"], draws=2000)
    assert again["index"].rows.equals(ranges["index"].rows)
    assert again["index"].above == ranges["index"].above


def test_too_few_regions_have_no_ranges(index):
    assert rank_ranges(index, "NO08", ["SE11"], ()) == {}
    assert rank_ranges(index, "NO08", ["XX01", "XX02", "XX03"], ()) == {}


def test_own_weights_change_the_total_and_no_theme(figures, catalogue, index):
    weighted = attractiveness(figures, catalogue, list(catalogue.reference_regions), {"talent": 3, "investment": 0})
    for theme in ("talent", "investment", "visitors", "living", "cooperation"):
        assert weighted.score(theme, "NO08") == index.score(theme, "NO08")
    others = index.score("living", "NO08") + index.score("cooperation", "NO08")
    expected = (3 * index.score("talent", "NO08") + others) / 5
    assert weighted.score("index", "NO08") == pytest.approx(expected)
