"""The form that figures have, and between which bounds each may lie."""

import numpy as np
import pandas as pd
import pandera.pandas as pa

from data_sources.refresh.implausible import Implausible
from models.catalogue import Catalogue, Indicator
from models.figures.observations import FLAGS, published
from models.figures.revisions import KEY

_RANGE = "in the plausible range"


def _bounds(indicator: Indicator, catalogue: Catalogue, last: pd.Series) -> tuple[float, float]:
    """Lowest and highest plausible figure: by the catalogue, else by the unit and by the range so far, widened."""
    unit, how = catalogue.units[indicator.unit], indicator.collecting
    low, high = -np.inf, np.inf
    share = unit.per == 100 and unit.suffix.en == "%"
    if share and last.between(0, 100).all():
        low, high = 0.0, 100.0
    if len(last):
        least, most = float(last.min()), float(last.max())
        span = max(most - least, abs(most) / 2, abs(least) / 2)  # figures that are all alike say little of what may be
        low, high = max(low, least - span), min(high, most + span)
        if unit.true_zero and least >= 0:
            low = max(low, 0.0)
    return (low if how.low is None else how.low, high if how.high is None else how.high)


def limits_of(figures: pd.DataFrame, indicator: Indicator, catalogue: Catalogue, last: pd.DataFrame) -> pd.DataFrame:
    """For each figure its lowest and highest plausible value. Amounts are judged among regions of their own level."""
    if indicator.composition.rule != "sum":
        low, high = _bounds(indicator, catalogue, last["value"])
        return pd.DataFrame({"low": low, "high": high}, index=figures.index)
    level = {code: region.level for code, region in catalogue.regions.items()}
    of_last, of_new = last["region"].astype(str).map(level), figures["region"].astype(str).map(level)
    by_level = {name: _bounds(indicator, catalogue, last.loc[of_last == name, "value"]) for name in of_new.unique()}
    return pd.DataFrame(
        {
            "low": of_new.map({name: low for name, (low, _) in by_level.items()}),
            "high": of_new.map({name: high for name, (_, high) in by_level.items()}),
        }
    )


def _schema(limits: pd.DataFrame) -> pa.DataFrameSchema:
    """The tidy shape of one indicator's figures, and its plausible range."""

    def plausible(values: pd.Series) -> pd.Series:
        return values.between(limits.loc[values.index, "low"], limits.loc[values.index, "high"])

    return pa.DataFrameSchema(
        {
            "region": pa.Column(str),
            "period": pa.Column(str, pa.Check.str_matches(r"^\d{4}(-(0[1-9]|1[0-2]))?$", error="a year or month")),
            "value": pa.Column(
                float,
                [pa.Check(np.isfinite, error="a finite number"), pa.Check(plausible, error=_RANGE)],
            ),
            "flag": pa.Column(str, pa.Check.str_matches(f"^[{''.join(sorted(FLAGS))}]*$", error="known flag letters")),
        },
        unique=KEY,
        strict=True,
    )


def _described(figures: pd.DataFrame, limits: pd.DataFrame, cases: pd.DataFrame) -> tuple[str, str]:
    """The kind of check that failed and its words, with the first offenders; a wrong shape before an odd value."""
    cases = cases.sort_values("check", key=lambda names: names == _RANGE, kind="stable")
    first = cases.iloc[0]
    name = str(first["check"])
    positions = dict.fromkeys(int(i) for i in cases.loc[cases["check"] == name, "index"].dropna())
    rows = figures.loc[list(positions)]
    shown = "; ".join(
        f"{r.region} {r.period}: {published(r.value) if np.isfinite(r.value) else r.value}"
        for r in rows.head(3).itertuples()
    )
    if name == _RANGE:
        low, high = limits.loc[rows.index[0], ["low", "high"]]
        return "range", f"{len(rows)} figures are not between {low:g} and {high:g}, first {shown}."
    if "unique" in name:
        return "double", f"{len(rows)} figures stand twice, first {shown}."
    return "schema", f"{first['column']} is not {name}: {first['failure_case']}" + (f" ({shown})." if shown else ".")


def valid(figures: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """The figures, if each has the form and lies in the range of one.

    Raises:
        Implausible: with the first that do not.
    """
    try:
        return _schema(limits).validate(figures, lazy=True)
    except pa.errors.SchemaErrors as errors:
        kind, words = _described(figures, limits, errors.failure_cases)
        remedy = "If they are right, set 'low' and 'high' under the indicator's 'collecting' in the catalogue."
        raise Implausible(kind, words, remedy if kind == "range" else "") from errors
