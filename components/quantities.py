"""Figures with their units in the reader's language."""

from components.text import Speaker
from models.catalogue import Catalogue, Indicator


def quantity(
    say: Speaker, catalogue: Catalogue, indicator: Indicator, value: float, *, difference: bool = False
) -> str:
    """A figure with its unit; a difference of percentages is in percentage points."""
    suffix = say.of(catalogue.units[indicator.unit].suffix)
    if difference and suffix == "%":
        suffix = say("prosentpoeng")
    return say.quantity(value, indicator.decimals, suffix)
