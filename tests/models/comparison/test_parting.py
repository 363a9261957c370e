"""What parts two regions most."""

import pytest

from models.comparison.parting import distance, parting
from models.comparison.scorecard import scorecard
from tests.models.made_up import figures_of

PEERS = ("SE11", "DK01", "FI1B")


def card(catalogue, **values):
    """A scorecard of Oslo (first value) and three others."""
    regions = ("NO08", *PEERS)
    rows = [
        (name, code, "2021", v, "") for name, given in values.items() for code, v in zip(regions, given, strict=True)
    ]
    return scorecard(figures_of(rows), catalogue, "NO08", PEERS)


def names(strips):
    return [s.indicator.id for s in strips]


def test_the_farthest_apart_stand_first_by_who_is_ahead(catalogue):
    found = card(
        catalogue,
        high_tech_employment=(8.0, 12.0, 9.0, 10.0),  # sd 1.708: 2.34 apart, Stockholm ahead
        unemployment_rate_15_74=(5.0, 5.1, 9.0, 3.0),  # within the survey’s error: level
        pm25=(6.0, 9.0, 7.0, 8.0),  # sd 1.291: 2.32 apart, less is better
        life_expectancy=(83.0, 83.0, 80.0, 81.0),  # nobody is ahead
    )
    told = parting(found.strips, "SE11")
    assert names(told.other_ahead) == ["high_tech_employment"]
    assert names(told.focus_ahead) == ["pm25"]
    assert (told.counted.ahead, told.counted.level, told.counted.behind) == (1, 2, 1)
    assert distance(told.other_ahead[0], "SE11") == pytest.approx(4 / 1.7078, abs=1e-3)
    assert not told.scored


def test_near_twins_are_one_thing_and_points_decide_alone(catalogue):
    found = card(
        catalogue,
        gdp_per_inhabitant_pps=(48.0, 60.0, 50.0, 45.0),
        gdp_pps_eu100=(148.0, 180.0, 150.0, 140.0),
        gerd_pct_gdp=(2.9, 3.6, 3.0, 2.8),
    )
    points = [s for s in found.strips if s.indicator.id != "gdp_pps_eu100"]
    told = parting(found.strips, "SE11", points)
    assert told.scored
    assert told.counted.count == 2
    assert set(names(told.other_ahead)) == {"gdp_per_inhabitant_pps", "gerd_pct_gdp"}


def test_without_a_figure_of_both_there_is_nothing_to_say(catalogue):
    assert parting(card(catalogue, pm25=(6.0, 9.0, 7.0, 8.0)).strips, "AT13") is None
