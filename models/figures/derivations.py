"""Figures computed from published ones, by the formula that stands in the catalogue.

A formula holds ids of indicators, numbers, + − * / and parentheses, and

- `id[t-5]`: the figure of five years before;
- `id[EU27_2020]`: the figure of that region in the same period;
- `year(…)`, `summer(…)`, `largest3(…)`, `unevenness(…)`: a yearly figure from twelve monthly ones, see `OF_MONTHS`.

Examples: `100 * (population_15_64 / population_15_64[t-5] - 1)`, `100 * summer(a + b) / year(a + b)`. A result exists
for a region and period only where every input does, and carries the flags of all of them.
"""

import ast
import operator
from collections.abc import Callable

import numpy as np
import pandas as pd

from models.catalogue.formulas import FormulaError, parsed, picked, terms
from models.figures.observations import normalise_flag

_OPERATORS: dict[type, Callable[[pd.Series, pd.Series], pd.Series]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
_KEY = ["region", "period"]
_MONTHS = 12


def _unevenness(months: np.ndarray) -> np.ndarray:
    """Gini coefficient of each row: 0 where all months are alike."""
    ordered = np.sort(months, axis=1)
    weights = 2 * np.arange(1, _MONTHS + 1) - _MONTHS - 1
    return np.asarray(ordered @ weights / (_MONTHS * ordered.sum(axis=1)))


OF_MONTHS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "year": lambda months: months.sum(axis=1),
    "summer": lambda months: months[:, 5:8].sum(axis=1),  # June, July, August
    "largest3": lambda months: np.sort(months, axis=1)[:, -3:].sum(axis=1),
    "unevenness": _unevenness,
}


def depends(formula: str, changed: dict[str, pd.DataFrame]) -> pd.DataFrame | None:
    """The keys of a result that may differ once figures of its inputs have changed.

    Args:
        formula: see the module's text.
        changed: for ids of inputs the keys that changed, with region and period.

    Returns:
        A frame with region and period, each once; None where every figure may differ.

    Raises:
        FormulaError: a formula that cannot be read.
    """
    tree = parsed(formula)
    yearly = any(isinstance(node, ast.Call) for node in ast.walk(tree))
    parts = []
    for name, pick in dict.fromkeys(terms(tree, formula)):
        if name not in changed or changed[name].empty:
            continue
        keys = changed[name][_KEY].astype(str)
        if isinstance(pick, str):
            if (keys["region"] == pick).any():
                return None
            continue
        if yearly:
            keys = keys.assign(period=keys["period"].str[:4])
        parts.append(keys.assign(period=_later(keys["period"], pick)))
    if not parts:
        return pd.DataFrame({name: pd.Series(dtype=str) for name in _KEY})
    return pd.concat(parts).drop_duplicates(ignore_index=True)


def _later(periods: pd.Series, years: int) -> pd.Series:
    """The periods so many years later."""
    return periods.map({p: f"{int(p[:4]) + years:04d}{p[4:]}" for p in periods.unique()}) if years else periods


def _leaf(figures: pd.DataFrame, pick: int | str) -> pd.DataFrame:
    """The figures of an id by region and period, moved to where the formula wants them."""
    frame = figures[[*_KEY, "value", "flag"]].astype({"region": str, "period": str, "flag": str})
    if isinstance(pick, str):  # known by the period alone: it joins every region
        return frame.loc[frame["region"] == pick].set_index("period")[["value", "flag"]]
    return frame.assign(period=_later(frame["period"], pick)).set_index(_KEY)


