"""What Eurostat says beside figures: errors, warnings, and tickets for answers that it prepares."""

import json
import re
from pathlib import Path

from data_sources.errors import (
    BadQuestion,
    NoFigures,
    NotData,
    NotFound,
    Refused,
    SourceError,
    TooLarge,
    Truncated,
    Unavailable,
)

HEAD = 1 << 16  # bytes in which an error, a warning or a ticket fits
_TICKET = re.compile(rb"<(?:\w+:)?queued\b.{0,500}?<(?:\w+:)?id>\s*([\w-]{8,64})\s*<", re.DOTALL)
_STATUS = re.compile(rb"<(?:\w+:)?status>\s*([A-Z_]{4,40})\s*<")
_FAULT = re.compile(rb"<faultcode>\s*(\d{1,4})\s*</faultcode>.{0,500}?<faultstring>(.{0,1000}?)<", re.DOTALL)


class Asynchronous(Exception):
    """The Statistics API would prepare the answer, but offers no way to come back for it."""


def publisher_error(body: bytes) -> SourceError | None:
    """What Eurostat says is wrong, in JSON or as a SOAP fault; None where it says nothing."""
    if match := _FAULT.search(body[:HEAD]):
        return _typed(int(match[1]), match[2].decode("utf-8", "replace"))
    try:
        document = json.loads(body) if len(body) <= HEAD else None
        said = document["error"] if isinstance(document, dict) else None
        said = said[0] if isinstance(said, list) else said
        return _typed(int(said["status"]), str(said["label"]), int(said.get("id", 0))) if said else None
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError):
        return None


def _typed(status: int, label: str, number: int = 0) -> SourceError:
    """An error by what Eurostat's label says, else by its status."""
    label = " ".join(label.split())[:500]
    code = label.upper()
    kind: type[SourceError]
    if "TOO_BIG" in code or 413 in (status, number) or status in (130, 510):
        kind, words = TooLarge, "Eurostat finds the question too large."
    elif "NO_RESULTS" in code or "NO RESULTS" in code or (number, status) == (100, 200):
        kind, words = NoFigures, "Eurostat has no figures for this filter."
    elif "NOT_FOUND" in code or status in (404, 100):
        kind, words = NotFound, "Eurostat has no such data set."
    elif status in (400, 140, 150):
        kind, words = BadQuestion, "Eurostat does not understand the filter."
    elif status >= 500:
        kind, words = Unavailable, "Eurostat's service fails."
    else:
        kind, words = Refused, f"Eurostat refuses ({status})."
    return kind(words, detail=label)


def refusal(refused: Refused) -> SourceError:
    """What a refusal says, else what its HTTP status means."""
    if said := publisher_error(refused.body):
        return said
    return _typed(refused.status, refused.detail) if refused.status in (400, 404, 413) else refused


def web_page(head: bytes) -> NotData:
    """The error for XML or HTML without a fault inside."""
    return NotData("A web page or other XML came where figures were due.", detail=f"It begins: {head[:200]!r}")


def accept_json(path: Path) -> None:
    """Whether a file is a JSON answer with figures, as far as its ends tell."""
    data = _ends(path)
    if data[:1] == b"<":
        raise publisher_error(data) or web_page(data)
    if data[:1] != b"{":
        raise NotData("Something else came where JSON was due.", detail=f"It begins: {data[:200]!r}")
    if not data.endswith(b"}"):
        raise Truncated("The JSON answer ends before its end.")
    if path.stat().st_size > HEAD:
        return
    if error := publisher_error(data):
        raise error
    if (warning := _warning(data)) and "ASYNCHRONOUS" in warning.upper():
        raise Asynchronous


def accept_tsv(path: Path) -> None:
    """Whether a file is TSV, or a ticket for one."""
    data = _ends(path)
    if data[:1] == b"<" and not _TICKET.search(data):
        raise publisher_error(data) or web_page(data)
    if data[:1] != b"<" and b"\\time" not in data.split(b"\n")[0].lower():
        raise NotData("Something else came where TSV was due.", detail=f"It begins: {data[:200]!r}")


def accept_xml(path: Path) -> None:
    """Whether a file is XML without a fault inside."""
    data = _ends(path)
    if error := publisher_error(data):
        raise error
    if data[:1] != b"<" or b"<html" in data.lower():
        raise NotData("Something else came where XML was due.", detail=f"It begins: {data[:200]!r}")


def _ends(path: Path) -> bytes:
    """A small file whole, of a large one the beginning and the end, without white space around."""
    with path.open("rb") as file:
        data = file.read(HEAD)
        if path.stat().st_size > HEAD:
            file.seek(-HEAD, 2)
            data += file.read()
    return data.strip(b"\xef\xbb\xbf \t\r\n")


def job_status(path: Path) -> str:
    """How far a prepared answer is: SUBMITTED, PROCESSING, AVAILABLE, EXPIRED, UNKNOWN_REQUEST."""
    match = _STATUS.search(_ends(path))
    return match[1].decode() if match else "unknown"


def ticket(path: Path) -> str:
    """The number under which an answer is being prepared, or "" where the file is no ticket."""
    match = _TICKET.search(_ends(path))
    return match[1].decode() if match else ""


def _warning(data: bytes) -> str:
    """The label of a warning in a JSON answer."""
    try:
        said = json.loads(data)["warning"]
        said = said[0] if isinstance(said, list) else said
        return str(said["label"])
    except (ValueError, LookupError, TypeError, RecursionError):
        return ""
