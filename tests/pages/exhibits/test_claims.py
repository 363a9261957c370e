"""The button "Kan jeg si dette?" under exhibits."""

import pytest

from tests.pages.read import words


@pytest.mark.parametrize("slug", ["talent", "plassering", "oversikt"])
def test_each_exhibit_offers_its_sentence_in_both_languages(show, slug):
    page = show(slug)
    said = page.quotes()
    norwegian = [t for t in said if "Forbehold: Osloregionen målt som Oslo og Viken" in t and "datautgave 1." in t]
    english = [t for t in said if "Caveats: the Oslo Region measured as Oslo and Viken" in t and "release 1." in t]
    assert len(norwegian) == len(english) >= 2
    assert len(norwegian) + len(english) == len(said)


def test_the_readers_language_comes_first_and_leads_the_text_alternative(show):
    page = show("plassering", lang="en")
    first = page.quotes()[0]
    assert first.startswith("The Oslo Region")
    assert page.alt(page.charts[0].key).startswith(first)


def test_own_weights_stand_in_every_sentence(show):
    page = show("plassering", w_talent="3")
    said = page.quotes()
    assert said
    for text in said:
        statement = text.split("\n")[0]
        assert "egne vekter" in statement or "own weights" in statement


def test_a_region_pointed_out_is_compared_with_or_refused(show):
    page = show("plassering", mark="SE11")
    assert "Nei: Plasseringen er for usikker: Osloregionen ligger ikke foran Stockholm" in words(page.answers)
    sure = show("plassering", mark="DE30")
    assert any("ligger foran Berlin samlet sett" in text for text in sure.quotes())


def test_a_break_in_the_series_is_the_reason_given(show):
    page = show("investering", indicator="cultural_employment_share")
    assert "Nei: Serien har et brudd i 2021" in words(page.answers)


def test_a_theme_without_score_says_why_there_is_no_place(show):
    page = show("plassering", score="investment", peers="nordic_capitals")
    assert any("på «Næringsliv og innovasjon»" in text for text in page.quotes())
