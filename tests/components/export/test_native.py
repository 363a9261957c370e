"""Native charts of slides: how large their type is, what lies behind lines, and lines in somebody's own colours."""

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.oxml.ns import qn
from pptx.util import Inches

from components.export.slides import recoloured
from components.export.slides.bars import bars
from components.export.slides.dots import dots
from components.export.slides.drawn import Bar, Bars, Dots, Label, Line, Lines, Points, Scale, Table
from components.export.slides.field import Field
from components.export.slides.grid import grid
from components.export.slides.lines import lines
from components.export.slides.native import SMALL, TEXT, Place
from components.theme import LIGHT
from components.words.text import Speaker

PLACE = Place(0, 0, int(Inches(12)), int(Inches(4.4)))
HALF = Place(0, 0, int(Inches(6)), int(Inches(4.4)))


@pytest.fixture
def slide():
    deck = Presentation()
    return deck.slides.add_slide(deck.slide_layouts[6])


@pytest.mark.parametrize(
    ("count", "place", "least", "most"),
    [(4, PLACE, 18, 18), (12, PLACE, 13, 16), (23, PLACE, SMALL, SMALL), (4, HALF, TEXT, TEXT)],
)
def test_few_bars_have_large_type_and_room_for_it(slide, count, place, least, most):
    found = [Bar(f"Region {n}", 50.0 + n, f"{50 + n},0\u00a0%", LIGHT.peer) for n in range(count)]
    chart = bars(slide, place, Bars(found, 0.0, 60.0 + count), "Andel", Speaker("nb")).chart
    assert least <= chart.category_axis.tick_labels.font.size.pt <= most
    beyond = chart.value_axis.maximum_scale - (49.0 + count)
    assert beyond == pytest.approx(11.0 * chart.category_axis.tick_labels.font.size.pt / TEXT if most > SMALL else 11.0)


def shown(years, values, low, *, floor=None):
    high = [None if v is None else v + 10 for v in low]
    curve = Line("Osloregionen", values, LIGHT.focus, 3, 6, strong=True)
    return Lines([str(y) for y in years], [curve], low, high, "Midterste halvdel", floor)


def test_the_middle_half_is_an_area_where_every_year_is_there(slide):
    chart = lines(slide, PLACE, shown([2020, 2021], [40.0, 41.0], [30.0, 31.0])).chart
    assert [kind.tag for kind in chart._chartSpace.iter(qn("c:areaChart"), qn("c:barChart"))] == [qn("c:areaChart")]
    (between,) = chart._chartSpace.iter(qn("c:crossBetween"))
    assert between.get("val") == "between"


def test_the_middle_half_of_years_apart_does_not_fall_to_nothing(slide):
    chart = lines(slide, PLACE, shown([2020, 2021, 2022], [40.0, 41.0, 42.0], [30.0, None, 31.0])).chart
    assert [kind.tag for kind in chart._chartSpace.iter(qn("c:areaChart"), qn("c:barChart"))] == [qn("c:barChart")]


def test_an_axis_begins_where_that_of_the_page_does(slide):
    usual = lines(slide, PLACE, shown([2020, 2021], [40.0, 41.0], [38.0, 39.0])).chart
    floored = lines(slide, PLACE, shown([2020, 2021], [40.0, 41.0], [38.0, 39.0], floor=0.0)).chart
    assert usual.value_axis.minimum_scale > 0
    assert floored.value_axis.minimum_scale == 0


def test_lines_of_a_further_year_keep_their_colour_and_their_name_moves_to_the_end(slide):
    old = lines(slide, PLACE, shown([2020, 2021], [40.0, 41.0], [30.0, 31.0]))
    new = lines(slide, PLACE, shown([2020, 2021, 2022], [40.0, 41.0, 90.0], [30.0, 31.0, 32.0]))
    old.chart.plots[-1].series[0].format.line.color.rgb = RGBColor(1, 2, 3)
    assert recoloured.possible(old, new)
    assert recoloured.renew(old, new) is False
    (own,) = old.chart.plots[-1].series
    assert str(own.format.line.color.rgb) == "010203"
    assert list(own.values) == [40.0, 41.0, 90.0]
    assert list(old.chart.plots[0].categories) == ["2020", "2021", "2022"]
    (label,) = own._element.iter(qn("c:dLbl"))
    assert [label[0].tag, label[0].get("val")] == [qn("c:idx"), "2"]
    assert old.chart.value_axis.maximum_scale == new.chart.value_axis.maximum_scale >= 90


def test_other_lines_are_not_written_into_somebody_s(slide):
    old = lines(slide, PLACE, shown([2020, 2021], [40.0, 41.0], [30.0, 31.0]))
    other = Lines(["2020", "2021"], [Line("Stockholm", [1.0, 2.0], LIGHT.peer, 2, 0)])
    assert not recoloured.possible(old, lines(slide, PLACE, other))


def test_a_rank_stays_on_one_line_beside_a_number(slide):
    rows = [
        ("Air freight and mail from all airports", "176 thousand tonnes", "no. 10 of 12", "Up, " + "too few years " * 4)
    ]
    table = grid(slide, PLACE, Table(("Figure", "Value", "Rank", "Change"), (False, True, False, False), rows)).table
    cell = table.cell(1, 2)
    size = cell.text_frame.paragraphs[0].runs[0].font.size
    assert table.columns[2].width - cell.margin_left - cell.margin_right > 0.5 * size * len(cell.text)


@pytest.mark.parametrize(("larger", "size"), [(1.0, 12.0), (1.25, 15.0)])
def test_words_of_rows_are_larger(slide, larger, size):
    found = [Dots("", [(1.0, 1.0)], LIGHT.text, labels=[Label("nr. 3", "right", LIGHT.text, 12.0)])]
    chart = dots(slide, PLACE, Points(found, Scale(0, 2), Scale(0, 2), 400.0, larger)).chart
    (words,) = [run for run in chart._chartSpace.iter(qn("a:r")) if run.findtext(qn("a:t")) == "nr. 3"]
    assert float(words.find(qn("a:rPr")).get("sz")) == 100 * size


def test_an_axis_of_numbers_begins_at_a_round_one_and_ends_where_the_picture_does():
    layout = {"xaxis": {"range": [3_000, 87_000]}, "yaxis": {"range": [0, 10], "visible": False}}
    assert Field(layout, None, 400.0).x == (0.0, 87_000.0)
