"""What a slide keeps in the picture of its code."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from components.export.slides.code import code
from components.export.slides.record import Record, engraved, read

ADDRESS = "https://eksempel.no/talent?lang=nb&release=1&indicator=neet_15_29#ranking"
ONE = Record(ADDRESS, 2, {"title": "0123456789abcdef"}, 3, 3)


def test_a_picture_with_a_record_is_the_same_picture():
    plain = code("https://eksempel.no/s/abcdefghij", 2)
    both = [Image.open(io.BytesIO(one)) for one in (plain, engraved(plain, ONE))]
    assert both[0].tobytes() == both[1].tobytes()
    assert read(engraved(plain, ONE)) == ONE
    assert read(plain) is None


def test_the_address_says_server_page_view_and_figure():
    assert (ONE.base, ONE.slug, ONE.key) == ("https://eksempel.no", "talent", "ranking")
    assert ONE.query == {"lang": "nb", "release": "1", "indicator": "neet_15_29"}


def test_each_of_a_figure_s_slides_has_a_picture_of_its_own():
    """LibreOffice keeps one of pictures that look alike, and with it one record."""
    pixels = {Image.open(io.BytesIO(code(ADDRESS, part))).tobytes() for part in range(1, 25)}
    assert len(pixels) == 24


@given(st.binary(max_size=300))
def test_whatever_stands_in_a_picture_is_read_or_not(rest):
    plain = code("https://eksempel.no")
    assert read(rest) is None
    assert read(plain[:33] + rest) is None
    cut = engraved(plain, ONE)[:60] + rest
    assert read(cut) in (None, ONE)


@pytest.mark.parametrize(
    "change",
    [
        {"address": "javascript:alert(1)#x"},
        {"address": "https://eksempel.no/talent"},
        {"address": "https://eksempel.no/" + "x" * 20_000 + "#x"},
        {"part": 0},
        {"part": True},
        {"count": 0},
        {"shown": 10_000},
        {"written": {str(n): "" for n in range(1_000)}},
    ],
)
def test_a_record_that_we_would_not_write_is_none(change):
    fields = {"address": ADDRESS, "part": 1, "written": {}} | change
    assert read(engraved(code("https://eksempel.no"), Record(**fields))) is None
