"""The peer sets that the figures make."""

import subprocess
import sys

import pytest

from models.peers import (
    Dimension,
    PeerError,
    Similar,
    candidates,
    computed_members,
    nearest,
    nearest_by_income,
    structure,
    unlikeness,
)
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def known(figures, catalogue):
    return structure(figures, catalogue)


def test_the_most_similar_are_the_nearest_abroad(figures, catalogue, known):
    found = computed_members(figures, catalogue, known, "similar", "NO08")
    abroad = candidates(catalogue, "NO08")
    assert found == tuple(s.region for s in nearest(known, "NO08", catalogue.structure.nearest, abroad))
    assert len(found) == catalogue.structure.nearest
    assert not any(code.startswith("NO") for code in found)


def test_the_nearest_by_income(figures, catalogue, known):
    found = computed_members(figures, catalogue, known, "income", "NO08")
    expected = nearest_by_income(figures, catalogue, "NO08", len(found), candidates(catalogue, "NO08"))
    assert found == tuple(code for code, _ in expected)


def test_unknown_sets_and_regions_without_figures_are_refused(figures, catalogue, known):
    with pytest.raises(PeerError, match="no computed set"):
        computed_members(figures, catalogue, known, "alliance", "NO08")
    with pytest.raises(PeerError):
        computed_members(figures, catalogue, known, "similar", "NO081")


def test_ids_differ_from_the_named_sets(catalogue):
    assert not catalogue.structure.computed_sets.keys() & catalogue.peer_sets.keys()


def test_unlikeness_is_one_for_two_regions_at_random():
    dimension = Dimension("age", ("a", "b"), 0.25)
    # Two independent standardised figures are 2 apart on average, whatever their number in the dimension.
    assert unlikeness(Similar("X", 2.0, {"age": 0.25}, 1.0), dimension) == pytest.approx(1.0)
    assert unlikeness(Similar("X", 0.0, {"age": 0.0}, 1.0), dimension) == 0
    assert unlikeness(Similar("X", 2.0, {}, 1.0), dimension) is None


def test_parts_add_up_to_the_distance(catalogue, known):
    for one in nearest(known, "NO08", 8, candidates(catalogue, "NO08")):
        parts = [unlikeness(one, d) * 2 * d.weight for d in known.dimensions if d.id in one.shares]
        assert sum(parts) == pytest.approx(one.d2, abs=1e-9)


def test_pages_do_not_import_scikit_learn():
    code = "import pages.shell.page, pages.exhibits.warm_up, sys; assert 'sklearn' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], cwd=PROJECT, check=True)
