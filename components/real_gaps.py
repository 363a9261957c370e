"""Words for gaps in real units: "about 17 000 more people employed in high technology"."""

from math import floor, log10

from components.text import Speaker
from models.advantages import RealGap
from models.catalogue import Catalogue, Indicator

_DIGITS = 2  # that a counted gap is worth


def about(say: Speaker, amount: float) -> str:
    """The size of a count to two digits: "17 000", "1,8 mill.", "3,9 mrd."."""
    size = abs(amount)
    if not size:
        return say.number(0)
    step = 10 ** (floor(log10(size)) - _DIGITS + 1)
    size = round(size / step) * step
    if size >= 1e9:
        return say("{n} mrd.", n=say.number(size / 1e9, int(size < 1e10)))
    if size >= 1e6:
        return say("{n} mill.", n=say.number(size / 1e6, int(size < 1e7)))
    return say.number(size)


def counted_gap(say: Speaker, catalogue: Catalogue, indicator: Indicator, gap: RealGap | None) -> str:
    """What another level would have meant: "om lag 17 000 flere sysselsatte i høyteknologi".

    Args:
        say: the reader's language.
        catalogue: for the unit of what is counted.
        indicator: a share or rate.
        gap: its gap in real units.

    Returns:
        Empty where the gap cannot be counted, or is less than one.
    """
    if gap is None or indicator.counted is None or abs(gap.amount) < 1:
        return ""
    values = {"amount": about(say, gap.amount), "things": say.of(indicator.counted)}
    if gap.things == "denominator" and catalogue.units[catalogue.indicators[gap.denominator].unit].money:
        if gap.amount > 0:
            return say("om lag {amount} euro mer {things}", **values)
        return say("om lag {amount} euro mindre {things}", **values)
    if gap.amount > 0:
        return say("om lag {amount} flere {things}", **values)
    return say("om lag {amount} færre {things}", **values)
