import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from components.export.slides.drawn import Table
from components.export.slides.fit import largest, rows
from components.export.slides.grid import grid
from components.export.slides.house import house
from components.export.slides.native import Place
from components.export.slides.template import INCH, layouts, open_deck, places

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


LONG = Table(["Indikator", "Plassering"], [False, False], [["Andel av lønnskostnadene, " * 4, "nr. 10 av 12"]] * 10)


@pytest.mark.parametrize(("wide", "high", "size"), [(12.0, 5.0, 12.0), (6.0, 5.0, 10.0), (4.0, 2.0, 9.0)])
def test_a_table_is_set_smaller_where_its_rows_have_no_room(wide, high, size):
    deck = open_deck(house())
    slide = deck.slides.add_slide(layouts(deck).figure)
    shape = grid(slide, Place(0, 0, round(wide * INCH), round(high * INCH)), LONG)
    lines = [line for row in shape.table.rows for cell in row.cells for line in cell.text_frame.paragraphs]
    assert {run.font.size.pt for line in lines for run in line.runs} == {size}


def test_a_figure_s_own_place_cuts_the_measure_s_short():
    deck = Presentation()
    layout = deck.slide_layouts[8]
    title, picture = (s for s in layout.placeholders if s.placeholder_format.idx in (0, 1))
    title.left, title.top, title.width, title.height = (Inches(n) for n in (0.4, 0.3, 9.2, 0.9))
    picture.name = "Figur"
    picture.left, picture.top, picture.width, picture.height = (Inches(n) for n in (0.4, 1.5, 9.2, 4.6))
    where = places(deck, layout)
    assert where["measure"].top + where["measure"].height == where["figure"].top
