"""How much of a score is old, or from the pandemic."""

import pytest

from models.index.attractiveness import attractiveness
from models.index.weight_of_years import leaf_weights, pandemic_years, weight_of_years


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


def test_the_pandemic_is_what_more_than_one_survey_counts_as_unusual(catalogue):
    assert pandemic_years(catalogue) == ("2020", "2021")


def test_a_third_of_the_total_is_from_the_pandemic_years(index, catalogue):
    found = weight_of_years(index, catalogue, "NO08", "index")
    assert (found.count, found.pandemic, found.years, found.newest) == (23, 8, ("2020", "2021"), "2025")
    assert found.pandemic_weight == pytest.approx(0.352, abs=0.001)
    # And business services of 2019, and research of 2014–2020, which is no level of 2020.
    assert found.old_weight == pytest.approx(0.623, abs=0.001)
    assert sum(leaf_weights(index, "NO08", "index").values()) == pytest.approx(1)


def test_without_a_score_there_is_no_weight(index, catalogue):
    assert weight_of_years(index, catalogue, "CH04", "index") is None
