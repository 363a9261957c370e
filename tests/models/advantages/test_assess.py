"""Strengths and weaknesses of the Oslo Region on the real figures."""

from dataclasses import replace

import pytest

from models.advantages import AdvantageError, Thresholds, assess, comparable_sets, judged_against, verdict
from models.index.standing import standing


@pytest.fixture(scope="module")
def sets(catalogue):
    return judged_against(catalogue, "NO08", catalogue.members("alliance"))


@pytest.fixture(scope="module")
def assessed(figures, catalogue, sets):
    return assess(figures, catalogue, "NO08", sets)


def _ids(assessed, kind):
    return {a.indicator.id for a in assessed.of(kind)}


def test_what_the_oslo_region_is_good_and_bad_at(assessed):
    assert _ids(assessed, "strength") == {
        "broadband_access",
        "working_age_growth_5y",
        "tertiary_25_64",
        "h2020_organisations_per_100k",
        "unemployment_rate_15_74",
        "pm25",
    }
    assert _ids(assessed, "weakness") == {"coe_share_k_n", "high_tech_employment", "nights_foreign_per_1000"}
    # Physicians: seven of the reader's own regions have a figure, too few to rate.
    assert {a.indicator.id for a in assessed.all if a.call.kind == "not_rated"} == {"physicians_per_100000"}
    assert assessed.rated == len(assessed.all) - 1 == 26


def test_the_readers_own_set_decides_and_the_others_only_lower(assessed):
    found = {a.indicator.id: a for a in assessed.all}
    for name, median in (("gdp_per_inhabitant_pps", -0.53), ("gerd_pct_gdp", -0.66)):
        made = found[name].call
        assert (made.kind, made.side) == ("tendency", -1)
        assert made.median_z == pytest.approx(median, abs=0.005)
        assert [r.detail for r in made.reasons if r.code == "lowered_by_set"] == ["reference", "capitals"]
    assert found["nights_domestic_per_1000"].call.kind == "in_line"  # 3,983 against 3,975
    assert found["neet_15_29"].call.reasons[0].code == "within_error"


def test_one_verdict_however_it_is_asked_for(figures, catalogue):
    peers = catalogue.members("alliance")
    every = assess(figures, catalogue, "NO08", judged_against(catalogue, "NO08", peers))
    for one in every.all:
        assert verdict(figures, catalogue, one.indicator, "NO08", tuple(reversed(peers))).call == one.call


def test_a_set_added_to_the_catalogue_changes_no_verdict(catalogue):
    more = {**catalogue.peer_sets, "more": catalogue.peer_sets["capitals"].model_copy(update={"id": "more"})}
    assert comparable_sets(replace(catalogue, peer_sets=more), "NO08") == comparable_sets(catalogue, "NO08")


def test_foreign_nights_are_nineteenth_of_twenty_six(figures, catalogue):
    only = (catalogue.indicators["nights_foreign_per_1000"],)
    found = assess(figures, catalogue, "NO08", {"reference": catalogue.reference_regions}, only).all[0]
    assert (found.measures.rank, found.measures.count) == (19, 25)
    assert found.measures.value == pytest.approx(1885.5, abs=0.1)
    assert found.to_median.things == "own"
    # 783 nights more for each 1000 of the two million inhabitants.
    assert found.to_median.amount == pytest.approx(-found.measures.gap / 1000 * 2.0285e6, rel=5e-3)


def test_ranks_agree_with_the_index(figures, catalogue):
    from models.index.attractiveness import attractiveness

    index = attractiveness(figures, catalogue, list(catalogue.reference_regions))
    peers = tuple(r for r in catalogue.reference_regions if r != "NO08")
    places = {i.id: standing(index, i.id, "NO08", peers) for i in catalogue.scored}
    assert sum(place is not None for place in places.values()) >= 18  # the others are in themes without a score
    for found in assess(figures, catalogue, "NO08", {"reference": peers}).all:
        # The mean of three years is scored by; what is said of is the newest year.
        if (place := places[found.indicator.id]) is None or found.indicator.score.statistic == "mean_absolute":
            continue
        assert (found.measures.rank, found.measures.count + 1) == (place.rank, place.count), found.indicator.id


def test_chance_gives_about_as_many_as_it_gives_each_region(assessed):
    assert sum(assessed.chance.values()) == pytest.approx(assessed.rated)
    assert 5 < assessed.chance["strength"] < 10
    assert 5 < assessed.chance["weakness"] < 10
    assert "not_rated" not in assessed.chance


def test_adding_a_region_that_is_no_peer_changes_nothing(figures, catalogue, assessed, sets):
    again = assess(figures, catalogue, "NO08", {**sets, "few": ("SE11", "UKI3")})
    for before, after in zip(assessed.all, again.all, strict=True):
        assert after.measures == before.measures
        assert [s for s in after.scenarios if s.peer_set != "few"] == list(before.scenarios)


def test_the_region_itself_may_stand_in_a_set(figures, catalogue):
    only = (catalogue.indicators["pm25"],)
    peers = catalogue.reference_regions
    with_focus = assess(figures, catalogue, "NO08", {"s": peers}, only)
    without = assess(figures, catalogue, "NO08", {"s": tuple(p for p in peers if p != "NO08")}, only)
    assert with_focus.all == without.all


def test_few_peers_give_rank_and_gap_and_no_z(figures, catalogue):
    found = assess(figures, catalogue, "NO08", {"nordic": catalogue.members("nordic_capitals")})
    for one in found.all:
        assert one.call.kind == "not_rated"
        assert one.measures.z is None
        assert one.measures.robust_z is None
        assert one.measures.rank >= 1
    assert any(one.measures.gap is not None for one in found.all)
    assert sum(found.chance.values()) == 0


def test_flagged_figures_never_reach_a_strength(figures, catalogue, sets):
    directed = [i for i in catalogue.indicators.values() if i.direction != "none" and i.scope == "europe"]
    found = assess(figures, catalogue, "NO08", sets, directed)
    for one in found.all:
        if one.call.kind in {"strength", "weakness"}:
            assert not set("bu") & set(one.measures.flag)
            assert one.indicator.unusual_reason(one.measures.period) is None
    capped = {a.indicator.id for a in found.all if any(r.code == "capped" for r in a.call.reasons)}
    assert "life_expectancy_total" in capped  # 2021: an unusual year
    missing = next(a for a in found.all if a.indicator.id == "tertiary_30_34")
    assert missing.measures is None
    assert [r.code for r in missing.call.reasons] == ["missing"]


def test_growth_is_turned_into_persons_by_those_there_were_before(assessed):
    growth = next(a for a in assessed.all if a.indicator.id == "working_age_growth_5y")
    assert (growth.to_median.denominator, growth.to_median.period) == ("population_15_64", "2020")
    assert growth.to_median.things == "denominator"
    life = next(a for a in assessed.all if a.indicator.id == "life_expectancy")
    assert life.to_median is None


def test_sets_with_enough_members(catalogue):
    assert list(comparable_sets(catalogue, "NO08")) == ["alliance", "reference", "capitals"]
    assert "alliance" not in comparable_sets(catalogue, "NO08", Thresholds(min_peers=12))


def test_what_is_refused(figures, catalogue, sets):
    with pytest.raises(AdvantageError, match="need a set of peers"):
        assess(figures, catalogue, "NO08", {})
    with pytest.raises(AdvantageError, match="'population_total' has no good direction"):
        assess(figures, catalogue, "NO08", sets, (catalogue.indicators["population_total"],))
