"""HTML of a page becomes blocks of text: what is only for the screen is left out, nothing that is read is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.handout.blocks import Bullets, Grid, Heading, KeyNumbers, Paragraph
from components.handout.reading import Way, blocks_of, tidy
from components.html.cards import call_body, number_block
from components.html.markup import heading, lead, on_this_page, paragraph
from components.html.tables import CellLink, Column, Links, table
from components.html.tools import print_button
from components.words.text import Speaker


def test_headings_paragraphs_and_small_ones():
    html = lead("Talent") + paragraph("Hvem kommer?") + heading("Styrker") + paragraph("6 i alt.", "note")
    assert blocks_of(html) == [
        Heading("Talent", 1),
        Paragraph("Hvem kommer?"),
        Heading("Styrker", 2),
        Paragraph("6 i alt.", small=True),
    ]


def test_a_table_keeps_its_cells_as_text():
    html = table(
        [Column("Region"), Column("Verdi", numeric=True)],
        [[CellLink("Oslo", "/x"), "1 234,5"], [Links([("a", "https://a"), ("b", "")]), "–"]],
        "Alle",
    )
    assert blocks_of(html) == [Grid(("Region", "Verdi"), (("Oslo", "1 234,5"), ("a, b", "–")), (False, True))]


def test_numbers_in_large_type_stand_side_by_side():
    html = number_block("55,6 %", "Osloregionen, 2024") + number_block("nr. 5 av 12", "best først", "better")
    assert blocks_of(html) == [KeyNumbers((("55,6 %", "Osloregionen, 2024"), ("nr. 5 av 12", "best først")))]


def test_what_the_style_sheet_parts_is_parted():
    html = call_body(
        value="6,2 %", badge="nr. 3 av 12", gap="Over midten.", sure="Sikker", source=Markup("X"), better=1
    )
    assert blocks_of(html) == [
        Paragraph("6,2 % · nr. 3 av 12"),
        Paragraph("Over midten."),
        Paragraph("Sikker. X", small=True),
    ]


def test_short_lists_take_one_line_behind_their_label():
    html = Markup(
        '<p class="label">Hvem</p><ul class="chips"><li>Talent</li><li>Investorer</li></ul><ul><li>a</li></ul>'
    )
    assert blocks_of(html) == [Paragraph("Hvem: Talent · Investorer"), Bullets(("a",))]


def test_terms_stand_before_what_they_mean():
    assert blocks_of(Markup("<dl><dt>I dag</dt><dd>5</dd></dl>")) == [Paragraph("I dag: 5")]


def test_what_is_for_clicking_and_what_is_closed_is_left_out():
    html = (
        print_button(Speaker("nb"))
        + on_this_page("På siden", [("x", "x")])
        + Markup(
            "<details><summary>Mer</summary><p>lukket</p></details><p aria-hidden=true>▲</p><svg><text>1</text></svg>"
        )
        + Markup('<details open><summary>Mer</summary><p>åpen</p></details><p class="way"><a href="/">Videre</a></p>')
    )
    assert blocks_of(html) == [Paragraph("Mer"), Paragraph("åpen"), Way("Videre")]


def test_text_is_never_markup():
    assert blocks_of(Markup("<p>%s</p>") % ("<b>#eval(1)</b> & \u00a0x",)) == [Paragraph("<b>#eval(1)</b> & \u00a0x")]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co"]), min_size=1), max_size=6))
def test_no_word_of_a_list_is_lost(items):
    html = Markup("<ul>%s</ul>") % (Markup().join(Markup("<li>%s</li>") % (item,) for item in items),)
    said = [text for text in map(tidy, items) if text]
    assert blocks_of(html) == ([Bullets(tuple(said))] if said else [])
    assert re.sub(r"\s", "", "".join(said)) == re.sub(r"\s", "", "".join(items))
