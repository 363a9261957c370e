"""The command's files: figures and framework as CSV, choices as TOML. Every refusal names file and place."""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from models.composite.errors import CompositeError
from models.composite.framework import Framework, Node
from models.composite.spec import IndexSpec

_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")  # float() would also take "1_000"
_NOT_FINITE = re.compile(r"[+-]?(nan|inf|infinity)", re.IGNORECASE)
FRAMEWORK_COLUMNS = ("code", "parent", "direction", "weight")
SPEC_KEYS = ("treat", "impute", "impute_first", "groups", "normaliser", "range", "aggregator")


@dataclass(frozen=True)
class _Sheet:
    name: str
    header: list[str]
    rows: list[tuple[int, list[str]]]  # with the line number


def read_figures(path: Path) -> pd.DataFrame:
    """Regions × indicators from a CSV: first column `region`, then a column an indicator; an empty cell is missing.

    Raises:
        CompositeError: no such file, no CSV, doubled regions or columns, a cell that is no finite number.
    """
    sheet = _sheet(path)
    if sheet.header[0] != "region":
        raise CompositeError(
            f"{sheet.name}: the first column must be 'region' (it is '{sheet.header[0]}'){_other_marks(sheet)}"
        )
    values: dict[str, list[float]] = {}
    for line, cells in sheet.rows:
        region, *figures = cells
        if not region:
            raise CompositeError(f"{sheet.name}, line {line}: no region")
        if region in values:
            raise CompositeError(f"{sheet.name}, line {line}: region '{region}' stands twice")
        values[region] = [
            _number(text, f"{sheet.name}: '{code}' of region '{region}'") if text else np.nan
            for code, text in zip(sheet.header[1:], figures, strict=True)
        ]
    table = np.array(list(values.values()), dtype=float).reshape(len(values), len(sheet.header) - 1)
    return pd.DataFrame(table, index=pd.Index(list(values), name="region", dtype=object), columns=sheet.header[1:])


def read_framework(path: Path) -> Framework:
    """The tree from a CSV with the columns code, parent, direction, weight; the root has no parent.

    Raises:
        CompositeError: no such file, no CSV, other columns, bad directions or weights, no tree.
    """
    sheet = _sheet(path)
    if sorted(sheet.header) != sorted(FRAMEWORK_COLUMNS):
        raise CompositeError(f"{sheet.name}: the columns must be {', '.join(FRAMEWORK_COLUMNS)}{_other_marks(sheet)}")
    entries = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows]
    groups = {entry["parent"] for entry in entries}
    return Framework.of(_node(entry, entry["code"] in groups, sheet.name) for entry in entries)


def _node(entry: Mapping[str, str], group: bool, file: str) -> Node:
    code, parent = entry["code"], entry["parent"] or None
    if not code:
        raise CompositeError(f"{file}: a row without a code")
    direction = _number(entry["direction"] or ("1" if group else ""), f"{file}: the direction of '{code}'")
    if direction not in (1, -1):
        raise CompositeError(f"{file}: the direction of '{code}' must be 1 or -1 (it is '{entry['direction']}')")
    if group and direction != 1:
        raise CompositeError(f"{file}: '{code}' is a group, its direction must be 1")
    weight = _number(entry["weight"] or ("" if parent else "1"), f"{file}: the weight of '{code}'")
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


def read_spec(path: Path) -> IndexSpec:
    """Choices from a TOML file: treat (true or false), impute, normaliser, range, aggregator.

    The aggregator is a name, or a table of names by group. `impute = "group_mean"` needs a table `groups` with the
    group of each region; `impute_first = true` imputes before treating.

    Raises:
        CompositeError: no such file, no TOML, unknown keys or values.
    """
    try:
        given = tomllib.loads(_text(path))
    except tomllib.TOMLDecodeError as error:
        raise CompositeError(f"{path.name} is no TOML: {error}") from error
    if unknown := [key for key in given if key not in SPEC_KEYS]:
        raise CompositeError(f"{path.name}: unknown key '{unknown[0]}'; known: {', '.join(SPEC_KEYS)}")
    choices: dict[str, Any] = {key: _name(given[key], key, path) for key in ("impute", "normaliser") if key in given}
    if choices.get("impute") == "group_mean" and not given.get("groups"):
        raise CompositeError(f"{path.name}: impute = 'group_mean' needs a table 'groups' with the group of each region")
    if isinstance(groups := given.get("groups", {}), dict):
        choices["groups"] = {region: _name(name, f"groups.{region}", path) for region, name in groups.items()}
    else:
        raise CompositeError(f"{path.name}: groups must be a table of regions and their groups")
    if "treat" in given:
        choices["treat"] = "coinr" if _yes(given["treat"], "treat", path) else "none"
    if "impute_first" in given:
        choices["impute_first"] = _yes(given["impute_first"], "impute_first", path)
    if "range" in given:
        ends = given["range"]
        if not (isinstance(ends, list) and len(ends) == 2 and all(type(end) in (int, float) for end in ends)):
            raise CompositeError(f"{path.name}: range must be two numbers, as in [0, 100]")
        choices["scale"] = (float(ends[0]), float(ends[1]))
    if isinstance(means := given.get("aggregator", "arithmetic"), dict):
        choices["aggregator"] = {group: _name(name, f"aggregator.{group}", path) for group, name in means.items()}
    else:
        choices["aggregator"] = _name(means, "aggregator", path)
    try:
        return IndexSpec(**choices)
    except CompositeError as error:
        raise CompositeError(f"{path.name}: {error}") from error


def _other_marks(sheet: _Sheet) -> str:
    """What to mend where a spreadsheet has written semicolons or tabs between the columns."""
    only = sheet.header[0] if len(sheet.header) == 1 else ""
    return "; separate the columns by commas" if ";" in only or "\t" in only else ""


def _yes(value: object, key: str, path: Path) -> bool:
    if not isinstance(value, bool):
        raise CompositeError(f"{path.name}: {key} must be true or false")
    return value


def _name(value: object, key: str, path: Path) -> str:
    if not isinstance(value, str):
        raise CompositeError(f"{path.name}: {key} must be a name in quotes")
    return value


def _number(text: str, what: str) -> float:
    if _NOT_FINITE.fullmatch(text):
        raise CompositeError(f"{what} is not finite ('{text}'); leave the cell empty where a figure is missing")
    if not _NUMBER.fullmatch(text):
        raise CompositeError(f"{what} is not a number ('{text}')" if text else f"{what} is missing")
    value = float(text)
    if not np.isfinite(value):
        raise CompositeError(f"{what} is not finite ('{text}')")
    return value


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CompositeError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise CompositeError(f"{path.name} is not text in UTF-8") from error


def _sheet(path: Path) -> _Sheet:
    try:
        reader = csv.reader(_text(path).splitlines(keepends=True), strict=True)
        lines = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader if any(cells)]
    except csv.Error as error:
        raise CompositeError(f"{path.name} is no CSV: {error}") from error
    if not lines:
        raise CompositeError(f"{path.name} is empty")
    (_, header), *rows = lines
    if twice := [name for name in header if header.count(name) > 1]:
        raise CompositeError(f"{path.name}: column '{twice[0]}' stands twice")
    if "" in header:
        raise CompositeError(f"{path.name}: column {header.index('') + 1} has no name")
    for line, cells in rows:
        if len(cells) != len(header):
            raise CompositeError(f"{path.name}, line {line}: {len(cells)} cells where the header has {len(header)}")
    if not rows:
        raise CompositeError(f"{path.name} has a header but no rows")
    return _Sheet(path.name, header, rows)
