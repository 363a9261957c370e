"""Figures computed from published ones, by the formula that stands in the catalogue.

A formula holds ids of indicators, numbers, + − * / and parentheses; `id[t-5]` is the figure of five years before:
`100 * (population_15_64 / population_15_64[t-5] - 1)`. A result exists for a region and period only where every
input does, and carries the flags of all of them.
"""

import ast
import operator
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from models.observations import normalise_flag

_OPERATORS: dict[type, Callable[[pd.Series, pd.Series], pd.Series]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


class FormulaError(ValueError):
    """The formula cannot be read; the message shows it and says what is wrong."""


def _parse(formula: str) -> ast.expr:
    try:
        return ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"'{formula}' is not a formula: {error.msg}") from error


def _lag(node: ast.Subscript, formula: str) -> int:
    match node.slice:
        case ast.BinOp(left=ast.Name(id="t"), op=ast.Sub(), right=ast.Constant(value=int(years))) if years > 0:
            return years
    raise FormulaError(f"'{formula}': write earlier years as [t-5]")


def _leaves(node: ast.expr, formula: str) -> Iterator[tuple[str, int]]:
    match node:
        case ast.Name(id=name):
            yield name, 0
        case ast.Subscript(value=ast.Name(id=name)):
            yield name, _lag(node, formula)
        case ast.BinOp(left=left, right=right, op=op) if type(op) in _OPERATORS:
            yield from _leaves(left, formula)
            yield from _leaves(right, formula)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield from _leaves(operand, formula)
        case ast.Constant(value=int() | float()):
            return
        case _:
            raise FormulaError(f"'{formula}' may hold only ids, numbers, + - * / and [t-n]")


def inputs(formula: str) -> tuple[str, ...]:
    """The ids that a formula needs, each once, in order.

    Raises:
        FormulaError: the formula holds something else than ids, numbers, + - * / and [t-n].
    """
    return tuple(dict.fromkeys(name for name, _ in _leaves(_parse(formula), formula)))


def _earlier(column: pd.Series, years: int) -> pd.Series:
    """The series moved forward, so that each period holds the figure of `years` before."""
    regions = column.index.get_level_values("region").astype(str)
    moved = [f"{int(p[:4]) + years:04d}{p[4:]}" for p in column.index.get_level_values("period").astype(str)]
    index = pd.MultiIndex.from_arrays([regions, moved], names=["region", "period"])
    return pd.Series(column.to_numpy(), index=index)


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
    tree = _parse(formula)
    columns: dict[tuple[str, int], pd.DataFrame] = {}
    for name, lag in _leaves(tree, formula):
        if name not in figures:
            raise FormulaError(f"'{formula}' needs '{name}', which has no figures")
        keyed = figures[name].astype({"region": str, "period": str, "flag": str}).set_index(["region", "period"])
        columns[name, lag] = pd.DataFrame({k: _earlier(keyed[k], lag) if lag else keyed[k] for k in ("value", "flag")})
    common = None
    for column in columns.values():
        common = column.index if common is None else common.intersection(column.index)
    if common is None:
        raise FormulaError(f"'{formula}' names no indicator")

    def value(node: ast.expr) -> pd.Series:
        match node:
            case ast.Name(id=name):
                return columns[name, 0].loc[common, "value"]
            case ast.Subscript(value=ast.Name(id=name)):
                return columns[name, _lag(node, formula)].loc[common, "value"]
            case ast.BinOp(left=left, right=right, op=op):
                return _OPERATORS[type(op)](value(left), value(right))
            case ast.UnaryOp(operand=operand):
                return -value(operand)
            case ast.Constant(value=int() | float() as number):
                return pd.Series(float(number), index=common)
        raise FormulaError(f"'{formula}' cannot be computed")

    result = value(tree)
    flags = [column.loc[common, "flag"].to_numpy(dtype=str) for column in columns.values()]
    joined = [normalise_flag("".join(parts)) for parts in zip(*flags, strict=True)]
    # Ten decimals are far below any publisher's precision and drop the dust of binary fractions.
    values = np.round(result.to_numpy(dtype=float), 10)
    frame = pd.DataFrame({"value": values, "flag": joined}, index=common).reset_index()
    return frame.loc[np.isfinite(frame["value"])].reset_index(drop=True)
