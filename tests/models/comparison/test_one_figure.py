"""Two regions whose order turns on one figure far from everybody else's."""

import pytest

from models.comparison.one_figure import decided_by, lone_figures
from models.index.attractiveness import attractiveness


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


def test_dublins_output_alone_sets_a_goalpost(index, catalogue):
    assert lone_figures(index, catalogue, "IE06") == ("gdp_per_inhabitant_pps",)
    assert lone_figures(index, catalogue, "NO08") == ()


def test_whether_the_oslo_region_is_above_dublin_is_decided_by_it(index, catalogue):
    assert decided_by(index, catalogue, "NO08", "IE06") == "gdp_per_inhabitant_pps"
    assert decided_by(index, catalogue, "IE06", "NO08") == "gdp_per_inhabitant_pps"


def test_others_stand_as_they_do_whatever_one_figure_is(index, catalogue):
    for other in ("SE11", "DE30", "AT13"):
        assert decided_by(index, catalogue, "NO08", other) is None


def test_without_a_score_there_is_no_order(index, catalogue):
    assert index.score("index", "CH04") is None
    assert decided_by(index, catalogue, "NO08", "CH04") is None
