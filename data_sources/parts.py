"""Questions that had to be asked in parts: the answers as they came in one file, and their cells as one table."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import pandas as pd
from pandas.api.types import union_categoricals

from data_sources.errors import Changed
from data_sources.http import Download


def together(parts: Sequence[Download], path: Path) -> str:
    """Put JSON answers into one file, a JSON list, in one step; their own files are removed.

    Returns:
        SHA-256 of the file.
    """
    fresh = path.with_name(f".{path.name}.{uuid4().hex}.part")
    sha = hashlib.sha256()
    with fresh.open("wb") as file:
        for number, part in enumerate(parts):
            for piece in (b",\n" if number else b"[", part.path.read_bytes()):
                file.write(piece)
                sha.update(piece)
        file.write(b"]")
        sha.update(b"]")
    fresh.replace(path)
    for part in parts:
        part.path.unlink(missing_ok=True)
    return sha.hexdigest()


def union(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The cells of several answers under the codes of all of them.

    Raises:
        Changed: the answers have different dimensions.
    """
    if len(frames) == 1:
        return frames[0]
    columns = set(frames[0].columns)
    if any(set(frame.columns) != columns for frame in frames):
        raise Changed("The parts of the answer have different dimensions.")
    texts = [name for name in frames[0].columns if name != "value"]
    joined = {name: union_categoricals([frame[name] for frame in frames]) for name in texts}
    return pd.DataFrame({**joined, "value": pd.concat([frame["value"] for frame in frames], ignore_index=True)})
