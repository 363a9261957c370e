"""Utviklingstrekk: each area's figures with trend and source, what is missing and who has it, cited facts."""

import pytest
from markupsafe import escape

from components.words.text import Speaker
from models.change.comparable import spoken_for
from models.comparison.developments import development


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_area_stands_with_all_its_figures(show, catalogue, figures, language):
    page = show("utvikling", lang=language)
    for area in catalogue.within.areas.values():
        assert f"<h2>{escape(area.title[language])}</h2>" in page.html
        for name in area.indicators:
            newer = spoken_for(figures, catalogue, name, "NO08")  # a newer figure of the same concept stands instead
            told = newer or catalogue.indicators[name]
            assert f"<b>{escape(told.title[language])}</b>" in page.html
            if newer:
                assert f"<b>{escape(catalogue.indicators[name].title[language])}</b>" not in page.html
        for name in area.missing:
            assert escape(catalogue.within.missing[name].reason[language]) in page.html
        for name in area.questions:
            assert escape(catalogue.questions[name].answer[language]) in page.html
    other = {"nb": "en", "en": "nb"}[language]
    assert escape(catalogue.within.areas["land"].question[other]) not in page.html


def test_figures_are_those_published_with_what_they_were(show, figures, catalogue):
    page = show("utvikling", area="population")
    found = development(figures, catalogue, catalogue.indicators["population_total"], "NO08", ())
    say = Speaker()
    for words in (
        f"{say.number(found.value)} personer",
        f"Opp fra {say.number(found.told.change.before)} personer i 2016",
    ):
        assert words.replace("\u00a0", " ") in page.text
    assert page.html.count("<h2>") == 1
    assert len(page.charts) == 1


def test_figures_of_an_unusual_year_show_no_development(show, catalogue):
    assert catalogue.indicators["air_passengers"].unusual_reason("2021")
    page = show("utvikling", area="transport")
    assert "Et pandemiår, som ikke kan vise en utvikling" in page.text
    assert "lines-transport" in page.exhibits  # years before the pandemic make a series


@pytest.mark.parametrize(
    ("language", "words"), [("nb", "2008 til 148 i 2021, men ujevnt"), ("en", "2008 to 148 in 2021, but unevenly")]
)
def test_an_uneven_change_is_told_as_one_on_its_card_too(show, language, words):
    page = show("utvikling", area="business", lang=language)
    assert words in page.exhibits["lines-business"].finding
    assert f"{words}</span>" in page.html
    own = {"nb": "Opp fra 18,9 % i 2010, men ujevnt", "en": "Up from 18.9% in 2010, but unevenly"}[language]
    assert own in show("utvikling", lang=language).text


def test_missing_figures_name_their_source(show, catalogue, figures):
    page = show("utvikling", area="climate")
    assert "greenhouse_gas_emissions" not in figures
    assert "ingen tall" in page.text
    assert catalogue.indicators["greenhouse_gas_emissions"].dataset in page.text
    assert "Miljødirektoratet" in page.text


@pytest.mark.parametrize("language", ["nb", "en"])
def test_cited_facts_stand_with_publisher_and_address(show, catalogue, language):
    page = show("utvikling", lang=language)
    assert page.html.count('class="card"') == len(catalogue.within.cards)
    for fact in catalogue.within.city_facts.values():
        assert escape(fact.place[language]) in page.html
        assert escape(fact.publisher) in page.html
        assert f'href="{escape(fact.source)}"' in page.html


@pytest.mark.parametrize("query", [{"area": "weather"}, {"area": ""}])
def test_a_bad_area_shows_all(show, catalogue, query):
    page = show("utvikling", **query)
    assert len(page.notices) == 1
    assert page.html.count('class="section"') == len(catalogue.within.areas)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_climate_leads_with_what_is_documented(show, catalogue, language):
    page = show("utvikling", area="climate", lang=language)
    told = catalogue.within.areas["climate"].documented
    assert page.title == told.text[language]
    places = [page.html.index(catalogue.evidence[name].statement[language]) for name in told.findings]
    cars = catalogue.indicators["passenger_cars_per_1000"].title[language]
    assert places == sorted(places)
    assert places[-1] < page.html.index(cars)
