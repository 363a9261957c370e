"""Which questions a refresh asks, and what follows from their answers."""

import pytest

from data_sources.refresh.plan import make_plan

SOURCES = dict.fromkeys(("eurostat", "oecd", "ssb", "brreg"))


@pytest.fixture(scope="module")
def plan(catalogue):
    return make_plan(catalogue, SOURCES)


def ids(questions):
    return {i.id for q in questions for i in q.indicators}


def test_every_indicator_is_asked_for_computed_or_left_with_a_reason(plan, catalogue):
    asked, computed, left = ids(plan.questions), {i.id for i in plan.computed}, set(plan.left)
    assert asked | computed | left == set(catalogue.indicators)
    assert not asked & computed | asked & left | computed & left
    assert len(asked) > 100
    assert len(computed) > 40
    assert all(plan.left.values())


def test_what_mends_the_weakest_spots_is_asked_for(plan):
    """Those without embedded figures, and those whose embedded figures end years ago."""
    asked = {i.id: q.query for q in plan.questions for i in q.indicators}
    for section in ("a", "b_e", "f", "g_i", "j", "k", "l", "m_n", "o_q", "r_u", "total"):
        query = asked[f"employment_section_{section}"]
        code = section.upper().replace("_", "-") if section != "m_n" else "M_N"
        assert (query.dataset, dict(query.filter)) == (
            "lfst_r_lfe2en2",
            {"nace_r2": code, "age": "Y15-64", "sex": "T", "unit": "THS_PER"},
        )
    expected = {
        "tertiary_25_64": "edat_lfse_04",
        "air_passengers": "tran_r_avpa_nm",
        "bed_occupancy": "tour_occ_anor2",
        "gfcf_meur": "nama_10r_2gfcf",
        "employed_at_workplace": "nama_10r_3empers",
        "foreign_born_15_64": "lfst_r_lfsd2pwc",
        "activity_rate_foreign_born": "lfst_r_lfp2actrc",
    }
    assert {name: asked[name].dataset for name in expected} == expected
    assert {"gva_per_employed_workplace", "foreign_born_share_15_64", "air_passengers_per_inhabitant"} <= {
        i.id for i in plan.computed
    }
    assert all(query.since is None for query in asked.values())


def test_every_indicator_of_the_catalogue_that_waits_for_a_collector_gets_one(plan, catalogue):
    waiting = {i.id for i in catalogue.indicators.values() if i.figures == "collector"}
    assert waiting
    assert waiting & set(plan.left) == set()


def test_the_same_question_is_asked_once(catalogue):
    twin = catalogue.indicators["nights_total"].model_copy(update={"id": "nights_again"})
    import dataclasses

    doubled = dataclasses.replace(catalogue, indicators={**catalogue.indicators, twin.id: twin})
    plan = make_plan(doubled, SOURCES)
    (question,) = [q for q in plan.questions if "nights_total" in {i.id for i in q.indicators}]
    assert [i.id for i in question.indicators] == ["nights_total", "nights_again"]
    names = [q.name for q in plan.questions]
    assert len(names) == len(set(names))


def test_inputs_are_computed_before_what_needs_them(plan, catalogue):
    done = ids(plan.questions) | set(plan.left)
    for indicator in plan.computed:
        assert catalogue.ancestors(indicator.id) & {i.id for i in plan.computed} <= done
        done.add(indicator.id)


def test_a_computed_indicator_stands_for_what_it_is_computed_from(catalogue):
    plan = make_plan(catalogue, SOURCES, only_indicators=["nights_foreign_per_1000"])
    assert ids(plan.questions) == {"nights_foreign", "population_total"}
    computed = {i.id for i in plan.computed}
    assert "nights_foreign_per_1000" in computed
    assert "population_growth_5y" in computed  # what else follows from refreshed figures follows in the same release
    assert plan.left == {}


def test_one_source_alone(catalogue):
    plan = make_plan(catalogue, SOURCES, only_sources=["oecd"])
    assert {q.source for q in plan.questions} == {"oecd"}
    assert ids(plan.questions) == {"copatents_foreign_share", "greenhouse_gas_emissions"}


def test_an_indicator_that_no_source_serves_says_why(plan, catalogue):
    assert plan.left["immigrants_by_reason_total"].startswith("There is no collector for IMDi")
    assert plan.left["works_in_oslo_share"].startswith("Its figures are computed in a way that is only told in words")
    assert plan.left["pct_patents_per_million"].startswith("The table belonged to OECD.Stat")
    assert plan.left["employment_rate_tertiary"].startswith("Computed from two data sets")
    assert "only told in words" in plan.left["part_time_share"]
    alone = make_plan(catalogue, SOURCES, only_indicators=["works_in_oslo_share"])
    assert alone.questions == ()
    assert list(alone.left) == ["works_in_oslo_share"]


def test_figures_that_are_published_in_another_unit_are_asked_for_all_the_same(plan):
    (question,) = [q for q in plan.questions if "nights_foreign" in {i.id for i in q.indicators}]
    assert question.dimensions == "c_resid=FOR;nace_r2=I551-I553;unit=NR"
    (monthly,) = [q for q in plan.questions if "nights_international_monthly" in {i.id for i in q.indicators}]
    assert monthly.query.dataset == "tour_occ_nin2m"
    assert monthly.indicators[0].collecting.divide_by == 1_000_000
