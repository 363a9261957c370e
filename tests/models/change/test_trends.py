import pytest

from models.change.trends import MIN_PEERS, trend


@pytest.fixture
def found(figures, catalogue):
    indicator = catalogue.indicators["neet_15_29"]
    return trend(figures, catalogue, indicator, "NO08", catalogue.default_peers.members, "SE11")


def test_the_older_territory_is_a_line_of_its_own(found):
    assert found.focus.region == "NO08"
    assert found.focus.points.index.min() == 2016
    assert [line.region for line in found.older] == ["NO01"]
    assert found.older[0].points.index.max() == 2015


def test_breaks_are_the_years_flagged_b(found):
    assert 2021 in found.focus.breaks
    assert all("b" in found.focus.points.at[year, "flag"] for year in found.focus.breaks)


def test_the_band_is_the_middle_half_of_the_peers(found, figures, catalogue):
    rows = figures.indicator("neet_15_29")
    values = rows.loc[
        (rows["period"] == "2025") & rows["region"].isin(catalogue.default_peers.members), "value"
    ].sort_values()
    band = found.band.loc[2025]
    assert band["count"] == len(values) == 11
    assert band["median"] == values.iloc[5]
    assert band["low"] == pytest.approx(values.iloc[2:4].mean())
    assert band["high"] == pytest.approx(values.iloc[7:9].mean())


def test_years_with_few_peers_have_no_band(figures, catalogue):
    indicator = catalogue.indicators["neet_15_29"]
    few = trend(figures, catalogue, indicator, "NO08", catalogue.default_peers.members[: MIN_PEERS - 1])
    assert few.band.empty


def test_the_marked_region_has_its_line_and_unusual_years_their_reason(found):
    assert found.marked.region == "SE11"
    assert {year for year, _, _ in found.unusual} == {2020, 2021}
    assert all(nb and en for _, nb, en in found.unusual)


def test_a_region_without_figures_has_no_line(figures, catalogue):
    found = trend(figures, catalogue, catalogue.indicators["tertiary_30_34"], "NO08", ("SE11",))
    assert found.focus is None
    assert found.marked is None
    assert found.older[0].region == "NO01"


def test_monthly_figures_are_no_trend(figures, catalogue):
    found = trend(figures, catalogue, catalogue.indicators["nights_total_monthly"], "NO08", ("SE11",))
    assert found.focus is None
    assert found.band.empty
