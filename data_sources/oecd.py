"""The OECD's regional figures, by SDMX-CSV with labels.

The catalogue says how a data set is asked for (`flow` and `key` in `sources.toml`). UNIT_MULT in an indicator's filter
is the power of ten that its unit counts by, 0 where it says none; figures that come by another are converted.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

import numpy as np
import pandas as pd

from data_sources import sdmx
from data_sources.base import Answer, Notice, Query, Reading
from data_sources.errors import BadQuestion, Changed, NoFigures, NotData, NotFound, NotOffered, Refused, SourceError
from data_sources.http import Client
from data_sources.readings import asked, reading
from models.catalogue.sources import Dataset

PER_HOUR = 60  # downloads, by the OECD's terms of use
_LARGEST = 200_000_000  # bytes
_MULTIPLIER = "UNIT_MULT"
_POWER = re.compile(r"-?\d{1,2}", re.ASCII)
# SDMX code lists CL_OBS_STATUS and CL_CONF_STATUS; what stands for a plain or a missing figure has no letter.
_LETTERS = dict.fromkeys("AMOLHJSKWXG", "") | {"B": "b", "D": "d", "E": "e", "I": "e", "F": "f", "N": "n", "P": "p"}
_LETTERS |= {"U": "u", "R": "r", "Q": "c", "C": "c"}
_OPEN = frozenset({"", "F", "A"})  # confidentiality: free


class Oecd:
    """Figures of the OECD.

    Args:
        base: address before /data.
        client: asks.
        datasets: the catalogue's data sets.
    """

    name = "oecd"

    def __init__(self, base: str, client: Client, datasets: Mapping[str, Dataset]) -> None:
        self._base, self._client, self._datasets = base, client, datasets

    def fetch(self, query: Query, folder: Path) -> Answer:
        """See `Source`."""
        dataset = self._dataset(query)
        codes = asked(query)
        if strange := [dimension for dimension in codes if dimension not in (*dataset.key, _MULTIPLIER)]:
            raise BadQuestion(f"The key of {query.dataset} has no dimension {', '.join(strange)[:200]}.")
        key = ".".join(quote("+".join(codes.get(dimension, [])), safe="+") for dimension in dataset.key)
        fields = {"dimensionAtObservation": "AllDimensions", "format": "csvfilewithlabels"}
        if query.since is not None:
            fields["startPeriod"] = str(query.since)
        address = f"{self._base}/data/{quote(dataset.flow, safe=',@')}/{key}?{urlencode(fields)}"
        name = (
            f"{re.sub(r'[^A-Za-z0-9_]', '_', query.dataset)[:60]}-{hashlib.sha256(address.encode()).hexdigest()[:12]}"
        )
        try:
            came = self._client.download(address, folder / f"{name}.csv", largest=_LARGEST, accept=_accept)
        except Refused as refused:
            raise _refusal(refused, query) from refused
        return Answer(query, came.address, came.fetched, came.path, came.sha256)

    def parse(self, answer: Answer) -> Reading:
        """See `Source`."""
        _accept(answer.path)
        query = answer.query
        wanted = int(query.filter.get(_MULTIPLIER, "0"))
        query = Query(query.dataset, {k: v for k, v in query.filter.items() if k != _MULTIPLIER}, query.since)
        table = sdmx.read_csv(answer.path, asked(query), self._dataset(query).key, also=[_MULTIPLIER])
        if table.name and query.dataset not in re.split(r"[:,()]", table.name):
            raise Changed(f"The OECD answered with {table.name[:100]}, asked for {query.dataset}.")
        cells, notices = _converted(table.cells, wanted, query)
        return reading(
            cells, query, region="REF_AREA", time="time", letters=letters, updated=table.updated, notices=notices
        )

    def _dataset(self, query: Query) -> Dataset:
        dataset = self._datasets.get(query.dataset)
        if dataset is None or not dataset.flow:
            raise NotOffered(f"The catalogue names no data flow of the OECD for '{query.dataset}'.")
        return dataset


def letters(status: str) -> str:
    """Our flag letters for OBS_STATUS, and CONF_STATUS behind a "|"."""
    observed, _, confidentiality = status.upper().partition("|")
    ours = "".join(_LETTERS.get(letter, letter.lower()) for letter in observed if letter not in " ;,")
    return ours + ("" if confidentiality in _OPEN else "c")


def _accept(path: Path) -> None:
    """Whether a file begins as SDMX-CSV does."""
    with path.open("rb") as file:
        head = file.read(4096).lstrip(b"\xef\xbb\xbf \r\n")
    if b"OBS_VALUE" not in head.split(b"\n")[0]:
        raise NotData("Something else came where SDMX-CSV was due.", detail=f"It begins: {head[:200]!r}")


def _refusal(refused: Refused, query: Query) -> SourceError:
    said = refused.body.decode("utf-8", "replace")[:300]
    detail = f"{refused.detail}\n{said}"
    if refused.status == 404 and ("NoRecordsFound" in said or "NoResultsFound" in said):
        return NoFigures(f"The OECD has no figures for this filter of {query.dataset}.", detail=detail)
    if refused.status == 404:
        return NotFound(f"The OECD has no data flow {query.dataset} of this version.", detail=detail)
    if refused.status in (400, 422):
        return BadQuestion(f"The OECD does not understand the key of {query.dataset}.", detail=detail)
    return refused


def _converted(cells: pd.DataFrame, wanted: int, query: Query) -> tuple[pd.DataFrame, tuple[Notice, ...]]:
    """Values by the power of ten that is wanted."""
    if _MULTIPLIER not in cells:
        return cells, ()
    powers = []
    for text in cells[_MULTIPLIER].cat.categories:
        if not _POWER.fullmatch(text or "0"):
            raise NotData(f"'{text[:20]}' is no power of ten.")
        powers.append(int(text or "0"))
    by = np.array([*powers, wanted])[cells[_MULTIPLIER].cat.codes.to_numpy()] - wanted
    value = cells["value"].to_numpy()
    value = np.where(by < 0, value / 10.0 ** np.maximum(-by, 0), value * 10.0 ** np.maximum(by, 0))
    notices: tuple[Notice, ...] = ()
    if by.any():
        came = ", ".join(sorted({str(power) for power in powers}))
        notices = (Notice("rescaled", f"{query.dataset}: came by the power of ten {came}, kept by {wanted}"),)
    return cells.drop(columns=_MULTIPLIER).assign(value=value), notices
