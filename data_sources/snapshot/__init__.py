"""The embedded figures: what an empty store starts with. Made by `build.py`, replaced only on purpose."""

import csv
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from data_sources.errors import SnapshotError

FIGURES, SERIES, PROVENANCE, MANIFEST = "figures.parquet", "series.csv", "provenance.csv", "manifest.json"
OUTLINES = Path(__file__).parent / "outlines"
_REMEDY = "Get the folder data_sources/snapshot anew from the project, or set OSLOREGION_SNAPSHOT."


@dataclass(frozen=True)
class Snapshot:
    """Figures and series as embedded.

    Attributes:
        observations: columns series_id, region, period, value, flag.
        series: columns of the store's table `series`.
        made: when the snapshot was built, ISO.
    """

    observations: pd.DataFrame
    series: pd.DataFrame
    made: str


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def made(folder: Path) -> str:
    """When the snapshot was built, ISO, without reading its figures.

    Raises:
        SnapshotError: the manifest is missing or damaged.
    """
    return str(_manifest(folder)["made"])


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if not (isinstance(manifest["made"], str) and isinstance(manifest["files"], dict)):
            raise TypeError("it does not say when it was made and of which files")
    except FileNotFoundError as error:
        raise SnapshotError(f"The embedded figures are missing: {error.filename}.", remedy=_REMEDY) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SnapshotError("The embedded figures cannot be read.", detail=str(error), remedy=_REMEDY) from error
    return manifest


def extracts(folder: Path) -> dict[str, str]:
    """The day of each extract that the figures were compiled from, by its id: when it was last changed, else fetched.

    Raises:
        SnapshotError: the file is missing or damaged.
    """
    try:
        with (folder / PROVENANCE).open(encoding="utf-8", newline="") as file:
            return {row["id"]: row["last_changed"] or row["retrieved"] for row in csv.DictReader(file)}
    except (OSError, ValueError, KeyError) as error:
        raise SnapshotError("The embedded figures cannot be read.", detail=str(error), remedy=_REMEDY) from error


def load(folder: Path) -> Snapshot:
    """Read and check the snapshot.

    Raises:
        SnapshotError: a file is missing, or differs from what the manifest says.
    """
    manifest = _manifest(folder)
    try:
        wrong = [name for name, sha in manifest["files"].items() if digest(folder / name) != sha]
        if wrong:
            raise SnapshotError(f"The embedded figures are damaged: {', '.join(wrong)}.", remedy=_REMEDY)
        return Snapshot(
            observations=pd.read_parquet(folder / FIGURES),
            series=pd.read_csv(folder / SERIES, dtype=str, keep_default_na=False),
            made=manifest["made"],
        )
    except FileNotFoundError as error:
        raise SnapshotError(f"The embedded figures are missing: {error.filename}.", remedy=_REMEDY) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise SnapshotError("The embedded figures cannot be read.", detail=str(error), remedy=_REMEDY) from error
