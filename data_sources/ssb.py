"""Statistics Norway, by PxWebApi v2 (JSON-stat 2.0): figures of municipalities and counties.

What a table's dimensions are called stands in the catalogue (`region` and `time` of the data set, the indicator's
filter) and is held against the table's own description before it is asked (`pxweb.py`).

A municipality has a code only for some years: the table names them ("Halden (2020-2023)"), else the catalogue does.
What stands beside a code outside its years (mostly 0) is no figure. Codes are kept as published; which follows which
is a matter of `models.catalogue`, and is said with the figures.
"""

import hashlib
import re
import threading
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pandas as pd

from data_sources import jsonstat, pxweb
from data_sources.base import Answer, Notice, Query, Reading
from data_sources.errors import Changed, NotData, NotOffered, Refused, TooLarge, Truncated
from data_sources.http import Client, Download
from data_sources.parts import together, union
from data_sources.readings import asked, period, reading, some
from models.catalogue.regions import Region
from models.catalogue.sources import Dataset

PER_MINUTE, PAUSE = 30, 60.0  # requests, and seconds after a 429: "about 30–40 calls a minute"
_COUNTRY = {"0": "NO"}
_YEARS = re.compile(r"\((\d{4})?-(\d{4})?\)\s*$")  # behind a name
_VERSION = re.compile(r"(\d{4})?-(\d{4})?")
_SUMMED = re.compile(r"[KF]-(\d{2,4})")  # a code of a list that Statistics Norway sums by: K-3101
_LETTERS = {":": "c", ".": "", "..": "", "...": ""}
_NO_FIGURE = (".", "..", "...", ":")

Years = tuple[str, str]


class Ssb:
    """Figures of Statistics Norway.

    Args:
        base: address before /tables.
        client: asks.
        datasets: the catalogue's data sets.
        regions: the catalogue's regions, for the years and successors of codes.
    """

    name = "ssb"

    def __init__(
        self, base: str, client: Client, datasets: Mapping[str, Dataset], regions: Mapping[str, Region]
    ) -> None:
        self._base, self._client, self._datasets, self._regions = base, client, datasets, regions
        self._described: dict[str, pxweb.Description] = {}
        self._turn = threading.Lock()

    def fetch(self, query: Query, folder: Path) -> Answer:
        """See `Source`. A question with too many cells is asked by years."""
        dataset = self._dataset(query)
        has = self._description(query.dataset, folder)
        since = max((year for year in (query.since, dataset.since) if year is not None), default=None)
        try:
            selection = pxweb.select(
                query.dataset, has, asked(query), dataset.region, dataset.time, dataset.codelists, since
            )
        except Changed as differs:
            if not dataset.unverified:
                raise
            raise Changed(differs.message, detail=differs.detail, remedy=_put_right(query, dataset)) from differs
        came = [
            part
            for piece in pxweb.parts(selection, has, dataset.time)
            for part in self._asked(piece, query, dataset.time, folder)
        ]
        if len(came) == 1:
            return Answer(query, came[0].address, came[0].fetched, came[0].path, came[0].sha256)
        addresses = "\n".join(part.address for part in came)
        path = _file(folder, query, addresses.encode())
        return Answer(query, addresses, datetime.now(UTC), path, together(came, path))

    def parse(self, answer: Answer) -> Reading:
        """See `Source`."""
        query, dataset = answer.query, self._dataset(answer.query)
        if answer.path.stat().st_size > jsonstat.LARGEST:
            raise TooLarge(f"The answer has {answer.path.stat().st_size:,} bytes, too many to read at once.")
        document = jsonstat.load(answer.path.read_bytes())
        documents = document if isinstance(document, list) else [document]
        if not documents:
            raise NotData("The answer is an empty list.")
        cubes = [jsonstat.read(one) for one in documents]
        for one in documents:
            if (table := _px(one, "tableid")) and table != query.dataset:
                raise Changed(f"Statistics Norway answered with table {table[:40]}, asked for {query.dataset}.")
        cells = union([cube.cells for cube in cubes])
        if dataset.region not in cells or dataset.time not in cells:
            raise Changed(f"{query.dataset} has no dimension '{dataset.region}' or '{dataset.time}' (any more).")
        none = cells["status"].isin(_NO_FIGURE)
        cells = cells.assign(value=cells["value"].mask(none))
        kept, notices = self._in_their_years(cells, _labels(documents, dataset.region), dataset)
        if dataset.unverified:
            seen = ", ".join(dataset.unverified)
            words = f"{query.dataset} has {seen} as asked: no longer 'unverified' (sources.toml)."
            notices = (*notices, Notice("confirmed", words))
        read = reading(
            kept.assign(**{dataset.region: _renamed(kept[dataset.region])}),
            query,
            region=dataset.region,
            time=dataset.time,
            letters=lambda status: _LETTERS.get(status, status.lower()),
            updated=max(cube.updated for cube in cubes),
            notices=notices,
        )
        return replace(read, next_update=max(_px(one, "nextUpdate") for one in documents))

    def _dataset(self, query: Query) -> Dataset:
        dataset = self._datasets.get(query.dataset)
        if dataset is None or not dataset.region:
            raise NotOffered(
                f"The catalogue does not say what table {query.dataset} calls its regions and periods.",
                remedy="Give the data set 'region' and 'time' in models/catalogue/sources.toml.",
            )
        return dataset

    def _description(self, table: str, folder: Path) -> pxweb.Description:
        """What a table has; asked once a refresh."""
        with self._turn:
            if table not in self._described:
                address = f"{self._base}/tables/{quote(table, safe='')}/metadata?lang=en"
                path = folder / f"{re.sub(r'[^A-Za-z0-9]', '_', table)[:60]}-metadata.json"
                came = self._download(address, path, table)
                self._described[table] = pxweb.description(came.path.read_bytes())
            return self._described[table]

    def _asked(self, selection: pxweb.Selection, query: Query, time: str, folder: Path) -> Iterator[Download]:
        """One question, in halves of its periods where the service finds it too large."""
        address = selection.address(self._base, quote(query.dataset, safe=""))
        body = selection.body(address)
        path = _file(folder, query, address.encode() + (body or b""))
        try:
            yield self._download(address, path, query.dataset, body)
        except TooLarge:
            if (halves := pxweb.halves(selection, time)) is None:
                raise
            for half in halves:
                yield from self._asked(half, query, time, folder)

    def _download(self, address: str, path: Path, table: str, body: bytes | None = None) -> Download:
        try:
            return self._client.download(address, path, largest=jsonstat.LARGEST, accept=_accept, question=body)
        except Refused as refused:
            raise pxweb.refusal(refused, table) from refused

    def _in_their_years(
        self, cells: pd.DataFrame, labels: Mapping[str, str], dataset: Dataset
    ) -> tuple[pd.DataFrame, tuple[Notice, ...]]:
        """The cells of codes in the years in which they stand, and what became of the others."""
        years = {code: self._years(code, labels.get(code, "")) for code in cells[dataset.region].cat.categories}
        when = cells[dataset.time].astype(str).map(lambda text: period(text)[:4])
        where = cells[dataset.region].astype(str)
        first, last = where.map(lambda code: years[code][0]), where.map(lambda code: years[code][1])
        inside = (when >= first) & (when <= last)
        kept = cells.loc[inside]
        return kept, tuple(self._followed({str(code) for code in kept.loc[kept["value"].notna(), dataset.region]}))

    def _years(self, code: str, label: str) -> Years:
        """First and last year of a code, "0000" and "9999" where open."""
        region = self._regions.get(code)
        match = _YEARS.search(label) or (_VERSION.fullmatch(region.version) if region else None)
        first, last = match.groups() if match else (None, None)
        return first or "0000", last or "9999"

    def _followed(self, codes: set[str]) -> Iterator[Notice]:
        """Which territories go on under another code, and which do not go on."""
        came_from: dict[str, list[str]] = defaultdict(list)
        ended = []
        for code in sorted(codes):
            successor = self._regions[code].successor if code in self._regions else ""
            if "+" in successor:
                ended.append(f"{code} was split into {successor.replace('+', ' and ')}")
            elif successor:
                came_from[successor].append(code)
        same = [f"{old[0]} → {new}" for new, old in came_from.items() if len(old) == 1]
        ended += [f"{' and '.join(old)} were merged into {new}" for new, old in came_from.items() if len(old) > 1]
        if same:
            yield Notice("renumbered", f"The same territory under a new code: {some(same)}.")
        if ended:
            yield Notice("territory_ended", f"No series goes on: {some(ended)}.")


