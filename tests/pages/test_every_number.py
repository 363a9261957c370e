"""Every number in every visible text of every page, in both languages, is explained; and a changed one is refused.

What explains a number stands in `tests/truth/walk`: the bare rows of the store with arithmetic of its own (figures,
places, middles, distances, points, slopes, amounts, sums over municipalities, shares of months, margins of samples),
counts of the catalogue's files and of what stands below a heading, and what was written down there word for word.
Places over thousands of draws, what moves them, how alike regions are, and how many comparisons agree are the model's
own, held by its tests: here they must be told of the right theme, region and figure.
"""

import random
import re
from dataclasses import replace

import pytest

from components.words.text import LANGUAGES
from pages.navigation import NAVIGATION
from tests.pages.shown import Shown
from tests.truth.walk.blocks import blocks
from tests.truth.walk.store import Bare
from tests.truth.walk.told import Told
from tests.truth.walk.walk import unexplained

SLUGS = [spec.slug for spec in NAVIGATION]
EACH = 20  # numbers of a page and language that are changed
REFUSED = 0.9  # the least share of them that must be noticed


@pytest.fixture(scope="module")
def told(figures, catalogue):
    """What a page tells in a language, and its texts with numbers."""
    bare = Bare(figures.frame, catalogue, "NO08", catalogue.members("alliance"), "nb")
    known = {language: bare.speaking(language) for language in LANGUAGES}

    def of(slug, language):
        page = Shown(slug, lang=language)
        made = Told(slug, known[language], page.page.context, page.exhibits)
        return made, [block for block in blocks(page.html) if re.search(r"\d", block.text)]

    return of


@pytest.mark.parametrize("slug", SLUGS)
def test_every_number_is_explained(told, slug):
    for language in LANGUAGES:
        made, texts = told(slug, language)
        for block in texts:
            left, wrong = unexplained(block, made)
            assert left == wrong == [], f"{slug}, {language}: {left or wrong} in: {block.text}"


def changed(text, number):
    """A text in which one number is another: its last digit is one higher, or lower after a nine."""
    last = number.end() - 1
    digit = int(text[last])
    return f"{text[:last]}{digit + 1 if digit < 9 else 8}{text[last + 1 :]}"


def test_a_changed_number_is_refused(told):
    """Of numbers changed by one in their last digit (places by one rank), at least nine of ten are noticed."""
    chance, noticed, missed = random.Random(1), 0, []
    for slug in SLUGS:
        for language in LANGUAGES:
            made, texts = told(slug, language)
            numbers = [(block, found) for block in texts for found in re.finditer(r"\d[\d  ,.]*\d|\d", block.text)]
            for block, number in chance.sample(numbers, min(EACH, len(numbers))):
                text = changed(block.text, number)
                row = tuple(text if cell == block.text else cell for cell in block.row)
                left, wrong = unexplained(replace(block, text=text, row=row), made)
                if left or wrong:
                    noticed += 1
                else:
                    missed.append((slug, block.text[:120], number[0]))
    assert noticed / (noticed + len(missed)) >= REFUSED, missed
