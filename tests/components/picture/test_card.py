"""A card is a file of its size; no text in it is taken for markup, and what cannot be set is told."""

import json
import struct
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from components.picture import card as cards
from components.picture import shapes
from components.picture.card import Card, picture, written
from components.picture.ticks import Axis
from components.picture.typesetting import PictureError, fonts
from components.sizes import SIZES

AXIS = Axis(0.0, 10.0, (0.0, 5.0, 10.0), ("0", "5", "10"))
HOSTILE = '#panic("x") $x$ *a* _b_ `c` @d <e> \\ " #eval("1") [x] // /* 😀 \u0000\u202e'
PART = ((0.0, 1.0), (5.0, 9.0)), ((8.0, 2.0),)
SHAPES = {
    "none": None,
    "bars": shapes.Bars(tuple(shapes.Bar(HOSTILE, v, HOSTILE, v == 2.0) for v in (3.0, 2.0, -1.0, None)), 1.0),
    "flat": shapes.Bars((shapes.Bar("a", 0.0, "0"), shapes.Bar("b", 0.0, "0"))),
    "many": shapes.Bars(tuple(shapes.Bar(str(n), float(n), str(n), n == 1) for n in range(300))),
    "lines": shapes.Lines(
        (shapes.Line(HOSTILE, PART, "focus"), shapes.Line("b", PART[1:], "peer"), shapes.Line("c", PART[:1], "middle")),
        ((0.0, 1.0, 2.0), (5.0, 2.0, 4.0)),
        AXIS,
        AXIS,
    ),
    "panels": shapes.Panels(tuple(shapes.Panel(HOSTILE, "1 %", PART, ("2001", "2022")) for _ in range(12)), 20),
    "panel": shapes.Panels((shapes.Panel("a", "1", (((2020.0, 5.0),),), ("2020", "2020")),), 1),
    "ranges": shapes.Ranges((shapes.RangeRow(HOSTILE, 1.0, 9.0, (2.0, 9.0), "1–9", focus=True),), AXIS),
    "swarm": shapes.Dots(
        tuple(shapes.Dot(n / 30, 0.0, 0.2, HOSTILE if n == 7 else "", "other") for n in range(300)), AXIS, beyond="2"
    ),
    "cloud": shapes.Dots((shapes.Dot(1.0, 1.0, 1.0, "a", "focus"), shapes.Dot(9.0, 2.0, 0.0)), AXIS, AXIS, "x", "y"),
    "numbers": shapes.Numbers((shapes.Number(HOSTILE, HOSTILE, HOSTILE),) * 3),
    "table": shapes.SmallTable(("a", "b"), ((HOSTILE, "1"),) * 8, (False, True)),
}
CARD = Card(
    "nb", "Tjenesten", "Funn", "Mål", None, "", "Kilde: X.", "eksempel.no/talent", "I ord", "Viser {n} av {count}"
)


def test_every_shape_is_tried():
    assert {type(shape) for shape in SHAPES.values() if shape} == set(shapes.Shape.__args__)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("size", SIZES)
def test_a_picture_has_the_size_asked_for(name, size):
    made = picture(replace(CARD, shape=SHAPES[name], finding=HOSTILE, lang="en"), SIZES[size], "png")
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert "x".join(map(str, struct.unpack(">II", made[16:24]))) == size


def test_vector_files_bear_their_words():
    svg = picture(replace(CARD, shape=SHAPES["bars"]), SIZES["1200x627"], "svg")
    assert svg.startswith(b"<svg")
    assert b"<script" not in svg
    pdf = picture(replace(CARD, shape=SHAPES["bars"]), SIZES["1200x627"], "pdf")
    assert pdf.startswith(b"%PDF-")
    assert b"/Lang" in pdf
    assert b"pdfuaid" not in pdf  # a sign that the font has not cannot be read aloud, so the file does not claim it


def test_a_vector_picture_is_spoken_as_its_finding_and_its_words():
    card = replace(CARD, shape=SHAPES["bars"], finding=HOSTILE, alt=f"{HOSTILE} i ord", lang="en")
    root = etree.fromstring(picture(card, SIZES["1200x627"], "svg"))
    said = HOSTILE.replace("\u0000", " ").replace("\u202e", " ")
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert [one.text for one in root[:2]] == [said, f"{said} i ord"]
    assert [etree.QName(one).localname for one in root[:2]] == ["title", "desc"]


def test_a_pdf_can_be_read_aloud():
    assert b"pdfuaid" in picture(replace(CARD, shape=SHAPES["cloud"]), SIZES["1200x627"], "pdf")


def test_the_same_card_gives_the_same_file():
    card = replace(CARD, shape=SHAPES["numbers"])
    assert picture(card, SIZES["1200x627"], "png") == picture(card, SIZES["1200x627"], "png")


@settings(max_examples=15)
@given(st.text(max_size=80), st.text(max_size=400))
def test_any_text_can_be_set(finding, measure):
    card = replace(
        CARD, finding=finding or "x", measure=measure, shape=shapes.Numbers((shapes.Number(measure or "–", finding),))
    )
    assert picture(card, SIZES["1200x627"], "png")


def test_control_characters_do_not_come_into_a_card():
    held = json.loads(written(replace(CARD, finding="a\x00b\u00a0c", shape=SHAPES["numbers"]), SIZES["1200x627"]))
    assert held["finding"] == "a b\u00a0c"
    assert "\u202e" not in json.dumps(held, ensure_ascii=False)


def test_no_font_of_the_machine_is_used():
    assert fonts().families() == ["Source Sans 3"]


def test_what_cannot_be_set_is_told(monkeypatch):
    monkeypatch.setattr(cards, "written", lambda *_: "{}")
    with pytest.raises(PictureError):
        picture(CARD, SIZES["1200x627"], "png")
