"""Brønnøysund's register of enterprises (`enheter`) and of workplaces (`underenheter`): how many there are.

The register knows no past: an answer counts what stands there on the day it is asked, kept under that month. It is
asked once for each municipality, for one unit alone: the count stands beside it. The unit that comes tells whether
the question was understood, since a filter that the register does not know is passed over in silence.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import uuid4

import pandas as pd

from data_sources import jsonstat
from data_sources.base import Answer, Notice, Query, Reading
from data_sources.errors import BadQuestion, Changed, NotData, NotFound, Refused, SourceError
from data_sources.http import Client, Download
from data_sources.readings import reading

AT_ONCE = 2  # there is no published limit
CAP = 10_000  # units that can be paged through; whether counts stop there too, the register does not say
_ADDRESS = {"enheter": "forretningsadresse", "underenheter": "beliggenhetsadresse"}
_INDUSTRIES = ("naeringskode1", "naeringskode2", "naeringskode3")
_LARGEST = 1_000_000  # bytes of an answer with one unit


class Brreg:
    """Counts of Enhetsregisteret.

    Args:
        base: address before /enheter.
        client: asks.
        municipalities: codes of the municipalities of today.
    """

    name = "brreg"

    def __init__(self, base: str, client: Client, municipalities: Iterable[str]) -> None:
        self._base, self._client, self._municipalities = base, client, tuple(municipalities)

    def fetch(self, query: Query, folder: Path) -> Answer:
        """See `Source`. One request for each municipality; none may fail."""
        if query.dataset not in _ADDRESS:
            raise NotFound(f"The register has no list '{query.dataset}'; it has {', '.join(_ADDRESS)}.")
        came = {code: self._asked(query, code, folder) for code in self._municipalities}
        pattern = (
            f"{self._base}/{query.dataset}?{urlencode({**query.filter, 'kommunenummer': '*', 'size': 1}, safe='*')}"
        )
        moment = datetime.now(UTC)
        path = folder / f"{query.dataset}-{_digest(pattern)}.json"
        sha = _together(path, f"{moment:%Y-%m}", came)
        return Answer(query, pattern, moment, path, sha)

    def parse(self, answer: Answer) -> Reading:
        """See `Source`."""
        query = answer.query
        # An answer for each municipality, of some dozen objects each.
        document = jsonstat.load(answer.path.read_bytes(), containers=1_000_000)
        try:
            month, counted = str(document["period"]), document["answers"]
            counts = {str(one["kommunenummer"]): one["answer"] for one in counted}
        except (KeyError, TypeError) as error:
            raise NotData("The file holds no counts of the register.", detail=repr(error)[:300]) from error
        rows = {code: _count(said, code, query) for code, said in counts.items()}
        capped = sorted(code for code, count in rows.items() if count == CAP)
        cells = pd.DataFrame(
            {
                "kommunenummer": pd.Categorical(list(rows)),
                "month": pd.Categorical([month] * len(rows)),
                **{name: pd.Categorical([code] * len(rows)) for name, code in query.filter.items()},
                "value": [float("nan") if code in capped else float(count) for code, count in rows.items()],
                "status": pd.Categorical([""] * len(rows)),
            }
        )
        words = f"Exactly {CAP:,} for {', '.join(capped)}: perhaps no count but a limit, so left out."
        notices = (Notice("counts_capped", words),) if capped else ()
        return reading(cells, query, region="kommunenummer", time="month", notices=notices)

    def _asked(self, query: Query, municipality: str, folder: Path) -> Download:
        fields = {**query.filter, "kommunenummer": municipality, "size": 1}
        address = f"{self._base}/{query.dataset}?{urlencode(fields)}"
        path = folder / f"{query.dataset}-{municipality}-{_digest(address)}.json"
        try:
            return self._client.download(address, path, largest=_LARGEST, accept=_accept)
        except Refused as refused:
            raise _refusal(refused, query) from refused


def _count(said: Any, municipality: str, query: Query) -> int:  # noqa: ANN401 - any JSON value
    """How many units an answer counts, if it is one to the question.

    Raises:
        NotData: no such answer, or one that contradicts itself.
        Changed: the units that came are not those that were asked for.
    """
    try:
        total = said["page"]["totalElements"]
        units = said.get("_embedded", {}).get(query.dataset, [])  # absent where there is none
        if type(total) is not int or total < 0 or not isinstance(units, list) or (total > 0 and not units):
            raise ValueError("the count fits no units")
        for unit in units:
            _check_unit(unit, municipality, query)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        detail = f"{type(error).__name__}: {error}"[:300]
        raise NotData(f"The register's answer for {municipality} cannot be read.", detail=detail) from error
    return int(total)


def _check_unit(unit: Mapping[str, Any], municipality: str, query: Query) -> None:
    if unit.get("slettedato"):
        raise Changed(f"The register counts deleted units (any more); {unit.get('organisasjonsnummer')} is one.")
    place = (unit.get(_ADDRESS[query.dataset]) or {}).get("kommunenummer", municipality)
    if place != municipality:
        raise Changed(f"Asked for municipality {municipality}, the register answers with one in {place}.")
    wanted = tuple(query.filter.get("naeringskode", "").split(","))
    codes = [str(unit[name].get("kode", "")) for name in _INDUSTRIES if isinstance(unit.get(name), dict)]
    if codes and not any(code.startswith(wanted) for code in codes):
        raise Changed(f"Asked for industry {', '.join(wanted)}, the register answers with one of {', '.join(codes)}.")


def _together(path: Path, month: str, came: Mapping[str, Download]) -> str:
    """Put the answers as they came into one file, in one step, and remove their own. Returns its SHA-256."""
    answers = [
        f'{{"kommunenummer": "{code}", "answer": '.encode() + d.path.read_bytes() + b"}" for code, d in came.items()
    ]
    content = f'{{"period": "{month}", "answers": [\n'.encode() + b",\n".join(answers) + b"\n]}\n"
    fresh = path.with_name(f".{path.name}.{uuid4().hex}.part")
    fresh.write_bytes(content)
    fresh.replace(path)
    for part in came.values():
        part.path.unlink(missing_ok=True)
    return hashlib.sha256(content).hexdigest()


def _accept(path: Path) -> None:
    """Whether a file is a whole JSON object: it is put into another as it is."""
    if not isinstance(jsonstat.load(path.read_bytes()), dict):
        raise NotData("Something else came where a JSON object was due.")


def _refusal(refused: Refused, query: Query) -> SourceError:
    try:
        document = json.loads(refused.body)
        said = "; ".join(str(one.get("feilmelding", one)) for one in document.get("valideringsfeil", ()))
        said = (said or str(document.get("feilmelding", document)))[:300]
    except (ValueError, AttributeError, TypeError, RecursionError):
        said = refused.body.decode("utf-8", "replace")[:300]
    detail = f"{refused.detail}\n{said}"
    asked = ", ".join(f"{name}={code}" for name, code in query.filter.items())
    if refused.status == 400:
        return BadQuestion(f"The register does not understand the question ({asked}): {said}", detail=detail)
    if refused.status in (404, 410):
        return NotFound(f"The register has no list '{query.dataset}' (any more).", detail=detail)
    return refused


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]
