"""Structural distance: golden numbers of the worked example §5, and what holds for any regions."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from models.peers import Dimension, PeerError, Structure, distances, nearest, standardise

TABLE = pd.DataFrame({"s1": [1, 2, 3, 4, 5], "s2": [2, 4, 6, 8, 5]}, index=list("ABCDE"), dtype=float)
# Each variable weighs 1, as in the worked example.
EXAMPLE = Structure(standardise(TABLE), (Dimension("one", ("s1",), 1.0), Dimension("two", ("s2",), 1.0)))
GOLDEN = pd.DataFrame(
    [
        [0, 1.2, 4.8, 10.8, 8.2],
        [1.2, 0, 1.2, 4.8, 3.8],
        [4.8, 1.2, 0, 1.2, 1.8],
        [10.8, 4.8, 1.2, 0, 2.2],
        [8.2, 3.8, 1.8, 2.2, 0],
    ],
    index=list("ABCDE"),
    columns=list("ABCDE"),
)


@pytest.mark.parametrize("region", list("ABCDE"))
def test_distances_of_the_worked_example(region):
    found = distances(EXAMPLE, region)["d2"]
    assert found.to_dict() == pytest.approx(GOLDEN[region].drop(region).to_dict(), abs=1e-9)


def test_the_three_peers_of_d():
    assert [s.region for s in nearest(EXAMPLE, "D", 3)] == ["C", "E", "B"]
    assert nearest(EXAMPLE, "D", 3)[1].d2 == pytest.approx(2.2, abs=1e-9)


def test_scikit_learn_finds_the_same_neighbours_at_the_roots():
    from sklearn.neighbors import NearestNeighbors

    model = NearestNeighbors(n_neighbors=5).fit(EXAMPLE.scores.to_numpy())
    far, at = model.kneighbors(EXAMPLE.scores.to_numpy())
    for row, region in enumerate(EXAMPLE.scores.index):
        similar = nearest(EXAMPLE, region, 4)
        assert far[row, 1:] == pytest.approx([s.d2**0.5 for s in similar], abs=1e-9)
        by_code = {EXAMPLE.scores.index[k]: d for k, d in zip(at[row, 1:], far[row, 1:], strict=True)}
        assert by_code == pytest.approx({s.region: s.d2**0.5 for s in similar}, abs=1e-9)


def test_each_dimension_has_its_share():
    similar = nearest(EXAMPLE, "D", 4)
    assert similar[1].region == "E"
    assert similar[1].shares == pytest.approx({"one": 0.4 / 2.2, "two": 1.8 / 2.2}, abs=1e-9)
    assert all(sum(s.shares.values()) == pytest.approx(1) for s in similar)


def test_missing_figures_are_scaled_for_until_too_few_are_shared():
    table = TABLE.copy()
    table.loc["B", "s2"] = np.nan
    wide = Structure(standardise(table), (Dimension("one", ("s1",), 0.75), Dimension("two", ("s2",), 0.25)))
    found = distances(wide, "A", min_shared=0.7)
    assert found.at["B", "d2"] == pytest.approx(0.4)  # 0.75 · 1/2.5, scaled by 1/0.75
    assert np.isnan(found.at["B", "two"])
    assert nearest(wide, "A", 1)[0].shares == {"one": pytest.approx(1.0)}
    assert "B" not in distances(wide, "A", min_shared=0.8).index


@given(
    hnp.arrays(np.float64, (6, 3), elements=st.floats(-100, 100, width=32), unique=True),
    st.floats(0.1, 10),
    st.floats(-50, 50),
)
def test_units_do_not_matter_and_distances_are_symmetric(values, factor, shift):
    table = pd.DataFrame(values, index=list("ABCDEF"), columns=list("xyz"))
    if (table.std() < 1e-3).any():
        return
    dimensions = (Dimension("one", ("x", "y"), 0.5), Dimension("two", ("z",), 0.5))
    plain = Structure(standardise(table), dimensions)
    changed = Structure(standardise(table.assign(x=table["x"] * factor + shift)), dimensions)
    expected = distances(plain, "A")["d2"].to_numpy()
    assert distances(changed, "A")["d2"].to_numpy() == pytest.approx(expected, rel=1e-5, abs=1e-7)
    assert distances(plain, "A").at["B", "d2"] == pytest.approx(distances(plain, "B").at["A", "d2"])


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda t: t.assign(s1=1.0), "'s1' is the same for every region"),
        (lambda t: t.assign(s1=[np.inf, 1, 2, 3, 4]), "'s1' of region 'A' is infinite"),
        (lambda t: t.iloc[:2], "'s1' has figures for 2 regions; 3 are needed"),
    ],
)
def test_refusals_name_the_figure(change, message):
    with pytest.raises(PeerError, match=message):
        standardise(change(TABLE))


def test_unknown_regions_are_refused():
    with pytest.raises(PeerError, match="'X' is not among the regions"):
        distances(EXAMPLE, "X")
    with pytest.raises(PeerError, match="at least one"):
        nearest(EXAMPLE, "A", 0)
