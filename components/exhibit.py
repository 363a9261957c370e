"""What stands around every chart: finding, unit and year, source, notices, table twin, rows for files."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from components.charts.region_map import RegionMap
from components.html.markup import links
from components.rows import Rows
from components.words.said import Said
from components.words.text import NBSP, Speaker

FLAGS = {
    "b": "brudd i serien",
    "c": "konfidensiell",
    "d": "avvikende definisjon",
    "e": "anslag",
    "f": "prognose",
    "i": "se merknad hos utgiver",
    "n": "ikke signifikant",
    "p": "foreløpig tall",
    "r": "revidert",
    "s": "anslag fra Eurostat",
    "u": "lav pålitelighet",
    "z": "ikke aktuelt",
}


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


def can_be_shown(exhibit: Exhibit) -> bool:
    """Whether there is anything to draw; else it says why not."""
    return exhibit.figure is not None or bool(exhibit.body) or exhibit.map is not None


def flags_explained(flags: Sequence[str], say: Speaker) -> str:
    """ "b = brudd i serien, e = anslag" for the letters that occur; empty where there are none."""
    letters = sorted({letter for flag in flags for letter in flag if letter in FLAGS})
    return ", ".join(f"{letter} = {say(FLAGS[letter])}" for letter in letters)


def flag_words(flag: str, say: Speaker) -> str:
    """What the letters of one flag mean: "brudd i serien, foreløpig tall"; empty where there are none."""
    return ", ".join(say(FLAGS[letter]) for letter in flag if letter in FLAGS)


def release_words(say: Speaker, release: int) -> str:
    """Which release the figures are of, never broken before its number."""
    return say("Datautgave {number}.", number=release).replace(" ", NBSP)


def source_line(source: SourceNote, say: Speaker, release: int) -> str:
    """The line under a figure, as HTML."""
    own = f" {say('Beregnet av oss ut fra publiserte tall.')}" if source.derived else ""
    named = f" ({links(source.datasets)})" if source.datasets else ""
    return (
        f"{say('Kilde:')} {escape(source.publisher)}{named}, {escape(source.years)}.{own} {release_words(say, release)}"
    )


def missing(reason: str) -> str:
    """The designed state for figures that are not there, with the reason."""
    return f'<div class="missing" role="note">{escape(reason)}</div>'
