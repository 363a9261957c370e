"""What may be said of one indicator in one year."""

import pytest

from models.claims import Claim, Refusal, Speaker, above_claim, figure_claim, gap_claim, rank_claim
from models.comparison import compare
from tests.models.made_up import figures_of

NAME = "gdp_per_inhabitant_pps"
PEERS = ("SE11", "DK01", "FI1B", "SE23", "DE60", "DE30", "NL32", "AT13", "CH04")


def _comparison(catalogue, own=100.0, flag="", name=NAME, period="2021", focus="NO08", peers=PEERS, theirs=""):
    rows = [(name, focus, period, own, flag)]
    rows += [(name, peer, period, 90.0 + k, theirs) for k, peer in enumerate(peers)]
    return compare(figures_of(rows), catalogue.indicators[name], period, focus, peers)


@pytest.fixture
def speaker(catalogue):
    return Speaker(catalogue)


def _codes(claim):
    assert isinstance(claim, Claim), claim
    return [c.code for c in claim.caveats]


def test_a_sound_figure(catalogue, speaker):
    claim = figure_claim(speaker, _comparison(catalogue))
    assert claim == Claim("figure", "NO08", "NO08", NAME, "2021", 100.0, "pps_per_inhabitant")


@pytest.mark.parametrize(
    ("change", "code", "detail"),
    [
        ({"flag": "u"}, "flagged", "u"),
        ({"name": "nights_foreign_per_1000"}, "unusual_year", "2021"),
        ({"focus": "NO01"}, "older_territory", "NO01"),
    ],
)
def test_refusals(catalogue, speaker, change, code, detail):
    comparison = _comparison(catalogue, **change)
    for make in (figure_claim, gap_claim, rank_claim):
        refusal = make(speaker, comparison)
        assert isinstance(refusal, Refusal)
        assert (refusal.code, refusal.detail, refusal.year) == (code, detail, "2021")


def test_a_missing_figure_is_refused(catalogue, speaker):
    rows = [(NAME, peer, "2021", 90.0, "") for peer in PEERS]
    comparison = compare(figures_of(rows), catalogue.indicators[NAME], "2021", "NO08", PEERS)
    for make in (figure_claim, gap_claim, rank_claim):
        assert make(speaker, comparison).code == "missing"
    assert above_claim(speaker, comparison, "SE11").code == "missing"


def test_flags_that_must_be_said(catalogue, speaker):
    claim = figure_claim(speaker, _comparison(catalogue, flag="bdep"))
    assert _codes(claim) == ["break", "definition_differs", "estimated", "provisional"]


def test_the_gap_to_the_middle(catalogue, speaker):
    claim = gap_claim(speaker, _comparison(catalogue))
    assert (claim.figure, claim.other, claim.other_figure) == (100.0, "median", 94.0)
    assert gap_claim(speaker, _comparison(catalogue, own=94.3)).code == "same"  # no decimals are shown


def test_under_eight_peers_the_place_says_so(catalogue, speaker):
    claim = rank_claim(speaker, _comparison(catalogue, peers=PEERS[:4]))
    assert (claim.rank.rank, claim.rank.count) == (1, 5)
    assert _codes(claim) == ["few_peers"]
    assert _codes(rank_claim(speaker, _comparison(catalogue))) == []


def test_peers_without_figures_are_counted(catalogue, speaker):
    rows = [(NAME, r, "2021", 90.0 + k, "") for k, r in enumerate(("NO08", *PEERS[:8]))]
    comparison = compare(figures_of(rows), catalogue.indicators[NAME], "2021", "NO08", PEERS)
    claim = rank_claim(speaker, comparison)
    assert [(c.code, c.detail) for c in claim.caveats] == [("missing_peers", "1")]


def test_above_another_region(catalogue, speaker):
    claim = above_claim(speaker, _comparison(catalogue, theirs="e"), "SE11")
    assert (claim.figure, claim.other, claim.other_figure) == (100.0, "SE11", 90.0)
    assert _codes(claim) == ["estimated"]
    assert above_claim(speaker, _comparison(catalogue, theirs="u"), "SE11").code == "flagged"
    assert above_claim(speaker, _comparison(catalogue, own=90.2), "SE11").code == "same"
    assert above_claim(speaker, _comparison(catalogue), "ES30").code == "missing"


def test_nothing_to_be_compared_with(catalogue, speaker):
    comparison = _comparison(catalogue, peers=())
    assert gap_claim(speaker, comparison).code == "too_few_peers"
    assert rank_claim(speaker, comparison).code == "too_few_peers"
