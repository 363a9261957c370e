"""The embedded figures: what an empty store starts with. Made by `build.py`, replaced only on purpose."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

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
        made: date the snapshot was built, ISO.
    """

    observations: pd.DataFrame
    series: pd.DataFrame
    made: str


def digest(path: Path) -> str:
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load(folder: Path) -> Snapshot:
    """Read and check the snapshot.

    Raises:
        SnapshotError: a file is missing, or differs from what the manifest says.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
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
