"""How pages speak of change: by the series that may tell it, named where it is not the figure's own."""

from components.words.wording import within
from models.catalogue import Indicator
from models.change import told as change
from models.change.told import ToldChange
from pages.exhibits.describe import quantity
from pages.exhibits.looked_at import Context


def told(context: Context, indicator: Indicator) -> ToldChange | None:
    """How an indicator of the focus region has changed."""
    return change.told(context.figures, context.catalogue, indicator, context.focus, context.peers)


def amount(context: Context, telling: ToldChange, value: float, *, difference: bool = False) -> str:
    """A figure of the series that tells the change; per cent where it is of the peers' middle."""
    if telling.by == "peers":
        return context.say.quantity(value, 1, "%")
    return quantity(context, telling.indicator, value, difference=difference)


def series(context: Context, telling: ToldChange) -> str:
    """By which series a change is told, in the middle of a sentence; "" for the figure's own."""
    if telling.by == "published":
        return within(context.say.of(telling.indicator.short))
    return context.say("i prosent av midten av sammenligningsregionene") if telling.by == "peers" else ""
