"""What the small panels of growth say of all sub-regions together."""

from types import SimpleNamespace

import pytest

from components.words.text import Speaker
from pages.regionen.growth_panels import _finding


def parts(inside, outside):
    return [SimpleNamespace(part=SimpleNamespace(within=within)) for within in [True] * inside + [False] * outside]


@pytest.mark.parametrize(
    ("inside", "outside", "fell_inside", "fell_outside", "said"),
    [
        (3, 0, 0, 0, "Alle delregionene har flere innbyggere enn i 2001"),
        (3, 0, 1, 0, "1 av 3 delregioner har færre innbyggere enn i 2001"),
        (3, 2, 1, 2, "1 av 3 delregioner i avgrensningen har færre innbyggere enn i 2001, 2 av 2 utenfor"),
        (
            3,
            2,
            0,
            2,
            "Ingen av de 3 delregionene i avgrensningen har færre innbyggere enn i 2001. Utenfor gjelder det 2 av 2",
        ),
    ],
)
def test_those_inside_and_outside_are_told_apart(inside, outside, fell_inside, fell_outside, said):
    every = parts(inside, outside)
    falling = every[:fell_inside] + (every[-fell_outside:] if fell_outside else [])
    assert _finding(Speaker(), every, falling, 2001) == said
