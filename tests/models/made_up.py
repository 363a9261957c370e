"""Small made-up figures: an indicator by region and year."""

import pandas as pd

from models.figures.observations import Figures, tidy


def figures_of(rows: list[tuple[str, str, str, float, str]]) -> Figures:
    """Figures from (indicator, region, period, value, flag)."""
    columns = list(zip(*rows, strict=True))
    names = ("indicator", "region", "period", "value", "flag")
    frame = tidy({**dict(zip(names, columns, strict=True)), "series": columns[0]})
    return Figures.of(1, frame, pd.DataFrame())
