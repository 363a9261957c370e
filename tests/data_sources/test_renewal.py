"""A store that has figures gets what a newer snapshot or another catalogue brings as its next release."""

import json

import pandas as pd
import pytest

from data_sources import prepare as preparing
from data_sources import snapshot
from data_sources.errors import SnapshotError
from data_sources.prepare import prepare, renew
from data_sources.renewal import due, renewal
from data_sources.settings import Settings
from data_sources.snapshot import Snapshot
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import Summary
from data_sources.store.verify import verify
from data_sources.store.writer import Renewal, load_snapshot, write_release
from models.figures.revisions import Counts
from tests.data_sources.four_figures import COLUMNS, FIRST, SERIES

LATER = pd.concat([SERIES, SERIES.iloc[:1].assign(id="nights.new", origin="H01")])
NEW = [
    ("nights.new", "NO08", "2023", 1.0, ""),  # another series, the same figure
    ("nights.new", "NO08", "2024", 2.5, ""),  # revised
    ("nights.new", "NO08", "2025", 4.0, "e"),  # new
    ("people.old", "NO08", "2024", 10.0, ""),
]
SECOND = Snapshot(pd.DataFrame(NEW, columns=COLUMNS), LATER, "2026-11-29T20:00:00+00:00")


@pytest.fixture
def filled(url):
    """A store with the first snapshot, made before releases named a catalogue."""
    engine = store.create(url)
    load_snapshot(engine, FIRST)
    return engine


def take_up(engine, newer, catalogue="2026.2"):
    reader = Reader(engine)
    releases = reader.releases()
    made = renewal(reader, releases, newer, catalogue)
    return write_release(engine, releases[-1].id, made)


def rows(reader, release):
    frame = reader.figures(release).frame
    columns = ["indicator", "region", "period", "value", "flag"]
    return sorted(frame[columns].astype({c: str for c in columns if c != "value"}).itertuples(index=False, name=None))


def test_the_next_release_holds_what_the_newer_snapshot_changed(filled):
    assert take_up(filled, SECOND) == 2
    reader = Reader(filled)
    assert rows(reader, 2) == [
        ("nights", "NO08", "2023", 1.0, ""),
        ("nights", "NO08", "2024", 2.5, ""),
        ("nights", "NO08", "2025", 4.0, "e"),
        ("people", "NO08", "2024", 10.0, ""),
    ]
    assert len(rows(reader, 1)) == 4
    told = reader.releases()[-1].summary
    assert (told.kind, told.counts, told.made, told.catalogue) == ("snapshot", Counts(1, 1, 1), SECOND.made, "2026.2")
    assert told.indicators == {"nights": Counts(1, 1, 1)}
    verify(filled)


def test_it_is_taken_up_once_and_an_older_one_never(filled):
    take_up(filled, SECOND)
    releases = Reader(filled).releases()
    assert not due(releases, SECOND.made, "2026.2")
    assert not due(releases, FIRST.made, "2026.2")
    assert due(releases, "2026-12-01", "2026.2")


def test_another_catalogue_makes_a_release_of_the_same_figures(filled):
    assert due(Reader(filled).releases(), FIRST.made, "2026.2")
    assert take_up(filled, FIRST) == 2
    reader = Reader(filled)
    assert rows(reader, 2) == rows(reader, 1)
    assert reader.releases()[-1].summary.catalogue == "2026.2"
    assert reader.releases()[-1].summary.counts == Counts()
    # A newer snapshot later finds the one before, not this release.
    assert take_up(filled, SECOND) == 3
    assert ("nights", "NO08", "2025", 4.0, "e") in rows(reader, 3)


def test_what_a_refresh_has_fetched_since_stays(filled):
    def frame(rows, columns):
        return pd.DataFrame(rows, columns=columns)

    fetched = Renewal(
        closing=frame([("nights.old", "NO08", "2024"), ("nights.old", "NO08", "2023")], COLUMNS[:3]),
        adding=frame([("nights.old", "NO08", "2024", 2.7, "")], COLUMNS),
        series=SERIES.head(0),
        summary=Summary("refresh", Counts(0, 1, 1), renewed=("nights",)),
    )
    write_release(filled, 1, fetched)
    take_up(filled, SECOND)
    reader = Reader(filled)
    assert rows(reader, 3) == [
        # 2023 was withdrawn by its publisher and does not come back; 2024 keeps the fetched figure.
        ("nights", "NO08", "2024", 2.7, ""),
        ("nights", "NO08", "2025", 4.0, "e"),
        ("nights", "SE11", "2024", 3.0, ""),  # confirmed by the refresh, so the snapshot does not withdraw it
        ("people", "NO08", "2024", 10.0, ""),
    ]
    verify(filled)


@pytest.fixture
def chosen(url, tmp_path, monkeypatch):
    """Settings with a small snapshot in a folder of its own, at version 2026.1 of the catalogue."""
    monkeypatch.setattr(preparing, "current_version", lambda: "2026.1")
    folder = tmp_path / "snapshot"
    folder.mkdir()
    put(folder, FIRST)
    return Settings(database_url=url, snapshot=folder)


def put(folder, content):
    content.observations.to_parquet(folder / snapshot.FIGURES, index=False)
    content.series.to_csv(folder / snapshot.SERIES, index=False)
    names = (snapshot.FIGURES, snapshot.SERIES)
    manifest = {"made": content.made, "files": {name: snapshot.digest(folder / name) for name in names}}
    (folder / snapshot.MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def test_whoever_prepares_brings_the_store_up_to_date(chosen):
    reader = prepare(chosen)
    assert [r.summary.catalogue for r in reader.releases()] == ["2026.1"]
    put(chosen.snapshot, SECOND)
    assert prepare(chosen).newest_release() == 2
    assert prepare(chosen).newest_release() == 2
    assert renew(chosen, reader) is None


def test_a_damaged_snapshot_leaves_a_store_that_serves(chosen, capsys):
    prepare(chosen)
    put(chosen.snapshot, SECOND)
    (chosen.snapshot / snapshot.FIGURES).write_bytes(b"broken")
    reader = prepare(chosen)
    assert reader.newest_release() == 1
    assert "Newer embedded figures were not taken up" in capsys.readouterr().err
    with pytest.raises(SnapshotError, match="damaged"):
        renew(chosen, reader)
