"""Ranks and distances, worked out by hand from the worked example.

| | x1 | x2 | x3 | x4 | T1 | T2 | Index |
| --- | --- | --- | --- | --- | --- | --- | --- |
| A | 0 | 100 | 25 | 0 | 50 | 15 | 32.5 |
| B | 25 | 50 | 75 | 50 | 37.5 | 65 | 51.25 |
| C | 50 | – | 50 | 25 | 50 | 40 | 45 |
| D | 75 | 0 | 100 | 100 | 37.5 | 100 | 68.75 |
| E | 100 | 75 | 0 | 75 | 87.5 | 30 | 58.75 |
"""

import pandas as pd
import pytest

from models.composite import build
from models.index.attractiveness import Attractiveness
from models.index.reference_year import ScoreTable
from models.index.standing import Standing, by_distance, excerpt, order, standing
from tests.models.composite.worked_example import FIGURES, FRAMEWORK


@pytest.fixture(scope="module")
def index():
    periods = pd.DataFrame("2024", index=FIGURES.index, columns=FIGURES.columns)
    return Attractiveness(build(FIGURES, FRAMEWORK), ScoreTable(FIGURES, periods, periods.replace("2024", "")), "test")


def close(standing):
    """The same with the two numbers compared as far as rounding allows."""
    return (
        standing.node,
        pytest.approx(standing.score),
        standing.rank,
        standing.count,
        pytest.approx(standing.distance),
    )


def place(found):
    return (found.node, found.score, found.rank, found.count, found.distance)


def test_rank_and_distance_to_the_middle_of_the_peers(index):
    # The others have 32.5, 45, 58.75 and 68.75: the middle is 51.875.
    assert place(standing(index, "Index", "B", tuple("ACDE"))) == close(Standing("Index", 51.25, 3, 5, -0.625))
    # The others have 37.5, 50, 50 and 87.5; D has as much as B.
    assert place(standing(index, "T1", "B", tuple("ACDE"))) == close(Standing("T1", 37.5, 4, 5, -12.5))
    assert standing(index, "T1", "D", tuple("ABCE")).rank == 4


def test_other_peers_change_rank_and_distance_but_not_the_score(index):
    assert place(standing(index, "Index", "B", ("A", "C"))) == close(Standing("Index", 51.25, 1, 3, 12.5))
    assert place(standing(index, "Index", "B", ("D",))) == close(Standing("Index", 51.25, 2, 2, -17.5))


def test_peers_without_a_score_are_not_counted(index):
    # C has no x2; the others have 100, 50 and 0.
    assert place(standing(index, "x2", "E", tuple("ABCD"))) == close(Standing("x2", 75, 2, 4, 25))


def test_the_region_itself_and_doubles_among_the_peers_do_not_count(index):
    assert standing(index, "Index", "B", tuple("ABCDE")) == standing(index, "Index", "B", tuple("ACDE"))
    assert standing(index, "Index", "B", tuple("ACCDE")) == standing(index, "Index", "B", tuple("ACDE"))


def test_unknown_peers_do_not_count(index):
    assert standing(index, "Index", "B", ("A", "C", "X")) == standing(index, "Index", "B", ("A", "C"))


def test_alone_a_region_is_first_of_one_without_a_distance(index):
    assert standing(index, "Index", "B", ()) == Standing("Index", 51.25, 1, 1, None)


@pytest.mark.parametrize(("node", "focus"), [("x2", "C"), ("T3", "A"), ("Index", "X")])
def test_where_there_is_no_score_there_is_no_place(index, node, focus):
    assert standing(index, node, focus, tuple("ABCDE")) is None


def test_indicators_come_furthest_above_the_peers_first(index):
    found = by_distance(index, "E", tuple("ABCD"))
    assert [(s.node, s.distance) for s in found] == [("x1", 62.5), ("x4", 37.5), ("x2", 25), ("x3", -62.5)]
    assert [s.node for s in by_distance(index, "C", tuple("ABDE"))] == ["x1", "x3", "x4"]
    assert by_distance(index, "E", ()) == []


def test_regions_are_ordered_best_first_and_those_without_a_score_named(index):
    scores, missing = order(index, "x2", ["C", "D", "X", "E", "A"])
    assert scores.to_dict() == {"A": 100, "E": 75, "D": 0}
    assert list(scores.index) == ["A", "E", "D"]
    assert missing == ["C", "X"]


def test_a_theme_without_scores_orders_nobody(index):
    scores, missing = order(index, "visitors", ["A", "B"])
    assert scores.empty
    assert missing == ["A", "B"]


def test_a_short_ranking_is_drawn_whole():
    assert excerpt(list("abcde"), {"c"}, 5) == list("abcde")
    assert excerpt(list("abcdefgh"), {"c"}, None) == list("abcdefgh")


def test_a_long_ranking_is_cut_to_the_best_and_the_nearest():
    codes = [f"{k:03}" for k in range(100)]
    shown = excerpt(codes, {"050"}, 10)
    assert shown == ["000", "001", "002", "047", "048", "049", "050", "051", "052", "053"]
    assert excerpt(codes, {"099"}, 6) == ["000", "001", "002", "097", "098", "099"]


def test_whoever_must_be_seen_is_seen():
    codes = [f"{k:03}" for k in range(100)]
    shown = excerpt(codes, {"020", "090"}, 9)
    assert {"020", "090"} <= set(shown)
    assert len(shown) == 9
    assert excerpt(codes, {"elsewhere"}, 9) == codes[:9]
