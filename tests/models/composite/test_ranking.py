import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.composite.ranking import TIE, rank, rank_rows

NEAR = st.sampled_from([0.0, 4e-10, 8e-10, 1.2e-9, 5.0, 5.0 + 9e-10, float("nan")])


@given(hnp.arrays(float, (3, 7), elements=NEAR))
def test_ranks_count_who_is_clearly_above(scores):
    counted = 1 + (scores[:, None, :] > scores[:, :, None] + TIE).sum(axis=2)
    counted[np.isnan(scores)] = 0
    np.testing.assert_array_equal(rank_rows(scores), counted)


def test_one_row():
    assert rank(np.array([3.0, np.nan, 5.0, 5.0])).tolist() == [3, 0, 1, 1]
