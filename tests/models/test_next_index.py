"""The index of 2026.2 against numbers found by other hands, and that of 2026.1 as it was."""

import csv

import pytest

from models.composite import CompositeError
from models.index.attractiveness import ROOT, attractiveness, scored_themes
from models.index.rank_ranges import rank_ranges
from models.index.weight_of_years import weight_of_years

FOCUS = "NO08"
# Places by median with their range among the alliance's regions and among the reference regions.
PLACES = {
    "alliance": {
        ROOT: (5, 4, 6, 11),
        "talent": (2, 2, 4, 12),
        "investment": (11, 9, 11, 11),
        "living": (4, 3, 5, 12),
        "visitors": (8, 6, 10, 12),
        "cooperation": (6, 6, 7, 12),
    },
    "reference": {
        ROOT: (5, 4, 7, 23),
        "talent": (6, 6, 8, 26),
        "investment": (16, 14, 16, 25),
        "living": (6, 4, 7, 26),
        "visitors": (14, 11, 18, 26),
        "cooperation": (8, 6, 11, 24),
    },
}


@pytest.fixture(scope="module")
def index(catalogue, figures):
    return attractiveness(figures, catalogue, list(catalogue.reference_regions))


@pytest.fixture(scope="module")
def before(catalogue, figures):
    known = catalogue.at("2026.1")
    return known, attractiveness(figures, known, list(catalogue.reference_regions))


def test_every_score_of_the_trial(shared, catalogue, index):
    with (shared / "data" / "trial" / "scores.csv").open(encoding="utf-8", newline="") as file:
        expected = {(row["theme"], row["region"]): float(row["score"]) for row in csv.DictReader(file)}
    nodes = [ROOT, *(theme.id for theme in scored_themes(catalogue))]
    ours = {(n, r): s for n in nodes for r in catalogue.reference_regions if (s := index.score(n, r)) is not None}
    assert ours == pytest.approx(expected, abs=6e-5)
    assert len(ours) == 150


def test_goalposts_of_the_trial(shared, catalogue):
    with (shared / "data" / "trial" / "indicators.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["id"]: (float(row["lo"]), float(row["hi"])) for row in csv.DictReader(file)}
    assert catalogue.goalposts.keys() == expected.keys()
    for name, posts in catalogue.goalposts.items():
        assert posts == pytest.approx(expected[name], abs=1e-6), name


def test_the_scores_of_osloregionen(index):
    scores = {n: index.score(n, FOCUS) for n in (ROOT, "talent", "investment", "living", "visitors", "cooperation")}
    expected = {ROOT: 64.00, "talent": 69.88, "investment": 50.75, "living": 69.26, "visitors": 36.67}
    assert scores == pytest.approx({**expected, "cooperation": 66.10}, abs=0.005)


@pytest.mark.parametrize("peers", PLACES)
def test_the_places_of_osloregionen_and_their_ranges(catalogue, index, peers):
    found = rank_ranges(index, FOCUS, catalogue.members(peers), catalogue.tags["city_bounded"])
    assert {node: (*one.own, one.count) for node, one in found.items()} == PLACES[peers]


def test_a_total_needs_every_theme_that_weighs_and_visitors_weigh_nothing(catalogue, index):
    without = {r for r in catalogue.reference_regions if index.score(ROOT, r) is None}
    assert without == {"CH04", "LV00", "NO02"}  # Zurich would come first without its investment
    assert index.score("visitors", "CH04") is not None
    weighing = [index.score(t.id, FOCUS) for t in scored_themes(catalogue) if t.weight]
    assert index.score(ROOT, FOCUS) == pytest.approx(sum(weighing) / 4)


def test_a_readers_own_weights_decide_which_themes_a_total_needs(catalogue, figures):
    own = {"talent": 1.0, "investment": 0.0, "living": 1.0, "cooperation": 0.0, "visitors": 1.0}
    index = attractiveness(figures, catalogue, list(catalogue.reference_regions), own)
    parts = [index.score(theme, "CH04") for theme in ("talent", "living", "visitors")]
    assert index.score(ROOT, "CH04") == pytest.approx(sum(parts) / 3)
    with pytest.raises(CompositeError):
        attractiveness(figures, catalogue, list(catalogue.reference_regions), dict.fromkeys(own, 0.0))


def test_no_score_leaves_the_scale(index):
    scores = index.result.scores
    assert (scores.min(axis=None), scores.max(axis=None)) == (0, 100)
    assert index.score("gdp_per_inhabitant_pps", "IE06") == 100


def test_most_of_the_weight_is_old(catalogue, index):
    found = weight_of_years(index, catalogue, FOCUS, ROOT)
    assert (round(100 * found.old_weight), found.newest, found.count) == (62, "2025", 23)
    # Research figures of a window that ends in 2020 are no level of a pandemic year.
    assert weight_of_years(index, catalogue, FOCUS, "cooperation").pandemic == 0


def test_the_index_of_2026_1_gives_the_scores_it_gave(catalogue, before):
    known, index = before
    expected = {ROOT: 60.747992690312195, "talent": 66.42797324551692, "investment": 46.55975372769759}
    assert {n: index.score(n, FOCUS) for n in expected} == pytest.approx(expected, abs=1e-9)
    assert index.catalogue_version == "2026.1"
    places = rank_ranges(index, FOCUS, catalogue.members("alliance"), catalogue.tags["city_bounded"])
    assert {node: (*one.own, one.count) for node, one in places.items()} == {
        ROOT: (6, 4, 7, 11),
        "talent": (4, 2, 6, 12),
        "investment": (11, 9, 11, 11),
        "living": (4, 3, 5, 12),
    }
    assert [t.id for t in scored_themes(known)] == ["talent", "investment", "living"]
    assert known.themes["living"].title.nb == "Levekår og tilgjengelighet"


def test_a_version_is_one_catalogue_and_a_release_that_names_none_has_the_first(catalogue):
    assert catalogue.at("2026.1") is catalogue.at("2026.1") is catalogue.at("")
    assert catalogue.at(catalogue.rules.version) is catalogue
    assert catalogue.at("2031.7") is catalogue


def test_an_indicator_that_has_begun_to_give_points_gave_none_then(catalogue):
    then = catalogue.at("2026.1").indicators["tertiary_25_64"]
    assert (then.role, then.score) == ("context", None)
    assert "2026.1" in then.why.nb
    assert catalogue.at("2026.1").indicators["adult_learning_25_64"].role == "score"
