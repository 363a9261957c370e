"""Presentations in the store, on both databases: who may look, edit and steer, and that no save overtakes another."""

import threading

import pytest

from data_sources.errors import DataError
from data_sources.presentations import SECRET, NoPresentation, Presentations, Room, WrongSecret
from data_sources.store import engine as store
from data_sources.store.schema import presentation, room


@pytest.fixture
def kept(url):
    engine = store.create(url)
    with engine.execution_options(writes=True).begin() as connection:
        store.migrate(connection)
    engine.dispose()
    return Presentations(url)


def test_a_presentation_is_kept_and_found(kept):
    code, secret = kept.add('{"title": "Å"}')
    assert (kept.found(code).document, kept.found(code).revision) == ('{"title": "Å"}', 1)
    assert len(secret) == SECRET
    assert kept.may_edit(code, secret)
    assert not kept.may_edit(code, secret[:-1] + "0")
    assert not kept.may_edit("2222222222", secret)
    assert kept.found("2222222222") is None


def test_secrets_are_not_in_the_store(kept, url):
    code, secret = kept.add("{}")
    steer = kept.open_room(code, secret, "abcd")
    with store.create_to_read(url).connect() as connection:
        rows = [*connection.execute(presentation.select()), *connection.execute(room.select())]
    assert secret not in str(rows)
    assert steer not in str(rows)


def test_only_the_secret_saves(kept):
    code, secret = kept.add("{}")
    assert kept.save(code, secret, lambda now: now + " ").revision == 2
    assert kept.save(code, secret, lambda now: now).revision == 2
    with pytest.raises(WrongSecret):
        kept.save(code, "wrong", lambda _: "x")
    with pytest.raises(NoPresentation):
        kept.save("2222222222", secret, lambda _: "x")
    assert kept.found(code).document == "{} "


def test_what_cannot_be_made_leaves_all_as_it_was(kept):
    class Refused(Exception):
        pass

    def refuse(_):
        raise Refused

    code, secret = kept.add("{}")
    with pytest.raises(Refused):
        kept.save(code, secret, refuse)
    assert kept.found(code).revision == 1
    assert kept.save(code, secret, lambda _: "after").revision == 2


def test_saves_at_the_same_time_follow_each_other(kept):
    code, secret = kept.add("")
    failed = []

    def save(letter):
        try:
            kept.save(code, secret, lambda now: now + letter)
        except DataError as error:  # SQLite's patience with another writer is short; the editor tries again
            failed.append((letter, error.kind))

    threads = [threading.Thread(target=save, args=(letter,)) for letter in "abcdef"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert sorted(kept.found(code).document) == list("abcdef")
    assert kept.found(code).revision == 7


def test_only_who_has_the_newest_secret_steers(kept):
    code, secret = kept.add("{}")
    assert kept.rooms([code]) == {}
    with pytest.raises(WrongSecret):
        kept.steer(code, secret, "abcd", dark=False)
    with pytest.raises(WrongSecret):
        kept.open_room(code, "wrong", "abcd")
    first = kept.open_room(code, secret, "abcd")
    kept.steer(code, first, "efgh", dark=False)
    kept.steer(code, first, "efgh", dark=False)
    there = kept.rooms([code, "2222222222"])
    assert there == {code: Room("efgh", dark=False, moves=2, seen=there[code].seen)}
    second = kept.open_room(code, secret, "efgh")
    with pytest.raises(WrongSecret):
        kept.steer(code, first, "abcd", dark=True)
    kept.steer(code, second, "efgh", dark=True)
    assert kept.may_steer(code, second)
    assert not kept.may_steer(code, first)
    assert kept.rooms([code])[code].dark is True
    assert kept.rooms([code])[code].moves == 4


def test_a_store_that_is_not_there_is_told(tmp_path):
    kept = Presentations(f"sqlite:///{tmp_path / 'none' / 'x.sqlite'}")
    for ask in (lambda: kept.add("{}"), lambda: kept.found("2222222222"), lambda: kept.rooms(["2222222222"])):
        with pytest.raises(DataError):
            ask()
