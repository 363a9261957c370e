import pytest

from components.words.placement import overall, theme_summary
from components.words.text import Speaker
from components.words.wording import sentence, within
from pages.exhibits.looked_at import Context

nb, en = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize(
    ("text", "begun"),
    [("the Oslo Region", "The Oslo Region"), ("øst", "Øst"), ("EU", "EU"), ("12,3 %", "12,3 %"), ("", "")],
)
def test_a_sentence_begins_with_a_capital_and_nothing_else_changes(text, begun):
    assert sentence(text) == begun


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Quality of life and access", "quality of life and access"),
        ("Levekår og tilgjengelighet", "levekår og tilgjengelighet"),
        ("Økonomi i Oslo", "økonomi i Oslo"),
        ("GDP per inhabitant", "GDP per inhabitant"),
        ("ICT", "ICT"),
        ("Nordic capital regions", "Nordic capital regions"),
        ("EUs regioner", "EUs regioner"),
        ("", ""),
    ],
)
def test_a_title_inside_a_sentence_keeps_names_and_abbreviations(title, inside):
    assert within(title) == inside


def test_sentences_that_begin_with_a_region_begin_with_a_capital(catalogue):
    begun = overall(en, catalogue.region_name("NO08", "en"), 3, 12, (2, 5))
    assert begun == "The Oslo Region ranks no.\u00a03 of 12 regions overall (between 2 and 5 by choice of method)"
    sure = overall(nb, catalogue.region_name("NO08", "nb"), 3, 12, None)
    assert sure == "Osloregionen er nr. 3 av 12 regioner samlet sett"


def test_a_region_inside_a_sentence_keeps_its_small_article(catalogue):
    assert en("Slik plasserer {name} seg", name=catalogue.region_name("NO08", "en")) == "How the Oslo Region ranks"


def test_values_without_letters_are_left_alone():
    assert en("{count} innbyggere", count="1,204") == "1,204 inhabitants"


@pytest.mark.parametrize(
    ("say", "summary"),
    [(nb, "Sterkest på BNP, svakest på levekår."), (en, "Strongest on BNP, weakest on levekår.")],
)
def test_the_strongest_and_weakest_theme_stand_inside_a_sentence(say, summary):
    assert theme_summary(say, "BNP", "Levekår") == summary


def test_a_region_standing_alone_begins_with_a_capital(catalogue):
    def label(code):
        context = Context.__new__(Context)  # only the words are asked for, so the rest of a run is left out
        object.__setattr__(context, "catalogue", catalogue)
        object.__setattr__(context, "say", en)
        return context.label(code), context.name(code), context.name_in_full(code)

    assert label("NO08") == ("The Oslo Region", "the Oslo Region", "The Oslo Region (measured as Oslo and Viken)")
    assert label("SE11") == ("Stockholm", "Stockholm", "Stockholm")
