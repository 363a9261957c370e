"""Composes answers in the publishers' formats from a table (see `tables.py`)."""

import csv
import gzip
import io
import json
from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from tests.fakes.tables import TAIL

UPDATED = "2026-08-28T23:00:00+0200"


def dimensions(table: pd.DataFrame) -> list[str]:
    """The dimensions but region and period, in the table's order."""
    return [c for c in table.columns if c not in TAIL]


def select(table: pd.DataFrame, asked: Mapping[str, Sequence[str]], since: str = "", until: str = "") -> pd.DataFrame:
    """The rows asked for; codes that are not there just vanish, as at Eurostat."""
    for dimension, codes in asked.items():
        table = table.loc[table[dimension].isin(codes)]
    if since:
        table = table.loc[table["period"] >= since]
    if until:
        table = table.loc[table["period"].str[: len(until)] <= until]
    return table


def _written(values: pd.Series) -> list[object]:
    return [int(v) if v == int(v) else v for v in values.tolist()]


def jsonstat(
    name: str,
    table: pd.DataFrame,
    asked: Mapping[str, Sequence[str]] = {},
    since: str = "",
    until: str = "",
    *,
    reverse: bool = False,
) -> dict:
    """A JSON-stat 2.0 answer as the Statistics API gives it: sparse values and statuses, geo and time last.

    Args:
        name: the data set's code.
        table: the whole data set.
        asked: codes by dimension; a dimension none of whose codes is known ends with size 0.
        since: first period.
        until: last period.
        reverse: give the dimensions the other way round.
    """
    columns = {d: d for d in dimensions(table)} | {"geo": "region", "time": "period"}
    if reverse:
        columns = dict(reversed(columns.items()))
    rows = select(table, {columns[d]: codes for d, codes in asked.items()}, since, until)
    known = {d: rows[c] if len(rows) else table[c] for d, c in columns.items()}
    codes = {d: sorted(set(known[d]) & set(asked[d]) if d in asked else set(known[d])) for d in columns}
    if rows.empty and (since or until):
        codes["time"] = sorted(select(table, {}, since, until)["period"].unique())
    table = rows
    position = np.zeros(len(table), dtype=np.int64)
    for d, c in columns.items():
        position = position * max(len(codes[d]), 1) + table[c].map({v: i for i, v in enumerate(codes[d])}).to_numpy()
    rows = table.assign(position=position).sort_values("position")
    there, marked = rows.loc[rows["value"].notna()], rows.loc[rows["flag"] != ""]
    confidential = {flag: flag.replace("c", "") + "|C" if "c" in flag else flag for flag in marked["flag"].unique()}
    answer = {
        "version": "2.0",
        "class": "dataset",
        "label": name,
        "source": "ESTAT",
        "updated": UPDATED,
        "value": dict(zip(there["position"].astype(str), _written(there["value"]), strict=True)),
        "id": list(columns),
        "size": [len(codes[d]) for d in columns],
        "dimension": {
            d: {
                "label": d,
                "category": {"index": {c: i for i, c in enumerate(codes[d])}, "label": {c: c for c in codes[d]}},
            }
            for d in columns
        },
        "extension": {
            "lang": "EN",
            "id": name.upper(),
            "agencyId": "ESTAT",
            "annotation": [{"type": "UPDATE_DATA", "date": UPDATED}],
        },
    }
    if len(marked):
        answer["status"] = dict(zip(marked["position"].astype(str), marked["flag"].map(confidential), strict=True))
    return answer


def _cell(value: float, flag: str) -> str:
    written = ":" if np.isnan(value) else str(int(value) if value == int(value) else value)
    return f"{written} {flag}"


def tsv(table: pd.DataFrame) -> bytes:
    """An SDMX-TSV file as the bulk service gives it: a row for each series, `value flag` in each cell."""
    keys = [*dimensions(table), "region"]
    cells = table.assign(cell=[_cell(v, f) for v, f in zip(table["value"], table["flag"], strict=True)])
    wide = cells.pivot(index=keys, columns="period", values="cell").fillna(": ").sort_index()
    out = io.StringIO()
    out.write(",".join([*keys[:-1], "geo"]) + "\\TIME_PERIOD\t" + "\t".join(f"{p} " for p in wide.columns) + "\r\n")
    for key, row in zip(wide.index, wide.to_numpy(), strict=True):
        out.write(",".join(key) + "\t" + "\t".join(row) + "\r\n")
    return out.getvalue().encode()


def labelled_csv(flow: str, order: Sequence[str], table: pd.DataFrame) -> bytes:
    """SDMX-CSV with labels as the OECD gives it: a name beside each code, the status in a column of its own.

    Values stand by the power of ten in the table's column UNIT_MULT, else as they are.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    agency, dataset, version = flow.split(",")
    head = ["STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION"]
    names = [*order, "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MULT", "DECIMALS"]
    writer.writerow([*head, *(cell for name in names for cell in (name, name.title().replace("_", " ")))])
    columns = ["region" if d == "REF_AREA" else d for d in order]
    for row in table.to_dict("records"):
        value = "" if np.isnan(row["value"]) else row["value"]
        codes = [
            *(row[c] for c in columns),
            row["period"],
            value,
            row["flag"].upper() or "A",
            row.get("UNIT_MULT", "0"),
            "1",
        ]
        labels = [cell for code in codes for cell in (code, f"Name, of {code}")]
        writer.writerow(["DATAFLOW", f"{agency}:{dataset}({version})", "A flow", "I", *labels])
    return out.getvalue().encode()


def error(status: int, number: int, label: str) -> bytes:
    """The Statistics API's error body."""
    return json.dumps({"error": [{"status": status, "id": number, "label": label}]}).encode()


def fault(code: int, words: str) -> bytes:
    """A SOAP fault, as the SDMX service gives it."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><S:Fault xmlns:S="http://schemas.xmlsoap.org/soap/envelope/">'
        f"<faultcode>{code}</faultcode><faultstring>{words}</faultstring></S:Fault>"
    ).encode()


def envelope(name: str, content: Mapping[str, str]) -> bytes:
    """An XML answer of the asynchronous service: `<queued><id>…` or `<asyncResponse><status>…`."""
    inner = "".join(f"<{key}>{value}</{key}>" for key, value in content.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Header/><env:Body>'
        f'<ns0:asyncResponse xmlns:ns0="http://estat.ec.europa.eu/disschain/asynchronous/responses">'
        f"<{name}>{inner}</{name}></ns0:asyncResponse></env:Body></env:Envelope>"
    ).encode()


def gzipped(body: bytes) -> bytes:
    """As the bulk service packs it: without saying so in a header."""
    return gzip.compress(body, mtime=0)
