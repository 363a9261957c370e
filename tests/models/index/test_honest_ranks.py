import pytest

from models.composite import CompositeError
from models.index.attractiveness import ROOT, attractiveness
from models.index.honest_ranks import experiment, honest_ranks

FOCUS = "NO08"


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


@pytest.fixture(scope="module")
def peers(catalogue):
    return [code for code in catalogue.reference_regions if code != FOCUS]


@pytest.fixture(scope="module")
def ranks(index, peers, catalogue):
    return honest_ranks(index, FOCUS, peers, catalogue.tags["city_bounded"], draws=2000)


def test_the_total_comes_first_and_every_theme_with_a_score_follows(index, ranks):
    themes = [theme.code for theme in index.result.framework.children[ROOT]]
    assert list(ranks) == [ROOT, *(t for t in themes if index.score(t, FOCUS) is not None)]


def test_ranks_lie_in_their_field(index, ranks, peers):
    for node, rank in ranks.items():
        assert 1 <= rank.low <= rank.median <= rank.high <= rank.count
        assert rank.base == index.result.ranks(node, [FOCUS, *peers])[FOCUS]
        assert 0 <= rank.top_quartile <= 1
        assert len(rank.above) == rank.count - 1
        assert [field.count for field in rank.fields] == sorted((f.count for f in rank.fields), reverse=True)


def test_with_and_without_city_bounded_peers(ranks, catalogue):
    whole, without = ranks[ROOT].fields
    scored = set(ranks[ROOT].above)
    assert whole.count - without.count == len(scored & catalogue.tags["city_bounded"])
    assert whole.median >= without.median


def test_without_such_peers_there_is_one_field(index, peers):
    assert len(honest_ranks(index, FOCUS, peers, draws=50)[ROOT].fields) == 1


def test_the_focus_region_is_never_left_out(index, peers):
    rank = honest_ranks(index, FOCUS, peers, [FOCUS], draws=50)[ROOT]
    assert (rank.draws.ranks[:, 0] > 0).all()


def test_too_few_without_them_keeps_them(index):
    rank = honest_ranks(index, FOCUS, ["DE60", "DE30"], ["DE60", "DE30"], draws=50)["talent"]
    assert rank.count == 3
    assert len(rank.fields) == 1


def test_the_same_seed_gives_the_same_answer(index, peers, catalogue):
    one, two = (honest_ranks(index, FOCUS, peers, catalogue.tags["city_bounded"], draws=200, seed=3) for _ in range(2))
    assert [(r.median, r.low, r.high, r.above) for r in one.values()] == [
        (r.median, r.low, r.high, r.above) for r in two.values()
    ]


def test_clipping_changes_nothing_within_the_reference_set(index, peers):
    plain = honest_ranks(index, FOCUS, peers, draws=100, normalisers=("minmax",))[ROOT]
    clipped = honest_ranks(index, FOCUS, peers, draws=100, normalisers=("minmax", "clipped"))[ROOT]
    assert (plain.draws.ranks == clipped.draws.ranks).all()


def test_shares_name_the_choices(index, peers, catalogue):
    found = experiment(index, FOCUS, peers, catalogue.tags["city_bounded"]).shares(FOCUS, 256, seed=1)
    assert list(found.index) == ["weights", "regions", "indicators"]


def test_refusals(index, peers):
    with pytest.raises(CompositeError, match="unknown region 'XX'"):
        honest_ranks(index, FOCUS, ["XX", *peers])
    with pytest.raises(CompositeError, match="at least 3 regions"):
        honest_ranks(index, FOCUS, peers[:1])
    with pytest.raises(CompositeError, match="'zscore' has no meaning with fixed goalposts"):
        honest_ranks(index, FOCUS, peers, normalisers=["zscore"])
