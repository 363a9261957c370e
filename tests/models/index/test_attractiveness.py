"""The product's own index by the catalogue's rules, over the real figures."""

from collections import Counter
from dataclasses import replace
from math import isnan

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.figures.observations import Figures
from models.index.attractiveness import ROOT, attractiveness, framework, from_table, reference_goalposts
from models.index.reference_year import MixedYears, ScoreTable


@pytest.fixture(scope="module")
def scored(catalogue, figures):
    """The figures of the scored indicators alone."""
    ids = [i.id for i in catalogue.scored]
    return Figures.of(figures.release, figures.frame.loc[figures.frame["indicator"].isin(ids)], figures.series)


@pytest.fixture(scope="module")
def index(catalogue, scored):
    return attractiveness(scored, catalogue, list(catalogue.reference_regions))


def without(figures, region, indicators):
    """The figures but for a region's in some indicators."""
    frame = figures.frame
    gone = (frame["region"] == region) & frame["indicator"].isin(indicators)
    return Figures.of(figures.release, frame.loc[~gone], figures.series)


def assert_same_scores(one, other, regions):
    """Equal but for the last bit, which depends on how many rows are summed at once."""
    pd.testing.assert_frame_equal(
        one.result.scores.loc[regions], other.result.scores.loc[regions], check_exact=False, rtol=0, atol=1e-9
    )


def of_theme(catalogue, theme):
    return [i.id for i in catalogue.scored if i.theme == theme]


def test_themes_under_four_scored_indicators_have_no_score(catalogue, index):
    counts = Counter(i.theme for i in catalogue.scored)
    assert catalogue.rules.min_indicators == 4
    with_score = [theme for theme in catalogue.themes if theme in index.result.scores.columns]
    assert with_score == [theme for theme in catalogue.themes if counts[theme] >= 4]
    assert "clusters" not in with_score
    assert index.score("clusters", "NO08") is None


def test_osloregionen_has_a_total_between_its_themes(catalogue, index):
    themes = [index.score(theme.id, "NO08") for theme in catalogue.themes.values() if theme.weight]
    known = [score for score in themes if score is not None]
    assert len(known) == 4
    assert index.score(ROOT, "NO08") == pytest.approx(sum(known) / len(known))


def test_weights_of_a_group_sum_to_one_and_groups_weigh_as_the_rules_say(catalogue):
    tree = framework(catalogue)
    for group in {leaf.parent for leaf in tree.leaves}:
        assert sum(leaf.weight for leaf in tree.children[group]) == pytest.approx(1, abs=1e-3)
    weights = {node.code: node.weight for node in tree.nodes}
    assert weights["living.digital"] == 0.5
    assert weights["living.health"] == 1


def test_the_best_and_the_worst_reference_region_have_100_and_0_points(catalogue, index):
    for leaf in index.result.framework.leaves:
        scores = index.result.scores[leaf.code]
        assert (scores.min(), scores.max()) == (pytest.approx(0), pytest.approx(100))
        figures = index.table.values[leaf.code]
        best = figures.idxmin() if catalogue.indicators[leaf.code].direction == "lower_better" else figures.idxmax()
        assert scores[best] == pytest.approx(100)


def test_choosing_other_regions_never_changes_a_score(catalogue, scored, index):
    others = st.sampled_from([r for r in catalogue.reference_regions if r != "NO08"])

    @given(st.lists(others, unique=True))
    @settings(max_examples=15)
    def holds(chosen):
        few = attractiveness(scored, catalogue, ["NO08", *chosen])
        assert_same_scores(few, index, ["NO08", *chosen])

    holds()


def test_regions_outside_the_reference_set_do_not_change_a_score_either(catalogue, scored, index):
    many = attractiveness(scored, catalogue, [*catalogue.reference_regions, "ITI4", "EL30", "PT17"])
    assert_same_scores(many, index, list(catalogue.reference_regions))


def test_a_region_with_three_of_a_themes_indicators_has_no_score_there_and_no_total(catalogue, scored):
    talent = of_theme(catalogue, "talent")
    assert len(talent) == 5
    four = attractiveness(without(scored, "SE11", talent[4:]), catalogue, ["NO08", "SE11"])
    assert four.score("talent", "SE11") is not None
    assert four.score(ROOT, "SE11") is not None
    three = attractiveness(without(scored, "SE11", talent[3:]), catalogue, ["NO08", "SE11"])
    assert three.score("talent", "SE11") is None
    assert three.score("investment", "SE11") is not None
    assert three.score("living", "SE11") is not None
    assert catalogue.rules.min_themes is None  # every theme that weighs
    assert three.score(ROOT, "SE11") is None
    assert three.score("talent", "NO08") is not None


