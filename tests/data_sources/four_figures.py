"""The smallest snapshot that a release can change: two series, four figures."""

import pandas as pd

from data_sources.snapshot import Snapshot

COLUMNS = ["series_id", "region", "period", "value", "flag"]
SERIES = pd.DataFrame(
    {
        "id": ["nights.old", "people.old"],
        "indicator": ["nights", "people"],
        "publisher": "Eurostat",
        "dataset": ["tour", "demo"],
        "dimensions": "unit=NR",
        "unit": "",
        "derived": "",
        "origin": "S01",
    }
)
FIGURES = pd.DataFrame(
    [
        ("nights.old", "NO08", "2023", 1.0, ""),
        ("nights.old", "NO08", "2024", 2.0, "p"),
        ("nights.old", "SE11", "2024", 3.0, ""),
        ("people.old", "NO08", "2024", 10.0, ""),
    ],
    columns=COLUMNS,
)
FIRST = Snapshot(FIGURES, SERIES, "2026-11-24")
