"""Reading the formulas by which figures are computed from published ones.

A formula holds ids of indicators, numbers, + − * / and parentheses, and

- `id[t-5]`: the figure of five years before;
- `id[EU27_2020]`: the figure of that region in the same period;
- `year(…)`, `summer(…)`, `largest3(…)`, `unevenness(…)`: a yearly figure from twelve monthly ones, see `OF_MONTHS`.
"""

import ast
from collections.abc import Iterator

OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div)
MONTHLY = ("year", "summer", "largest3", "unevenness")  # of twelve months, see `models.figures.derivations`


class FormulaError(ValueError):
    """The formula cannot be read; the message shows it and says what is wrong."""


def parsed(formula: str) -> ast.expr:
    """The formula as a tree.

    Raises:
        FormulaError: it is none.
    """
    try:
        return ast.parse(formula, mode="eval").body
    except SyntaxError as error:
        raise FormulaError(f"'{formula}' is not a formula: {error.msg}") from error


def picked(node: ast.Subscript, formula: str) -> int | str:
    """What stands in brackets: years to go back, or a region's code."""
    match node.slice:
        case ast.BinOp(left=ast.Name(id="t"), op=ast.Sub(), right=ast.Constant(value=int(years))) if years > 0:
            return years
        case ast.Name(id=code) if code == code.upper():
            return code
    raise FormulaError(f"'{formula}': write earlier years as [t-5], a region as [EU27_2020]")


def terms(node: ast.expr, formula: str) -> Iterator[tuple[str, int | str]]:
    """The ids in a formula, each with how many years back or of which region its figure is."""
    match node:
        case ast.Name(id=name):
            yield name, 0
        case ast.Subscript(value=ast.Name(id=name)):
            yield name, picked(node, formula)
        case ast.BinOp(left=left, right=right, op=op) if type(op) in OPERATORS:
            yield from terms(left, formula)
            yield from terms(right, formula)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            yield from terms(operand, formula)
        case ast.Call(func=ast.Name(id=name), args=[inner], keywords=[]) if name in MONTHLY:
            yield from terms(inner, formula)
        case ast.Constant(value=int() | float()):
            return
        case _:
            raise FormulaError(
                f"'{formula}' may hold only ids, numbers, + - * /, [t-n], [REGION] and {', '.join(MONTHLY)}"
            )


def inputs(formula: str) -> tuple[str, ...]:
    """The ids that a formula needs, each once, in order.

    Raises:
        FormulaError: the formula holds something that the module's text does not name.
    """
    return tuple(dict.fromkeys(name for name, _ in terms(parsed(formula), formula)))


def is_formula(text: str) -> bool:
    """Whether a derivation is a formula of ours; some only tell in words how the publisher's figures were used."""
    try:
        return bool(inputs(text))
    except FormulaError:
        return False
