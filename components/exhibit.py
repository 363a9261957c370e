"""What stands around every chart: finding, unit and year, source, notices, table twin, rows for files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts.region_map import RegionMap
from components.rows import Rows
from components.words.said import Said


@dataclass(frozen=True)
class SourceNote:
    """Where a figure's numbers come from: publisher, data set codes with addresses, and the years shown."""

    publisher: str
    datasets: Sequence[tuple[str, str]]
    years: str
    derived: bool = False


@dataclass(frozen=True)
class Way:
    """One of several views to choose between, without typing: its name, its address, whether it is the one shown."""

    text: str
    address: str
    chosen: bool


@dataclass(frozen=True)
class Switch:
    """A choice between views that all stand on the screen: what is chosen, and the ways."""

    label: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Exhibit:
    """A chart with everything that must stand around it, in the reader's language; a value without palette or session.

    Attributes:
        key: unique on the page, the same in both languages.
        finding: the title, what the chart shows in words.
        measure: what is measured, unit and year.
        figure: a Plotly figure in the light colours; None where there is nothing to draw, or something else is drawn.
        alt: the chart in words, for those who cannot see it; the reason, where there is nothing to draw.
        source: origin of the numbers.
        table: the same numbers as an HTML table.
        rows: the numbers as they go into files: ids, plain numbers, flags.
        file_name: of its files, without ending.
        notices: what the reader must know: flags, other years, breaks.
        credit: whose work a map is drawn with; stands after the source.
        switches: choices of views over the chart, where the exhibit has several.
        body: HTML that is drawn instead of a Plotly figure: cards, many small pieces.
        map: a map with layers, drawn instead of a Plotly figure.
        claims: what may be said of it, and what may not; the sentences allowed lead the text alternative.
    """

    key: str
    finding: str
    measure: str
    figure: dict[str, Any] | None
    alt: str
    source: SourceNote
    table: str
    rows: Rows
    file_name: str
    notices: Sequence[str] = ()
    credit: str = ""
    switches: Sequence[Switch] = ()
    body: str = ""
    map: RegionMap | None = None
    claims: Sequence[Said] = ()
