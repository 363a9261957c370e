"""A word-sized chart: one region's years beside the middle of its peers, as SVG.

Dozens stand on a page, so they are drawn here instead of by Plotly. All of one page share the years of their axis,
so that a period can be compared down a column.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from components.theme import Palette

WIDTH, HEIGHT, MARGIN = 150, 38, 5  # pixels

Point = tuple[int, float]  # year, value


@dataclass(frozen=True)
class SharedYears:
    """The years that all sparklines of a page share, and the period shaded in them (both ends included)."""

    first: int
    last: int
    shaded: tuple[int, int]


def sparkline(
    own: Sequence[Point],
    middle: Sequence[Point],
    axis: SharedYears,
    colours: Palette,
    *,
    breaks: Collection[int] = (),
    unusual: Collection[int] = (),
) -> str:
    """An SVG picture.

    Args:
        own: the region's figures, in order; years outside the axis are left out.
        middle: the peers' median, in order.
        axis: years.
        colours: palette.
        breaks: years whose figure is not comparable with the year before; the line is interrupted there.
        unusual: years that are no normal level; their points are hollow.
    """
    own, middle = ([p for p in points if axis.first <= p[0] <= axis.last] for points in (own, middle))
    values = [value for _, value in (*own, *middle)]
    low, high = (min(values), max(values)) if values else (0.0, 0.0)

    def x(year: float) -> float:
        return MARGIN + (year - axis.first) / (axis.last - axis.first or 1) * (WIDTH - 2 * MARGIN)

    def y(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return HEIGHT - MARGIN - share * (HEIGHT - 2 * MARGIN)

    def path(points: Sequence[Point], colour: str, width: float) -> str:
        line = " ".join(f"{x(year):.1f},{y(value):.1f}" for year, value in points)
        return f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="{width}"/>'

    start, end = (min(max(year, axis.first), axis.last) for year in (axis.shaded[0] - 0.5, axis.shaded[1] + 0.5))
    parts = [
        f'<rect x="{x(start):.1f}" y="0" width="{x(end) - x(start):.1f}" height="{HEIGHT}" fill="{colours.peer_soft}"/>'
    ]
    if len(middle) > 1:
        parts.append(path(middle, colours.reference, 1.5))
    parts += [path(piece, colours.focus, 2.5) for piece in _pieces(own, breaks) if len(piece) > 1]
    for year, value in own:
        newest = (year, value) == own[-1]
        fill = colours.background if year in unusual else colours.focus
        parts.append(
            f'<circle cx="{x(year):.1f}" cy="{y(value):.1f}" r="{4 if newest else 2.5}" fill="{fill}" '
            f'stroke="{colours.focus}" stroke-width="1.2"/>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}">'
        f"{''.join(parts)}</svg>"
    )


def _pieces(points: Sequence[Point], breaks: Collection[int]) -> Iterator[list[Point]]:
    """The parts of a line between its breaks."""
    piece: list[Point] = []
    for year, value in points:
        if year in breaks and piece:
            yield piece
            piece = []
        piece.append((year, value))
    if piece:
        yield piece


def picture(svg: str, alt: str) -> Markup:
    """The SVG as an image with its text alternative (Streamlit's cleaning of HTML removes bare SVG)."""
    source = f"data:image/svg+xml,{quote(svg)}"
    return Markup('<img class="spark" src="%s" alt="%s" width="%s" height="%s">') % (source, alt, WIDTH, HEIGHT)
