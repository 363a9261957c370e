"""The map as a view of a ranking: the choice between bars and map, and the map of Europe itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from components.charts import areas
from components.charts.areas import Area
from components.charts.choropleth import choropleth
from components.charts.map_classes import breaks, class_of
from components.exhibit import Switch
from data_sources.snapshot import outlines
from models.figures.territories import later_codes
from pages import choices
from pages.exhibits.looked_at import Context

_VIEWS = {choices.BARS: "Stolper", choices.MAP: "Kart"}
# Large numbers take too much room over the classes: they are counted in thousands or millions there.
_LARGE = {1_000_000: "millioner", 1000: "tusen"}
_ROOM = 10_000  # from here on


def view_switch(context: Context) -> tuple[Switch, ...]:
    """The choice of views of this page's ranking."""
    say = context.say
    return (context.switch("view", lambda code: say(_VIEWS[code])),)


def is_map(context: Context) -> bool:
    """Whether the reader has chosen the map."""
    return context.view.options.get("view") == choices.MAP


@dataclass(frozen=True)
class EuropeMap:
    """A map, and what must stand around it.

    Attributes:
        figure: Plotly figure.
        notices: figures that the map cannot show.
        credit: whose outlines it shows.
    """

    figure: dict[str, Any]
    notices: list[str]
    credit: str


def region_map(
    context: Context,
    values: Mapping[str, float],
    *,
    peers: tuple[str, ...],
    say_value: Callable[[str, float], str],
    say_short: Callable[[float], str],
    unit: str,
) -> EuropeMap:
    """Europe's regions by class.

    Args:
        context: with the focus region and the one marked.
        values: figures by region code.
        peers: regions to set off by a strong edge.
        say_value: a region's figure with its unit and what else there is to know.
        say_short: a figure without it, for lists.
        unit: in words, over the classes.
    """
    say, later = context.say, later_codes(context.catalogue)
    # Figures may stand by codes older than those of the outlines.
    codes = dict.fromkeys([context.focus, *choices.comparable_regions(context.catalogue), *values])
    marked = context.view.options.get("mark")

    def area(code: str) -> Area:
        kind = "focus" if code == context.focus else "marked" if code == marked else "peer" if code in peers else ""
        value = values.get(code)
        name = context.label(code, short=kind in ("focus", "marked"))
        if value is None:
            moved = not later.get(code, frozenset()).isdisjoint(values)
            why = say("Regionen er delt inn på nytt; se under kartet") if moved else say("Ingen tall")
            return Area(code, name, None, why, kind=kind or "other")
        return Area(code, name, value, say_value(code, value), say_short(value), kind or "other")

    drawn = areas.drawable([area(code) for code in codes], outlines.regions())
    bounds = breaks(list(values.values()))
    by = next((by for by in _LARGE if bounds and bounds[-1] >= max(by, _ROOM)), 0)
    scaled = [bound / (by or 1) for bound in bounds]
    decimals = next(d for d in range(7) if d == 6 or all(round(b, d) == b for b in scaled))
    texts = [say.number(bound, decimals) for bound in scaled]
    figure = choropleth(
        drawn.shown,
        [None if a.value is None else class_of(a.value, bounds) for a in drawn.shown],
        texts,
        sorted(outlines.countries_around()),
        context.colours,
        unit=f"{unit}, {say(_LARGE[by])}" if by else unit,
        missing=say("Ingen tall"),
    )
    credit = say.of(context.catalogue.publishers["eurogeographics"].attribution)
    return EuropeMap(figure, areas.listed_notice(drawn, say), credit)
