"""What a fake publisher publishes: one frame for each data set, made from figures of a release."""

import pandas as pd

from data_sources.settings import PROJECT
from data_sources.snapshot import load

TAIL = ("region", "period", "value", "flag")


def embedded() -> pd.DataFrame:
    """The figures of release 1: indicator, region, period, value, flag."""
    snapshot = load(PROJECT / "data_sources" / "snapshot")
    names = snapshot.series.set_index("id")["indicator"]
    texts = snapshot.observations.astype(dict.fromkeys(("series_id", "region", "period", "flag"), str))
    return texts.assign(indicator=texts["series_id"].map(names)).drop(columns="series_id")


def tables(figures: pd.DataFrame, catalogue) -> dict[str, pd.DataFrame]:
    """The data sets behind figures, as their publishers have them.

    Args:
        figures: tidy observations (indicator, region, period, value, flag).
        catalogue: says under which data set and filter an indicator is published, and in which unit; derived
            indicators and those from several data sets are left out.

    Returns:
        By data set: columns freq, the filter's dimensions, then region, period, value, flag. A NaN value with a flag
        is a cell that the publisher lists and withholds.
    """
    parts: dict[str, list[pd.DataFrame]] = {}
    for name, part in figures.groupby("indicator", observed=True):
        indicator = catalogue.indicators[name]
        how = indicator.collecting
        datasets = (how.dataset,) if how.dataset else indicator.datasets
        if indicator.derivation or len(datasets) != 1 or part.empty:
            continue
        monthly = len(str(part["period"].iloc[0])) == 7
        made = part[list(TAIL)].astype({"region": str, "period": str, "flag": str})
        made["value"] = (made["value"] * how.divide_by).round(6)
        filters = how.filter or indicator.filter
        codes = {k: v for k, v in filters.items() if k.lower() != "freq" and k != "UNIT_MULT"}
        frequency = "FREQ" if any(k.isupper() for k in codes) else "freq"
        for position, (dimension, code) in enumerate({frequency: "M" if monthly else "A", **codes}.items()):
            made.insert(position, dimension, code)
        parts.setdefault(datasets[0], []).append(made)
    return {dataset: table(pd.concat(frames)) for dataset, frames in parts.items()}


def table(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame with its dimensions first, `TAIL` last, and each cell once."""
    dimensions = [c for c in frame.columns if c not in TAIL]
    frame = frame.reindex(columns=[*dimensions, *TAIL]).fillna(dict.fromkeys(dimensions, "_T"))
    return frame.drop_duplicates([*dimensions, "region", "period"]).reset_index(drop=True)
