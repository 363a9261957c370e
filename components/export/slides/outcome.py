"""What a figure of a slide is now, and what has become of the slide."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from components.export.moved import ToldMove
from components.export.slides.told import Told


class Gone(Exception):
    """A figure cannot be renewed; the message says why, in the slide's language."""


@dataclass(frozen=True)
class Newest:
    """A figure as it is now.

    Attributes:
        told: for its slides.
        moves: what differs from the release that the slide was made with; None where that is not known.
        said: what must be known besides, in sentences.
    """

    told: Told
    moves: Sequence[ToldMove] | None
    said: Sequence[str] = ()


@dataclass(frozen=True)
class Outcome:
    """What has become of a slide.

    Attributes:
        number: of the slide, from 1.
        title: as it stands now.
        state: "renewed" where its figures are newer, "same" where they were the newest, "left" where it is untouched.
        said: what a person must look at, in sentences.
        moves: what differs.
    """

    number: int
    title: str
    state: Literal["renewed", "same", "left"]
    said: Sequence[str] = ()
    moves: Sequence[ToldMove] = ()
