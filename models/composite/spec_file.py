"""The command's choices from a TOML file. Every refusal names the file and the key.

A key that would change nothing is refused like a key that is unknown: silence would look like consent.
"""

import dataclasses
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Any, TypeVar

import tomli

from models.composite.errors import CompositeError
from models.composite.framework import Framework
from models.composite.normalise import NORMALISERS, WITH_GOALPOSTS
from models.composite.plan import DrawPlan
from models.composite.spec import IndexSpec
from models.tables import TableError
from models.tables.reading import text_of

T = TypeVar("T")
DRAW_KEYS = {  # in the file: of the plan
    "normalisers": "normalisers",
    "range": "scale",
    "means": "means",
    "weights": "spread",
    "dropped": "dropped",
    "completions": "completions",
    "leave_out": "leave_out",
}
LEVELS = ("indicators", "groups")  # under `round`, for all of them at once


@dataclass(frozen=True)
class Choices:
    """What a specification decides.

    Attributes:
        framework: the tree with the fewest children or indicators that the file asks for.
        spec: the choices of the index.
        plan: the choices of the draws; None for those around the specification.
    """

    framework: Framework
    spec: IndexSpec
    plan: DrawPlan | None


def read_choices(path: Path, framework: Framework) -> Choices:
    """Read a specification; its keys stand in `docs/composite.md`.

    Args:
        path: a TOML file.
        framework: the tree whose codes the file may name.

    Raises:
        CompositeError: no such file, no TOML; unknown or needless keys, codes or values.
    """
    try:
        given = tomli.loads(unicodedata.normalize("NFC", text_of(path)))
    except TableError as error:
        raise CompositeError(str(error)) from error
    except tomli.TOMLDecodeError as error:
        raise CompositeError(f"{path.name} is no TOML: {error}") from error
    try:
        spec = IndexSpec(**_index_choices(given, framework))
        _check_needed(given, spec)
        plan = _plan(given["draws"], spec) if "draws" in given else None
        return Choices(_with_minima(framework, given), spec, plan)
    except CompositeError as error:
        raise CompositeError(f"{path.name}: {error}") from error


def _index_choices(given: Mapping[str, Any], framework: Framework) -> dict[str, Any]:
    """The file's keys as fields of `IndexSpec`."""
    leaves = {leaf.code for leaf in framework.leaves}
    groups = {group.code for group in framework.groups}
    fields: dict[str, Callable[[Any], tuple[str, Any]]] = {
        "treat": lambda v: ("treat", "coinr" if _yes(v, "treat") else "none"),
        "impute": lambda v: ("impute", _name(v, "impute")),
        "impute_first": lambda v: ("impute_first", _yes(v, "impute_first")),
        "groups": lambda v: ("groups", _table(v, "groups", _name, "of regions and their groups")),
        "transform": lambda v: ("transforms", _known(_table(v, "transform", _transform), "transform", leaves)),
        "normaliser": lambda v: ("normaliser", _name(v, "normaliser")),
        "range": lambda v: ("scale", _pair(v, "range")),
        "percentiles": lambda v: ("percentiles", _pair(v, "percentiles")),
        "goalposts": lambda v: ("goalposts", _known(_table(v, "goalposts", _pair), "goalposts", leaves)),
        "constant": lambda v: ("constant", _name(v, "constant")),
        "aggregator": lambda v: ("aggregator", _mean(v, "aggregator")),
        "min_coverage": lambda v: ("min_coverage", _number(v, "min_coverage")),
        "round": lambda v: ("decimals", _decimals(v, framework)),
    }
    known = (*fields, "min_children", "min_indicators", "draws")
    if unknown := [key for key in given if key not in known]:
        raise CompositeError(f"unknown key '{unknown[0]}'; known: {', '.join(known)}")
    choices = dict(fields[key](value) for key, value in given.items() if key in fields)
    if not isinstance(means := choices.get("aggregator", ""), str):
        _known(means, "aggregator", groups, "no group of the framework")
    if choices.get("impute") == "group_mean" and not choices.get("groups"):
        raise CompositeError("impute = 'group_mean' needs a table 'groups' with the group of each region")
    return choices


def _check_needed(given: Mapping[str, Any], spec: IndexSpec) -> None:
    draws = given.get("draws", {})
    drawn = draws.get("normalisers", ()) if isinstance(draws, dict) else ()
    if "range" in given and spec.normaliser not in WITH_GOALPOSTS:
        raise CompositeError(f"range has no meaning for the normaliser '{spec.normaliser}'")
    if "percentiles" in given and "clipped" not in (spec.normaliser, *drawn):
        raise CompositeError("percentiles have a meaning for the normaliser 'clipped' alone")
    if "groups" in given and spec.impute != "group_mean":
        raise CompositeError("groups have a meaning for impute = 'group_mean' alone")
    if spec.impute_first and (spec.impute == "none" or spec.treat == "none"):
        raise CompositeError("impute_first has a meaning only where both impute and treat are set")


