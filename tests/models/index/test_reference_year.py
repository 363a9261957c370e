"""One reference year for all regions: which figures enter a score, and what the catalogue chose."""

import pandas as pd
import pytest

from models.catalogue.indicator import Score, UnusualPeriods
from models.figures.observations import Figures, tidy
from models.index.reference_year import neighbours, proposed_year, score_table


def release(*rows):
    """Figures of one indicator "x" from rows (region, period, value) or (region, period, value, flag)."""
    filled = [(*row, "") if len(row) == 3 else row for row in rows]
    regions, periods, values, flags = zip(*filled, strict=True)
    names = {"indicator": ["x"] * len(rows), "series": ["x.1"] * len(rows)}
    return Figures.of(1, tidy({**names, "region": regions, "period": periods, "value": values, "flag": flags}), None)


@pytest.fixture
def scored(catalogue):
    """Makes an indicator "x" that is scored by some periods, with some unusual ones."""

    def make(*periods, unusual=(), statistic="value"):
        return catalogue.indicators["neet_15_29"].model_copy(
            update={
                "id": "x",
                "score": Score(group="talent.x", weight=1, periods=periods, statistic=statistic),
                "unusual": (UnusualPeriods(nb="pandemi", en="pandemic", periods=unusual),) if unusual else (),
            }
        )

    return make


def column(table):
    """Region → (value, period) of the only indicator, missing ones left out."""
    return {r: (v, table.periods.at[r, "x"]) for r, v in table.values["x"].items() if not pd.isna(v)}


def test_neighbours_come_nearest_first_and_later_before_earlier():
    assert neighbours("2021", 2) == ["2021", "2022", "2020", "2023", "2019"]
    assert neighbours("2021", 0) == ["2021"]


def test_all_regions_take_the_reference_year_though_some_have_newer_figures(scored):
    figures = release(
        ("A", "2021", 1.0), ("A", "2022", 9.0), ("A", "2024", 9.0), ("B", "2021", 2.0), ("B", "2020", 8.0)
    )
    assert column(score_table(figures, (scored("2021"),), ["A", "B"], 1)) == {"A": (1.0, "2021"), "B": (2.0, "2021")}


def test_a_region_without_the_year_takes_its_neighbour_and_says_so(scored):
    figures = release(
        ("A", "2021", 1.0),
        ("B", "2020", 2.0, "b"),
        ("C", "2020", 3.0),
        ("C", "2022", 4.0, "p"),
        ("D", "2019", 5.0),
        ("D", "2023", 6.0),
    )
    table = score_table(figures, (scored("2021"),), list("ABCDE"), 1)
    assert column(table) == {"A": (1.0, "2021"), "B": (2.0, "2020"), "C": (4.0, "2022")}
    assert table.periods["x"].to_dict() == {"A": "2021", "B": "2020", "C": "2022", "D": "", "E": ""}
    assert table.flags["x"].to_dict() == {"A": "", "B": "b", "C": "p", "D": "", "E": ""}


def test_an_unusual_neighbour_is_never_taken(scored):
    figures = release(("A", "2021", 1.0), ("B", "2022", 2.0), ("C", "2022", 3.0), ("C", "2020", 4.0))
    table = score_table(figures, (scored("2021", unusual=("2022",)),), list("ABC"), 1)
    assert column(table) == {"A": (1.0, "2021"), "C": (4.0, "2020")}


def test_without_tolerance_only_the_year_itself_counts(scored):
    figures = release(("A", "2021", 1.0), ("B", "2022", 2.0))
    assert column(score_table(figures, (scored("2021"),), ["A", "B"], 0)) == {"A": (1.0, "2021")}


def test_months_never_stand_in_for_a_year(scored):
    figures = release(("A", "2021", 1.0), ("B", "2021-12", 2.0))
    assert column(score_table(figures, (scored("2021"),), ["A", "B"], 1)) == {"A": (1.0, "2021")}


def test_mean_absolute_is_the_distance_of_the_mean_from_zero(scored):
    figures = release(
        *(("A", y, v) for y, v in (("2022", -3.0), ("2023", 1.0), ("2025", -1.0))),
        *(("B", y, v) for y, v in (("2022", 2.0), ("2023", 4.0), ("2024", 99.0), ("2025", 6.0))),
    )
    indicator = scored("2022", "2023", "2025", statistic="mean_absolute")
    table = score_table(figures, (indicator,), ["A", "B"], 1)
    assert column(table) == {"A": (pytest.approx(1.0), "2022–2025"), "B": (pytest.approx(4.0), "2022–2025")}


