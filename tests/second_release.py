"""A store with a second release, as tests of what is new need it."""

import fcntl
import shutil
from pathlib import Path

import pandas as pd

from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts

RATE = "unemployment_rate_15_74"
TAIL = ["series_id", "region", "period"]


def with_news(database_url: str, folder: Path) -> str:
    """A copy of the tests' store whose second release brings 2026 for NO08, revises 2024 and withdraws 2025."""
    path = folder / "news.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    bring_news(f"sqlite:///{path}")
    return f"sqlite:///{path}"


def news_of_all(database_url: str, common: Path) -> str:
    """Such a store for all who only read it, made by the first of the test processes."""
    with (common / "news.making").open("a") as making:
        fcntl.flock(making, fcntl.LOCK_EX)
        made = common / "news.sqlite"
        return f"sqlite:///{made}" if made.exists() else with_news(database_url, common)


def bring_news(url: str) -> None:
    """Write that second release into a store that has one."""
    engine = store.create(url)
    figures = Reader(engine).newest()

    def series(indicator, period):
        rows = figures.indicator(indicator)
        return rows.loc[(rows["region"] == "NO08") & (rows["period"] == period), "series"].astype(str).item()

    rates, nights, people = series(RATE, "2025"), series("nights_total", "2024"), series("population_total", "2025")
    adding = [(rates, "NO08", "2026", 4.5, ""), (nights, "NO08", "2024", 11_904_460.0, "p")]
    made = Renewal(
        pd.DataFrame([(nights, "NO08", "2024"), (people, "NO08", "2025")], columns=TAIL),
        pd.DataFrame(adding, columns=[*TAIL, "value", "flag"]),
        pd.DataFrame({"id": []}),
        Summary(
            "refresh",
            Counts(1, 1, 1),
            indicators={RATE: Counts(1), "nights_total": Counts(revised=1), "population_total": Counts(withdrawn=1)},
            updated={"lfst_r_lfu3rt": "2026-04-09T23:00:00+0200"},
        ),
    )
    assert write_release(engine, 1, made) == 2
