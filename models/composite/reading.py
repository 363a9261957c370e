"""The command's tables: figures and framework. Every refusal names file and place."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pandas as pd

from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.tables import Table, TableError, as_seen, read

FRAMEWORK_COLUMNS = ("code", "parent", "direction", "weight")
PERIOD = "period"  # as the second column of the figures: a panel


def read_figures(path: Path) -> pd.DataFrame:
    """Figures from CSV or a workbook: `region`, in a panel `period`, then a column an indicator; empty = missing.

    Returns:
        Regions × indicators; in a panel (region, period) × indicators.

    Raises:
        CompositeError: no such file, no table, doubled regions or columns, a cell that is no finite number.
    """
    table = _table(path)
    if table.header[0] != "region":
        raise CompositeError(f"{table.name}: the first column must be 'region' (it is '{table.header[0]}')")
    keys = 2 if table.header[1:2] == (PERIOD,) else 1
    values: dict[tuple[str, ...], list[float]] = {}
    looks: dict[tuple[str, str], str] = {}
    for row in table.rows:
        key = row.cells[:keys]
        for name, cell in zip(table.header, key, strict=False):
            if not cell:
                raise CompositeError(f"{table.name}, line {row.number}: no {name}")
        words = f"region '{key[0]}'" + (f" in {key[1]}" if keys == 2 else "")
        if key in values:
            raise CompositeError(f"{table.name}, line {row.number}: {words} stands twice")
        for kind, name in zip(table.header, key, strict=False):
            if looks.setdefault((kind, as_seen(name)), name) != name:
                raise CompositeError(
                    f"{table.name}, line {row.number}: {kind} '{as_seen(name)}' stands twice, "
                    "written with other signs that nobody sees"
                )
        values[key] = [
            _number(table, text, f"{table.name}: '{code}' of {words}") if text else np.nan
            for code, text in zip(table.header[keys:], row.cells[keys:], strict=True)
        ]
    cells = np.array(list(values.values()), dtype=float).reshape(len(values), len(table.header) - keys)
    index = (
        pd.MultiIndex.from_tuples(values, names=["region", PERIOD])
        if keys == 2
        else pd.Index([region for (region,) in values], name="region", dtype=object)
    )
    return pd.DataFrame(cells, index=index, columns=table.header[keys:])


def read_framework(path: Path) -> Framework:
    """The tree from a table with the columns code, parent, direction, weight; the root has no parent.

    Raises:
        CompositeError: no such file, no table, other columns, bad directions or weights, no tree.
    """
    table = _table(path)
    if sorted(table.header) != sorted(FRAMEWORK_COLUMNS):
        raise CompositeError(f"{table.name}: the columns must be {', '.join(FRAMEWORK_COLUMNS)}")
    entries = [dict(zip(table.header, row.cells, strict=True)) for row in table.rows]
    groups = {entry["parent"] for entry in entries}
    return Framework.of(_node(entry, entry["code"] in groups, table) for entry in entries)


def _node(entry: Mapping[str, str], group: bool, table: Table) -> Node:
    file, code, parent = table.name, entry["code"], entry["parent"] or None
    if not code:
        raise CompositeError(f"{file}: a row without a code")
    direction = _number(table, entry["direction"] or ("1" if group else ""), f"{file}: the direction of '{code}'")
    if direction not in (1, -1):
        raise CompositeError(f"{file}: the direction of '{code}' must be 1 or -1 (it is '{entry['direction']}')")
    if group and direction != 1:
        raise CompositeError(f"{file}: '{code}' is a group, its direction must be 1")
    weight = _number(table, entry["weight"] or ("" if parent else "1"), f"{file}: the weight of '{code}'")
    return Node(code, parent, -1 if direction < 0 else 1, weight)


def check_codes(figures: pd.DataFrame, framework: Framework) -> None:
    """Refuse columns of figures that the framework does not know as indicators.

    Raises:
        CompositeError: naming the first of them.
    """
    groups = {group.code for group in framework.groups}
    leaves = {leaf.code for leaf in framework.leaves}
    for code in figures.columns:
        if code in groups:
            raise CompositeError(f"'{code}' has figures but is a group in the framework")
        if code not in leaves:
            raise CompositeError(f"'{code}' has figures but is unknown in the framework")


def _number(table: Table, text: str, what: str) -> float:
    try:
        return table.number(text, what)
    except TableError as error:
        raise CompositeError(str(error)) from error


def _table(path: Path) -> Table:
    try:
        return read(path)
    except TableError as error:
        raise CompositeError(str(error)) from error
