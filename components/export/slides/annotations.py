"""Words that stand in a picture: at their mark, away from it on a thread, or in a corner."""

from collections.abc import Sequence
from typing import Any

from components.export.slides.drawn import Dots, Label
from components.export.slides.field import POINT, Field
from components.export.slides.words import is_strong, plain
from components.theme import LIGHT

_TEXT = LIGHT.text
_SIDES = {"left": "right", "right": "left", "center": "center"}


def words_of(
    layout: dict[str, Any], field: Field, data: Sequence[dict[str, Any]]
) -> tuple[dict[tuple[float, float], Label], list[Dots]]:
    """The layout's words: those of a mark, by its point, and those that stand by themselves."""
    marked = {
        (float(x), float(y))
        for trace in data
        if "markers" in trace.get("mode", "")
        for x, y in zip(trace["x"], trace["y"], strict=True)
    }
    own: dict[tuple[float, float], Label] = {}
    free: list[Dots] = []
    for note in layout.get("annotations", ()):
        text, paper = plain(note["text"]), (note.get("xref") == "paper", note.get("yref") == "paper")
        if not text:
            continue
        if all(paper):
            free += _corner(note, field, text)
            continue
        y = field.y[0] + (field.y[1] - field.y[0]) * note["y"] if paper[1] else field.place(float(note["y"]))
        if y is None:
            continue
        x = field.x[0] + (field.x[1] - field.x[0]) * note["x"] if paper[0] else float(note["x"])
        font, side = note.get("font", {}), _SIDES[note.get("xanchor", "center")]
        label = Label(text, side, font.get("color", _TEXT), font.get("size", 14) * POINT, is_strong(note["text"]))
        lifted = note.get("yshift", 0)
        if note.get("showarrow"):
            free += _flag(note, field, (x, y), label)
        elif not lifted and side != "center" and (x, float(note["y"])) in marked and (x, y) not in own:
            own[x, y] = label
        else:
            shifted = x + note.get("xshift", 0) * field.across if paper[0] else x
            lifted += _lift(note) if paper[1] else 0
            free.append(Dots("", [(shifted, y + lifted * field.up)], label.colour, labels=[label]))
    return own, free


def _flag(note: dict[str, Any], field: Field, point: tuple[float, float], label: Label) -> list[Dots]:
    """Words away from their point, and the thread between."""
    if note.get("axref") == "x":
        end = float(note["ax"]), float(note["ay"])
    else:
        end = point[0] + note.get("ax", 0) * field.across, point[1] - note.get("ay", 0) * field.up
    width = note.get("arrowwidth", 1) * POINT
    thread = Dots("", [point, end], note.get("arrowcolor", label.colour), line=width)
    return [thread, Dots("", [end], label.colour, labels=[label])]


def _corner(note: dict[str, Any], field: Field, text: str) -> list[Dots]:
    """What a figure says in a corner: the year behind its circles, the name of the axis upwards."""
    x = field.x[0] + (field.x[1] - field.x[0]) * note["x"]
    y = field.y[0] + (field.y[1] - field.y[0]) * note["y"]
    font = note.get("font", {})
    label = Label(text, _SIDES[note.get("xanchor", "center")], font["color"], font.get("size", 14) * POINT)
    return [Dots("", [(x, y + _lift(note) * field.up)], label.colour, labels=[label])]


def _lift(note: dict[str, Any]) -> float:
    """How far the middle of words stands over their place, pixels."""
    size = float(note.get("font", {}).get("size", 14))
    return {"top": -0.6, "bottom": 0.6}.get(note.get("yanchor", ""), 0.0) * size
