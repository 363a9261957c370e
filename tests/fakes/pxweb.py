"""Composes descriptions and answers of a PxWeb service (PxWebApi v2) from a table (see `tables.py`)."""

import json
import re
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from tests.fakes.answers import dimensions

UPDATED = "2026-02-25T07:00:00Z"
DATED = re.compile(r"\((\d{4})?-(\d{4})?\)$")  # "Halden (2020-2023)"
REGION, TIME = "Region", "Tid"
MARKS = {"c": ":", "": "."}  # how a cell without a value is marked


def _columns(table: pd.DataFrame, region: str) -> dict[str, str]:
    """The table's dimensions as the service calls them; `freq` is no dimension there."""
    return {region: "region", **{d: d for d in dimensions(table) if d != "freq"}, TIME: "period"}


def _dimension(name: str, codes: Sequence[str], names: Mapping[str, str], optional: bool) -> dict:
    return {
        "label": name.lower(),
        "category": {
            "index": {code: place for place, code in enumerate(codes)},
            "label": {code: names.get(code, code) for code in codes},
        },
        "extension": {"elimination": optional, "show": "value", "codelists": []},
    }


def metadata(
    number: str,
    table: pd.DataFrame,
    names: Mapping[str, str],
    lists: Mapping[str, str] = {},
    region: str = REGION,
) -> bytes:
    """A table's description: JSON-stat without values.

    Args:
        number: the table's number.
        table: the whole table.
        names: of regions by code; others are called by their code.
        lists: an id of another list of codes, by dimension.
        region: what the table calls its regions.
    """
    codes = {name: sorted(set(table[column])) for name, column in _columns(table, region).items()}
    made = {name: _dimension(name, known, names, name == region) for name, known in codes.items()}
    for name, code in lists.items():
        made[name]["extension"]["codelists"] = [{"id": code, "label": code, "type": "Aggregation", "links": []}]
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": f"{number}: A table",
        "source": "Statistics Norway",
        "updated": UPDATED,
        "role": {"time": [TIME], "geo": [region], "metric": ["ContentsCode"]},
        "id": list(codes),
        "size": [len(known) for known in codes.values()],
        "dimension": made,
        "extension": {"px": {"tableid": number, "language": "en"}, "contact": []},
        "value": [],
    }
    return json.dumps(document).encode()


def _outside(name: str, period: str) -> bool:
    match = DATED.search(name)
    return bool(match) and not (match[1] or "0000") <= period[:4] <= (match[2] or "9999")


def data(
    number: str,
    table: pd.DataFrame,
    asked: Mapping[str, Sequence[str]],
    names: Mapping[str, str],
    region: str = REGION,
    next_update: str = "",
) -> bytes:
    """An answer: every cell of what was asked for, in order.

    A cell that the table lacks is missing (".."), but 0 beside a code outside the years in which it stands. The day of
    the next update stands in the answer only where one is given.
    """
    columns = _columns(table, region)
    codes = {
        name: sorted(set(table[column])) if list(asked[name]) == ["*"] else list(asked[name])
        for name, column in columns.items()
        if name in asked
    }
    rows = table
    for name, known in codes.items():
        rows = rows.loc[rows[columns[name]].isin(known)]
    place = np.zeros(len(rows), dtype=np.int64)
    for name, known in codes.items():
        place = place * len(known) + rows[columns[name]].map({c: i for i, c in enumerate(known)}).to_numpy()
    total = int(np.prod([len(known) for known in codes.values()]))
    per_region = total // len(codes[region])
    values: list[float | None] = [
        0 if _outside(names.get(code, code), codes[TIME][cell % len(codes[TIME])]) else None
        for code in codes[region]
        for cell in range(per_region)
    ]
    status = {str(position): ".." for position, value in enumerate(values) if value is None}
    for position, value, flag in zip(place, rows["value"], rows["flag"], strict=True):
        values[position] = None if np.isnan(value) else value
        status.pop(str(position), None)
        if np.isnan(value):
            status[str(position)] = MARKS[flag]
    document = {
        "version": "2.0",
        "class": "dataset",
        "label": f"{number}: A table",
        "source": "Statistics Norway",
        "updated": UPDATED,
        "id": list(codes),
        "size": [len(known) for known in codes.values()],
        "dimension": {name: _dimension(name, known, names, False) for name, known in codes.items()},
        "extension": {
            "px": {"tableid": number, "language": "en"} | ({"nextUpdate": next_update} if next_update else {})
        },
        "value": values,
    }
    if status:
        document["status"] = status
    return json.dumps(document).encode()


def error(status: int, title: str) -> bytes:
    """The service's words for a refusal."""
    return json.dumps({"type": "Parameter error", "title": title, "status": status}).encode()