def test_a_region_under_66_per_cent_of_the_indicators_has_themes_but_no_total(catalogue, scored):
    assert catalogue.rules.min_coverage == 0.66
    names = ("talent", "investment", "living", "cooperation")
    talent, investment, living, cooperation = (of_theme(catalogue, theme) for theme in names)
    assert [len(theme) for theme in (talent, investment, living, cooperation)] == [5, 5, 9, 4]
    most = without(scored, "SE11", [*talent[4:], *investment[4:], *living[4:]])
    assert attractiveness(most, catalogue, ["NO08", "SE11"]).score(ROOT, "SE11") is not None  # 16 of 23
    rules = catalogue.rules.model_copy(update={"min_coverage": 0.7})
    few = attractiveness(most, replace(catalogue, rules=rules), ["NO08", "SE11"])
    assert few.result.coverage["SE11"] == pytest.approx(16 / 23)
    assert None not in [few.score(theme, "SE11") for theme in names]
    assert few.score(ROOT, "SE11") is None


def test_a_missing_figure_is_left_out_and_never_zero(catalogue, scored, index):
    gone = without(scored, "SE11", ["neet_15_29"])
    groups = ["talent.attraction", "talent.competence", "talent.labour_market"]
    expected = sum(index.score(group, "SE11") for group in groups) / 3
    assert attractiveness(gone, catalogue, ["NO08", "SE11"]).score("talent", "SE11") == pytest.approx(expected)


def test_the_goalposts_are_those_of_the_reference_set_in_the_embedded_figures(catalogue, figures):
    assert reference_goalposts(figures, catalogue) == dict(catalogue.goalposts)


def test_the_old_oslo_region_is_never_scored_even_with_figures_of_the_reference_years(catalogue, scored):
    new = scored.frame.astype({"region": str})
    old = new.loc[new["region"] == "NO08"].assign(region="NO01")
    frame = pd.concat([new.loc[new["region"] != "NO01"], old]).astype({"region": "category"})
    both = attractiveness(Figures.of(1, frame, scored.series), catalogue, ["NO01", "NO08"])
    assert list(both.result.scores.index) == ["NO08"]
    assert both.score(ROOT, "NO01") is None


def test_the_old_oslo_region_is_in_no_peer_set(catalogue):
    assert [name for name in catalogue.peer_sets if "NO01" in catalogue.members(name)] == []


def test_scores_name_the_catalogues_version(catalogue, index):
    assert index.catalogue_version == catalogue.rules.version


def test_a_figure_by_an_old_and_a_new_code_counts_for_the_new_one(figures, catalogue):
    old, new = "NL33", "NL36"
    regions = [*catalogue.reference_regions, old, new]
    plain = attractiveness(figures, catalogue, regions)
    name = next(i.id for i in catalogue.scored if not isnan(plain.table.values.at[old, i.id]))
    rows = figures.indicator(name)
    moved = rows.loc[rows["region"].astype(str) == old].assign(region=new)
    frame = pd.concat([figures.frame.astype({"region": str}), moved.astype({"region": str})])
    frame = frame.astype({"indicator": "category", "region": "category"})
    both = attractiveness(Figures.of(figures.release, frame, figures.series), catalogue, regions)
    assert isnan(both.table.values.at[old, name])
    assert both.table.periods.at[old, name] == ""
    assert both.table.values.at[new, name] == plain.table.values.at[old, name]
    assert both.table.values.drop(index=[old, new]).equals(plain.table.values.drop(index=[old, new]))


def test_each_regions_own_newest_year_is_refused(index, catalogue):
    name, region = "unemployment_rate_15_74", "SE11"
    periods = index.table.periods.copy()
    periods.loc[region, name] = "2021"
    mixed = ScoreTable(index.table.values, periods, index.table.flags)
    with pytest.raises(MixedYears, match=f"'{name}' of region '{region}' is for 2021, the others are for 2025"):
        from_table(mixed, catalogue)
    assert from_table(index.table, catalogue).result.scores.equals(index.result.scores)


def test_a_mean_over_other_years_is_refused(index, catalogue):
    name = next(i for i in catalogue.scored if i.score.statistic == "mean_absolute" and i.id in index.table.values)
    periods = index.table.periods.copy()
    periods.loc["SE11", name.id] = "2021–2024"
    with pytest.raises(MixedYears, match=name.id):
        from_table(ScoreTable(index.table.values, periods, index.table.flags), catalogue)
