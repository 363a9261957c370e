import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.search.search import _entries, _index, asked_words, search
from models.search.word_index import WordIndex, word_fit

ASKED = [
    "hjemmekontor",
    "arbeidsløse",
    "unemployed women",
    "bedre enn København",
    "hvorfor kommer det så få besøkende fra utlandet til Oslo",
    "is Oslo worse than Copenhagen at keeping international students?",
    "tog til Stockholm",
    "FN-mål 13",
    "nin",
    "ut",
    "x",
    "sysselsettingsandel",
    "lfst_r_lfe2emp",
    "kapital",
    "Osloregionen",
]


@pytest.fixture(scope="module")
def entries(catalogue):
    return _entries(catalogue)


def by_looking_at_every_word(word, entries):
    """What the index must give: each entry's best word, with nothing passed over."""
    best = {}
    for position, entry in enumerate(entries):
        fit = max(word_fit(word, w) * (1.25 if w in entry.title_words else 1.0) for w in entry.words)
        if fit:
            best[position] = fit
    return best


@pytest.mark.parametrize("text", ASKED)
def test_the_index_passes_over_no_word_that_fits(catalogue, entries, text):
    for word in asked_words(catalogue, text):
        assert _index(catalogue).fits(word) == by_looking_at_every_word(word, entries), word


@given(st.data())
@settings(deadline=None, max_examples=40)
def test_nor_for_any_part_of_a_word_that_is_known(catalogue, entries, data):
    known = data.draw(st.sampled_from(_index(catalogue).words))
    first = data.draw(st.integers(0, len(known) - 1))
    word = known[first : data.draw(st.integers(first + 1, len(known)))] + data.draw(st.sampled_from(["", "e", "ene"]))
    assert _index(catalogue).fits(word) == by_looking_at_every_word(word, entries)


@pytest.mark.parametrize(
    ("asked", "word", "fit"),
    [
        ("hotell", "hotell", 1.0),
        ("hot", "hotell", 0.8),
        ("ho", "hotell", 0.0),
        ("arbeidslose", "arbeidsloshet", 0.7),
        ("losse", "arbeidslosse", 0.5),
        ("loss", "arbeidsloss", 0.0),
        ("hotell", "hage", 0.0),
    ],
)
def test_how_well_a_word_fits(asked, word, fit):
    assert word_fit(asked, word) == fit


def test_a_word_of_the_title_counts_more_and_an_entry_by_its_best_word():
    index = WordIndex.of([(["hotell", "hotellrom"], ["hotell"]), (["hotellrom"], []), (["museum"], ["museum"])])
    assert index.fits("hotell") == {0: 1.25, 1: 0.8}


def test_a_search_looks_at_few_words(catalogue):
    search(catalogue, "hotell")
    start = time.process_time()
    for text in ASKED:
        search(catalogue, text)
    assert (time.process_time() - start) / len(ASKED) < 0.01
