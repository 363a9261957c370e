"""Nights through the year, ours beside another region's."""

import pytest

from models.change.seasons import season


def lines(page, key):
    data = page.figure(f"months-{key}")["data"]
    return {trace["line"]["color"]: trace["y"] for trace in data}, page.alt(f"months-{key}")


def test_both_years_stand_beside_each_other_and_the_page_says_there_is_one_only(show, figures):
    page = show("besokende", beside="DK01")
    assert "Vi har månedstall for bare ett år, 2024" in page.text
    for key, name in (("abroad", "nights_international_monthly"), ("home", "nights_domestic_monthly")):
        drawn, alt = lines(page, key)
        for region in ("NO08", "DK01"):
            shares = [100 * s for s in season(figures, name, region).shares]
            assert pytest.approx(shares) in list(drawn.values())
        assert "København" in alt
    assert "Utenlandske overnattinger topper i august: 14,5 % av året i Osloregionen, 13,8 % i København" in page.text
    assert "Osloregionen: flest i august (14,5 %), færrest i januar (5,6 %)" in page.text


def test_in_english(show):
    page = show("besokende", beside="DK01", lang="en")
    assert (
        "Nights by non-residents peak in August: 14.5% of the year in the Oslo Region, 13.8% in Copenhagen" in page.text
    )


def test_a_region_without_months_is_named(show):
    page = show("besokende", beside="UKI3")
    if page.notices:  # not a region that may be chosen
        assert "UKI3" in page.notices[0]
    else:
        assert "mangler månedstall" in page.text
    assert len([one for one in page.charts if one.key.startswith("months-")]) == 2


def test_other_themes_have_no_months(show):
    page = show("talent")
    assert "beside" not in page.query
    assert not [one for one in page.charts if one.key.startswith("months-")]
