import pytest

from models.comparison.scorecard import FEWEST, scorecard, tally
from tests.models.made_up import figures_of

PEERS = ("SE11", "DK01", "FI1B")
UNEMPLOYMENT, TERTIARY = "unemployment_rate_15_74", "employed_tertiary_share"


def made(rows):
    return figures_of([(name, region, year, value, "") for name, year, values in rows for region, value in values])


FIGURES = made(
    [
        (UNEMPLOYMENT, "2025", [("NO08", 5.0), ("SE11", 9.0), ("DK01", 6.0), ("FI1B", 3.0)]),
        (TERTIARY, "2023", [("NO08", 40.0), ("SE11", 50.0), ("DK01", 60.0), ("FI1B", 45.0)]),
        ("population_total", "2023", [("NO08", 2e6), ("SE11", 2e6), ("DK01", 1e6), ("FI1B", 1e6)]),
        ("neet_15_29", "2025", [("SE11", 5.0), ("DK01", 6.0), ("FI1B", 7.0)]),
        ("gdp_per_inhabitant_pps", "2021", [("NO08", 1.0), ("SE11", 2.0)]),
    ]
)


@pytest.fixture
def card(catalogue):
    return scorecard(FIGURES, catalogue, "NO08", PEERS)


def strip(card, name):
    return next(s for s in card.strips if s.indicator.id == name)


def test_the_better_end_is_always_the_same(card):
    low_is_good, high_is_good = strip(card, UNEMPLOYMENT), strip(card, TERTIARY)
    assert low_is_good.position(3.0) == high_is_good.position(60.0) == 1
    assert low_is_good.position(9.0) == high_is_good.position(40.0) == 0
    assert low_is_good.position(6.0) == pytest.approx(0.5)


def test_places_and_the_middle(card):
    found = strip(card, UNEMPLOYMENT)
    assert found.places == {"FI1B": 1, "NO08": 2, "DK01": 3, "SE11": 4}
    assert (found.median, found.count) == (6.0, 4)


def test_the_strongest_stand_first(card):
    assert [s.indicator.id for s in card.strips] == [UNEMPLOYMENT, TERTIARY]
    assert [s.indicator.id for s in card.of_theme("talent")] == [UNEMPLOYMENT, TERTIARY]
    assert card.of_theme("living") == ()


def test_what_is_left_out_is_told_apart(card):
    assert {i.id for i in card.without_direction} == {"population_total"}
    # The region has none; or too few others have.
    assert {i.id for i in card.without_figure} == {"neet_15_29", "gdp_per_inhabitant_pps"}
    assert FEWEST == 3


def test_who_is_ahead_on_how_many(card):
    assert strip(card, UNEMPLOYMENT).ahead("SE11") == 1
    assert strip(card, UNEMPLOYMENT).ahead("FI1B") == -1
    assert strip(card, UNEMPLOYMENT).ahead("AT13") is None
    counted = tally(card.strips, "SE11")
    assert (counted.ahead, counted.level, counted.behind, counted.count) == (1, 0, 1, 2)


def test_equal_figures_are_level(catalogue):
    same = made([(UNEMPLOYMENT, "2025", [("NO08", 5.0), ("SE11", 5.0), ("DK01", 5.0)])])
    (only,) = scorecard(same, catalogue, "NO08", PEERS).strips
    assert only.ahead("SE11") == 0
    assert only.position(5.0) == 0.5


def test_real_figures_are_the_theme_pages(figures, catalogue):
    from models.change.comparable import year_told
    from models.comparison.one_year import compare

    peers = catalogue.members("alliance")
    card = scorecard(figures, catalogue, "NO08", peers)
    assert len(card.strips) > 40
    for one in card.strips:
        indicator = one.indicator
        year = year_told(figures, indicator, "NO08", catalogue.reference_regions)
        same = compare(figures, indicator, year, "NO08", peers, catalogue.rules.year_tolerance)
        assert one.places["NO08"] == same.rank
        assert one.values == same.rows["value"].to_dict()
    strengths = [[s.strength for s in card.of_theme(theme)] for theme in catalogue.themes]
    assert all(found == sorted(found, reverse=True) for found in strengths)
