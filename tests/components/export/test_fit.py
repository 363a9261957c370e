from hypothesis import given
from hypothesis import strategies as st

from components.export.slides.fit import largest, rows

WIDTH, HEIGHT = 11_091_672, 914_400


def test_a_short_title_keeps_the_size_of_the_template():
    assert largest("Osloregionen er nr. 5 av 12", WIDTH, HEIGHT, 26.0) == 26.0


@given(st.text(min_size=1, max_size=400), st.sampled_from([18.0, 26.0, 44.0]))
def test_a_title_is_never_larger_than_the_template_nor_smaller_than_can_be_read(text, own):
    assert 16.0 <= largest(text, WIDTH, HEIGHT, own) <= own


def test_the_longest_findings_fit():
    finding = "Av 9 tall ligger Osloregionen lengst foran på " + "«Organisasjoner i EUs forskningsprosjekter» " * 3
    size = largest(finding, WIDTH, HEIGHT, 26.0)
    assert size > 16.0
    across = (WIDTH - 182_880) / 12_700 / (size * 0.53)
    assert rows(finding, across) * size * 1.2 * 12_700 <= HEIGHT


def test_lines_are_broken_between_words():
    assert rows("aaaa bbbb", 9) == 1
    assert rows("aaaa bbbb", 8) == 2
