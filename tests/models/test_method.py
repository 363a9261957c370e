"""A reader's own mean and scale: what they change, and what they must not."""

import numpy as np
import pytest

from models.composite import CompositeError
from models.index.attractiveness import ROOT, Method, attractiveness, scored_themes, usual
from models.index.honest_ranks import honest_ranks

OPEN, CLIPPED, GEOMETRIC = Method(scale="minmax"), Method(scale="clipped"), Method("geometric", "clipped")


@pytest.fixture(scope="module")
def regions(catalogue):
    return list(dict.fromkeys([*catalogue.reference_regions, *catalogue.members("europe")]))


@pytest.fixture(scope="module")
def built(figures, catalogue, regions):
    return {m: attractiveness(figures, catalogue, regions, method=m) for m in (OPEN, CLIPPED, GEOMETRIC)}


def test_the_usual_method_is_the_products_own(figures, catalogue, regions, built):
    plain = attractiveness(figures, catalogue, regions)
    assert usual(catalogue) == CLIPPED
    assert plain.result.scores.equals(built[CLIPPED].result.scores)
    assert usual(catalogue.at("2026.1")) == OPEN


def test_clipped_scores_stay_on_the_scale_and_others_are_the_same(built):
    opened, clipped = (built[m].result.normalised.to_numpy() for m in (OPEN, CLIPPED))
    assert np.nanmin(opened) < 0
    assert (np.nanmin(clipped), np.nanmax(clipped)) == (0, 100)
    inside = (opened >= 0) & (opened <= 100)
    assert np.array_equal(clipped[inside], opened[inside])


def test_the_geometric_mean_lies_between_themes_only(catalogue, built):
    index = built[GEOMETRIC]
    themes = [t.id for t in scored_themes(catalogue)]
    weighing = [t.id for t in scored_themes(catalogue) if t.weight]
    row = index.result.scores.loc["NO08", weighing].to_numpy(dtype=float)
    assert index.score(ROOT, "NO08") == pytest.approx(float(np.exp(np.log(row).mean())), abs=1e-9)
    # Inside a theme the mean stays arithmetic: on the scale from 1 it is a straight line of the clipped one.
    for theme in themes:
        assert index.score(theme, "NO08") == pytest.approx(1 + 0.99 * built[CLIPPED].score(theme, "NO08"), abs=1e-9)


def test_a_weak_theme_weighs_more_in_the_geometric_mean(catalogue, built):
    scores = built[GEOMETRIC].result.scores
    themes = scores[[t.id for t in scored_themes(catalogue) if t.weight]]
    both = scores[ROOT].notna() & themes.notna().all(axis=1)
    assert (scores.loc[both, ROOT] <= themes.loc[both].mean(axis=1) + 1e-9).all()


def test_the_geometric_mean_refuses_scores_that_may_be_below_zero():
    with pytest.raises(CompositeError, match="clipped"):
        Method("geometric", "minmax")
    with pytest.raises(CompositeError, match="unknown"):
        Method("harmonic")


@pytest.mark.parametrize("method", [CLIPPED, GEOMETRIC])
def test_ranks_are_drawn_by_the_chosen_method(catalogue, built, method):
    index, peers = built[method], catalogue.members("alliance")
    honest = honest_ranks(index, "NO08", peers, draws=400)[ROOT]
    assert honest.base == index.result.ranks(ROOT, ["NO08", *peers])["NO08"]
    assert honest.low <= honest.median <= honest.high
