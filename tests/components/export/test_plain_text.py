from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from components.export.plain_text import clean
from components.export.slides.words import cell, number_format
from components.words.text import Speaker


@given(st.text())
def test_every_text_can_stand_in_a_file_of_office(text):
    element = etree.Element("t")
    element.text = clean(text)
    assert etree.fromstring(etree.tostring(element, encoding="utf-8")).text in (clean(text), None)


def test_breaks_become_spaces_and_signs_that_break_files_go():
    assert clean("a\r\nb\x00\x0bc\ud800\uffff") == "a b c"


def test_a_name_is_never_taken_for_a_formula():
    assert cell("=HYPERLINK(1)") == " =HYPERLINK(1)"
    assert cell("{=1}") == " {=1}"
    assert cell("Oslo") == "Oslo"


def test_labels_become_formats_that_follow_the_numbers():
    say = Speaker("nb")
    labels = [say.quantity(value, 1, "%") for value in (55.6, 1234.5, -2.0)]
    form, own = number_format([55.6, 1234.5, -2.0], labels, say)
    assert form == '#,##0.0"\u00a0%";"−"#,##0.0"\u00a0%"'
    assert own == (form, form, form)


def test_a_label_with_a_star_has_a_format_of_its_own():
    form, own = number_format([1.75, 1.45], ["1,75", "1,45*"], Speaker("nb"))
    assert form == '#,##0.00;"−"#,##0.00'
    assert own == (form, '#,##0.00"*";"−"#,##0.00"*"')


def test_a_label_that_says_more_than_a_format_can_is_known():
    assert number_format([1.75, 1.45], ["1,75", "om lag 1,45"], Speaker("nb"))[1][1] is None


def test_signs_before_rises_are_kept():
    form, own = number_format([29.4, -0.5, 0.0], ["+29,4", "−0,5", "0,0"], Speaker("nb"))
    assert form == '+#,##0.0;"−"#,##0.0;#,##0.0'
    assert own == (form, form, form)


def test_words_without_a_number_stay_words():
    assert number_format([1.0], ["ukjent"], Speaker("nb")) == ("General", (None,))
