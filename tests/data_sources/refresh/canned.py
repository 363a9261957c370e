"""A source whose answers a test writes down: real files in the folder of raw answers, no network."""

import hashlib
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from data_sources.base import Answer, Notice, Query, Reading
from data_sources.errors import NoFigures, NotData

COLUMNS = ["region", "period", "value", "flag"]


class Canned:
    """Answers from frames by data set and filter; a value of NaN is a cell that is withheld, an error is raised.

    Attributes:
        frames: region, period, value, flag; or an exception to raise, or bytes that cannot be read.
        asked, read: the queries that came, and those whose answers were parsed.
    """

    def __init__(self, name: str, frames: Mapping[tuple[str, str], object]) -> None:
        self.name = name
        self.frames = dict(frames)
        self.asked: list[str] = []
        self.read: list[str] = []

    def fetch(self, query: Query, folder: Path) -> Answer:
        dimensions = ";".join(f"{k}={v}" for k, v in sorted(query.filter.items()))
        self.asked.append(f"{query.dataset} {dimensions}")
        found = self.frames.get((query.dataset, dimensions))
        if found is None:
            raise NoFigures(f"{query.dataset} has nothing for {dimensions}.")
        if isinstance(found, Exception):
            raise found
        folder.mkdir(parents=True, exist_ok=True)
        content = found if isinstance(found, bytes) else found.to_csv(index=False).encode()
        sha = hashlib.sha256(content).hexdigest()
        path = folder / f"{query.dataset}-{hashlib.sha256(dimensions.encode()).hexdigest()[:8]}.csv"
        # Whole or not at all, as the real ones are: another refresh may read it just now.
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as new:
            new.write(content)
        Path(new.name).replace(path)
        return Answer(query, f"https://example.org/{query.dataset}?{dimensions}", datetime.now(UTC), path, sha)

    def parse(self, answer: Answer) -> Reading:
        self.read.append(answer.query.dataset)
        try:
            frame = pd.read_csv(answer.path, dtype={"region": str, "period": str, "flag": str}, keep_default_na=False,
                                na_values={"value": [""]})[COLUMNS]  # fmt: skip
        except (ValueError, KeyError) as error:
            raise NotData("The answer is no table.") from error
        withheld = frame["value"].isna()
        return Reading(
            figures=frame.loc[~withheld].reset_index(drop=True),
            withheld=frame.loc[withheld, ["region", "period", "flag"]].reset_index(drop=True),
            notices=(Notice("canned", "This answer was written down."),) if len(frame) == 1 else (),
        )


def figures(*rows: tuple[str, str, float | None, str]) -> pd.DataFrame:
    """A frame of figures."""
    return pd.DataFrame(list(rows), columns=COLUMNS)
