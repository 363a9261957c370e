"""What is kept: once for many, within bounds, and gone at one call."""

import gc
import threading
import weakref

import pytest

from models import keeping
from models.keeping import forget, forgotten_too, kept, noted


@pytest.fixture(autouse=True)
def apart(monkeypatch):
    """What these tests keep is let go of by itself, and nothing else is."""
    monkeypatch.setattr(keeping, "_lets_go", {})


def counted(keep):
    """A kept function, and what it was asked to make."""
    made = []

    @keep
    def double(number):
        made.append(number)
        return 2 * number

    return double, made


@pytest.mark.parametrize("keep", [kept(2), noted(2)])
def test_an_answer_is_made_once_and_the_one_least_asked_for_goes_first(keep):
    double, made = counted(keep)
    assert [double(n) for n in (1, 2, 1, 3, 1, 2)] == [2, 4, 2, 6, 2, 4]
    assert made == [1, 2, 3, 2]


@pytest.mark.parametrize("keep", [kept(8), noted(8)])
def test_one_call_lets_go_of_every_answer(keep):
    double, made = counted(keep)
    emptied = []
    forgotten_too("files", lambda: emptied.append(True))
    double(1)
    forget()
    assert double(1) == 2
    assert (made, emptied) == ([1, 1], [True])


def test_what_is_loaded_anew_takes_its_own_place():
    for _ in range(3):
        counted(kept(8))
    assert len(keeping._lets_go) == 1


def test_many_who_ask_at_once_get_one_answer():
    begun, go, made = threading.Event(), threading.Event(), []

    @kept(8)
    def slow(number):
        made.append(number)
        begun.set()
        go.wait(30)
        return 2 * number

    answers = []
    threads = [threading.Thread(target=lambda: answers.append(slow(21))) for _ in range(8)]
    threads[0].start()
    begun.wait(30)
    for thread in threads[1:]:
        thread.start()
    go.set()
    for thread in threads:
        thread.join(30)
    assert (answers, made) == ([42] * 8, [21])


def test_a_fault_is_not_kept():
    asked = []

    @kept(8)
    def broken():
        asked.append(True)
        raise LookupError("not yet")

    for _ in range(2):
        with pytest.raises(LookupError, match="not yet"):
            broken()
    assert len(asked) == 2


def test_by_a_key_of_its_own_arguments_that_change_nothing_do_not_count():
    made = []

    @kept(8, key=lambda release, _catalogue: release)
    def answer(release, catalogue):
        made.append(catalogue)
        return release

    assert (answer(1, "one"), answer(1, "other")) == (1, 1)
    assert made == ["one"]


def test_an_answer_can_be_put_in_place_and_dropped_alone():
    double, made = counted(kept(8))
    double(1)
    double(2)
    double.put(7, 1)
    assert double(1) == 7
    double.drop(1)
    double.drop(9)  # never asked for
    assert (double(1), double(2)) == (2, 4)
    assert made == [1, 2, 1]


@pytest.mark.parametrize("keep", [kept(8), noted(8)])
def test_what_was_asked_with_is_let_go_too(keep):
    class Release:
        pass

    @keep
    def name(release):
        return type(release).__name__

    release = Release()
    held = weakref.ref(release)
    name(release)
    del release
    assert held() is not None
    forget()
    gc.collect()
    assert held() is None
