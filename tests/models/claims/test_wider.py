"""Claims among all of Europe, over the months, and of two figures together."""

import pytest

from models.change.seasons import Season, season
from models.claims import Claim, ClaimScope, europe_claim, relation_claim, season_claim
from models.comparison.correlation import Correlation, CorrelationError
from models.comparison.one_year import compare_europe


@pytest.fixture
def speaker(catalogue, figures):
    return ClaimScope(catalogue, figures)


def test_among_all_of_europe(figures, catalogue, speaker):
    europe = compare_europe(figures, catalogue, catalogue.indicators["pm25"], "2020", "NO08")
    claim = europe_claim(speaker, europe, 0.83)
    assert (claim.kind, claim.figure, claim.other_figure) == ("europe", 7.2, pytest.approx(83))
    old = compare_europe(figures, catalogue, catalogue.indicators["early_leavers"], "2017", "NO08")
    assert europe_claim(speaker, old, 0.5).code == "newer"
    assert europe_claim(speaker, europe, None).code == "too_few_peers"


def test_the_months_of_a_year(figures, catalogue, speaker):
    indicator = catalogue.indicators["nights_international_monthly"]
    found = season(figures, indicator.id, "NO08")
    claim = season_claim(speaker, indicator, "NO08", found)
    assert isinstance(claim, Claim)
    assert int(claim.other) == found.peak
    assert claim.figure == pytest.approx(100 * max(found.values) / sum(found.values))
    assert season_claim(speaker, indicator, "NO08", None).code == "missing"
    locked = Season("NO08", "2020", tuple(float(n) for n in range(1, 13)))
    assert season_claim(speaker, indicator, "NO08", locked).code == "unusual_year"


def test_two_figures_together(catalogue):
    x, y = catalogue.indicators["gdp_per_inhabitant_pps"], catalogue.indicators["neet_15_29"]
    clear = Correlation("spearman", -0.6, -0.75, -0.4, 220)
    claim = relation_claim(x, y, "NO08", "2022", clear)
    assert (claim.node, claim.other, [c.code for c in claim.caveats]) == (x.id, y.id, ["no_cause"])
    assert relation_claim(x, y, "NO08", "2021", clear).code == "unusual_year"
    unclear = Correlation("pearson", 0.1, -0.1, 0.3, 220)
    assert relation_claim(x, y, "NO08", "2022", unclear).code == "no_relation"
    assert relation_claim(x, y, "NO08", "2022", CorrelationError("few", 4)).detail == "4"
