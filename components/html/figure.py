"""A Plotly figure as an element with its data, which the page's script draws and keeps by its key."""

import json
from typing import Any

from markupsafe import Markup
from plotly.utils import PlotlyJSONEncoder

from components.words.text import Speaker

_SEPARATORS = {"nb": ",\u00a0", "en": ".,"}  # decimal mark and thousands, for the numbers on axes
# Streamlit's cleaning of HTML drops an attribute that holds these; quotes would end it.
_AS_CODE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "'": "\\u0027"}


def figure_json(figure: dict[str, Any], say: Speaker) -> Markup:
    """The figure with the numbers of the reader's language, as JSON that may stand in an attribute."""
    localised = {"data": figure["data"], "layout": {**figure["layout"], "separators": _SEPARATORS[say.language]}}
    text = json.dumps(localised, cls=PlotlyJSONEncoder, ensure_ascii=False, separators=(",", ":"))
    for sign, code in _AS_CODE.items():
        text = text.replace(sign, code)
    return Markup(text)  # noqa: S704 - every sign of HTML in it has just been written as code


def figure_html(
    key: str,
    figure: dict[str, Any],
    alt: str,
    say: Speaker,
    *,
    waiting: bool = False,
    attribute: str = "data-figure",
) -> Markup:
    """The element that a chart is drawn in, as high as the chart will be.

    Args:
        key: the same for the same chart of a page: a change is drawn into it, not anew.
        figure: in the light colours; in dark the script exchanges them.
        alt: the chart in words.
        say: the reader's language.
        waiting: only its place, without the data.
        attribute: that holds the data; "data-later" is not drawn until the script says so.
    """
    height = figure["layout"]["height"]
    data = "" if waiting else Markup(" %s='%s'") % (attribute, figure_json(figure, say))
    return Markup('<div class="chart" data-key="%s" role="figure" aria-label="%s" style="height:%spx"%s></div>') % (
        key,
        alt,
        height,
        data,
    )
