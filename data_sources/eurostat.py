"""Eurostat: the Statistics API (JSON-stat), and its bulk files (SDMX-TSV) where that API cannot give an answer at once.

The API drops unknown codes without a word (`readings.py` finds them), says errors and warnings with status 200
(`eurostat_messages.py`), and refuses large questions (`Eurostat.fetch` splits them).
"""

import hashlib
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote, urlencode

from data_sources import jsonstat, sdmx
from data_sources.base import Answer, Notice, Query, Reading
from data_sources.errors import AsynchronousTimeout, Changed, NoFigures, NotData, Refused, TooLarge
from data_sources.eurostat_messages import (
    HEAD,
    Asynchronous,
    accept_json,
    accept_tsv,
    accept_xml,
    job_status,
    publisher_error,
    refusal,
    ticket,
    web_page,
)
from data_sources.http import Client, Download
from data_sources.parts import together, union
from data_sources.readings import asked, reading

AT_ONCE = 2  # there is no published limit; two requests at a time are what Eurostat's pages call fair
_BULK = 2_000_000_000  # bytes of a whole data set, unpacked
_LEVELS = ("aggregate", "country", "nuts1", "nuts2", "nuts3")
_FIRST_YEAR = 1960


class Eurostat:
    """Figures of Eurostat.

    Args:
        base: address before /statistics/1.0 and /sdmx/2.1.
        client: asks.
    """

    name = "eurostat"

    def __init__(self, base: str, client: Client) -> None:
        self._base, self._client = base, client
        self._bulk_turn = threading.Lock()
        self._whole: dict[Path, Download] = {}  # fetched by this source, which lives as long as one refresh

    def fetch(self, query: Query, folder: Path) -> Answer:
        """See `Source`.

        A question too large is asked by levels of region and then by years; one whose answer must be prepared is
        answered from the bulk file.
        """
        with suppress(TooLarge):
            try:
                came = self._statistics(query, folder)
            except Asynchronous:
                came = self._bulk(query, folder)
            return Answer(query, came.address, came.fetched, came.path, came.sha256)
        return self._split(query, folder)

    def parse(self, answer: Answer) -> Reading:
        """See `Source`."""
        with answer.path.open("rb") as file:
            head = file.read(HEAD).lstrip(b"\xef\xbb\xbf \t\r\n")
        if head[:1] in (b"{", b"["):
            return _parse_json(answer)
        if head[:1] == b"<":
            raise publisher_error(head) or web_page(head)
        read = sdmx.read_csv if b"OBS_VALUE" in head.split(b"\n")[0] else sdmx.read_tsv
        table = read(answer.path, asked(answer.query))
        return reading(table.cells, answer.query, region="geo", time="time", letters=letters, updated=table.updated)

    def _statistics(self, query: Query, folder: Path, **narrowed: str) -> Download:
        """One question to the Statistics API."""
        fields = [("format", "JSON"), ("lang", "EN")]
        fields += [(dimension, code) for dimension, codes in asked(query).items() for code in codes]
        if query.since is not None and "sinceTimePeriod" not in narrowed:
            narrowed["sinceTimePeriod"] = str(query.since)
        address = f"{self._base}/statistics/1.0/data/{_code(query)}?{urlencode([*fields, *narrowed.items()])}"
        return self._download(address, _file(folder, query, address, "json"), jsonstat.LARGEST, accept_json)

    def _download(self, address: str, path: Path, largest: int, accept: Callable[[Path], None]) -> Download:
        try:
            return self._client.download(address, path, largest=largest, accept=accept)
        except Refused as refused:
            raise refusal(refused) from refused

    def _split(self, query: Query, folder: Path) -> Answer:
        """The same question in parts; the answers as they came, in one JSON list."""
        parts = [part for level in _LEVELS for part in self._by_years(query, folder, level)]
        if not parts:
            raise NoFigures(f"Eurostat has no figures for this filter of {query.dataset}.")
        path = _file(folder, query, "\n".join(part.address for part in parts), "json")
        sha = together(parts, path)
        addresses = "\n".join(part.address for part in parts)
        return Answer(query, addresses, datetime.now(UTC), path, sha)

    def _by_years(
        self, query: Query, folder: Path, level: str, years: tuple[int, int] | None = None
    ) -> Iterator[Download]:
        """One level of regions, halved by years until the answers come."""
        span = {"sinceTimePeriod": str(years[0]), "untilTimePeriod": str(years[1])} if years else {}
        try:
            yield self._statistics(query, folder, geoLevel=level, **span)
        except NoFigures:
            return
        except (TooLarge, Asynchronous) as error:
            first, last = years or (query.since or _FIRST_YEAR, datetime.now(UTC).year + 1)
            if first >= last:
                detail = f"Even {level} in {first} alone."
                raise TooLarge(f"Eurostat finds the question to {query.dataset} too large.", detail=detail) from error
            middle = (first + last) // 2
            yield from self._by_years(query, folder, level, (first, middle))
            yield from self._by_years(query, folder, level, (middle + 1, last))

    def _bulk(self, query: Query, folder: Path) -> Download:
        """The whole data set as a file, once for all questions to it; one at a time, as Eurostat asks."""
        address = f"{self._base}/sdmx/2.1/data/{_code(query)}?format=TSV&compressed=true"
        path = _file(folder, query, address, "tsv", whole=True)
        with self._bulk_turn:
            if (known := self._whole.get(path)) and path.exists():
                return known
            came = self._download(address, path, _BULK, accept_tsv)
            if number := ticket(path):
                path.unlink()
                self._wait(number, folder)
                came = self._download(f"{self._base}/1.0/async/data/{quote(number)}", path, _BULK, accept_tsv)
            self._whole[path] = came
            return came

    def _wait(self, number: str, folder: Path) -> None:
        """Until a prepared answer is ready."""
        patience = self._client.patience
        until = time.monotonic() + patience.prepare
        path = folder / f"ticket-{number}.xml"
        try:
            while (status := self._job(number, path)) != "AVAILABLE":
                if status not in ("SUBMITTED", "PROCESSING"):
                    raise AsynchronousTimeout("Eurostat has given up the answer it was preparing.", detail=status)
                if time.monotonic() + patience.poll > until:
                    words = f"Eurostat was still preparing the answer after {patience.prepare:,.0f} seconds."
                    raise AsynchronousTimeout(words, detail=f"Its number is {number}.")
                time.sleep(patience.poll)
        finally:
            path.unlink(missing_ok=True)

    def _job(self, number: str, path: Path) -> str:
        self._download(f"{self._base}/1.0/async/status/{quote(number)}", path, HEAD, accept_xml)
        return job_status(path)


