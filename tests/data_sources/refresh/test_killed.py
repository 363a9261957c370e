"""A refresh that is killed (SIGKILL) leaves the store as it was before or as it is after: a whole release, always.

Real processes with the real collector, asking a fake publisher over loopback. They are forked from a process that has
imported everything, or forty starts of Python would take minutes.
"""

import os
import random
import signal
import sys
import time
from types import ModuleType
from unittest.mock import patch

import pandas as pd
import pytest
from sqlalchemy import text

from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.writer import load_snapshot
from tests.data_sources.refresh.worker import ASKED, PROCESSES, refresh
from tests.fakes import FakePublisher, tables

KILLS = 20
REGIONS = 60
YEARS = range(2006, 2026)


class Scene:
    """A store of a few thousand figures, and a publisher that revises most of them for each refresh."""

    def __init__(self, url, folder, catalogue):
        self.url, self.folder, self.catalogue = url, folder, catalogue
        codes = sorted(catalogue.members("europe"))[:REGIONS]
        keys = pd.MultiIndex.from_product([codes, [str(y) for y in YEARS]], names=["region", "period"]).to_frame(
            index=False
        )
        bases = zip(ASKED, (4_000_000.0, 1_000_000.0, 2_000_000.0), strict=True)
        parts = [keys.assign(indicator=name, value=base + keys.index, flag="") for name, base in bases]
        self.figures = pd.concat(parts, ignore_index=True)
        series = pd.DataFrame(
            [(f"{i}.old", i, "Eurostat", catalogue.indicators[i].dataset, "", "", "", "S01") for i in ASKED],
            columns=["id", "indicator", "publisher", "dataset", "dimensions", "unit", "derived", "origin"],
        )
        observations = self.figures.assign(series_id=self.figures["indicator"] + ".old")
        columns = ["series_id", "region", "period", "value", "flag"]
        load_snapshot(store.create(url), Snapshot(observations[columns], series, "2026-11-24"))

    def publish(self, publisher, edition):
        """All figures of nights and every other one of the inhabitants are others than in the edition before."""
        of_people = self.figures["indicator"] == "population_total"
        shift = 10.0 * edition * (~of_people | (self.figures.index % 2 == 0))
        publisher.tables = tables(self.figures.assign(value=self.figures["value"] + shift), self.catalogue)

    def process(self, publisher, **options):
        """A refresh under way."""
        return started(refresh, self.url, self.folder, publisher.addresses, **options)

    def settle(self):
        """Wait until the database server has done what a killed client had already asked of it (a commit, say)."""
        engine = store.create(self.url)
        if engine.dialect.name != "postgresql":
            return
        busy = text(
            "SELECT count(*) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
        )
        deadline = time.monotonic() + 60
        with engine.connect() as connection:
            while connection.scalar(busy) and time.monotonic() < deadline:
                connection.rollback()
                time.sleep(0.02)

    def state(self):
        """The newest release: its number and figures by indicator."""
        self.settle()
        reader = Reader(store.create(self.url))
        frame = reader.newest().frame
        assert not frame.duplicated(["indicator", "region", "period"]).any()
        ids = [release.id for release in reader.releases()]
        assert ids == list(range(1, len(ids) + 1))
        return ids[-1], frame[["indicator", "region", "period", "value", "flag", "series"]].astype(str)

    def whole(self, before):
        """The state now, which is the one before or that with every figure of the new edition."""
        number, frame = self.state()
        if number == before[0]:
            pd.testing.assert_frame_equal(frame, before[1])
            return number, frame
        assert number == before[0] + 1
        reader = Reader(store.create(self.url))
        summary = reader.releases()[-1].summary
        assert reader.revisions(number - 1, number).counts == summary.counts
        assert summary.indicators["nights_total"].total >= REGIONS * len(YEARS)
        assert summary.refused == {}
        return number, frame


def started(target, *arguments, **options):
    """A process under way."""
    made = PROCESSES.Process(target=target, args=arguments, kwargs=options, daemon=True)
    # A new process would run this one's main module again, and a page's test leaves its page there.
    with patch.dict(sys.modules, {"__main__": ModuleType("__main__")}):
        made.start()
    return made


@pytest.fixture(scope="module", autouse=True)
def imported():
    """What the others are forked from has imported everything: that takes seconds, which are no part of a refresh."""
    started(os.getpid).join()


@pytest.fixture
def scene(url, tmp_path, catalogue):
    return Scene(url, tmp_path / "answers", catalogue)


def test_killed_twenty_times_at_random_moments(scene):
    dice, numbers = random.Random(os.urandom(8)), set()
    with FakePublisher() as publisher:
        scene.publish(publisher, 1)
        start = time.monotonic()
        process = scene.process(publisher)
        process.join(60)
        took = time.monotonic() - start
        before = scene.whole((1, None))
        assert before[0] == 2
        for edition in range(2, KILLS + 2):
            scene.publish(publisher, edition)
            process = scene.process(publisher)
            process.join(dice.uniform(0.1 * took, took))
            process.kill()
            process.join()
            before = scene.whole(before)
            numbers.add(before[0])
        scene.publish(publisher, KILLS + 2)
        process = scene.process(publisher)
        process.join(60)
        assert process.exitcode == 0
        assert scene.whole(before)[0] == before[0] + 1  # and the next refresh is none the worse for it


@pytest.mark.parametrize("moment", ["_close", "_insert"])
def test_killed_in_the_middle_of_the_transaction(scene, moment):
    before = scene.state()
    with FakePublisher() as publisher:
        scene.publish(publisher, 1)
        process = scene.process(publisher, die_in=moment)
        process.join(60)
        assert process.exitcode == -signal.SIGKILL
        assert scene.whole(before)[0] == before[0]
        process = scene.process(publisher)
        process.join(60)
        assert process.exitcode == 0
        assert scene.whole(before)[0] == before[0] + 1
