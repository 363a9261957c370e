"""A card: one exhibit as a picture with all that must stand in it, set by typst."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from markupsafe import Markup

from components.picture.shapes import Shape
from components.picture.typesetting import Ending, as_json, plain, shape_of_type, typeset
from components.sizes import Size

ENDINGS: tuple[Ending, ...] = ("png", "svg", "pdf")
MEDIA: Mapping[str, str] = {"png": "image/png", "svg": "image/svg+xml", "pdf": "application/pdf"}
_TEMPLATE = Path(__file__).parent / "card.typ"


@dataclass(frozen=True)
class Card:
    """What a picture shows.

    Attributes:
        lang: of all its words.
        service: what the service is called.
        finding, measure: title, and what is measured.
        shape: what is drawn; None for words alone.
        notes: what must be known of it: letters of flags, and what was left out.
        source: publisher, years and release.
        address: where it can be looked at, short.
        alt: the picture in words.
        part: "{n} of {count}", said where not all rows have room.
    """

    lang: str
    service: str
    finding: str
    measure: str
    shape: Shape | None
    notes: str
    source: str
    address: str
    alt: str
    part: str


def written(card: Card, size: Size) -> str:
    """The card as the JSON that `card.typ` reads; lengths in points of type."""
    height, width = size.height / size.scale, size.width / size.scale
    return as_json({**asdict(card), "shape": shape_of_type(card.shape), "width": width, "height": height})


def picture(card: Card, size: Size, ending: Ending) -> bytes:
    """The card as a file.

    Raises:
        PictureError: typst could not set it.
    """
    made = typeset(_TEMPLATE, written(card, size), ending, size.scale)
    return _spoken(made, card) if ending == "svg" else made


def _spoken(svg: bytes, card: Card) -> bytes:
    """The same with title and words for those who hear it; typst draws letters as outlines and says nothing."""
    title, words = plain(card.finding), plain(card.alt)
    told = Markup("<title>%s</title><desc>%s</desc>") % (title, words)
    start = Markup('<svg role="img" xml:lang="%s" ') % (card.lang,)
    head, _, rest = svg.partition(b">")
    return head.replace(b"<svg ", start.encode(), 1) + b">" + told.encode() + rest
