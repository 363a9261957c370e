"""Figures with their units in the reader's language."""

from components.words.text import Speaker
from models.catalogue import Catalogue, Indicator


def unit_suffix(say: Speaker, catalogue: Catalogue, indicator: Indicator, *, difference: bool = False) -> str:
    """What follows a figure; a difference of percentages is in percentage points."""
    suffix = say.of(catalogue.units[indicator.unit].suffix)
    return say("prosentpoeng") if difference and suffix == "%" else suffix


def quantity(
    say: Speaker, catalogue: Catalogue, indicator: Indicator, value: float, *, difference: bool = False
) -> str:
    """A figure with its unit; a difference of percentages is in percentage points."""
    return say.quantity(value, indicator.decimals, unit_suffix(say, catalogue, indicator, difference=difference))
