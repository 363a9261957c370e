"""What may be said of places in a theme or the total, and of strengths."""

import pytest

from models.advantages import assess
from models.claims import (
    Claim,
    ClaimScope,
    RankRange,
    Refusal,
    above_place_claim,
    place_claim,
    strength_claim,
    upper_half_claim,
)

FIRM, WIDE = RankRange(3, 26, 2, 5), RankRange(9, 26, 6, 15)


@pytest.fixture
def speaker(catalogue):
    return ClaimScope(catalogue)


def test_a_place_is_said_with_its_range(speaker):
    claim = place_claim(speaker, "talent", "NO08", "2026", WIDE)
    assert isinstance(claim, Claim)
    assert claim.rank == WIDE
    assert claim.caveats == ()


def test_a_plain_place_says_that_it_is_not_tested(speaker):
    claim = place_claim(speaker, "index", "NO08", "2026", RankRange(2, 5))
    assert [c.code for c in claim.caveats] == ["rank_not_tested", "few_peers"]


def test_own_weights_must_be_said(catalogue):
    unsaid, said = ClaimScope(catalogue, own_weights=True), ClaimScope(catalogue, own_weights=True, own_said=True)
    assert place_claim(unsaid, "index", "NO08", "2026", FIRM).code == "own_choices_unsaid"
    assert upper_half_claim(unsaid, "index", "NO08", "2026", FIRM).code == "own_choices_unsaid"
    assert [c.code for c in place_claim(said, "index", "NO08", "2026", FIRM).caveats] == ["own_weights"]
    method = ClaimScope(catalogue, own_method=True)
    assert place_claim(method, "index", "NO08", "2026", FIRM).code == "own_choices_unsaid"
    both = ClaimScope(catalogue, own_weights=True, own_method=True, own_said=True)
    assert [c.code for c in place_claim(both, "index", "NO08", "2026", FIRM).caveats] == ["own_weights", "own_method"]


def test_no_rank_and_older_territories_are_refused(speaker):
    assert place_claim(speaker, "index", "NO08", "2026", None).code == "missing"
    assert place_claim(speaker, "index", "NO01", "2026", FIRM).code == "older_territory"


@pytest.mark.parametrize(
    ("theirs", "chance", "said"),
    [
        (RankRange(8, 26, 6, 9), None, True),
        (RankRange(8, 26, 5, 9), None, False),  # the ranges touch
        (RankRange(8, 26), None, False),
        (RankRange(4, 26, 2, 6), 0.95, True),
        (RankRange(8, 26, 6, 9), 0.7, False),
    ],
)
def test_above_only_if_the_ranks_allow_it(speaker, theirs, chance, said):
    made = above_place_claim(speaker, "index", "NO08", "SE23", "2026", (FIRM, theirs), chance)
    assert isinstance(made, Claim) is said
    if not said:
        assert (made.code, made.detail) == ("range_too_wide", "SE23")


def test_above_needs_both_ranks(speaker):
    refusal = above_place_claim(speaker, "index", "NO08", "SE23", "2026", (FIRM, None))
    assert (refusal.code, refusal.detail) == ("missing", "SE23")
    assert above_place_claim(speaker, "index", "NO08", "SE23", "2026", (None, FIRM)).detail == "NO08"


def test_the_upper_half_holds_the_whole_range(speaker):
    assert isinstance(upper_half_claim(speaker, "index", "NO08", "2026", FIRM), Claim)
    assert upper_half_claim(speaker, "index", "NO08", "2026", WIDE).code == "range_too_wide"
    assert upper_half_claim(speaker, "index", "NO08", "2026", RankRange(2, 26)).code == "range_too_wide"


@pytest.fixture(scope="module")
def assessed(figures, catalogue):
    directed = [i for i in catalogue.indicators.values() if i.direction != "none" and i.scope == "europe"]
    sets = {name: catalogue.members(name) for name in ("alliance", "reference")}
    return {a.indicator.id: a for a in assess(figures, catalogue, "NO08", sets, directed).all}


def test_strengths_and_weaknesses(assessed, speaker):
    strength = strength_claim(speaker, "NO08", assessed["working_age_growth_5y"])
    assert (strength.kind, strength.other) == ("strength", "median")
    assert strength_claim(speaker, "NO08", assessed["nights_foreign_per_1000"]).kind == "weakness"
    pm = strength_claim(speaker, "NO08", assessed["pm25"])
    assert [(c.code, c.detail) for c in pm.caveats] == [("one_year", "2020")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("tertiary_30_34", "missing"),
        ("life_expectancy_total", "unusual_year"),
        ("long_term_unemployment_rate", "flagged"),
        ("life_expectancy_male", "too_few_peers"),
        ("gdp_per_inhabitant_pps", "unsettled"),
        ("nights_seasonality_gini", "unsettled"),
    ],
)
def test_no_strength_without_grounds(assessed, speaker, name, code):
    refusal = strength_claim(speaker, "NO08", assessed[name])
    assert isinstance(refusal, Refusal)
    assert refusal.code == code
    assert strength_claim(speaker, "NO01", assessed[name]).code == "older_territory"
