"""The frame around every figure: finding, unit and year, source, notices, table twin, download, link."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from components.can_i_say import Said, in_words, show_claims
from components.markup import links
from components.text import NBSP, Speaker

CONFIG = {
    "displayModeBar": False,
    "responsive": True,
    "topojsonURL": "/assets/topojson/",
    "scrollZoom": False,
}
_SEPARATORS = {"nb": ",\u00a0", "en": ".,"}  # decimal mark and thousands, for the numbers on axes
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
class Source:
    """Where a figure's numbers come from: publisher, data set codes with addresses, and the years shown."""

    publisher: str
    datasets: Sequence[tuple[str, str]]
    years: str
    derived: bool = False


@dataclass(frozen=True)
class Exhibit:
    """A chart with everything that must stand around it.

    Attributes:
        key: unique on the page.
        finding: the title, what the chart shows in words.
        measure: what is measured, unit and year.
        figure: a Plotly figure; None where there is nothing to draw, or `drawn` draws it.
        alt: the chart in words, for those who cannot see it; the reason, where there is nothing to draw.
        source: origin of the numbers.
        table: the same numbers as an HTML table.
        csv: makes the file to download.
        file_name: its name.
        notices: what the reader must know: flags, other years, breaks.
        credit: whose work a map is drawn with; stands after the source.
        switch: draws a choice of views over the chart, where the exhibit has several.
        drawn: draws what is no Plotly figure (a map, many small pieces), given the text alternative.
        claims: what may be said of it, and what may not; the sentences allowed lead the text alternative.
    """

    key: str
    finding: str
    measure: str
    figure: dict[str, Any] | None
    alt: str
    source: Source
    table: str
    csv: Callable[[], str]
    file_name: str
    notices: Sequence[str] = ()
    credit: str = ""
    switch: Callable[[], None] | None = None
    drawn: Callable[[str], None] | None = None
    claims: Sequence[Said] = ()


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


def source_line(source: Source, say: Speaker, release: int) -> str:
    """The line under a figure, as HTML."""
    own = f" {say('Beregnet av oss ut fra publiserte tall.')}" if source.derived else ""
    return (
        f"{say('Kilde:')} {escape(source.publisher)} ({links(source.datasets)}), {escape(source.years)}.{own} "
        f"{release_words(say, release)}"
    )


def show(exhibit: Exhibit, say: Speaker, release: int, link: str) -> None:
    """Draw an exhibit.

    Args:
        exhibit: what to show.
        say: the reader's language.
        release: number of the release of figures.
        link: address of this very view.
    """
    with st.container(key=f"exhibit-{exhibit.key}", gap="xsmall"):
        title = f'<h2 class="finding">{escape(exhibit.finding)}</h2>'
        measure = f'<p class="measure">{escape(exhibit.measure)}</p>'
        if exhibit.switch is None:
            st.html(title + measure)
        else:
            st.html(title)
            with st.container(horizontal=True, vertical_alignment="top", key=f"switch-{exhibit.key}"):
                st.html(measure)
                exhibit.switch()
        if exhibit.drawn is not None:
            exhibit.drawn(exhibit.alt)
        elif exhibit.figure is None:
            missing(exhibit.alt)
        else:
            localised = {
                **exhibit.figure,
                "layout": {**exhibit.figure["layout"], "separators": _SEPARATORS[say.language]},
            }
            alt = f"{in_words(exhibit.claims, say)} {exhibit.alt}".strip()
            st.plotly_chart(localised, theme=None, config=CONFIG, alt=alt, key=f"chart-{exhibit.key}")
        notes = "".join(f"<li>{escape(note)}</li>" for note in exhibit.notices)
        st.html(
            (f'<ul class="notices">{notes}</ul>' if notes else "")
            + f'<p class="source">{source_line(exhibit.source, say, release)} {escape(exhibit.credit)}</p>'
        )
        tools(exhibit.key, exhibit.table, exhibit.csv, exhibit.file_name, say, link, exhibit.claims)


def tools(
    key: str,
    table: str,
    csv: Callable[[], str],
    file_name: str,
    say: Speaker,
    link: str,
    claims: Sequence[Said] = (),
) -> None:
    """What can be done with figures: see them as a table, download them, share the view.

    Args:
        key: unique on the page.
        table: the numbers as an HTML table; empty where the figures stand in a table already.
        csv: makes the file to download.
        file_name: its name.
        say: the reader's language.
        link: address of this very view.
        claims: what may be said of them, and what may not.
    """
    with st.container(horizontal=True, gap="small", key=f"tools-{key}"):
        if table:
            with st.popover(say("Tabell"), icon=":material/table_chart:", type="tertiary"):
                st.html(table)
        st.download_button(
            say("Last ned CSV"),
            csv,
            file_name=file_name,
            mime="text/csv",
            icon=":material/download:",
            type="tertiary",
            on_click="ignore",
            key=f"csv-{key}",
        )
        with st.popover(say("Kopier lenke"), icon=":material/link:", type="tertiary"):
            st.caption(say("Lenken åpner nøyaktig denne visningen."))
            st.code(link, language=None, wrap_lines=True)
        if claims:
            show_claims(claims, say)


def missing(reason: str) -> None:
    """The designed state for figures that are not there, with the reason."""
    st.html(f'<div class="missing" role="note">{escape(reason)}</div>')
