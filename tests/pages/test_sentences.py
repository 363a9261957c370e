"""Every page, language, theme and default: what is said stands in the store, and what was wrong never comes back."""

import re

import pytest

from components.words.text import LANGUAGES
from pages.navigation import NAVIGATION
from tests.truth.numbers import of_language, spoken
from tests.truth.sentences import never, plain

SLUGS = [spec.slug for spec in NAVIGATION]
# Sums over municipalities, which the models' own tests hold against the rows (tests/models/inside/test_subregions.py).
SUMMED = {"delregioner", "klyngekatalog"}
# Few peers change what is said: distances instead of places, and no calls.
VIEWS = [("nb", "alliance"), ("en", "alliance"), ("nb", "nordic_capitals")]


@pytest.fixture(scope="module")
def known(figures, catalogue):
    """Every number of the store as it would stand in a sentence, by language."""
    return {language: spoken(figures, catalogue, language) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", SLUGS)
def test_nothing_that_was_wrong_is_said_on_any_page(show, slug, language):
    page = show(slug, lang=language)
    earlier = " → "  # the method page tells what themes were called before
    told = page.text if slug != "metode" else " ".join(re.sub(rf"\S+( \S+){{0,3}}{earlier}", "", page.text).split())
    assert never(told) == []
    for exhibit in page.exhibits.values():
        for one in exhibit.claims:
            for text in one.text.values():
                assert never(text) == [], text
                assert not (text in one.text["en"] and re.search(r"\b(og|av|ikke|nordic)\b", text)), text


@pytest.mark.parametrize(("language", "peers"), VIEWS)
@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in SUMMED])
def test_every_number_of_a_title_or_claim_stands_in_the_store(show, known, slug, language, peers):
    page = show(slug, lang=language, peers=peers)
    for exhibit in page.exhibits.values():
        allowed = [one.text[language].split("\n")[0] for one in exhibit.claims if one.allowed]
        for text in (exhibit.finding, *allowed):
            for number in of_language(plain(text), language):
                assert number in known[language], (slug, number, text)
