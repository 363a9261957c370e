import pytest

from models.comparison.one_year import compare, years
from models.figures.observations import Figures, tidy

PEERS = ("SE11", "DK01", "FI1B")


def made(rows, indicator="unemployment_rate_15_74"):
    columns = list(zip(*[(indicator, *row, "s") for row in rows], strict=True))
    return Figures.of(
        1, tidy(dict(zip(("indicator", "region", "period", "value", "flag", "series"), columns, strict=True))), None
    )


ROWS = [
    ("NO08", "2025", 4.0, ""),
    ("SE11", "2025", 7.0, "b"),
    ("DK01", "2025", 6.0, ""),
    ("FI1B", "2024", 3.0, ""),
    ("NO08", "2023", 3.5, ""),
]


@pytest.fixture
def unemployment(catalogue):
    return catalogue.indicators["unemployment_rate_15_74"]


def test_lower_better_puts_the_lowest_first(unemployment):
    found = compare(made(ROWS), unemployment, "2025", "NO08", PEERS)
    assert list(found.rows.index) == ["NO08", "DK01", "SE11"]
    assert (found.rank, found.value, found.median, found.gap, found.better) == (1, 4.0, 6.5, -2.5, True)
    assert found.missing == ("FI1B",)


def test_nobody_is_ahead_by_decimals_that_readers_do_not_see(catalogue):
    share = catalogue.indicators["tertiary_25_64"]  # one decimal, no known error

    def of(*values):
        rows = [(code, "2024", value, "") for code, value in zip(("NO08", *PEERS), values, strict=True)]
        return compare(made(rows, share.id), share, "2024", "NO08", PEERS)

    alone, level, hidden, all_level = (
        of(50.0, 60.0, 55.0, 50.0), of(50.0, 60.0, 60.0, 49.0), of(60.04, 59.96, 60.0, 1.0), of(5.0, 5.0, 5.0, 5.0)
    )  # fmt: skip
    assert (alone.leaders, alone.level) == (("SE11",), ("FI1B",))
    assert (set(level.leaders), level.level) == ({"SE11", "DK01"}, ())
    assert (hidden.rank, hidden.leaders, hidden.level, set(hidden.alike)) == (1, (), (), {"SE11", "DK01"})
    assert set(all_level.leaders) == {"NO08", *PEERS}


def test_nobody_is_ahead_where_the_sampling_error_leaves_it_open(unemployment):
    least = unemployment.smallest_change.value
    rows = [("NO08", "2025", 9.0, ""), ("SE11", "2025", 3.0, ""), ("DK01", "2025", 3.0 + least / 2, "")]
    assert compare(made(rows), unemployment, "2025", "NO08", PEERS).leaders == ()
    apart = [*rows[:2], ("DK01", "2025", 3.0 + least, "")]
    assert compare(made(apart), unemployment, "2025", "NO08", PEERS).leaders == ("SE11",)
    assert not compare(made(rows), unemployment, "2025", "SE11", ("NO08", "DK01")).tells(3.0, 3.0 + least / 2)
    assert compare(made(ROWS), unemployment, "2020", "NO08", PEERS).leaders == ()


def test_a_neighbouring_year_stands_in_for_the_scoring_year_and_says_so(unemployment):
    found = compare(made(ROWS), unemployment, "2025", "NO08", PEERS, tolerance=1)
    assert found.rows["period"].to_dict() == {"FI1B": "2024", "NO08": "2025", "DK01": "2025", "SE11": "2025"}
    assert (found.rank, found.missing) == (2, ())


def test_other_years_take_no_neighbours(unemployment):
    found = compare(made(ROWS), unemployment, "2023", "NO08", PEERS, tolerance=1)
    assert list(found.rows.index) == ["NO08"]
    assert (found.rank, found.median, found.gap, found.better) == (1, None, None, None)


def test_a_region_without_a_figure_has_no_rank(unemployment):
    found = compare(made(ROWS), unemployment, "2024", "NO08", PEERS)
    assert (found.value, found.rank, found.better) == (None, None, None)


def test_equal_figures_share_the_better_rank(unemployment):
    rows = [("NO08", "2025", 5.0, ""), ("SE11", "2025", 5.0, ""), ("DK01", "2025", 4.0, "")]
    assert compare(made(rows), unemployment, "2025", "NO08", PEERS).rank == 2


def test_where_no_direction_is_good_nothing_is_better(catalogue):
    indicator = catalogue.indicators["population_total"]
    rows = [("NO08", "2025", 5.0, ""), ("SE11", "2025", 9.0, "")]
    found = compare(made(rows, "population_total"), indicator, "2025", "NO08", PEERS)
    assert list(found.rows.index) == ["SE11", "NO08"]
    assert found.better is None


def test_years_are_those_of_the_focus_region_or_else_of_the_peers(unemployment):
    assert years(made(ROWS), unemployment, "NO08", PEERS) == ["2025", "2023"]
    assert years(made(ROWS), unemployment, "IE06", PEERS) == ["2025", "2024"]


def test_what_the_sampling_error_leaves_of_a_place(unemployment):
    rows = [("NO08", "2025", 5.0, "")]
    rows += [(f"P{n}", "2025", value, "") for n, value in enumerate((3.0, 4.3, 4.5, 5.1, 5.8, 7.0))]
    found = compare(made(rows), unemployment, "2025", "NO08", tuple(f"P{n}" for n in range(6)))
    assert found.rank == 4
    assert found.places == (2, 5)  # 0.8 points part two figures: 3.0 and 5.8, 7.0 do
    assert found.gap == pytest.approx(0.2)
    assert found.within_error


def test_regions_with_another_year_are_counted(unemployment):
    found = compare(made(ROWS), unemployment, "2025", "NO08", PEERS, tolerance=1)
    assert found.other_years == {"2024": 1}


def test_published_figures_come_through(figures, catalogue):
    found = compare(figures, catalogue.indicators["nights_total"], "2024", "NO08", ("SE11",))
    assert found.rows["value"].to_dict() == {"SE11": 15307719.0, "NO08": 11904456.0}
