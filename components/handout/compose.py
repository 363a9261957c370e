"""The hand-out of a page: its parts in their order, as blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from components.exhibit import Exhibit
from components.handout.blocks import Block, Bullets, Figure, Grid, Heading, KeyNumbers, Paragraph
from components.handout.reading import Way, blocks_of
from components.parts import Box, Columns, Fold, Html, Live, Part, Shown
from components.picture.compose import alternative_of, drawn_measure, source_text
from components.picture.read import shape_of
from components.picture.shapes import Numbers, Panels, SmallTable
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue import Catalogue

SAID = 2  # sentences under a figure
ITEMS = 8  # of a list that stay together
ROWS = 12  # of a table on the two sides
CHUNK = 24  # rows of a table that stay together where all are wanted
PANELS = 4  # small charts that have room in a column
_COLUMNS = 3  # of a table that has room in a column
_EARLY = 3  # blocks among which a page's main figure stands
_LONG = 60  # characters of a cell that a column is too narrow for
_FOR_THE_SCREEN = ("filters", "tools", "ways")  # keys of boxes that hold nothing to be read


@dataclass(frozen=True)
class Handout:
    """A page on paper.

    Attributes:
        lang: of all its words.
        title: the page's own.
        lead: what stands under it.
        blocks: the rest, in order.
    """

    lang: str
    title: str
    lead: tuple[str, ...]
    blocks: tuple[Block, ...]


def _parted(said: str) -> tuple[str, str]:
    """A sentence to quote, and what must be known of it."""
    sentence, _, known = said.partition("\n")
    return sentence, known


def _figure(exhibit: Exhibit, view: ViewState, catalogue: Catalogue, say: Speaker) -> Figure:
    shape = shape_of(exhibit, view.lens, catalogue, say)
    wide = isinstance(shape, SmallTable) or (isinstance(shape, Panels) and len(shape.panels) > PANELS)
    measure = exhibit.measure if isinstance(shape, Numbers) else drawn_measure(shape, exhibit, view, catalogue, say)
    return Figure(
        finding=exhibit.finding,
        measure=measure,
        shape=shape,
        alt=alternative_of(exhibit, say, view.release) if shape else exhibit.alt,
        said=tuple(_parted(one.text[say.language]) for one in exhibit.claims if one.allowed)[:SAID],
        notes=tuple(exhibit.notices),
        source=" ".join(part for part in (source_text(exhibit.source, say, view.release), exhibit.credit) if part),
        wide=wide,
    )


def _named(blocks: Iterator[Block | Way]) -> Iterator[Block]:
    """A link that opens a card is the card's name; others lead nowhere on paper."""
    for number, block in enumerate(blocks):
        if not isinstance(block, Way):
            yield block
        elif number == 0:
            yield Heading(block.text, 3)


def _blocks(
    parts: Sequence[Part], view: ViewState, catalogue: Catalogue, say: Speaker, *, whole: bool
) -> Iterator[Block | Way]:
    for part in parts:
        if isinstance(part, Html):
            yield from blocks_of(part.text)
        elif isinstance(part, Shown):
            if not part.bare:
                yield _figure(part.exhibit, view, catalogue, say)
        elif isinstance(part, Box):
            if not part.key.startswith(_FOR_THE_SCREEN):
                inside = _blocks(part.parts, view, catalogue, say, whole=whole)
                yield from _named(inside) if part.key else _plain(inside)
        elif isinstance(part, Fold):
            if part.opened or (whole and not part.aside):
                yield Heading(part.label)
                yield from _blocks(part.parts, view, catalogue, say, whole=whole)
        elif isinstance(part, Columns):
            for column in part.parts:
                yield from _blocks(column, view, catalogue, say, whole=whole)
        elif isinstance(part, Live):
            yield from _blocks(part.without, view, catalogue, say, whole=whole)


def _plain(blocks: Iterator[Block | Way]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, Way))


def _fitted(block: Block, say: Speaker, *, whole: bool) -> Iterator[Block]:
    """A table's first rows, told how many there are; lists, and tables that are wanted whole, in pieces."""
    if isinstance(block, Bullets):
        for at in range(0, len(block.items), ITEMS):
            yield Bullets(block.items[at : at + ITEMS])
    elif not isinstance(block, Grid):
        yield block
    elif whole:
        for at in range(0, len(block.rows), CHUNK):
            yield replace(block, rows=block.rows[at : at + CHUNK])
    else:
        shown, every = block.rows[:ROWS], len(block.rows)
        told = say("Viser {n} av {count}", n=len(shown), count=every) + "." if every > len(shown) else ""
        yield replace(block, rows=shown, told=told)


def _levelled(blocks: Sequence[Block]) -> Iterator[Block]:
    """Headings without gaps between their levels, which those who listen would miss."""
    last = 1
    for block in blocks:
        if isinstance(block, Heading):
            last = min(max(block.level, 2), last + 1)
            yield replace(block, level=last)
            continue
        if isinstance(block, Figure):
            last = 2
        yield block


def _without_empty(blocks: Sequence[Block]) -> Iterator[Block]:
    """Without headings that nothing stands under."""
    for block, after in zip(blocks, [*blocks[1:], None], strict=True):
        follows = isinstance(after, Heading) and isinstance(block, Heading) and after.level > block.level
        if not isinstance(block, Heading) or follows or not (after is None or isinstance(after, Heading)):
            yield block


def handout(
    parts: Sequence[Part], view: ViewState, catalogue: Catalogue, title: str, *, whole: bool = False
) -> Handout:
    """What goes on paper of a page.

    Args:
        parts: of the page.
        view: what it shows.
        catalogue: names and units.
        title: for a page that bears none itself.
        whole: with all rows of tables.
    """
    say = Speaker(view.lang)
    found = [block for block in _plain(_blocks(parts, view, catalogue, say, whole=whole)) if block != Paragraph("")]
    first = next((block for block in found if isinstance(block, Heading) and block.level == 1), None)
    rest = [block for block in found if not (isinstance(block, Heading) and block.level == 1)]
    lead: list[str] = []
    while rest and isinstance(rest[0], Paragraph):
        lead.append(rest.pop(0).text)  # type: ignore[union-attr]
    fitted = [piece for block in rest for piece in _fitted(block, say, whole=whole)]
    blocks = list(_levelled(list(_without_empty(fitted))))
    for at, block in enumerate(blocks[:_EARLY]):  # a figure that the page opens with is its main one
        if isinstance(block, Figure):
            blocks[at] = replace(block, wide=block.wide or not isinstance(block.shape, Numbers))
            break
    return Handout(view.lang, first.text if first else title, tuple(lead), tuple(blocks))


def is_wide(block: Block) -> bool:
    """Whether a block needs the whole width of the paper."""
    if isinstance(block, Figure):
        return block.wide
    if isinstance(block, Grid):
        return len(block.head) > _COLUMNS or any(len(cell) > _LONG for row in block.rows for cell in row)
    return isinstance(block, KeyNumbers)
