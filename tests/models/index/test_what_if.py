"""A thought experiment changes one region's figures and nothing else."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.composite import CompositeError
from models.index.attractiveness import ROOT, attractiveness
from models.index.rank_ranges import rank_ranges
from models.index.what_if import aim, what_if

FOCUS = "NO08"
CHANGES = {"high_tech_employment": 12.0, "gerd_pct_gdp": 4.0}


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


def test_unchanged_figures_give_exactly_todays_result(index, catalogue):
    same = {name: float(index.table.values.at[FOCUS, name]) for name in index.table.values.columns}
    for changes in ({}, same):
        then = what_if(index, FOCUS, changes)
        pd.testing.assert_frame_equal(then.result.scores, index.result.scores, check_exact=True)
        peers = catalogue.members("alliance")
        today, drawn = (rank_ranges(one, FOCUS, peers, (), draws=200) for one in (index, then))
        for node, ranges in today.items():
            pd.testing.assert_frame_equal(drawn[node].rows, ranges.rows)


def test_only_the_region_itself_changes_and_the_goalposts_stay(index):
    then = what_if(index, FOCUS, CHANGES)
    others = [region for region in index.result.scores.index if region != FOCUS]
    pd.testing.assert_frame_equal(then.result.scores.loc[others], index.result.scores.loc[others], check_exact=True)
    assert then.result.spec.goalposts == index.result.spec.goalposts
    untouched = [c for c in index.table.values.columns if c not in CHANGES]
    assert (then.result.scores.loc[FOCUS, untouched] == index.result.scores.loc[FOCUS, untouched]).all()


def test_the_index_of_today_is_left_as_it_is(index):
    before = index.table.values.copy()
    what_if(index, FOCUS, CHANGES)
    pd.testing.assert_frame_equal(index.table.values, before)


def test_new_scores_are_those_of_the_goalposts(index, catalogue):
    """Worked by hand: min-max by the frozen posts, then the shares of the tree."""
    then = what_if(index, FOCUS, {"high_tech_employment": 12.0})
    low, high = catalogue.goalposts["high_tech_employment"]
    points = 100 * (12.0 - low) / (high - low)
    assert then.score("high_tech_employment", FOCUS) == pytest.approx(points)
    part = next(
        p
        for p in index.result.explain(FOCUS, "investment").parts
        if p.code == catalogue.indicators["high_tech_employment"].score.group
    )
    leaf = next(p for p in index.result.explain(FOCUS, part.code).parts if p.code == "high_tech_employment")
    gained = (points - index.score("high_tech_employment", FOCUS)) * leaf.weight * part.weight
    assert then.score("investment", FOCUS) - index.score("investment", FOCUS) == pytest.approx(gained)
    share = next(p for p in index.result.explain(FOCUS, ROOT).parts if p.code == "investment").weight
    assert then.score(ROOT, FOCUS) - index.score(ROOT, FOCUS) == pytest.approx(gained * share)


def test_what_cannot_be_changed_is_refused(index):
    with pytest.raises(CompositeError, match="unknown region 'XX00'"):
        what_if(index, "XX00", {})
    with pytest.raises(CompositeError, match="'nights_total' is not in the index"):
        what_if(index, FOCUS, {"nights_total": 1.0})
    table = index.table.values
    region = next(r for r in table.index if np.isnan(table.at[r, "gerd_pct_gdp"]))
    with pytest.raises(CompositeError, match="has no figure"):
        what_if(index, region, {"gerd_pct_gdp": 3.0})


FIGURES = pd.Series({"A": 4.0, "B": 1.0, "C": 3.0, "D": 5.0, "E": 9.0, "F": np.nan})
PEERS = ("A", "B", "C", "D", "E", "F")


@pytest.mark.parametrize(
    ("sign", "target", "peer", "level", "reached"),
    [
        (1, "middle", None, 4.0, True),  # A itself counts for nothing: the middle of 1, 3, 5, 9
        (1, "quarter", None, 6.0, False),
        (-1, "quarter", None, 2.5, False),  # where lower is better the best quarter lies low
        (1, "peer", "E", 9.0, False),
        (-1, "peer", "E", 9.0, True),
    ],
)
def test_levels(sign, target, peer, level, reached):
    found = aim(FIGURES, sign, "A", PEERS, target, peer)
    assert (found.value, found.level, found.reached) == (4.0, level, reached)
    assert found.gap == 4.0 - level
    assert found.part(0) == 4.0
    assert found.part(1) == (4.0 if reached else level)
    assert found.part(0.5) == (4.0 if reached else (4.0 + level) / 2)


def test_no_level_without_figures():
    assert aim(FIGURES, 1, "F", PEERS, "middle") is None
    assert aim(FIGURES, 1, "A", PEERS, "peer", "F") is None
    assert aim(FIGURES, 1, "A", PEERS, "peer") is None
    assert aim(FIGURES, 1, "A", ("A", "F"), "middle") is None
    assert aim(FIGURES, 1, "A", ("B", "C", "D"), "quarter") is None


@given(
    st.lists(st.floats(-1e6, 1e6), min_size=5, max_size=12),
    st.sampled_from([1, -1]),
    st.sampled_from(["middle", "quarter"]),
    st.floats(0, 1),
)
def test_part_of_the_way_never_goes_past_the_level_nor_back(values, sign, target, share):
    figures = pd.Series(dict(enumerate(values)))
    found = aim(figures, sign, 0, range(len(values)), target)
    moved = found.part(share)
    assert (moved - found.value) * sign >= -1e-6
    if not found.reached:
        assert (found.level - moved) * sign >= -1e-6
