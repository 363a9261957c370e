"""The map as a view of the ranking."""

import pytest

from components.words.text import Speaker


def first(page):
    """The first figure of a page."""
    return page.figure(page.charts[0].key)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_map_shows_every_region_with_the_rankings_title(show, figures, language):
    chosen = {"lang": language, "indicator": "unemployment_rate_15_74", "year": "2021"}
    bars, page = show("talent", **chosen), show("talent", **chosen, view="map")
    assert page.notices == []
    assert page.html.split('class="finding">')[1][:40] == bars.html.split('class="finding">')[1][:40]
    assert len(page.charts) == len(bars.charts)
    figure = first(page)
    coloured = next(trace for trace in figure["data"] if trace.get("showscale"))
    rows = figures.indicator("unemployment_rate_15_74")
    published = set(rows.loc[rows["period"] == "2021", "region"].astype(str))
    assert set(coloured["locations"]) <= published
    assert len(coloured["locations"]) > 200
    assert "© EuroGeographics" in page.text
    assert Speaker(language)("Region") in page.text


def test_the_same_figure_stands_in_bars_map_and_table(show):
    page = show("talent", indicator="unemployment_rate_15_74", year="2025", view="map")
    coloured = next(trace for trace in first(page)["data"] if trace.get("showscale"))
    at = coloured["locations"].index("NO08")
    assert coloured["customdata"][at] == ["Osloregionen", "5,0\u00a0%"]
    assert ">5,0\u00a0%<" in page.tables.split("NO08")[1][:120]


def test_a_figure_of_another_year_says_so(show):
    """In the scoring year a neighbouring one may stand in, as in the index."""
    page = show("talent", indicator="unemployment_rate_15_74", year="2025", view="map")
    coloured = next(trace for trace in first(page)["data"] if trace.get("showscale"))
    assert coloured["customdata"][coloured["locations"].index("IS00")][1].endswith(", 2024")


def test_an_unknown_view_gives_bars_and_says_so(show):
    page = show("talent", view="globe")
    assert "«globe»" in page.notices[0]
    assert first(page)["data"][0]["type"] == "bar"


def test_a_territory_with_a_new_code_is_listed_and_not_called_missing(show):
    """Zuid-Holland is NL33 to 2023 and in the outlines, NL36 from 2024 in the figures."""
    page = show("besokende", indicator="nights_total", year="2024", view="map")
    listed = next(line for line in page.text.split("Uten plass på kartet:")[1:])
    assert "Zuid-Holland (Rotterdam) 16" in listed
    without = next(trace for trace in first(page)["data"] if "NL33" in trace["locations"])
    label = without["customdata"][without["locations"].index("NL33")][1]
    assert label == "Regionen er delt inn på nytt; se under kartet"
