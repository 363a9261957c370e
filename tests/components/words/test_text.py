import unicodedata
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.words.text import LANGUAGES, MINUS, NBSP, Speaker

nb, en = Speaker("nb"), Speaker("en")


@pytest.mark.parametrize(
    ("value", "decimals", "norwegian", "english"),
    [
        (1234.5, 1, f"1{NBSP}234,5", "1,234.5"),
        (11904456, 0, f"11{NBSP}904{NBSP}456", "11,904,456"),
        (999, 0, "999", "999"),
        (0.0001, 4, "0,0001", "0.0001"),
        (7, 2, "7,00", "7.00"),
        (-1234.5, 1, f"{MINUS}1{NBSP}234,5", f"{MINUS}1,234.5"),
        (-0.0, 0, "0", "0"),
        (-0.04, 1, "0,0", "0.0"),
        (-0.06, 1, f"{MINUS}0,1", f"{MINUS}0.1"),
        (2.5, 0, "3", "3"),
        (12.25, 1, "12,3", "12.3"),
        (-12.25, 1, f"{MINUS}12,3", f"{MINUS}12.3"),
        (0.285, 2, "0,29", "0.29"),
        (999.95, 1, f"1{NBSP}000,0", "1,000.0"),
    ],
)
def test_numbers_are_written_as_readers_of_each_language_do(value, decimals, norwegian, english):
    assert nb.number(value, decimals) == norwegian
    assert en.number(value, decimals) == english


def test_numbers_have_no_decimals_unless_asked_for():
    assert nb.number(48400.4) == f"48{NBSP}400"


@pytest.mark.parametrize(
    ("suffix", "norwegian", "english"),
    [
        ("%", f"12,3{NBSP}%", "12.3%"),
        ("KKS", f"12,3{NBSP}KKS", f"12.3{NBSP}KKS"),
        ("per km²", f"12,3{NBSP}per{NBSP}km²", f"12.3{NBSP}per{NBSP}km²"),
        ("", "12,3", "12.3"),
    ],
)
def test_units_follow_their_number_without_a_line_break(suffix, norwegian, english):
    assert nb.quantity(12.3, 1, suffix) == norwegian
    assert en.quantity(12.3, 1, suffix) == english


@given(
    value=st.floats(allow_nan=False, allow_infinity=False),
    decimals=st.integers(0, 6),
    language=st.sampled_from(LANGUAGES),
)
def test_every_finite_number_can_be_written_and_read_back(value, decimals, language):
    text = Speaker(language).number(value, decimals)
    group, point = (NBSP, ",") if language == "nb" else (",", ".")
    read = Decimal(text.replace(MINUS, "-").replace(group, "").replace(point, "."))
    assert abs(read - Decimal(repr(value))) <= Decimal(5).scaleb(-decimals - 1)
    assert ("," if language == "nb" else ".") in text or decimals == 0


@pytest.mark.parametrize("day", [date(2026, 5, 4), datetime(2026, 5, 4, 23, 59)])  # noqa: DTZ001 - the date is what counts
def test_dates_are_written_in_full(day):
    assert nb.date(day) == "4. mai 2026"
    assert en.date(day) == "4 May 2026"


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a og b"), (["a", "b", "c"], "a, b og c")]
)
def test_words_in_a_row_end_with_og(items, text):
    assert nb.listing(items) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0 regioner"), (1, "1 region"), (2, "2 regioner"), (1234, f"1{NBSP}234 regioner")],
)
def test_counts_choose_between_one_and_many(number, text):
    assert nb.count("{n} region", "{n} regioner", number) == text


def test_counts_take_further_values():
    assert nb.count("{n} tall i {sted}", "{n} tall i {sted}", 2, sted="Oslo") == "2 tall i Oslo"


def test_messages_take_values_and_may_hold_braces_without():
    assert nb("Plassering {rank} av {count}", rank=3, count=26) == "Plassering 3 av 26"
    assert nb("a {b} c") == "a {b} c"


def test_norwegian_letters_come_last_in_bokmål():
    names = ["Östergötland", "Zürich", "Årstad", "Ås", "Ærø", "Aarhus", "Øst", "Älvsborg", "Wien", "Oslo", "oslo"]
    expected = ["Aarhus", "Oslo", "oslo", "Wien", "Zürich", "Älvsborg", "Ærø", "Øst", "Östergötland", "Årstad", "Ås"]
    ordered = sorted(sorted(names), key=nb.sort_key)
    assert [n.casefold() for n in ordered] == [n.casefold() for n in expected]


def test_marks_on_letters_do_not_move_a_name():
    names = ["Łódzkie", "Île-de-France", "Éire", "Dublin", "Mazowieckie", "Lyon"]
    expected = ["Dublin", "Éire", "Île-de-France", "Łódzkie", "Lyon", "Mazowieckie"]
    assert sorted(names, key=nb.sort_key) == expected
    assert sorted(names, key=en.sort_key) == expected


def test_norwegian_letters_stand_by_their_likes_in_english():
    assert sorted(["Ålesund", "Zürich", "Ørsta", "Oslo", "Bergen"], key=en.sort_key) == [
        "Ålesund",
        "Bergen",
        "Ørsta",
        "Oslo",
        "Zürich",
    ]


def test_a_letter_made_of_two_signs_sorts_like_the_one_made_of_one():
    assert nb.sort_key("A\u030as") == nb.sort_key("Ås")


@given(st.text(), st.text(), st.sampled_from(LANGUAGES))
def test_only_names_that_are_the_same_share_a_place(one, other, language):
    def folded(name):
        return unicodedata.normalize("NFC", name).casefold()

    key = Speaker(language).sort_key
    assert (key(one) == key(other)) == (folded(one) == folded(other))


def test_catalogue_texts_come_in_the_speakers_language():
    text = {"nb": "Besøkende", "en": "Visitors"}
    assert (nb.of(text), en.of(text)) == ("Besøkende", "Visitors")
