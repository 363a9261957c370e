import numpy as np
import pytest
from hypothesis import given

from models.composite import CompositeError, IndexSpec, build
from tests.models.composite.test_index import TABLES, _table
from tests.models.composite.worked_example import FIGURES, FRAMEWORK


def test_by_hand():
    explained = build(FIGURES, FRAMEWORK).explain("B", "T2")
    assert explained.score == pytest.approx(65)
    assert [(p.code, p.score, p.weight) for p in explained.parts] == [("x3", 75, 0.6), ("x4", 50, 0.4)]
    assert [p.contribution for p in explained.parts] == pytest.approx([45, 20])
    assert str(explained) == "T2 65.0 = 0.60 · x3 75.0 + 0.40 · x4 50.0"


def test_missing_children_weigh_nothing():
    parts = build(FIGURES, FRAMEWORK).explain("C", "T1").parts
    assert [(p.score, p.weight) for p in parts] == [(50, 1), (None, 0)]


def test_an_indicator_has_no_parts():
    explained = build(FIGURES, FRAMEWORK).explain("C", "x1")
    assert (explained.score, explained.parts) == (50, ())


def test_no_score_no_weights():
    explained = build(FIGURES, FRAMEWORK, IndexSpec(min_coverage=0.8)).explain("C", "Index")
    assert explained.score is None
    assert [p.weight for p in explained.parts] == [0, 0]
    assert str(explained) == "Index no score"


@pytest.mark.parametrize(("region", "node", "words"), [("Z", "T1", "region 'Z'"), ("A", "T9", "group 'T9'")])
def test_unknown(region, node, words):
    with pytest.raises(CompositeError, match=words):
        build(FIGURES, FRAMEWORK).explain(region, node)


@pytest.mark.parametrize("mean", ["arithmetic", "geometric", "harmonic"])
@given(array=TABLES)
def test_contributions_sum_to_the_score(mean, array):
    result = build(_table(array), FRAMEWORK, IndexSpec(scale=(1, 100), aggregator=mean))
    for node in ("T1", "T2", "Index"):
        for region in result.scores.index:
            explained = result.explain(region, node)
            if explained.score is not None:
                assert sum(p.contribution for p in explained.parts) == pytest.approx(explained.score, rel=1e-9)
                assert sum(p.weight for p in explained.parts) == pytest.approx(1)
                assert all(p.weight >= 0 for p in explained.parts)
            else:
                assert np.isnan(result.scores.loc[region, node])
