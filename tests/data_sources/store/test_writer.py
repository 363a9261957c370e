"""A release that changes the one before: written whole or not at all, and read back as what it changed."""

import re

import pandas as pd
import pytest
from sqlalchemy import text

from data_sources.errors import DataError, StoreDamaged, StoreMoved, UnknownRelease
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.summary import NotTaken, Summary, last_answers
from data_sources.store.writer import Renewal, load_snapshot, write_release
from models.figures.revisions import Counts
from tests.data_sources.four_figures import COLUMNS, FIGURES, FIRST, SERIES

NEW_SERIES = SERIES.iloc[:1].assign(id="nights.new", origin="https://example.org/tour")
SUMMARY = Summary("refresh", Counts(1, 1, 1), answers={"tour": "abc"})


def renewal(closing, adding, series=NEW_SERIES, summary=SUMMARY):
    return Renewal(
        closing=pd.DataFrame(closing, columns=COLUMNS[:3]),
        adding=pd.DataFrame(adding, columns=COLUMNS),
        series=series,
        summary=summary,
    )


CHANGE = renewal(
    closing=[("nights.old", "NO08", "2024"), ("nights.old", "SE11", "2024")],
    adding=[("nights.new", "NO08", "2024", 2.5, ""), ("nights.new", "NO08", "2025", 4.0, "e")],
)


@pytest.fixture
def engine(url):
    engine = store.create(url)
    load_snapshot(engine, FIRST)
    return engine


def rows(frame):
    return [tuple(row) for row in frame[["indicator", "region", "period", "value", "flag"]].to_numpy().tolist()]


AFTER = [
    ("nights", "NO08", "2023", 1.0, ""),
    ("nights", "NO08", "2024", 2.5, ""),
    ("nights", "NO08", "2025", 4.0, "e"),
    ("people", "NO08", "2024", 10.0, ""),
]


def test_a_release_closes_and_adds_and_leaves_the_rest(engine):
    before = rows(Reader(engine).newest().frame)
    seen = []
    assert write_release(engine, 1, CHANGE, seen.append) == 2
    assert sum(seen) == 2
    reader = Reader(engine)
    assert rows(reader.newest().frame) == AFTER
    assert rows(reader.figures(1).frame) == before
    assert reader.newest().frame["series"].tolist() == ["nights.old", "nights.new", "nights.new", "people.old"]
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM observation")) == len(FIGURES) + 2


def test_what_a_release_changed_is_read_back(engine):
    write_release(engine, 1, CHANGE)
    found = Reader(engine).revisions(1, 2)
    assert found.counts == Counts(1, 1, 1)
    columns = ["indicator", "region", "period", "kind", "old_flag", "flag"]
    assert found.frame[columns].to_numpy().tolist() == [
        ["nights", "NO08", "2024", "revised", "p", ""],
        ["nights", "NO08", "2025", "added", "", "e"],
        ["nights", "SE11", "2024", "withdrawn", "", ""],
    ]
    assert found.frame["old_value"].fillna(0).tolist() == [2, 0, 3]
    assert found.frame["value"].fillna(0).tolist() == [2.5, 4, 0]


def test_changes_over_several_releases_are_the_sum_and_what_came_and_went_is_none(engine):
    write_release(engine, 1, CHANGE)
    back = [("nights.new", "NO08", "2024"), ("nights.new", "NO08", "2025")]
    write_release(engine, 2, renewal(back, [("nights.old", "NO08", "2024", 2.0, "p")]))
    reader = Reader(engine)
    assert reader.revisions(1, 3).frame[["region", "kind"]].to_numpy().tolist() == [["SE11", "withdrawn"]]
    assert reader.revisions(2, 3).counts == Counts(0, 1, 1)
    assert reader.revisions(1, 2).counts == Counts(1, 1, 1)
    assert reader.revisions(2, 2).frame.empty
    with pytest.raises(UnknownRelease, match="not older"):
        reader.revisions(3, 1)
    with pytest.raises(UnknownRelease, match="no release 9"):
        reader.revisions(1, 9)


def test_a_figure_that_only_moves_to_another_series_has_not_changed(engine):
    moved = renewal([("nights.old", "NO08", "2023")], [("nights.new", "NO08", "2023", 1.0, "")])
    write_release(engine, 1, moved)
    assert Reader(engine).revisions(1, 2).frame.empty


def test_a_renewal_worked_out_against_an_older_release_is_refused(engine):
    write_release(engine, 1, CHANGE)
    with pytest.raises(StoreMoved, match="Release 2 was made meanwhile"):
        write_release(engine, 1, CHANGE)
    assert Reader(engine).newest_release() == 2


BROKEN = {
    "closes a figure that is not there": renewal([("nights.old", "NO08", "1999")], CHANGE.adding),
    "closes one twice": renewal([("nights.old", "NO08", "2024")] * 2, CHANGE.adding),
    "adds one twice": renewal(CHANGE.closing, [("nights.new", "NO08", "2024", 2.5, "")] * 2),
    "adds to a series that is not there": renewal(CHANGE.closing, [("nights.none", "NO08", "2024", 2.5, "")]),
    "adds a figure that is none": renewal(CHANGE.closing, [("nights.new", "NO08", "2024", None, "")]),
}


@pytest.mark.parametrize("change", BROKEN.values(), ids=BROKEN)
def test_a_release_that_cannot_be_written_whole_is_not_written(engine, change):
    before = rows(Reader(engine).newest().frame)
    with pytest.raises(DataError) as caught:
        write_release(engine, 1, change)
    assert re.search(r"(?i)should have been closed|unique|foreign|null", f"{caught.value} {caught.value.detail}")
    reader = Reader(engine)
    assert [r.id for r in reader.releases()] == [1]
    assert rows(reader.newest().frame) == before
    assert "nights.new" not in reader.series().index
    assert write_release(engine, 1, CHANGE) == 2  # and nothing stands in the way of the next


def test_a_release_tells_how_it_came_about(engine):
    told = Summary(
        "refresh",
        Counts(1, 2, 3),
        indicators={"nights": Counts(1, 2, 3)},
        renewed=("nights", "people"),
        refused={"births": NotTaken("unavailable", "The service fails. Refresh again in an hour. «æøå»")},
        answers={"tour": "abc"},
    )
    write_release(engine, 1, renewal(CHANGE.closing, CHANGE.adding, summary=told))
    first, second = Reader(engine).releases()
    assert (first.summary.kind, first.summary.made, first.summary.counts) == ("snapshot", "2026-11-24", Counts(4))
    assert second.summary == told
    assert first.created.tzinfo is not None
    assert first.created <= second.created
    assert last_answers([first.summary, second.summary, SUMMARY]) == {"tour": "abc"}


def test_a_summary_that_is_none_is_named(engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE release SET summary = '[1]'"))
    with pytest.raises(StoreDamaged, match="A release cannot be read"):
        Reader(engine).releases()
