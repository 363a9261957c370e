"""A numbered step of the reckoning, and the figure that it follows."""

from html import escape

import pandas as pd

from models.catalogue import Indicator
from pages.exhibits.looked_at import Context


def show_step(context: Context, number: int, title: str, words: str, formula: str = "") -> None:
    """A numbered step; `words` is HTML that is already safe."""
    side = f'<p class="formula">{escape(formula)}</p>' if formula else ""
    context.page.html(f'<section class="step"><h2>{number}. {escape(title)}</h2><p>{words}</p>{side}</section>')


def value_of(context: Context, indicator: Indicator, region: str) -> float | None:
    """The figure that is scored; None where a region has none."""
    value = context.index.table.values.at[region, indicator.id]
    return None if pd.isna(value) else float(value)


def period_of(context: Context, indicator: Indicator) -> str:
    """The year of the focus region's figure, or its window of years."""
    return indicator.years_of(str(context.index.table.periods.at[context.focus, indicator.id]))
