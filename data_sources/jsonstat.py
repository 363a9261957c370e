"""Reads JSON-stat 2.0 (https://json-stat.org/full/), whatever the order of dimensions, sparse or whole.

Any bytes give cells or a typed error. Nothing is allocated by what an answer says of its size, only by what it holds.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NoReturn

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.errors import NotData, NotSupported, TooLarge, Truncated

LARGEST = 32_000_000  # bytes: three times Eurostat's largest prompt answer (500,000 cells)
_CONTAINERS = 100_000  # objects and arrays; an answer has a few for each dimension
_DIMENSIONS = 64
_POSITIONS = 1 << 62

Positions = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Cube:
    """A JSON-stat data set.

    Attributes:
        cells: a row for each cell that holds a value or a status: a categorical column for each dimension (its
            categories are all the codes that the answer lists), value (NaN where there is none) and status
            (categorical, "" for none).
        name: the publisher's id of the data set, or "".
        updated: when the publisher last changed it, as it writes it, or "".
    """

    cells: pd.DataFrame
    name: str
    updated: str


def load(data: bytes, containers: int = _CONTAINERS) -> Any:  # noqa: ANN401 - any JSON value
    """JSON from bytes of any origin.

    Raises:
        NotData: it is none.
        Truncated: it ends before its end.
        TooLarge: more nesting or bytes than any answer has.
    """
    if len(data) > LARGEST:
        raise TooLarge(f"The answer has {len(data):,} bytes, more than the {LARGEST:,} that are read.")
    if data.count(b"[") + data.count(b"{") > containers:
        raise TooLarge(f"The answer has more than {containers:,} objects and arrays: it is no table of figures.")
    try:
        return json.loads(data, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        if error.pos >= len(error.doc.rstrip()) and error.doc.strip():
            raise Truncated("The answer ends before its end.", detail=str(error)) from error
        raise NotData(
            "The answer is not the JSON it should be.", detail=f"{error}; it begins: {data[:200]!r}"
        ) from error
    except (ValueError, RecursionError) as error:
        raise NotData("The answer is not the JSON it should be.", detail=f"{error}"[:300]) from error


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no JSON number")


def read(document: object) -> Cube:
    """The cells of a JSON-stat data set.

    Raises:
        NotSupported: JSON-stat 1.x, or another class of JSON-stat than a data set.
        NotData: it is none, or contradicts itself.
        Truncated: fewer values than its size says.
    """
    _require_supported(document)
    try:
        return _read(document)
    except (KeyError, TypeError, ValueError, OverflowError, AttributeError) as error:
        detail = f"{type(error).__name__}: {error}"[:300]
        raise NotData("The answer is no JSON-stat data set, or contradicts itself.", detail=detail) from error


def _require_supported(document: object) -> None:
    """Tell sound JSON-stat of other kinds from damage."""
    if not isinstance(document, dict):
        return
    if document.get("class") in ("collection", "dimension"):
        words = f"The answer is a JSON-stat {document['class']}; only data sets are read."
        raise NotSupported(words)
    # Before version 2.0 the document was a bundle of named data sets, with id and size inside their dimension.
    for given in (document, *document.values()) if "class" not in document else ():
        inner = given.get("dimension") if isinstance(given, dict) else None
        if isinstance(inner, dict) and isinstance(inner.get("id"), list) and isinstance(inner.get("size"), list):
            raise NotSupported("The answer is JSON-stat 1.x; only version 2.0 is read.")


def _read(document: Any) -> Cube:  # noqa: ANN401 - not known yet
    if not isinstance(document, dict) or document.get("class", "dataset") != "dataset":
        raise ValueError("no data set")
    names, sizes = document["id"], document["size"]
    if not (isinstance(names, list) and isinstance(sizes, list) and len(names) == len(sizes) == len(set(names))):
        raise ValueError("'id' and 'size' do not belong together")
    if not all(type(size) is int and size >= 0 for size in sizes) or len(sizes) > _DIMENSIONS:
        raise ValueError("'size' holds something else than counts")
    if {"value", "status"} & set(names):
        raise ValueError("a dimension has a reserved name")
    codes = [_codes(document["dimension"][name]["category"], size) for name, size in zip(names, sizes, strict=True)]
    total = math.prod(sizes)
    if total >= _POSITIONS:
        raise ValueError(f"{total:.0e} cells cannot be")
    at, values = _values(document["value"], total)
    marked, statuses = _statuses(document.get("status"), at, total)
    if not np.array_equal(at, marked):
        at, values, statuses = _joined(at, values, marked, statuses)
    cells = {
        name: pd.Categorical.from_codes(place, categories=pd.Index(listed, dtype=object), validate=False)
        for name, listed, place in zip(names, codes, _unravelled(at, sizes), strict=True)
    }
    extension = document.get("extension")
    name = extension.get("id") if isinstance(extension, dict) else ""
    updated = document.get("updated")
    return Cube(
        pd.DataFrame(cells | {"value": values, "status": statuses}, copy=False),
        name if isinstance(name, str) else "",
        updated if isinstance(updated, str) else "",
    )


def _codes(category: dict[str, Any], size: int) -> list[str]:
    """The codes of a dimension in their order: a list, an object of positions, or one label alone."""
    index = category.get("index")
    if index is None:
        index = list(category["label"])
        if len(index) > 1:
            raise ValueError("several codes without an order")
    if isinstance(index, dict):
        places = list(index.values())
        if not all(type(place) is int for place in places) or sorted(places) != list(range(len(places))):
            raise ValueError("the positions of codes are not 0, 1, 2 …")
        ordered = [""] * len(places)
        for code, place in index.items():
            ordered[place] = code
        index = ordered
    if not isinstance(index, list) or len(index) != size or len(set(index)) != size:
        raise ValueError(f"a dimension of size {size} has other codes")
    if not all(isinstance(code, str) for code in index):
        raise ValueError("a code is no text")
    return index


def _places(keys: Iterable[str], total: int) -> Positions:
    """Flat positions written as keys of an object."""
    written = list(keys)
    joined = "".join(written)
    if written and not (joined.isascii() and joined.isdigit()):
        raise ValueError("a position is no number")
    at = np.fromiter(map(int, written), dtype=np.int64, count=len(written))
    ordered = at if _ascending(at) else np.sort(at)  # np.unique is ten times as slow
    if len(at) and (ordered[-1] >= total or not _ascending(ordered)):
        raise ValueError("a position stands twice or lies outside")
    return at


def _ascending(at: Positions) -> bool:
    return bool((at[1:] > at[:-1]).all())


def _values(given: object, total: int) -> tuple[Positions, npt.NDArray[np.float64]]:
    """Positions in ascending order, and the values there; nulls are left out."""
    if isinstance(given, dict):
        at, raw = _places(given, total), list(given.values())
    elif isinstance(given, list):
        if len(given) < total:
            raise Truncated(f"The answer holds {len(given):,} of {total:,} values.")
        if len(given) > total:
            raise ValueError("more values than cells")
        at, raw = np.arange(len(given), dtype=np.int64), given
    else:
        raise ValueError("'value' is neither list nor object")
    if not set(map(type, raw)) <= {int, float, type(None)}:
        raise ValueError("a value is no number")
    values = np.array(raw, dtype=np.float64)
    if np.isinf(values).any():
        raise ValueError("a value is too large for a number")
    there = ~np.isnan(values)
    if not there.all():
        at, values = at[there], values[there]
    if not _ascending(at):
        order = np.argsort(at)
        at, values = at[order], values[order]
    return at, values


def _statuses(given: object, at: Positions, total: int) -> tuple[Positions, pd.Categorical]:
    """Positions in ascending order, and the statuses there; without any, the positions of the values."""
    if given is None or given in ("", {}, []):
        return at, pd.Categorical.from_codes(np.zeros(len(at), dtype=np.int8), [""])
    if isinstance(given, list) and len(given) == 1 != total:
        given = given[0]  # one status for every cell
    if isinstance(given, str):
        return at, pd.Categorical.from_codes(np.zeros(len(at), dtype=np.int8), [given])
    if isinstance(given, dict):
        marked, raw = _places(given, total), list(given.values())
    elif isinstance(given, list) and len(given) == total:
        marked, raw = np.arange(len(given), dtype=np.int64), given
    else:
        raise ValueError("'status' fits no cells")
    lookup: dict[str, int] = {"": 0}
    kinds = np.fromiter(
        (lookup.setdefault("" if s is None else s, len(lookup)) for s in raw), dtype=np.int32, count=len(raw)
    )
    if not all(isinstance(s, str) for s in lookup):
        raise ValueError("a status is no text")
    order = np.argsort(marked)
    return marked[order], pd.Categorical.from_codes(kinds[order], list(lookup))


def _joined(
    at: Positions, values: npt.NDArray[np.float64], marked: Positions, statuses: pd.Categorical
) -> tuple[Positions, npt.NDArray[np.float64], pd.Categorical]:
    """Values and statuses by the same positions: those that have either."""
    marked, statuses = marked[statuses.codes != 0], statuses[statuses.codes != 0]
    alone = ~np.isin(marked, at, assume_unique=True)
    both = np.sort(np.concatenate([at, marked[alone]])) if alone.any() else at
    full = np.full(len(both), np.nan)
    full[np.searchsorted(both, at)] = values
    kinds = np.zeros(len(both), dtype=statuses.codes.dtype)
    kinds[np.searchsorted(both, marked)] = statuses.codes
    return both, full, pd.Categorical.from_codes(kinds, statuses.categories)


def _unravelled(at: Positions, sizes: list[int]) -> list[npt.NDArray[np.signedinteger[Any]]]:
    """The place in each dimension of flat positions; the last dimension runs fastest."""
    places: list[npt.NDArray[np.signedinteger[Any]]] = []
    for size in reversed(sizes):
        kind = np.min_scalar_type(-max(size, 1))  # a byte for most dimensions
        if size <= 1:
            places.append(np.zeros(len(at), dtype=kind))
        else:
            at, place = np.divmod(at, size)
            places.append(place.astype(kind))
    return places[::-1]
