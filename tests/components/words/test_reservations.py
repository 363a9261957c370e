"""What must be known before a figure is quoted: its age, its flags, an unusual year, no score."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from components.words import reservations as module
from components.words.reservations import reservations
from components.words.text import Speaker

NB = Speaker("nb")


class Now(datetime):
    @classmethod
    def now(cls, tz=None):  # noqa: ARG003
        return datetime(2026, 12, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(module, "datetime", Now)


def of(indicator, period, flag="", focus="NO08"):
    rows = pd.DataFrame({"value": [1.0], "flag": [flag]}, index=["NO08"])
    return reservations(NB, indicator, SimpleNamespace(period=period, focus=focus, rows=rows))


@pytest.fixture(scope="module")
def scored(catalogue):
    return next(i for i in catalogue.scored if i.max_age == 3 and i.unusual_reason("2025") is None)


def test_a_new_scored_figure_without_flags_needs_nothing_said(scored):
    assert of(scored, "2025") == []


def test_a_figure_older_than_its_kind_should_be_says_its_age(scored):
    assert of(scored, "2023") == []
    assert of(scored, "2022") == ["Gammelt tall: 4 år"]


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("b", ["Brudd i serien"]),
        ("u", ["Lav pålitelighet"]),
        ("e", ["Anslag"]),
        ("s", ["Anslag"]),
        ("p", ["Foreløpig tall"]),
        ("d", ["Avvikende definisjon"]),
        ("bdp", ["Brudd i serien", "Foreløpig tall", "Avvikende definisjon"]),
        ("r", []),
    ],
)
def test_each_flag_has_its_words(scored, flag, words):
    assert of(scored, "2025", flag) == words


def test_flags_of_other_regions_are_none_of_ours(scored):
    assert of(scored, "2025", "b", focus="SE11") == []


def test_an_unusual_year_and_a_figure_without_points_say_so(catalogue):
    indicator = next(i for i in catalogue.indicators.values() if i.role == "context" and i.unusual_reason("2020"))
    words = of(indicator, "2020")
    assert NB.of(indicator.unusual_reason("2020")) in words
    assert words[-1] == "Gir ikke poeng"
