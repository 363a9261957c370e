"""Similar regions on the real figures."""

import numpy as np
import pytest

from models.peers import PeerError, candidates, nearest, nearest_by_income, stability, structure


@pytest.fixture(scope="module")
def known(figures, catalogue):
    return structure(figures, catalogue)


def test_a_capital_weighs_least_and_industries_most(known):
    assert known.weights.sum() == pytest.approx(1)
    assert [d.weight for d in known.dimensions] == pytest.approx([0.3, 0.2, 0.4, 0.1])
    published = known.scores.drop(columns="capital")
    assert published.mean().abs().max() < 1e-9
    assert np.allclose(published.std(ddof=1), 1)


def test_the_oslo_region_is_like_the_nordic_capitals(known, catalogue):
    similar = nearest(known, "NO08", 8, candidates(catalogue, "NO08"))
    assert similar[0].region == "FI1B"
    assert "SE11" in {s.region for s in similar}
    assert all(catalogue.regions[s.region].country != "NO" for s in similar)
    firm = stability(known, "NO08", 8, candidates(catalogue, "NO08"))
    assert firm["FI1B"] > 0.9


def test_only_capitals(catalogue):
    chosen = candidates(catalogue, "NO08", capitals_only=True)
    assert {"SE11", "DK01", "FI1B"} <= set(chosen)
    assert not {"SE23", "DE21", "NO08"} & set(chosen)


def test_own_country_when_asked_for(catalogue):
    assert "NO0A" in candidates(catalogue, "NO08", other_country=False)
    assert "NO0A" not in candidates(catalogue, "NO08")
    with pytest.raises(PeerError, match="'XX99'"):
        candidates(catalogue, "XX99")


def test_nearest_by_income_is_sorted_by_distance(figures, catalogue):
    found = nearest_by_income(figures, catalogue, "NO08", 6)
    assert [abs(gap) for _, gap in found] == sorted(abs(gap) for _, gap in found)
    assert "NO08" not in {code for code, _ in found}
    with pytest.raises(PeerError, match="NO01"):
        nearest_by_income(figures, catalogue, "NO01", 6)


def test_regions_without_figures_are_refused(known):
    with pytest.raises(PeerError, match="'UKI3' has too few structural figures"):
        nearest(known, "UKI3", 3)
