"""A numbered step of the reckoning, and the figure that it follows."""

import pandas as pd
from markupsafe import Markup

from models.catalogue import Indicator
from pages.exhibits.looked_at import Context


def show_step(context: Context, number: int, title: str, words: Markup, formula: str = "") -> None:
    """A numbered step; `words` is HTML that is already safe."""
    side = Markup('<p class="formula">%s</p>') % (formula,) if formula else ""
    context.page.html(
        Markup('<section class="step"><h2>%s. %s</h2><p>%s</p>%s</section>') % (number, title, words, side)
    )


def value_of(context: Context, indicator: Indicator, region: str) -> float | None:
    """The figure that is scored; None where a region has none."""
    value = context.index.table.values.at[region, indicator.id]
    return None if pd.isna(value) else float(value)


def period_of(context: Context, indicator: Indicator) -> str:
    """The year of the focus region's figure, or its window of years."""
    return indicator.years_of(str(context.index.table.periods.at[context.focus, indicator.id]))
