"""A table of one's own as a reading: every mistake with the row and column it stands in.

Two shapes: a row a figure (`region`, `period`, `value`, and `flag` where there are any), or a row a region with a
column a period (`region`, then 2022, 2023 …). A column `name` may stand beside the codes, for people.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from data_sources.base import Reading
from data_sources.codes import unknown
from data_sources.errors import DataError
from data_sources.readings import period
from models.catalogue.regions import Region
from models.figures.observations import FLAGS
from models.tables import Row, Table, TableError

_MEANINGS = {
    "region": ("region", "regionkode", "kode", "code", "geo"),
    "name": ("name", "navn", "regionnavn", "region_name"),
    "period": ("period", "periode", "year", "år", "time", "time_period"),
    "value": ("value", "verdi", "figure", "tall", "obs_value"),
    "flag": ("flag", "merknad", "obs_flag", "obs_status"),
}
_SHOWN = 20  # mistakes that are named one by one


class BadTable(DataError):
    """A table that cannot be taken; nothing is changed by it. The message has a line for each mistake."""

    kind = "bad_table"


@dataclass(frozen=True)
class _Cell:
    """One figure as it stands: where, and its texts."""

    row: Row
    column: str
    region: str
    period: str
    value: str
    flag: str


def read_table(table: Table, regions: Mapping[str, Region]) -> Reading:
    """The figures of a table.

    Args:
        table: as read from its file.
        regions: all that the catalogue knows.

    Raises:
        BadTable: naming every mistake with its place.
    """
    columns = _columns(table)
    mistakes: list[str] = []
    rows: dict[tuple[str, str], tuple[float | None, str]] = {}
    told: set[str] = set()
    for cell in _cells(table, columns):
        where = f"{table.name}, {table.where(cell.row, cell.column)}"
        place = table.where(cell.row, columns["region"])
        if place not in told and (wrong := _region_mistake(cell.region, regions)):
            mistakes.append(f"{table.name}, {place}: {wrong}")
        told.add(place)
        if not (when := period(cell.period)):
            mistakes.append(f"{where}: '{cell.period[:40]}' is no year or month; write 2024 or 2024-05.")
        if strange := sorted(set(cell.flag.lower()) - FLAGS - set(" ,;")):
            mistakes.append(f"{where}: unknown flag '{''.join(strange)}'; known are {', '.join(sorted(FLAGS))}.")
        value = None
        if cell.value not in ("", ":", ".."):
            try:
                value = table.number(cell.value, "the figure")
            except TableError as error:
                mistakes.append(f"{where}: {error}.")
        if (cell.region, when) in rows:
            mistakes.append(f"{where}: a second figure for {cell.region} in {when or cell.period}.")
        rows[cell.region, when] = value, "".join(sorted(set(cell.flag.lower()) & FLAGS))
    if mistakes:
        more = [f"… and {len(mistakes) - _SHOWN} more."] if len(mistakes) > _SHOWN else []
        raise BadTable("\n".join([*mistakes[:_SHOWN], *more]))
    figures = [(region, when, value, flag) for (region, when), (value, flag) in rows.items() if value is not None]
    if not figures:
        raise BadTable(f"{table.name} holds no figure.")
    withheld = [(region, when, flag) for (region, when), (value, flag) in rows.items() if value is None and flag]
    return Reading(
        _frame(figures, ["region", "period", "value", "flag"]), _frame(withheld, ["region", "period", "flag"])
    )


def _columns(table: Table) -> dict[str, str]:
    """Which column is what; periods as columns have no meaning of their own.

    Raises:
        BadTable: a column too few or one that is not understood.
    """
    columns: dict[str, str] = {}
    for name in table.header:
        meaning = next((meaning for meaning, words in _MEANINGS.items() if name.lower() in words), None)
        if meaning is None and period(name):
            continue
        if meaning is None or meaning in columns:
            what = "is not understood" if meaning is None else f"has the same meaning as '{columns[meaning]}'"
            raise BadTable(
                f"{table.name}: the column '{name}' {what}. The columns are region, period, value and flag, "
                "or region and a column for each year."
            )
        columns[meaning] = name
    wide = [name for name in table.header if period(name) and name not in columns.values()]
    needed = ("region",) if wide else ("region", "period", "value")
    if lacking := [name for name in needed if name not in columns]:
        raise BadTable(f"{table.name} has no column '{lacking[0]}'; it has {', '.join(table.header)}.")
    if wide and (both := [columns[name] for name in ("period", "value", "flag") if name in columns]):
        raise BadTable(f"{table.name} has columns for years and a column '{both[0]}'; use one or the other.")
    return columns


def _cells(table: Table, columns: Mapping[str, str]) -> Iterator[_Cell]:
    for row in table.rows:
        cells = dict(zip(table.header, row.cells, strict=True))
        region = cells[columns["region"]]
        if "value" in columns:
            flag = cells[columns["flag"]] if "flag" in columns else ""
            yield _Cell(row, columns["value"], region, cells[columns["period"]], cells[columns["value"]], flag)
            continue
        for name in table.header:
            if name not in columns.values():
                yield _Cell(row, name, region, name, cells[name], "")


def _region_mistake(code: str, regions: Mapping[str, Region]) -> str:
    """What is wrong with a region's code, or nothing."""
    if code in regions:
        return ""
    if not code:
        return "no region."
    if (padded := code.zfill(4 if len(code) > 2 else 2)) in regions:
        return f"Unknown region '{code}'; is it {padded} ({regions[padded].name})? Spreadsheets drop a zero in front."
    named = [region.code for region in regions.values() if region.name.lower() == code.lower()]
    if named:
        return f"'{code}' is a name; write the code: {' or '.join(named)}."
    return unknown("region", [code], regions)[0]


def _frame(rows: Sequence[tuple[object, ...]], columns: list[str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=columns)
    texts = {name: "category" for name in columns if name != "value"}
    return frame.astype({**texts, **({"value": float} if "value" in columns else {})}).sort_values(
        ["region", "period"], ignore_index=True
    )
