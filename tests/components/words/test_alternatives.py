"""Charts in words, for those who cannot see them."""

import pytest

from components.words import alternatives
from components.words.text import Speaker

NB, EN = Speaker("nb"), Speaker("en")


def test_a_ranking_names_every_region_at_its_place():
    rows = [("Stockholm", "9,1 %"), ("Osloregionen", "8,7 %")]
    said = alternatives.ranking_alt(NB, "Ledighet, 2024", rows)
    assert said == "Rangering. Ledighet, 2024. 1. Stockholm: 9,1 %; 2. Osloregionen: 8,7 %."


def test_lines_name_every_year():
    rows = [("Osloregionen", "2023", "4 %"), ("Osloregionen", "2024", "5 %")]
    assert alternatives.trend_alt(NB, "Ledighet", rows) == (
        "Utvikling. Ledighet. Osloregionen 2023: 4 %; Osloregionen 2024: 5 %."
    )


def test_a_distribution_says_how_many_and_how_far():
    said = alternatives.distribution_alt(EN, "Unemployment", 240, "2%", "29%")
    assert said == "Distribution. Unemployment. 240 regions, from 2% to 29%."


@pytest.mark.parametrize(("own", "end"), [("8,7 %", " Osloregionen: 8,7 %."), (None, "")])
def test_a_map_ends_with_our_figure_if_there_is_one(own, end):
    said = alternatives.map_alt(NB, "Ledighet", 240, "2 %", "29 %", "Osloregionen", own)
    assert said == "Kart over Europa. Ledighet. 240 regioner, fra 2 % til 29 %." + end


def test_our_name_begins_its_sentence_with_a_capital():
    assert alternatives.map_alt(EN, "Rate", 2, "1", "2", "the Oslo Region", "2").endswith(". The Oslo Region: 2.")


@pytest.mark.parametrize(
    ("make", "begins"), [(alternatives.season_alt, "Året måned for måned."), (alternatives.industries_alt, "Næringer.")]
)
def test_years_and_industries_list_what_they_are_given(make, begins):
    assert make(NB, "Overnattinger", ["juli 12 %", "januar 5 %"]) == (f"{begins} Overnattinger. juli 12 %; januar 5 %.")
