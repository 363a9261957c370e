"""The industries on the page of clusters: two profiles that are never joined."""

import pytest

from models.industries.specialisation import change, profile


@pytest.mark.parametrize(
    ("by", "name", "found"), [("pay", "Osloregionen", "bygg og anlegg i 2019"), ("jobs", "Oslo og Akershus", "iKT og")]
)
def test_each_profile_stands_under_its_own_name(show, figures, catalogue, by, name, found):
    page = show("klynger", by=by)
    sectors = catalogue.structure.profiles[by]
    finding = next(line for line in page.html.split("<h2") if "var spesialisert" in line)
    assert name in finding
    assert found.lower() in finding.lower()
    known = profile(figures, catalogue, sectors.region, sectors=sectors).sectors
    alt = page.alt("industries")
    for group in sectors.group:
        quotient = f"{known.at[group.id, 'quotient']:.2f}".replace(".", ",")
        assert f"{group.title['nb']}: {quotient}" in alt
    assert ("spennet som tilfeldigheter" in page.text) == (by == "jobs")


def test_the_parts_of_growth_stand_in_the_table_and_sum_to_it(show, figures, catalogue):
    page = show("klynger", by="jobs")
    total = change(figures, catalogue, "NO01", sectors=catalogue.structure.profiles["jobs"]).sum()
    assert f"Samlet endring +{total['change']:.1f} tusen".replace(".", ",") in page.text
    bars = next(t for t in page.figure("industries-change")["data"] if t["type"] == "bar")
    assert sum(bars["x"]) == pytest.approx(total["regional"])


def test_a_profile_is_explained_and_called_no_score(show):
    page = show("klynger")
    assert "2 er dobbelt så stor, 0,5 er halvparten" in page.text
    assert "gir ikke poeng" in page.text
    english = show("klynger", lang="en")
    assert "2 is twice as much, 0.5 is half" in english.text


def test_an_unknown_profile_gives_the_first_and_says_so(show):
    page = show("klynger", by="turnover")
    assert "målt ved: «turnover»" in page.notices[0]
    assert page.query["by"] == "pay"
