"""Rows, tables and cards of figures with their place and their change, as HTML: for strategies and yearly reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from components.html.markup import links


@dataclass(frozen=True)
class Verdict:
    """A word with its sign, and the line under it.

    Attributes:
        word: "Bedre"; empty where nothing can be said.
        note: what lies behind it.
        kind: "better", "worse" or "neutral": chooses the colour, which never stands alone.
        sign: in front of the word.
    """

    word: str
    note: str = ""
    kind: str = "neutral"
    sign: str = ""

    @property
    def html(self) -> str:
        """The word with its sign, the note under it."""
        sign = f'<span aria-hidden="true">{self.sign}</span> ' if self.sign else ""
        head = f'<b class="side {self.kind}">{sign}{escape(self.word)}</b>' if self.word else ""
        return head + (f'<span class="note">{escape(self.note)}</span>' if self.note else "")


@dataclass(frozen=True)
class FigureRow:
    """One figure.

    Attributes:
        title, short: names of the indicator.
        address: of the page that shows it in full.
        publisher, datasets: its source; data set codes with their addresses.
        value: the figure with unit.
        year: what year it is for, with flags.
        warnings: what must be known before it is quoted.
        place: among the peers.
        picture: the years as an image.
        change: up to that year.
    """

    title: str
    short: str
    address: str
    publisher: str
    datasets: Sequence[tuple[str, str]]
    value: str
    year: str
    warnings: Sequence[str]
    place: Verdict
    picture: str
    change: Verdict


def figure_table(rows: Sequence[FigureRow], columns: Sequence[str], caption: str) -> str:
    """Figures under each other; on a narrow screen each becomes a small card.

    Args:
        rows: one a figure.
        columns: five headings: figure, now, place, over the years, change.
        caption: what the table holds.
    """
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in columns)
    body = "".join(_row(row) for row in rows)
    return (
        f'<table class="progress" aria-label="{escape(caption)}">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: FigureRow) -> str:
    warnings = "".join(f'<span class="warn">{escape(text)}</span>' for text in row.warnings)
    return (
        f'<tr><th scope="row"><a href="{escape(row.address)}">{escape(row.title)}</a>'
        f'<span class="note">{escape(row.publisher)} ({links(row.datasets)})</span></th>'
        f'<td class="now"><b>{escape(row.value)}</b><span class="note">{escape(row.year)}</span>{warnings}</td>'
        f'<td class="place">{row.place.html}</td><td class="years">{row.picture}</td>'
        f'<td class="change">{row.change.html}</td></tr>'
    )


@dataclass(frozen=True)
class PartRow:
    """An activity or goal in the overview of all.

    Attributes:
        key: its number.
        title: its name.
        figures: the names of its figures; empty where it has none.
        stands: how many lie where among the peers.
        changed: how many have changed how.
        nothing: why there is no figure.
        holders: who may have some, with addresses.
    """

    key: str
    title: str
    figures: str
    stands: str
    changed: str
    nothing: str = ""
    holders: Sequence[tuple[str, str]] = ()


def part_table(groups: Sequence[tuple[str, Sequence[PartRow]]], columns: Sequence[str], caption: str) -> str:
    """All activities or goals under each other, in groups with a heading (an empty heading for none)."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in columns)
    body = []
    for title, rows in groups:
        if title:
            body.append(f'<tr class="group"><th scope="colgroup" colspan="{len(columns)}">{escape(title)}</th></tr>')
        for row in rows:
            name = f'<th scope="row"><span class="key">{escape(row.key)}</span>{escape(row.title)}</th>'
            if row.nothing:
                who = f" {links(row.holders)}" if row.holders else ""
                body.append(f'<tr>{name}<td class="nothing" colspan="3">{escape(row.nothing)}{who}</td></tr>')
            else:
                cells = zip(columns[1:], (row.figures, row.stands, row.changed), strict=True)
                body.append(f"<tr>{name}{''.join(_cell(title, text) for title, text in cells)}</tr>")
    return (
        f'<table class="parts"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>"
    )


def _cell(title: str, text: str) -> str:
    """A cell that keeps its column's title for narrow screens, where the head of the table is hidden."""
    return f'<td data-title="{escape(title)}"{"" if text != "–" else " class=dash"}>{escape(text)}</td>'


def card_body(summary: str, rows: Sequence[FigureRow], without: Sequence[tuple[str, str]]) -> str:
    """What stands in a card under its name: a sentence, and a few figures on a line each.

    Args:
        summary: the sentence.
        rows: figures.
        without: names of figures that are missing, each with the reason.
    """
    lines = "".join(
        f'<li><span class="what">{escape(row.short)}</span>{row.picture}'
        f"<span><b>{escape(row.value)}</b> {escape(row.year)}</span>"
        f'<span class="brief">{row.place.html}</span></li>'
        for row in rows
    )
    lines += "".join(
        f'<li><span class="what">{escape(name)}</span><span class="lack">{escape(reason)}</span></li>'
        for name, reason in without
    )
    return f'<p class="tally">{escape(summary)}</p>' + (f'<ul class="glance">{lines}</ul>' if lines else "")
