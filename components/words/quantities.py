"""Figures with their units in the reader's language."""

from components.words.text import Speaker
from models.catalogue import Catalogue, Indicator
from models.rounding import as_shown


def unit_suffix(say: Speaker, catalogue: Catalogue, indicator: Indicator, *, difference: bool = False) -> str:
    """What follows a figure; a difference of percentages is in percentage points."""
    suffix = say.of(catalogue.units[indicator.unit].suffix)
    return say("prosentpoeng") if difference and suffix == "%" else suffix


def quantity(
    say: Speaker, catalogue: Catalogue, indicator: Indicator, value: float, *, difference: bool = False
) -> str:
    """A figure with its unit; a difference of percentages is in percentage points."""
    return say.quantity(value, indicator.decimals, unit_suffix(say, catalogue, indicator, difference=difference))


def of_hundred(say: Speaker, percent: float) -> str:
    """How many of a hundred: "100" only where it is all of them, and "0" only where it is none."""
    whole = as_shown(percent, 0)
    if percent > 0 and whole == 0:
        return say("færre enn én")
    return say.number(99 if percent < 100 and whole == 100 else whole)