def letters(status: str) -> str:
    """Our flag letters for a status of Eurostat: "b", "bu", and with confidentiality "b|C"."""
    return "".join(character for character in status.lower() if character not in "|@ ")


def _parse_json(answer: Answer) -> Reading:
    """A JSON-stat answer, or a list of them where the question was split."""
    if answer.path.stat().st_size > jsonstat.LARGEST:
        raise TooLarge(f"The answer has {answer.path.stat().st_size:,} bytes, too many to read at once.")
    data = answer.path.read_bytes()
    if error := publisher_error(data):
        raise error
    document = jsonstat.load(data)
    parts = document if isinstance(document, list) else [document]
    if not parts:
        raise NotData("The answer is an empty list.")
    notices = tuple(
        Notice("warning", f"Eurostat says of {answer.query.dataset}: {_label(part)}")
        for part in parts
        if isinstance(part, dict) and "warning" in part
    )
    if notices and isinstance(document, dict) and "value" not in document:
        raise NotData("Eurostat sent a warning and no figures.", detail=notices[0].text)
    cubes = [jsonstat.read(part) for part in parts]
    for cube in cubes:
        if cube.name and cube.name.upper() != answer.query.dataset.upper():
            raise Changed(f"Eurostat answered with the data set {cube.name[:60]}, asked for {answer.query.dataset}.")
    return reading(
        union([cube.cells for cube in cubes]),
        answer.query,
        region="geo",
        time="time",
        letters=letters,
        updated=max(cube.updated for cube in cubes),
        notices=notices,
    )


def _label(document: dict[str, object]) -> str:
    said = document["warning"]
    return str(said.get("label", said) if isinstance(said, dict) else said)[:300]


def _code(query: Query) -> str:
    return quote(query.dataset, safe="")


def _file(folder: Path, query: Query, address: str, ending: str, *, whole: bool = False) -> Path:
    """The same question is kept under the same name."""
    what = "whole" if whole else hashlib.sha256(address.encode()).hexdigest()[:12]
    return folder / f"{re.sub(r'[^A-Za-z0-9_]', '_', query.dataset)[:60]}-{what}.{ending}"
