"""Rows, tables and cards of figures with their place and their change, as HTML: for strategies and yearly reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

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
    def html(self) -> Markup:
        """The word with its sign, the note under it."""
        sign = Markup('<span aria-hidden="true">%s</span> ') % (self.sign,) if self.sign else Markup()
        head = Markup('<b class="side %s">%s%s</b>') % (self.kind, sign, self.word) if self.word else Markup()
        return head + (Markup('<span class="note">%s</span>') % (self.note,) if self.note else Markup())


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
    picture: Markup
    change: Verdict


def figure_table(rows: Sequence[FigureRow], columns: Sequence[str], caption: str) -> Markup:
    """Figures under each other; on a narrow screen each becomes a small card.

    Args:
        rows: one a figure.
        columns: five headings: figure, now, place, over the years, change.
        caption: what the table holds.
    """
    head = Markup().join(Markup('<th scope="col">%s</th>') % (title,) for title in columns)
    body = Markup().join(_row(row) for row in rows)
    return Markup('<table class="progress" aria-label="%s"><thead><tr>%s</tr></thead><tbody>%s</tbody></table>') % (
        caption,
        head,
        body,
    )


def _row(row: FigureRow) -> Markup:
    warnings = Markup().join(Markup('<span class="warn">%s</span>') % (text,) for text in row.warnings)
    return Markup(
        '<tr><th scope="row"><a href="%s">%s</a><span class="note">%s (%s)</span></th>'
        '<td class="now"><b>%s</b><span class="note">%s</span>%s</td><td class="place">%s</td>'
        '<td class="years">%s</td><td class="change">%s</td></tr>'
    ) % (
        row.address,
        row.title,
        row.publisher,
        links(row.datasets),
        row.value,
        row.year,
        warnings,
        row.place.html,
        row.picture,
        row.change.html,
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


def part_table(groups: Sequence[tuple[str, Sequence[PartRow]]], columns: Sequence[str], caption: str) -> Markup:
    """All activities or goals under each other, in groups with a heading (an empty heading for none)."""
    head = Markup().join(Markup('<th scope="col">%s</th>') % (title,) for title in columns)
    body = []
    for title, rows in groups:
        if title:
            body.append(
                Markup('<tr class="group"><th scope="colgroup" colspan="%s">%s</th></tr>') % (len(columns), title)
            )
        for row in rows:
            name = Markup('<th scope="row"><span class="key">%s</span>%s</th>') % (row.key, row.title)
            if row.nothing:
                who = Markup(" %s") % (links(row.holders),) if row.holders else Markup()
                body.append(Markup('<tr>%s<td class="nothing" colspan="3">%s%s</td></tr>') % (name, row.nothing, who))
            else:
                cells = zip(columns[1:], (row.figures, row.stands, row.changed), strict=True)
                body.append(
                    Markup("<tr>%s%s</tr>") % (name, Markup().join((_cell(title, text) for title, text in cells)))
                )
    return Markup('<table class="parts"><caption>%s</caption><thead><tr>%s</tr></thead><tbody>%s</tbody></table>') % (
        caption,
        head,
        Markup().join(body),
    )


def _cell(title: str, text: str) -> Markup:
    """A cell that keeps its column's title for narrow screens, where the head of the table is hidden."""
    return Markup('<td data-title="%s"%s>%s</td>') % (title, "" if text != "–" else " class=dash", text)


def card_body(summary: str, rows: Sequence[FigureRow], without: Sequence[tuple[str, str]]) -> Markup:
    """What stands in a card under its name: a sentence, and a few figures on a line each.

    Args:
        summary: the sentence.
        rows: figures.
        without: names of figures that are missing, each with the reason.
    """
    lines = Markup().join(
        Markup('<li><span class="what">%s</span>%s<span><b>%s</b> %s</span><span class="brief">%s</span></li>')
        % (row.short, row.picture, row.value, row.year, row.place.html)
        for row in rows
    )
    lines += Markup().join(
        (
            Markup('<li><span class="what">%s</span><span class="lack">%s</span></li>') % (name, reason)
            for name, reason in without
        )
    )
    return Markup('<p class="tally">%s</p>') % (summary,) + (
        Markup('<ul class="glance">%s</ul>') % (lines,) if lines else Markup()
    )