def _decimals(value: object, framework: Framework) -> dict[str, int]:
    """Decimals of every node that is rounded: one number for all, or a table by level and code."""
    leaves, groups = ({node.code for node in nodes} for nodes in (framework.leaves, framework.groups))
    if not isinstance(value, dict):
        return dict.fromkeys(leaves | groups, _whole(value, "round"))
    given = _table(value, "round", _whole)
    if both := (leaves | groups) & set(LEVELS) & set(given):
        raise CompositeError(f"round.{min(both)} is a level and a code of the framework")
    decimals = dict.fromkeys(leaves, given["indicators"]) if "indicators" in given else {}
    decimals |= dict.fromkeys(groups, given["groups"]) if "groups" in given else {}
    own = {code: count for code, count in given.items() if code not in LEVELS}
    return decimals | _known(own, "round", leaves | groups)


def _with_minima(framework: Framework, given: Mapping[str, Any]) -> Framework:
    groups = {group.code for group in framework.groups}
    tables = {
        key: _known(_table(given.get(key, {}), key, _whole), key, groups, "no group of the framework")
        for key in ("min_children", "min_indicators")
    }
    if both := set(tables["min_children"]) & set(tables["min_indicators"]):
        raise CompositeError(f"'{min(both)}' stands under min_children and min_indicators; keep one")
    changes: dict[str, dict[str, Any]] = {}
    for key, counts in (("min_children", "children"), ("min_indicators", "leaves")):
        for code, least in tables[key].items():
            there = len(framework.children[code] if counts == "children" else framework.leaves_under(code))
            if not 1 <= least <= there:
                raise CompositeError(f"{key}.{code} must be from 1 to {there}, as many as there are (it is {least})")
            changes[code] = {"min_children": least, "counts": counts}
    return Framework.of(dataclasses.replace(node, **changes.get(node.code, {})) for node in framework.nodes)


def _plan(value: object, spec: IndexSpec) -> DrawPlan:
    """The draws: what the file does not say is as around the specification."""
    if not isinstance(value, dict):
        raise CompositeError("draws must be a table")
    readers: dict[str, Callable[[Any, str], Any]] = {
        "normalisers": lambda v, key: tuple(_name(one, key) for one in _list(v, key)),
        "range": _pair,
        "means": lambda v, key: tuple(_mean(one, key) for one in _list(v, key)),
        "weights": _number,
        "dropped": _number,
        "completions": _whole,
        "leave_out": lambda v, key: tuple(_name(one, key) for one in _list(v, key)),
    }
    if unknown := [key for key in value if key not in readers]:
        raise CompositeError(f"unknown key 'draws.{unknown[0]}'; known: {', '.join(readers)}")
    chosen = {DRAW_KEYS[key]: readers[key](one, f"draws.{key}") for key, one in value.items()}
    for name in chosen.get("normalisers", ()):
        if name not in NORMALISERS:
            raise CompositeError(f"unknown normaliser '{name}' in draws; known: {', '.join(NORMALISERS)}")
    plan = dataclasses.replace(DrawPlan.around(spec), **chosen)
    spec.replace(scale=plan.scale)  # refuses a range that does not rise
    for mean in plan.means:
        spec.replace(aggregator=mean)  # refuses unknown names
    return plan


def _known(
    table: dict[str, T], key: str, codes: set[str], what: str = "unknown as an indicator in the framework"
) -> dict[str, T]:
    """A table whose keys the framework knows."""
    if unknown := [code for code in table if code not in codes]:
        raise CompositeError(f"{key} names '{unknown[0]}', which is {what}")
    return table


def _table(value: object, key: str, each: Callable[[object, str], T], what: str = "") -> dict[str, T]:
    if not isinstance(value, dict):
        raise CompositeError(f"{key} must be a table{f' {what}' if what else ''}")
    return {name: each(one, f"{key}.{name}") for name, one in value.items()}


def _yes(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise CompositeError(f"{key} must be true or false")
    return value


def _name(value: object, key: str) -> str:
    if not isinstance(value, str):
        raise CompositeError(f"{key} must be a name in quotes")
    return value


def _whole(value: object, key: str) -> int:
    if type(value) is not int:
        raise CompositeError(f"{key} must be a whole number")
    return value


def _number(value: object, key: str) -> float:
    if type(value) not in (int, float) or not isfinite(value):  # type: ignore[arg-type] # checked just before
        raise CompositeError(f"{key} must be a number")
    return float(value)  # type: ignore[arg-type]


def _pair(value: object, key: str) -> tuple[float, float]:
    if not (isinstance(value, list) and len(value) == 2 and all(type(end) in (int, float) for end in value)):
        raise CompositeError(f"{key} must be two numbers, as in [0, 100]")
    return float(value[0]), float(value[1])


def _transform(value: object, key: str) -> str | float:
    return value if isinstance(value, str) else _number(value, key)


def _mean(value: object, key: str) -> str | dict[str, str]:
    return _table(value, key, _name) if isinstance(value, dict) else _name(value, key)


def _list(value: object, key: str) -> list[Any]:
    if not isinstance(value, list):
        raise CompositeError(f"{key} must be a list in [ ]")
    return value
