"""Figures in words."""

import pytest

from components.words.quantities import of_hundred
from components.words.text import Speaker


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        (0, "0"),
        (0.02, "færre enn én"),
        (0.5, "1"),
        (50, "50"),
        (98.5, "99"),
        (99.7, "99"),
        (99.99999, "99"),
        (100, "100"),
    ],
)
def test_a_hundred_of_a_hundred_is_all_and_none_is_none(percent, said):
    assert of_hundred(Speaker(), percent) == said


def test_fewer_than_one_in_english():
    assert of_hundred(Speaker("en"), 0.02) == "fewer than one"
