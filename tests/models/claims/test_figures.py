"""What may be said of one indicator in one year."""

import pytest

from models.claims import Claim, ClaimScope, Refusal, above_claim, figure_claim, gap_claim, rank_claim
from models.comparison.one_year import compare
from tests.models.made_up import figures_of

NAME = "pm25"  # from no sample, one decimal; lower is better
PEERS = ("SE11", "DK01", "FI1B", "SE23", "DE60", "DE30", "NL32", "AT13", "CH04")


def _comparison(catalogue, own=100.0, flag="", name=NAME, period="2021", focus="NO08", peers=PEERS, theirs=""):
    rows = [(name, focus, period, own, flag)]
    rows += [(name, peer, period, 90.0 + k, theirs) for k, peer in enumerate(peers)]
    return compare(figures_of(rows), catalogue.indicators[name], period, focus, peers)


@pytest.fixture
def speaker(catalogue):
    return ClaimScope(catalogue)


def _codes(claim):
    assert isinstance(claim, Claim), claim
    return [c.code for c in claim.caveats]


def test_a_sound_figure(catalogue, speaker):
    claim = figure_claim(speaker, _comparison(catalogue))
    assert claim == Claim("figure", "NO08", "NO08", NAME, "2021", 100.0, "micrograms_m3")


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
    assert gap_claim(speaker, _comparison(catalogue, own=94.03)).code == "same"  # one decimal is shown


def test_under_eight_peers_there_is_no_place_to_quote(catalogue, speaker):
    few = _comparison(catalogue, peers=PEERS[:7])
    refusal = rank_claim(speaker, few)
    assert (refusal.code, refusal.detail) == ("too_few_peers", "7")
    assert _codes(gap_claim(speaker, few)) == ["few_peers"]
    claim = rank_claim(speaker, _comparison(catalogue))
    assert (claim.rank.rank, claim.rank.count) == (10, 10)
    assert _codes(claim) == []


def test_a_place_beside_a_figure_that_looks_the_same_says_whose(catalogue, speaker):
    claim = rank_claim(speaker, _comparison(catalogue, own=94.03))  # one decimal is shown
    shared = [caveat.detail for caveat in claim.caveats if caveat.code == "alike"]
    assert shared == ["DE60"]


RATE = "unemployment_rate_15_74"  # a sample: 0.8 points part two figures


def _rates(catalogue, own, *theirs):
    rows = [(RATE, "NO08", "2025", own, "")] + [(RATE, p, "2025", v, "") for p, v in zip(PEERS, theirs, strict=False)]
    return compare(figures_of(rows), catalogue.indicators[RATE], "2025", "NO08", PEERS[: len(theirs)])


def test_within_the_sampling_error_nobody_is_higher(catalogue, speaker):
    close = _rates(catalogue, 5.0, *(5.0 + n / 10 for n in range(-4, 5)))
    assert (rank_claim(speaker, close).code, rank_claim(speaker, close).detail) == ("within_error", "1–10")
    assert gap_claim(speaker, close).code == "same"
    assert gap_claim(speaker, _rates(catalogue, 5.3, *(5.0 for _ in range(9)))).code == "within_error"
    assert above_claim(speaker, close, "SE11").code == "within_error"
    spread = _rates(catalogue, 5.0, *range(1, 10))
    assert above_claim(speaker, spread, "SE11").other_figure == 1.0
    claim = rank_claim(speaker, spread)
    assert (claim.rank.rank, claim.rank.low, claim.rank.high, claim.rank.count) == (5, 5, 6, 10)


def test_a_newer_figure_of_the_same_thing_goes_first(catalogue, figures):
    speaker, peers = ClaimScope(catalogue, figures), catalogue.members("alliance")

    def of(name, year):
        return compare(figures, catalogue.indicators[name], year, "NO08", peers, 1, catalogue)

    old = rank_claim(speaker, of("unemployment_rate_15plus", "2023"))
    assert (old.code, old.detail) == ("newer", "unemployment_rate_15_74")
    assert rank_claim(speaker, of("early_leavers", "2017")).detail == "early_leavers"
    assert rank_claim(speaker, of("early_leavers", "2021")).code == "unusual_year"


def test_other_years_and_what_the_catalogue_asks_for_are_said(catalogue, figures):
    speaker, peers = ClaimScope(catalogue, figures), catalogue.members("alliance")
    life = compare(figures, catalogue.indicators["life_expectancy"], "2023", "NO08", peers, 1, catalogue)
    assert ("other_years", "2024:10") in [(c.code, c.detail) for c in rank_claim(speaker, life).caveats]
    gdp = compare(figures, catalogue.indicators["gdp_per_inhabitant_pps"], "2021", "NO08", peers, 1, catalogue)
    assert [(c.code, c.detail) for c in rank_claim(speaker, gdp).caveats] == [
        ("caution", "gdp_per_inhabitant_pps"),
        ("missing_peers", "CH04"),
    ]


def test_peers_without_figures_are_counted(catalogue, speaker):
    rows = [(NAME, r, "2021", 90.0 + k, "") for k, r in enumerate(("NO08", *PEERS[:8]))]
    comparison = compare(figures_of(rows), catalogue.indicators[NAME], "2021", "NO08", PEERS)
    claim = rank_claim(speaker, comparison)
    assert [(c.code, c.detail) for c in claim.caveats] == [("missing_peers", "CH04")]


def test_above_another_region(catalogue, speaker):
    claim = above_claim(speaker, _comparison(catalogue, theirs="e"), "SE11")
    assert (claim.figure, claim.other, claim.other_figure) == (100.0, "SE11", 90.0)
    assert _codes(claim) == ["estimated"]
    assert above_claim(speaker, _comparison(catalogue, theirs="u"), "SE11").code == "flagged"
    assert above_claim(speaker, _comparison(catalogue, own=90.03), "SE11").code == "same"
    assert above_claim(speaker, _comparison(catalogue), "ES30").code == "missing"


def test_nothing_to_be_compared_with(catalogue, speaker):
    comparison = _comparison(catalogue, peers=())
    assert gap_claim(speaker, comparison).code == "too_few_peers"
    assert rank_claim(speaker, comparison).code == "too_few_peers"
