"""Dated strategies: which one stands when, what belongs to an activity, and that a next one is only a new file."""

import shutil
from datetime import date

import pytest

from models.catalogue import CatalogueError, load_catalogue
from models.catalogue.loading import HERE
from tests.models.catalogue.next_strategy import NEXT

FIRST = "strategy/2021-2024.toml"


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


@pytest.fixture
def write(folder):
    """Write a next strategy, with some of its text changed."""

    def written(name="2025-2028", **changes):
        text = NEXT
        for old, new in changes.items():
            assert old in text
            text = text.replace(old, new)
        (folder / "strategy" / f"{name}.toml").write_text(text, encoding="utf-8")
        return folder

    return written


def mistakes(folder):
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return [str(problem) for problem in caught.value.problems]


def test_a_next_strategy_is_a_new_file_and_nothing_else(write, catalogue):
    extended = load_catalogue(write())
    assert list(extended.strategies) == ["2021-2024", "2025-2028"]
    assert extended.indicators == catalogue.indicators


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2020, 6, 1), "2021-2024"),  # before any: the first
        (date(2021, 1, 1), "2021-2024"),
        (date(2024, 12, 31), "2021-2024"),
        (date(2025, 1, 1), "2025-2028"),
        (date(2031, 1, 1), "2025-2028"),  # ended, and none has followed
    ],
)
def test_the_newest_that_has_begun_stands(write, day, stands):
    assert load_catalogue(write()).strategy_at(day).id == stands


def test_one_that_has_ended_stands_until_the_next_begins(catalogue):
    assert catalogue.strategy_at(date(2026, 11, 25)).id == "2021-2024"


def test_what_belongs_to_an_activity_belongs_to_those_that_continue_it(write):
    write(name="2029-2032", **{"2025": "2029", "2028": "2032", '"3.5", "4.3"': '"2025/1.1"'})
    extended = load_catalogue(write())
    second, third = extended.strategies["2025-2028"], extended.strategies["2029-2032"]
    assert extended.activity_tags(second.activities[0]) == {"2025/1.1", "3.5", "4.3"}
    assert extended.activity_tags(third.activities[0]) == {"2029/1.1", "2025/1.1", "3.5", "4.3"}
    assert second.activities[0].number == "1.1"


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({'"2025/1.1"': '"1.1"'}, "1.1.id: stands in strategy/2021-2024.toml too; write '2025-2028/1.1'"),
        ({'"2025/1.2"': '"2025/1.1"'}, "2025/1.1.id: stands twice"),
        ({'"3.5", "4.3"': '"9.9"'}, "2025/1.1.continues: activity '9.9' is in no earlier strategy"),
        ({'"3.5", "4.3"': '"2025/1.2"'}, "2025/1.1.continues: activity '2025/1.2' is in no earlier strategy"),
        ({'"pm25"': '"smog"'}, "2025/1.2.indicators: unknown indicator 'smog' (indicators/)"),
        ({'"pm25"': '"coe_meur_c"'}, "2025/1.2.indicators: 'coe_meur_c' is a bare series, not for readers"),
        (
            {'indicators = ["pm25"]': ""},
            "2025/1.2: has no indicator, and no question (questions.toml) says who has figures",
        ),
        (
            {"number = 13": "number = 16"},
            "goal 16: has no indicator, and no question (questions.toml) says who has figures",
        ),
        ({"2025-01-01": "2021-01-01"}, "2025-2028.valid_from: another strategy begins on the same day"),
        ({"2028-12-31": "2024-12-31"}, "2025-2028: it ends (2024-12-31) before it begins (2025-01-01)"),
        ({'id = "2025-2028"': 'id = "new"'}, "2025-2028.id: must be the file's name (got 'new')"),
    ],
    ids=str,
)
def test_mistakes_are_named(write, changes, complaint):
    assert f"strategy/2025-2028.toml: {complaint}" in mistakes(write(**changes))


def test_no_strategy_at_all_is_the_only_complaint(folder):
    shutil.rmtree(folder / "strategy")
    assert mistakes(folder) == ["strategy/: holds no strategy"]


def test_a_refused_strategy_explains_the_tags_that_lead_nowhere(folder):
    path = folder / FIRST
    path.write_text(path.read_text(encoding="utf-8").replace("number = 13", "number = 18"), encoding="utf-8")
    (only,) = mistakes(folder)
    assert only.startswith("strategy/2021-2024.toml: 2021-2024.goal.3.number: ")


def test_every_part_of_the_strategy_has_figures_or_says_who_has_them(catalogue):
    plan = catalogue.strategies["2021-2024"]
    assert len(plan.activities) == 24
    for activity in plan.activities:
        tags = catalogue.activity_tags(activity)
        indicators = [i for i in catalogue.indicators.values() if tags & set(i.activities)]
        questions = [q for q in catalogue.questions.values() if tags & set(q.activities)]
        assert activity.indicators or indicators or any(q.holders for q in questions), activity.id
