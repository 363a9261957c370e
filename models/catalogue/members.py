"""An analyst's own list of the alliance's municipalities, with the dates between which each was a member."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from models.catalogue.files import Files
from models.catalogue.within import Member, Municipality
from models.tables.reading import read
from models.tables.table import Table, TableError

_ALWAYS = "0000"  # before any day


def read_members(path: Path, files: Files, known: Mapping[str, Municipality]) -> tuple[Member, ...]:
    """The members that a table (CSV or XLSX) lists; mistakes are left with `files`.

    Columns: `code` (a municipality's number of 2024 or of 2020–2023), and where they are known `since` and `until`.
    Further columns are for whoever reads the table.
    """
    try:
        table = read(path)
        if "code" not in table.header:
            raise TableError(f"{path.name} needs a column 'code'; it has {', '.join(table.header)}")
    except TableError as error:
        files.complain(path.name, "-", str(error))
        return ()
    found: list[Member] = []
    for number, code, since, until in _rows(table):
        key = f"line {number}"
        if code not in known:
            files.complain(path.name, key, f"unknown municipality '{code}' (municipalities.csv)")
            continue
        content = {"code": known[code].code, "since": since or None, "until": until or None}
        member = files.one(Member.model_validate, content, path.name, key)
        if member is None:
            continue
        if any(_overlap(member, other) for other in found if other.code == known[code].code):
            files.complain(path.name, key, f"'{code}' ({known[code].name}) stands twice for the same time")
            continue
        found.append(member)
    return tuple(found)


def codes_of(municipalities: Mapping[str, Municipality]) -> dict[str, Municipality]:
    """Municipalities by their numbers of 2024 and of 2020–2023."""
    return {m.code_2020: m for m in municipalities.values()} | dict(municipalities)


def _rows(table: Table) -> Iterator[tuple[int, str, str, str]]:
    places = {name: place for place, name in enumerate(table.header)}
    for row in table.rows:
        cell = {name: row.cells[place].strip() for name, place in places.items()}
        # A spreadsheet takes 0301 for a number and drops its nought.
        yield row.number, cell["code"].zfill(4), cell.get("since", ""), cell.get("until", "")


def _overlap(one: Member, other: Member) -> bool:
    return one.on(other.since or _ALWAYS) or other.on(one.since or _ALWAYS)
