"""What a page of ours shows, written down so that plain pages can show the same with nothing of ours."""

import csv
import io
import json
from collections.abc import Iterator, Sequence

from benchmarks.cases import Case
from benchmarks.pieces import Piece
from components.exhibit import Exhibit
from components.html.exhibit import alternative, chart_html, foot_html, head_html
from components.html.figure import figure_json
from components.parts import Box, Choice, Columns, Fold, Html, Part, Several, Shown, Steps, Typed
from components.view import ViewState
from components.words.text import Speaker
from pages.exhibits.registry import seen, view_of


def _file(exhibit: Exhibit) -> str:
    written = io.StringIO()
    csv.writer(written, delimiter=";").writerows([exhibit.rows.columns, *exhibit.rows.cells])
    return written.getvalue()


def _exhibit(exhibit: Exhibit, view: ViewState, say: Speaker, *, bare: bool) -> list[Piece]:
    """A chart with what belongs to it: title, source, the table in a popover, the file to download."""
    file: Piece = {"kind": "download", "label": say("Last ned"), "data": _file(exhibit)}
    if bare:
        return [file]
    pieces: list[Piece] = [{"kind": "html", "body": head_html(exhibit)}]
    if exhibit.figure is not None:
        figure = json.loads(figure_json(exhibit.figure, say))
        pieces.append({"kind": "chart", "figure": figure, "alt": alternative(exhibit, say), "name": exhibit.key})
    else:
        pieces.append({"kind": "html", "body": chart_html(exhibit, view, say)})
    pieces.append({"kind": "html", "body": foot_html(exhibit, view, say)})
    tools = [file]
    if exhibit.table:
        inside = [{"kind": "html", "body": exhibit.table}]
        tools.insert(0, {"kind": "popover", "label": say("Tabell"), "inside": inside})
    return [*pieces, {"kind": "row", "inside": tools}]


def _pieces(part: Part, view: ViewState, say: Speaker) -> list[Piece]:
    if isinstance(part, Html):
        return [{"kind": "html", "body": part.text}]
    if isinstance(part, Shown):
        return _exhibit(part.exhibit, view, say, bare=part.bare)
    if isinstance(part, Choice | Steps):
        kind = "choice" if isinstance(part, Choice) else "steps"
        at = part.codes.index(part.chosen) if part.chosen in part.codes else 0
        return [
            {
                "kind": kind,
                "name": part.name,
                "label": part.label,
                "options": part.words,
                "chosen": at,
                "width": part.width,
            }
        ]
    if isinstance(part, Several):
        return [{"kind": "several", "label": part.label, "options": part.words, "width": part.width}]
    if isinstance(part, Typed):
        return [{"kind": "typed", "label": part.label, "width": part.width}]
    if isinstance(part, Box):
        kind = "row" if part.horizontal else "box"
        return [{"kind": kind, "border": part.border, "inside": pieces(part.parts, view, say)}]
    if isinstance(part, Fold):
        return [{"kind": "fold", "label": part.label, "inside": pieces(part.parts, view, say)}]
    if isinstance(part, Columns):
        return [{"kind": "columns", "widths": part.widths, "inside": [pieces(one, view, say) for one in part.parts]}]
    return pieces(part.without, view, say)


def pieces(parts: Sequence[Part], view: ViewState, say: Speaker) -> list[Piece]:
    """Parts of a page as pieces that JSON can hold."""
    return [piece for part in parts for piece in _pieces(part, view, say)]


def record(case: Case) -> Piece:
    """A page in both views of a case: `switch` is its drop-down's label, `labels` the choices, `views` their pieces.

    Raises:
        ValueError: the case names what the page does not have.
    """
    views, drops = [], []
    for code in case.codes:
        view, ignored = view_of(case.slug, {"lang": "nb", case.option: code})
        page = seen(view)
        views.append(pieces(page.arranged, view, page.context.say))
        drop = next(_choices(views[-1], case.option), None)
        if ignored or drop is None:
            raise ValueError(f"{case.slug} has no {case.option}={code}")
        drops.append(drop)
    return {
        "switch": drops[0]["label"],
        "labels": [drop["options"][drop["chosen"]] for drop in drops],
        "views": views,
    }


def _choices(found: Sequence[Piece], name: str) -> Iterator[Piece]:
    for piece in found:
        if piece["kind"] == "choice" and piece["name"] == name:
            yield piece
        inside = piece.get("inside", ())
        for column in inside if piece["kind"] == "columns" else (inside,):
            yield from _choices(column, name)
