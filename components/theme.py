"""The visual language: colours by meaning, one Plotly template, type sizes. Charts take colours from here only.

One colour is Osloregionen's. Peers are grey and named on the chart. Good and bad are blue-green and orange,
which differ for every kind of colour vision and in greyscale, and never stand without a word or sign.
"""

from dataclasses import asdict, dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif'
SIZE_TEXT, SIZE_SMALL = 16, 14
ICON = str(Path(__file__).parent / "icon.svg")
ROW = 28  # height of a bar or dot row, pixels


@dataclass(frozen=True)
class Palette:
    """Colours by meaning for one appearance; text colours hold 4.5:1 on `background` and `surface`.

    `scale` is the one row of colours: low to high figures on a map, in a hue that means nothing else.
    """

    background: str
    surface: str
    text: str
    muted_text: str
    line: str
    focus: str
    focus_soft: str
    peer: str
    peer_soft: str
    other: str
    reference: str
    better: str
    worse: str
    warning: str
    scale: tuple[str, ...]


LIGHT = Palette(
    background="#ffffff",
    surface="#f4f6f8",
    text="#1c2530",
    muted_text="#55616d",
    line="#d5dbe1",
    focus="#0b5394",
    focus_soft="#c9dff2",
    peer="#84909d",
    peer_soft="#dfe4e9",
    other="#c3ccd4",
    reference="#65717d",
    better="#0f766e",
    worse="#b4480c",
    warning="#8a5a00",
    scale=("#e3dcea", "#c4b5d3", "#a08cb8", "#776097", "#4c376c"),
)
DARK = Palette(
    background="#12181f",
    surface="#1c242d",
    text="#e8edf2",
    muted_text="#a9b4bf",
    line="#36424e",
    focus="#6cb4ee",
    focus_soft="#1f3f5c",
    peer="#74808c",
    peer_soft="#2b3640",
    other="#475563",
    reference="#94a0ac",
    better="#4fc3b5",
    worse="#f0955c",
    warning="#e5b04f",
    scale=("#3a3247", "#574a6d", "#7b6a99", "#a594c2", "#d6cbe8"),
)


def palette(appearance: str | None) -> Palette:
    """The colours for "light" or "dark"; light where the browser has not said."""
    return DARK if appearance == "dark" else LIGHT


def layout(colours: Palette, *, height: int, **changes: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own keys
    """The layout that every chart starts from: no frame, few gridlines, room for direct labels."""
    axis = {
        "gridcolor": colours.line,
        "zeroline": False,
        "linecolor": colours.line,
        "tickfont": {"size": SIZE_SMALL, "color": colours.muted_text},
        "fixedrange": True,
        "automargin": True,
        "tickformat": ",~r",
    }
    base: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": SIZE_TEXT, "color": colours.text},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": colours.surface,
            "bordercolor": colours.line,
            "font": {"family": FONT, "size": SIZE_TEXT, "color": colours.text},
            "align": "left",
        },
        "xaxis": dict(axis),
        "yaxis": {**axis, "showline": False},
        "dragmode": False,
    }
    for key, value in changes.items():
        base[key] = {**base[key], **value} if isinstance(value, dict) and isinstance(base.get(key), dict) else value
    return base


def exchanges() -> dict[str, str]:
    """The dark colour for each light one: figures are made light, and exchanged where they are drawn in dark."""
    light, dark = asdict(LIGHT), asdict(DARK)
    pairs = {light[name]: dark[name] for name in light if isinstance(light[name], str)}
    return {**pairs, **dict(zip(LIGHT.scale, DARK.scale, strict=True))}


_SHEETS = ("first_view.css", "style.css", "parts.css")


@cache  # constant: style sheets that ship
def css(*more: str) -> Markup:
    """The whole style sheet, in the colours of the reader's appearance.

    Paper is light whatever the screen is, and so is a sheet shown on the screen.

    Args:
        more: names of sheets that only one kind of page has.
    """
    rules = "\n".join((Path(__file__).parent / name).read_text(encoding="utf-8") for name in (*_SHEETS, *more))
    light, dark = _variables(LIGHT), f"{_variables(DARK)} --turned: invert(1) hue-rotate(180deg);"
    light += " --turned: none;"
    # It stands in an element of style, where nothing is escaped, and holds nothing but our own files and colours.
    return Markup(  # noqa: S704
        f":root {{ {light} }}\n@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f":root[data-appearance=light] {{ {light} }}\n:root[data-appearance=dark] {{ {dark} }}\n"
        f".sheet {{ {light} }}\n@media print {{ :root, :root[data-appearance] {{ {light} }} }}\n{_font()}\n{rules}"
    )


def _font() -> str:
    """Streamlit's font, which Streamlit itself names only once it has started: text would be set anew then."""
    name = next(
        one.name
        for one in files("streamlit").joinpath("static/static/media").iterdir()
        if one.name.startswith("SourceSansVF-Upright")
    )
    return (
        '@font-face { font-family: "Source Sans"; font-weight: 200 900; font-display: optional; '
        f'src: url(/static/media/{name}) format("woff2"); }}'
    )


def _variables(colours: Palette) -> str:
    single = {name: value for name, value in asdict(colours).items() if isinstance(value, str)}  # not the scale
    named = " ".join(f"--{name.replace('_', '-')}: {value};" for name, value in single.items())
    return f"{named} --muted: {colours.muted_text};"