def _put_right(query: Query, dataset: Dataset) -> str:
    """What to do about a code that was never seen in the table."""
    filters = ", ".join(f'{name} = "{code}"' for name, code in query.filter.items())
    return (
        f"Not confirmed yet in table {dataset.code}: {', '.join(dataset.unverified)}. Put the right names into the "
        f"data set (region, time) or the indicator's filter ({filters}), in models/catalogue/ or in a folder of your "
        "own (OSLOREGION_CATALOGUE)."
    )


def _accept(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(4096).lstrip(b"\xef\xbb\xbf \t\r\n")
        file.seek(max(0, path.stat().st_size - 4096))
        tail = file.read().rstrip()
    if not head.startswith(b"{"):
        raise NotData("Something else came where JSON was due.", detail=f"It begins: {head[:200]!r}")
    if not tail.endswith(b"}"):
        raise Truncated("The answer ends before its end.", detail=f"It ends: {tail[-200:]!r}")


def _px(document: Any, name: str) -> str:  # noqa: ANN401 - any JSON value
    """What an answer says of its table (`extension.px`): its number, its next update; "" where it does not."""
    extension = document.get("extension") if isinstance(document, dict) else None
    px = extension.get("px") if isinstance(extension, dict) else None
    return str(px.get(name) or "") if isinstance(px, dict) else ""


def _labels(documents: list[Any], region: str) -> dict[str, str]:
    """The publisher's names of regions by code."""
    names: dict[str, str] = {}
    for document in documents:
        labels = document["dimension"][region]["category"].get("label", {}) if region in document["dimension"] else {}
        names |= {str(code): str(name) for code, name in labels.items()} if isinstance(labels, dict) else {}
    return names


def _renamed(regions: pd.Series) -> pd.Series:
    """Codes as the catalogue has them: the country, and sums without their letter."""
    names = {
        code: _COUNTRY.get(code, match[1] if (match := _SUMMED.fullmatch(code)) else code)
        for code in regions.cat.categories
    }
    if len(set(names.values())) < len(names):
        raise Changed("The answer holds municipalities both as they are and as sums.")
    return regions.cat.rename_categories(names)


def _file(folder: Path, query: Query, question: bytes) -> Path:
    """The same question is kept under the same name."""
    name = re.sub(r"[^A-Za-z0-9_]", "_", query.dataset)[:60]
    return folder / f"{name}-{hashlib.sha256(question).hexdigest()[:12]}.json"
