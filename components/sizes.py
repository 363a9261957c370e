"""Sizes of pictures of a figure, by their name in addresses."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """A picture's size in pixels, and how large its type is: one point of type is `scale` pixels."""

    width: int
    height: int
    scale: float


SIZES: Mapping[str, Size] = {
    "1200x627": Size(1200, 627, 1.0),  # previews of links, and the feed
    "1080x1350": Size(1080, 1350, 1.2),  # upright, as phones show them
    "1920x1080": Size(1920, 1080, 1.6),  # slides
}
USUAL = "1200x627"
