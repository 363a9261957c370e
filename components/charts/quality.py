"""How old figures are and how many regions have them: circles with the number of indicators in each place."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import room
from components.theme import SIZE_SMALL, Palette, layout

_LARGEST = 32  # diameter of the fullest circle, pixels; a year is as wide on a phone
_SMALLEST = 18  # room for a number
_SHARES = [0, 20, 40, 60, 80, 100]
_ASIDE = 0.33  # years that circles of one place stand to the side of each other


@dataclass(frozen=True)
class Group:
    """Indicators of the same age and coverage.

    Attributes:
        age: years, the oldest ones together.
        share: coverage in per cent, rounded to tens.
        names: which indicators.
        trusted: whether they can be used as they stand.
    """

    age: int
    share: int
    names: Sequence[str]
    trusted: bool


def quality(groups: Sequence[Group], cap: int, colours: Palette, words: dict[str, str]) -> dict[str, Any]:
    """A Plotly figure: new figures to the left, well covered ones on top.

    Args:
        groups: at most two a place, trusted or not.
        cap: the age that stands for itself and above.
        colours: palette.
        words: "age" and "share" (names of the axes), "percent" (what follows a share), and "more" ("{n} more", for long
            lists).
    """
    both = {(g.age, g.share) for g in groups if g.trusted} & {(g.age, g.share) for g in groups if not g.trusted}
    most = max((len(g.names) for g in groups), default=1)

    def across(group: Group) -> float:
        if (group.age, group.share) not in both:
            return float(group.age)
        return group.age + (-_ASIDE if group.trusted else _ASIDE)

    def listed(group: Group) -> str:
        more = len(group.names) - 12
        names = list(group.names[:12]) + ([words["more"].format(n=more)] if more > 0 else [])
        return "<br>".join(names)

    def trace(trusted: bool) -> dict[str, Any]:
        chosen = [g for g in groups if g.trusted == trusted]
        colour = colours.focus if trusted else colours.warning
        return {
            "type": "scatter",
            "mode": "markers+text",
            "x": [across(g) for g in chosen],
            "y": [g.share for g in chosen],
            "text": [str(len(g.names)) for g in chosen],
            "textfont": {"size": SIZE_SMALL, "color": colours.background if trusted else colour},
            "marker": {
                "size": [max(_SMALLEST, _LARGEST * (len(g.names) / most) ** 0.5) for g in chosen],
                "color": colour if trusted else colours.background,
                "line": {"width": 2, "color": colour},
                "opacity": 1,
            },
            "customdata": [listed(g) for g in chosen],
            "hovertemplate": "%{customdata}<extra></extra>",
            "cliponaxis": False,
        }

    newest, oldest = min((g.age for g in groups), default=0), max((g.age for g in groups), default=cap)
    ticks = list(range(newest, oldest + 1))
    title = {"font": {"size": SIZE_SMALL, "color": colours.muted_text}}
    return {
        # The filled ones on top: their numbers are never covered.
        "data": [trace(False), trace(True)],
        "layout": layout(
            colours,
            height=460,
            hovermode="closest",
            meta=room.beads(_ASIDE),
            margin={"l": 56, "r": 12, "t": 30, "b": 52},
            xaxis={
                "range": [newest - 0.7, oldest + 0.7],
                "tickvals": ticks,
                "ticktext": [f"{t}+" if t == cap else str(t) for t in ticks],
                "title": {**title, "text": words["age"], "standoff": 8},
                "automargin": False,
                "showgrid": False,
            },
            yaxis={
                "range": [-9, 109],
                "tickvals": _SHARES,
                "ticktext": [f"{share}{words['percent']}" for share in _SHARES],
                "automargin": False,
            },
            annotations=[
                {
                    "x": 0,
                    "xref": "paper",
                    "xshift": -48,
                    "y": 1,
                    "yref": "paper",
                    "yshift": 8,
                    "xanchor": "left",
                    "yanchor": "bottom",
                    "showarrow": False,
                    "text": words["share"],
                    "font": title["font"],
                }
            ],
        ),
    }
