"""Reads SDMX-TSV (Eurostat's bulk files) and SDMX-CSV (1.0 and 2.0, with labels or without) as a stream.

Only the rows asked for are kept, so memory is bounded by the answer to the question, not by the size of the file. Any
bytes give cells or a typed error.
"""

import csv
import itertools
import re
from array import array
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from data_sources.errors import Changed, NotData, NotSupported, TooLarge, Truncated

_LINE = 1 << 20  # bytes; a row of 600 months has some 10,000
_CELLS = 3_000_000
_COLUMNS = 5_000
_CODES = 200_000
_NUMBER = r"[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?"
_VALUE = re.compile(_NUMBER, re.ASCII)
_CELL = re.compile(rf"(:|{_NUMBER}) ?([A-Za-z@|]{{1,20}})?", re.ASCII)
_NO_VALUE = frozenset({"", ":", "nan", "NaN"})
# What stands beside the dimensions in an SDMX-CSV file.
_BESIDE = frozenset(
    {"STRUCTURE", "STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "DATAFLOW", "LAST UPDATE", "TIME_PERIOD", "OBS_VALUE"}
    | {"OBS_FLAG", "OBS_STATUS", "CONF_STATUS"}
)

Codes = Mapping[str, Container[str]]


@dataclass(frozen=True)
class SdmxTable:
    """What a file holds of what was asked for.

    Attributes:
        cells: a categorical column for each dimension and "time", whose categories are all the codes in the file; value
            (NaN where a status stands alone) and status (categorical, "" for none; confidentiality behind a "|").
        name: the data set as the file names it, or "".
        updated: when the publisher last changed it, as it writes it, or "".
    """

    cells: pd.DataFrame
    name: str = ""
    updated: str = ""


class _Kept:
    """The cells kept so far, row by row, and every code that was seen."""

    def __init__(self, dimensions: Sequence[str], asked: Codes) -> None:
        if len(set(dimensions)) != len(dimensions) or {"time", "value", "status", ""} & set(dimensions):
            raise NotData(f"A column stands twice or has no name: {', '.join(dimensions)[:300]}.")
        if gone := [dimension for dimension in asked if dimension not in dimensions]:
            has = ", ".join(dimensions)[:300]
            raise Changed(f"There is no dimension '{', '.join(gone)[:300]}' (any more); the answer has {has}.")
        self.dimensions = dimensions
        self._asked = [(dimensions.index(dimension), codes) for dimension, codes in asked.items()]
        self._seen: list[dict[str, int]] = [{} for _ in dimensions]
        self._rows = [array("i") for _ in dimensions]
        self._lengths = array("i")
        self._times: dict[str, int] = {}
        self._time, self._values = array("i"), array("d")
        self._statuses: dict[str, int] = {"": 0}
        self._status = array("i")

    def time(self, text: str) -> int:
        """The place of a period."""
        return self._place(self._times, text)

    def _place(self, known: dict[str, int], text: str) -> int:
        place = known.setdefault(text, len(known))
        if place > _CODES:
            raise TooLarge(f"More than {_CODES:,} different codes in one column: this is no table of figures.")
        return place

    def wants(self, key: Sequence[str]) -> bool:
        """Whether a row is asked for; its codes are remembered either way."""
        for seen, code in zip(self._seen, key, strict=True):
            if code not in seen:
                self._place(seen, code)
        return all(key[place] in codes for place, codes in self._asked)

    def add(self, key: Sequence[str], cells: Iterable[tuple[int, float, str]]) -> None:
        """Keep the cells of a row: place of the period, value, status."""
        before = len(self._values)
        for time, value, status in cells:
            self._time.append(time)
            self._values.append(value)
            self._status.append(self._place(self._statuses, status))
        self._lengths.append(len(self._values) - before)
        for row, seen, code in zip(self._rows, self._seen, key, strict=True):
            row.append(seen[code])
        if len(self._values) > _CELLS:
            raise TooLarge(f"The answer holds more than {_CELLS:,} figures.")

    def frame(self) -> pd.DataFrame:
        lengths = np.array(self._lengths)

        def column(places: "array[int] | npt.NDArray[np.int32]", names: Iterable[str]) -> pd.Categorical:
            return pd.Categorical.from_codes(np.array(places, dtype=np.int32), pd.Index(list(names), dtype=object))

        columns = {
            name: column(np.repeat(np.array(row, dtype=np.int32), lengths), seen)
            for name, row, seen in zip(self.dimensions, self._rows, self._seen, strict=True)
        }
        columns["time"] = column(self._time, self._times)
        status = column(self._status, self._statuses)
        return pd.DataFrame({**columns, "value": np.array(self._values, dtype=np.float64), "status": status})


def read_tsv(path: Path, asked: Codes) -> SdmxTable:
    """The cells of an SDMX-TSV file; the region is called "geo" there.

    Args:
        path: the file, unpacked.
        asked: the codes wanted, by dimension.

    Raises:
        NotSupported: a file whose columns are regions.
        NotData, Truncated, TooLarge, Changed.
    """
    lines = (line.rstrip("\r\n") for line in _lines(path))
    head, *written = next(lines, "").split("\t")
    names, slash, time = head.rpartition("\\")
    if slash and "time" in (name.strip().lower() for name in names.split(",")):
        raise NotSupported(
            f"The TSV has its periods in rows and '{time.strip()[:40]}' in columns, as old bulk files do."
        )
    if not slash or time.strip().lower() not in ("time_period", "time") or len(written) > _COLUMNS:
        raise NotData("The answer is not the TSV it should be.", detail=f"It begins: {head[:200]!r}")
    kept = _Kept([name.strip().lower() for name in names.split(",")], asked)
    periods = [kept.time(period.strip()) for period in written]
    if len(set(periods)) != len(periods):
        raise NotData("A period stands twice in the head of the TSV.")
    for number, line in enumerate(lines, start=2):
        first, *cells = line.split("\t")
        key = first.split(",")
        if len(key) != len(kept.dimensions):
            raise NotData(f"Line {number} has {len(key)} codes for {len(kept.dimensions)} dimensions.")
        if len(cells) != len(periods):
            raise Truncated(f"Line {number} has {len(cells)} cells for {len(periods)} periods.")
        if kept.wants(key):
            cells_read = ((period, _cell(cell, number)) for period, cell in zip(periods, cells, strict=True))
            kept.add(key, [(period, *cell) for period, cell in cells_read if cell])
    return SdmxTable(kept.frame())


def _cell(text: str, number: int) -> tuple[float, str] | None:
    """Value and status of a TSV cell, or None where it holds neither."""
    text = text.strip()
    if text in (":", ""):
        return None
    if not (match := _CELL.fullmatch(text)):
        raise NotData(f"Line {number}: '{text[:40]}' is no figure.")
    return (float("nan") if match[1] == ":" else float(match[1])), match[2] or ""


def read_csv(path: Path, asked: Codes, dimensions: Sequence[str] | None = None, also: Sequence[str] = ()) -> SdmxTable:
    """The cells of an SDMX-CSV file; labels beside or behind the codes ("A:Annual") are left out.

    Args:
        path: the file, unpacked.
        asked: the codes wanted, by dimension.
        dimensions: the columns that are dimensions, but for time; all that are no known attribute if None.
        also: attributes to keep as if they were dimensions, where the file has them.

    Raises:
        NotData, Truncated, TooLarge, Changed.
    """
    rows = csv.reader(_lines(path), strict=True)
    try:
        head = [name.split(":")[0].strip() for name in next(rows, [])]
        if not {"TIME_PERIOD", "OBS_VALUE"} <= set(head) or len(head) > _COLUMNS:
            raise NotData("The answer is not the SDMX-CSV it should be.", detail=f"It begins: {head!r}"[:300])
        wanted = [name for name in head if name not in _BESIDE] if dimensions is None else dimensions
        if gone := [name for name in wanted if name not in head]:
            raise Changed(f"There is no column {', '.join(gone)[:300]} (any more).")
        kept = _Kept([*wanted, *(name for name in also if name in head)], asked)
        places = [head.index(name) for name in kept.dimensions]
        time, value = head.index("TIME_PERIOD"), head.index("OBS_VALUE")
        status = [head.index(name) for name in ("OBS_FLAG", "OBS_STATUS", "CONF_STATUS") if name in head]
        first: list[str] = []
        for row in rows:
            if len(row) != len(head):
                raise Truncated(f"Line {rows.line_num} has {len(row)} columns of {len(head)}.")
            first = first or row
            key = [row[place].split(":")[0].strip() for place in places]
            if kept.wants(key):
                states = "|".join(row[place].split(":")[0].strip() for place in status).rstrip("|")
                kept.add(key, [(kept.time(row[time].strip()), _number(row[value], rows.line_num), states)])
    except csv.Error as error:
        raise NotData("The answer is not the CSV it should be.", detail=f"Line {rows.line_num}: {error}") from error
    about = dict(zip(head, first, strict=True)) if first else {}
    return SdmxTable(kept.frame(), about.get("STRUCTURE_ID", about.get("DATAFLOW", "")), about.get("LAST UPDATE", ""))


def _number(text: str, line: int) -> float:
    text = text.strip()
    if text in _NO_VALUE:
        return float("nan")
    if not _VALUE.fullmatch(text):
        raise NotData(f"Line {line}: '{text[:40]}' is no figure.")
    return float(text)


def _lines(path: Path) -> Iterator[str]:
    """Lines of a text file with their ends, of bounded length; the last must have one too.

    Raises:
        NotData: not UTF-8, or no lines.
        Truncated: it ends in the middle of a line.
    """
    with path.open("rb") as file:
        for number in itertools.count(1):
            raw = file.readline(_LINE)
            if not raw:
                return
            if not raw.endswith(b"\n"):
                if len(raw) == _LINE:
                    raise NotData(f"Line {number} is longer than any row of figures.", detail=f"{raw[:200]!r}")
                raise Truncated(f"The answer ends in the middle of line {number}.", detail=f"{raw[:200]!r}")
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                detail = f"It begins: {raw[:60]!r}"
                raise NotData(f"Line {number} is not the UTF-8 text it should be.", detail=detail) from error
            yield text