def _met(left: pd.DataFrame, right: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Two inputs where both have a figure; one region's figures are laid under all regions of the other."""
    if left.index.nlevels < right.index.nlevels:
        return _met(right, left)[::-1]
    if left.index.nlevels > right.index.nlevels:
        wanted = left.index.get_level_values("period")
        kept = left.loc[wanted.isin(right.index)]
        return kept, right.loc[kept.index.get_level_values("period")].set_axis(kept.index)
    common = left.index.intersection(right.index)
    return left.loc[common], right.loc[common]


def _joined(left: pd.DataFrame, right: pd.DataFrame) -> list[str]:
    return [a + b for a, b in zip(left["flag"], right["flag"], strict=True)]


def _of_months(name: str, monthly: pd.DataFrame) -> pd.DataFrame:
    """A yearly figure from the months, for years that have all twelve."""
    if monthly.index.nlevels != len(_KEY):
        raise FormulaError(f"{name}(…) takes figures by region")
    period = monthly.index.get_level_values("period")
    keyed = monthly.loc[period.str.len() == len("YYYY-MM")]
    period = keyed.index.get_level_values("period")
    index = [keyed.index.get_level_values("region"), period.str[:4].rename("year"), period.str[5:].rename("month")]
    wide = keyed["value"].set_axis(pd.MultiIndex.from_arrays(index)).unstack("month").dropna()
    if wide.shape[1] != _MONTHS:
        wide = wide.iloc[:0].reindex(columns=range(_MONTHS), fill_value=0.0)
    flags = keyed["flag"].groupby(index[:2], sort=False).agg("".join)
    values = OF_MONTHS[name](wide.to_numpy(dtype=float))
    frame = pd.DataFrame({"value": values, "flag": flags.reindex(wide.index)}, index=wide.index)
    return frame.rename_axis(index=_KEY)


def evaluate(formula: str, figures: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Compute a formula.

    Args:
        formula: see the module's text.
        figures: for each id in the formula a frame with region, period, value, flag.

    Returns:
        A frame with region, period, value, flag. Divisions by zero give no figure.

    Raises:
        FormulaError: an id without figures, or a formula that cannot be read.
    """
    tree = parsed(formula)
    leaves = dict.fromkeys(terms(tree, formula))
    for name, _ in leaves:
        if name not in figures:
            raise FormulaError(f"'{formula}' needs '{name}', which has no figures")
    if not any(isinstance(pick, int) for _, pick in leaves):
        raise FormulaError(f"'{formula}' names no indicator by region")
    columns = {leaf: _leaf(figures[leaf[0]], leaf[1]) for leaf in leaves}

    def compute(node: ast.expr) -> pd.DataFrame | float:
        match node:
            case ast.Name(id=name):
                return columns[name, 0]
            case ast.Subscript(value=ast.Name(id=name)):
                return columns[name, picked(node, formula)]
            case ast.Call(func=ast.Name(id=name), args=[inner]) if isinstance(value := compute(inner), pd.DataFrame):
                return _of_months(name, value)
            case ast.UnaryOp(operand=operand):
                value = compute(operand)
                return value.assign(value=-value["value"]) if isinstance(value, pd.DataFrame) else -value
            case ast.Constant(value=int() | float() as number):
                return float(number)
            case ast.BinOp(left=left, right=right, op=op):
                return _combined(_OPERATORS[type(op)], compute(left), compute(right))
        raise FormulaError(f"'{formula}' cannot be computed")

    with np.errstate(all="ignore"):
        result = compute(tree)
    if not isinstance(result, pd.DataFrame):
        raise FormulaError(f"'{formula}' names no indicator")
    # Ten decimals are far below any publisher's precision and drop the dust of binary fractions.
    values = np.round(result["value"].to_numpy(dtype=float), 10)
    cleaned = {flag: normalise_flag(flag) for flag in result["flag"].unique()}
    frame = pd.DataFrame(
        {"value": values, "flag": result["flag"].map(cleaned).astype(str)}, index=result.index
    ).reset_index()
    return frame.loc[np.isfinite(frame["value"]), [*_KEY, "value", "flag"]].reset_index(drop=True)


def _combined(
    operation: Callable[[pd.Series, pd.Series], pd.Series], left: pd.DataFrame | float, right: pd.DataFrame | float
) -> pd.DataFrame | float:
    if isinstance(left, pd.DataFrame) and isinstance(right, pd.DataFrame):
        left, right = _met(left, right)
        return left.assign(value=operation(left["value"], right["value"]), flag=_joined(left, right))
    if isinstance(left, pd.DataFrame):
        return left.assign(value=operation(left["value"], right))
    if isinstance(right, pd.DataFrame):
        return right.assign(value=operation(left, right["value"]))
    return float(operation(left, right))