def test_a_mean_gathers_the_flags_of_its_years(scored):
    figures = release(("A", "2022", 1.0, "u"), ("A", "2023", 1.0, "bu"))
    table = score_table(figures, (scored("2022", "2023", statistic="mean_absolute"),), ["A"], 1)
    assert table.flags.at["A", "x"] == "bu"


def test_a_mean_over_too_few_years_is_missing_and_no_neighbour_helps(scored):
    figures = release(
        ("A", "2022", 1.0), ("A", "2023", 1.0), ("B", "2022", 1.0), ("B", "2024", 1.0), ("C", "2021", 1.0)
    )
    table = score_table(figures, (scored("2022", "2023", statistic="mean_absolute"),), list("ABC"), 1)
    assert column(table) == {"A": (1.0, "2022–2023")}
    assert table.periods["x"].to_dict() == {"A": "2022–2023", "B": "", "C": ""}
    assert table.flags["x"].to_dict() == {"A": "", "B": "", "C": ""}


def test_an_indicator_without_figures_is_missing_everywhere(scored):
    other = scored("2021").model_copy(update={"id": "y"})
    table = score_table(release(("A", "2021", 1.0)), (other,), ["A", "B"], 1)
    assert table.values["y"].isna().all()
    assert table.periods["y"].tolist() == ["", ""]


def test_refuses_an_indicator_that_is_not_scored(catalogue, figures):
    with pytest.raises(ValueError, match="'median_age' is not scored"):
        score_table(figures, (catalogue.indicators["median_age"],), ["NO08"], 1)


PEERS = tuple(f"P{n}" for n in range(11))  # the last one never reports


def year(period, *regions):
    return [(region, period, 1.0) for region in regions]


def test_the_newest_year_with_eight_of_ten_reporting_peers_is_proposed(scored):
    figures = release(*year("2020", *PEERS[:10], "F"), *year("2021", *PEERS[:8], "F"), *year("2022", *PEERS[:7], "F"))
    assert proposed_year(figures, scored("2020"), "F", PEERS) == "2021"


def test_a_year_without_the_focus_region_is_not_proposed(scored):
    figures = release(
        *year("2020", *PEERS[:10], "F"), *year("2021", *PEERS[:10]), *year("2022", *PEERS[:7], "F", "X", "Y")
    )
    assert proposed_year(figures, scored("2020"), "F", PEERS) == "2020"


def test_an_unusual_year_is_not_proposed(scored):
    figures = release(*year("2020", *PEERS[:10], "F"), *year("2021", *PEERS[:10], "F"))
    assert proposed_year(figures, scored("2020", unusual=("2021",)), "F", PEERS) == "2020"


def test_nothing_is_proposed_where_no_year_has_enough(scored):
    figures = release(*year("2020", *PEERS[:10]), *year("2021", "F"))
    assert proposed_year(figures, scored("2020"), "F", PEERS) is None


def test_the_catalogue_scores_by_the_proposed_year_or_says_why_not(catalogue, figures):
    peers = tuple(r for r in catalogue.reference_regions if r != "NO08")
    proposed = {i.id: proposed_year(figures, i, "NO08", peers) for i in catalogue.scored}
    differing = {i.id for i in catalogue.scored if i.score.periods != (proposed[i.id],)}
    explained = {i.id for i in catalogue.scored if i.score.year_reason}
    assert explained == differing
    assert differing == {"life_expectancy", "gender_employment_gap_20_64"}


def test_figures_of_another_year_are_marked_next_to_the_reference_year_and_never_unusual(catalogue, figures):
    regions = list(dict.fromkeys([*catalogue.reference_regions, *catalogue.members("europe")]))
    table = score_table(figures, catalogue.scored, regions, catalogue.rules.year_tolerance)
    assert (table.values.isna() == (table.periods == "")).all(axis=None)
    for indicator in catalogue.scored:
        used = set(table.periods[indicator.id]) - {""}
        if indicator.score.statistic == "value":
            reference = indicator.score.periods[0]
            assert reference in used
            assert {abs(int(p) - int(reference)) for p in used} <= {0, 1}
            unusual = [p for p in used if indicator.unusual_reason(p)]
            assert unusual == ([reference] if indicator.score.year_reason and unusual else [])
        else:
            assert used == {f"{indicator.score.periods[0]}–{indicator.score.periods[-1]}"}


def test_osloregionen_has_every_scored_figure(catalogue, figures):
    table = score_table(figures, catalogue.scored, ["NO08"], catalogue.rules.year_tolerance)
    assert table.values.loc["NO08"].notna().all()
