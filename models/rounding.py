"""Rounding as readers see it, so that what is called the same or different is so in the sentence too."""

from decimal import ROUND_HALF_UP, Context, Decimal

_WIDE = Context(prec=50, rounding=ROUND_HALF_UP)


def as_shown(value: float, decimals: int) -> float:
    """A figure with the decimals shown, halves away from zero: 0.125 is 0.13, where Python's `round` gives 0.12."""
    return float(Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), context=_WIDE))


def shown_gap(one: float, other: float, decimals: int) -> float:
    """The first figure minus the second as both are shown, so that the reader's own sum agrees."""
    return round(as_shown(one, decimals) - as_shown(other, decimals), 9)
