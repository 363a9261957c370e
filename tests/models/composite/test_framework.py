import pytest

from models.composite import CompositeError, Framework, IndexSpec, Node
from tests.models.composite.worked_example import FRAMEWORK


def test_groups_come_children_first():
    assert [g.code for g in FRAMEWORK.groups] == ["T1", "T2", "Index"]
    assert [leaf.code for leaf in FRAMEWORK.leaves] == ["x1", "x2", "x3", "x4"]
    assert FRAMEWORK.counted_under("Index") == FRAMEWORK.leaves_under("Index")
    assert [leaf.code for leaf in FRAMEWORK.leaves_under("Index")] == ["x1", "x2", "x3", "x4"]


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        ([Node("a", None), Node("b", None)], "exactly one root, it has 2: a, b"),
        ([Node("a", "b"), Node("b", "a")], "exactly one root, it has 0"),
        ([Node("r", None), Node("x", "r"), Node("a", "b"), Node("b", "a")], "cycle through 'a'"),
        ([Node("r", None), Node("x", "r"), Node("x", "r")], "'x' stands twice"),
        ([Node("r", None), Node("x", "nowhere")], "'x' has the unknown parent 'nowhere'"),
        ([Node("r", None), Node("x", "r", weight=-1)], "'x' has the weight -1"),
        ([Node("r", None), Node("x", "r", weight=float("nan"))], "'x' has the weight nan"),
        ([Node("r", None), Node("x", "r", weight=0)], "all weights under 'r' are 0"),
    ],
)
def test_refuses_what_is_no_tree(nodes, words):
    with pytest.raises(CompositeError, match=words):
        Framework.of(nodes)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"normaliser": "magic"}, "unknown normaliser 'magic'; known: minmax"),
        ({"aggregator": "magic"}, "unknown aggregator 'magic'; known: arithmetic"),
        ({"scale": (1.0, 1.0)}, "the scale must rise"),
    ],
)
def test_refuses_unknown_choices(changes, words):
    with pytest.raises(CompositeError, match=words):
        IndexSpec().replace(**changes)


def test_what_weighs_nothing_is_not_counted_above_it_and_counted_in_itself():
    tree = Framework.of(
        [
            Node("r", None),
            Node("a", "r", weight=0),
            Node("b", "r"),
            Node("x", "a"),
            Node("y", "b"),
            Node("z", "b", weight=0),
        ]
    )
    assert [leaf.code for leaf in tree.counted_under("r")] == ["y"]
    assert [leaf.code for leaf in tree.counted_under("a")] == ["x"]
    assert [leaf.code for leaf in tree.counted_under("z")] == ["z"]
