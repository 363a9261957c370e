import pytest

from models.composite import CompositeError
from models.index.attractiveness import ROOT, attractiveness
from models.index.honest_ranks import experiment
from models.index.what_moves import INDICATORS, REGIONS, WEIGHT, what_moves


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(dict.fromkeys([*catalogue.reference_regions, "IS00"])))


def movers(index, catalogue, node=ROOT, **changes):
    return what_moves(
        index,
        node,
        "NO08",
        catalogue.members("alliance"),
        catalogue.tags["city_bounded"],
        **{"samples": 300, **changes},
    )


def test_each_theme_weighs_for_itself_in_the_total(index, catalogue):
    found = movers(index, catalogue)
    themes = {theme.code for theme in index.result.framework.children[ROOT]}
    assert {m.theme for m in found if m.choice == WEIGHT} == themes
    assert {m.choice for m in found} == {WEIGHT, INDICATORS, REGIONS}
    assert [m.share for m in found] == sorted((m.share for m in found), reverse=True)
    assert all(m.share >= 0 for m in found)


def test_theme_weights_change_nothing_inside_a_theme(index, catalogue):
    assert {m.choice for m in movers(index, catalogue, "talent")} == {INDICATORS, REGIONS}


def test_the_same_seed_gives_the_same_answer(index, catalogue):
    assert movers(index, catalogue) == movers(index, catalogue)
    assert movers(index, catalogue) != movers(index, catalogue, seed=2)


def test_weights_together_are_the_experiments_own_factor(index, catalogue):
    """Weights split into themes are still what `experiment` draws over: the other factors keep their shares."""
    setting = experiment(index, "NO08", catalogue.members("alliance"), catalogue.tags["city_bounded"])
    whole = setting.shares("NO08", 300, 1)["total"]
    split = {m.choice: m.share for m in movers(index, catalogue) if not m.theme}
    assert split == pytest.approx({name: whole[name] for name in (INDICATORS, REGIONS)}, abs=1e-12)


def test_without_a_score_or_with_too_few_regions_there_is_nothing_to_move(index, catalogue):
    assert what_moves(index, "clusters", "NO08", catalogue.members("alliance"), ()) == ()
    assert what_moves(index, ROOT, "NO08", ["SE11"], ()) == ()


def test_a_place_that_never_moves_is_said_so(index):
    # Far behind all the others whatever is drawn.
    assert what_moves(index, "living", "LV00", ["NO08", "SE11", "DK01"], (), samples=50) == ()
    setting = experiment(index, "LV00", ["NO08", "SE11", "DK01"])
    with pytest.raises(CompositeError, match="same in every draw"):
        setting.shares("LV00", 50, 1, "living")
