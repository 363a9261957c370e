"""What the last refresh found when it asked the publishers, for the pages: kept beside the raw answers."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

FILE = "last_check.json"


@dataclass(frozen=True)
class Check:
    """What publishers had that the store had not.

    Attributes:
        at: when they were asked, ISO, UTC.
        indicators: how many were asked for.
        release: number of a release that the refresh made of it; None where it made none.
        waiting: what it found and did not take up: how many figures are new, revised or withdrawn, by indicator.
        newest: newer periods among those, by indicator.
        refused: how many indicators could not be renewed.
    """

    at: str
    indicators: int
    release: int | None
    waiting: Mapping[str, int]
    newest: Mapping[str, str]
    refused: int = 0  # a note of an older version does not tell


def keep(folder: Path, found: Check) -> None:
    """Keep what a refresh has found; the file is replaced in one step."""
    made = folder / f"{FILE}.new"
    made.write_text(json.dumps(asdict(found)), encoding="utf-8")
    made.replace(folder / FILE)


def last_check(folder: Path) -> Check | None:
    """What the last refresh found; None where there was none, or its note cannot be read."""
    try:
        data = json.loads((folder / FILE).read_text(encoding="utf-8"))
        datetime.fromisoformat(data["at"])
        return Check(**data)
    except (OSError, ValueError, KeyError, TypeError):
        return None
