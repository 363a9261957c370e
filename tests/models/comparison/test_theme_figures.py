import pytest

from models.change.comparable import spoken_for, year_told
from models.comparison.one_year import compare
from models.comparison.theme_figures import theme_figures
from pages.choices import shown_indicators


@pytest.fixture
def talent(figures, catalogue):
    return theme_figures(
        figures, catalogue, shown_indicators(catalogue, figures, "talent"), "NO08", catalogue.members("nordic_capitals")
    )


def behind(strip):
    return (strip.count - strip.places["NO08"]) / (strip.count - 1)


def test_every_figure_is_there_once_or_named_as_missing(talent, figures, catalogue):
    names = [s.indicator.id for s in talent.strips]
    every = shown_indicators(catalogue, figures, "talent")
    shown = [name for name in every if catalogue.indicators[name].asked is None]  # what residents say is told apart
    speaking = [name for name in shown if spoken_for(figures, catalogue, name, "NO08") is None]
    assert sorted([*names, *talent.without]) == sorted(speaking)
    # Unemployment, employment and youth unemployment of older years, and the tertiary-educated in work.
    assert len(speaking) == len(shown) - 4
    assert names == [n for n in shown_indicators(catalogue, figures, "talent") if n in names]


def test_a_strip_says_what_the_page_of_the_indicator_says(talent, figures, catalogue):
    for strip in talent.strips:
        year = year_told(figures, strip.indicator, "NO08", catalogue.reference_regions)
        page = compare(figures, strip.indicator, year, "NO08", catalogue.members("nordic_capitals"), 1)
        assert strip.values["NO08"] == page.value
        assert strip.places["NO08"] == page.rank


def test_the_weakest_come_first_and_those_without_a_good_end_last(talent):
    weak, strong = talent.sorted("weak"), talent.sorted("strong")
    assert talent.sorted("usual") == talent.strips
    assert set(weak) == set(strong) == set(talent.strips)
    rated = [behind(s) for s in weak if s.indicator.direction != "none"]
    assert rated == sorted(rated)
    assert [s.indicator.direction == "none" for s in weak] == sorted(s.indicator.direction == "none" for s in weak)
    assert [s for s in strong if s.indicator.direction != "none"] == [
        s for s in weak if s.indicator.direction != "none"
    ][::-1]
    assert talent.extremes() is None  # four peers are too few for a place


def test_the_ends_are_figures_that_can_be_quoted(figures, catalogue):
    peers = catalogue.members("alliance")
    found = theme_figures(figures, catalogue, shown_indicators(catalogue, figures, "talent"), "NO08", peers)
    best, worst = found.extremes()
    # Early leavers (no. 12) and unused labour (no. 5) are of a pandemic year; several others lie within the error.
    assert (best.indicator.id, worst.indicator.id) == ("working_age_growth_5y", "secondary_education_25_64")
    assert best.quotable
    assert worst.quotable


def test_what_has_no_good_end_comes_last_and_is_no_extreme(figures, catalogue):
    found = theme_figures(
        figures, catalogue, shown_indicators(catalogue, figures, "clusters"), "NO08", catalogue.members("alliance")
    )
    rated = [s.indicator.direction != "none" for s in found.sorted("weak")]
    assert rated == sorted(rated, reverse=True)
    assert all(s.indicator.direction != "none" for s in found.extremes() or ())


def test_nothing_is_called_best_that_is_behind_the_middle(figures, catalogue):
    found = theme_figures(
        figures, catalogue, ["gerd_pct_gdp", "nights_foreign_per_1000"], "NO08", catalogue.members("alliance")
    )
    assert all(s.strength[1] < 0 for s in found.strips)
    assert found.extremes() is None


def test_a_region_alone_has_nothing_to_compare(figures, catalogue):
    found = theme_figures(figures, catalogue, ["unemployment_rate_15_74"], "NO08", ())
    assert found.strips == ()
    assert found.without == ("unemployment_rate_15_74",)
