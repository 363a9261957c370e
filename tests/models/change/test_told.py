"""By which series a change is told, and that everything that speaks of change gives the same answer."""

import pytest

from components.words.text import Speaker as Language
from components.words.trends import trend_finding
from models.change.told import told
from models.claims import Claim, ClaimScope, change_claim
from models.comparison.developments import development
from models.strategy.readings import StrategyFigure, read
from tests.models.made_up import figures_of


@pytest.fixture(scope="module")
def peers(catalogue):
    return catalogue.members("alliance")


def of(figures, catalogue, peers, name):
    return told(figures, catalogue, catalogue.indicators[name], "NO08", peers)


@pytest.mark.parametrize("name", ["gdp_per_inhabitant_pps", "gdp_per_inhabitant_eur", "gdp_million_eur"])
def test_output_in_money_of_its_year_is_told_against_the_eu(figures, catalogue, peers, name):
    found = of(figures, catalogue, peers, name)
    assert (found.by, found.indicator.id) == ("published", "gdp_per_inhabitant_pps_index")
    assert (found.change.first, found.change.before, found.change.last, found.change.after) == (2008, 162, 2021, 148)
    assert found.verdict is None  # it fell, but not evenly: the interval of the slope touches 0


def test_income_is_told_against_the_peers(figures, catalogue, peers):
    found = of(figures, catalogue, peers, "disposable_income_pps")
    assert found.by == "peers"
    assert (found.change.first, found.change.last) == (2011, 2020)
    assert found.change.before == pytest.approx(106.36, abs=0.01)
    assert found.change.after == pytest.approx(106.60, abs=0.01)
    assert found.verdict is None


def test_money_without_peers_to_tell_it_by_is_not_told(catalogue):
    name = "disposable_income_pps"
    rows = [(name, "NO08", str(year), 20000.0 + year, "") for year in range(2011, 2021)]
    assert of(figures_of(rows), catalogue, ("SE11", "DK01"), name) is None


def test_constant_prices_tell_themselves(figures, catalogue, peers):
    found = of(figures, catalogue, peers, "gdp_per_head_usd_ppp_2015")
    assert (found.by, found.change.first, found.verdict) == ("own", 2000, "better")


@pytest.mark.parametrize(
    ("name", "kind", "first", "last"),
    [
        ("broadband_access", "up", 2008, 2021),
        ("population_total", "up", 2016, 2025),
        ("neet_15_29", "within_error", 2022, 2025),
        ("gender_employment_gap_20_64", "within_error", 2022, 2025),
        ("high_tech_employment", "within_error", 2022, 2023),
        ("employed_tertiary_share", "up", 2022, 2023),
        ("coe_share_k_n", "unclear", 2010, 2019),
        ("nights_foreign_per_1000", "up", 2023, 2024),
        ("area_km2", "same", 2021, 2023),
    ],
)
def test_changes_on_the_published_figures(figures, catalogue, peers, name, kind, first, last):
    change = of(figures, catalogue, peers, name).change
    assert (change.kind, change.first, change.last) == (kind, first, last)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("adult_learning_25_64", "unusual"),  # 2021: redesigned, and a pandemic year of the whole survey
        ("early_leavers", "unusual"),
        ("cultural_employment_share", "break"),
        ("rail_density", "redefined"),
        ("motorway_density", "redefined"),
        ("pm25", "alone"),
        ("long_term_unemployment_rate", "unreliable"),
    ],
)
def test_series_without_a_change_to_tell(figures, catalogue, peers, name, why):
    found = of(figures, catalogue, peers, name)
    assert (found.change, found.comparable.why) == (None, why)


def test_titles_claims_cards_and_progress_say_the_same(figures, catalogue, peers):
    """Every series of the region: since when, from what to what, and whether anything may be said at all."""
    say, speaker, plan = Language("nb"), ClaimScope(catalogue, figures), catalogue.strategies["2021-2024"]
    series = 0
    for indicator in catalogue.indicators.values():
        if indicator.role == "series" or indicator.scope != "europe":
            continue
        found = told(figures, catalogue, indicator, "NO08", peers)
        if found is None:
            continue
        series += 1
        assert development(figures, catalogue, indicator, "NO08", peers).told == found, indicator.id
        reading = read(figures, catalogue, plan, indicator, "NO08", peers)
        if isinstance(reading, StrategyFigure):
            assert reading.told == found, indicator.id
        title = trend_finding(say, "X", found, lambda value: f"<{value:g}>")
        claim = change_claim(speaker, found)
        sayable = found.change is not None and found.change.kind not in ("same", "within_error")
        assert isinstance(claim, Claim) == sayable, indicator.id
        if found.change is not None:
            assert str(found.change.first) in title, indicator.id
            assert str(found.change.last) in title, indicator.id
            assert claim.year == f"{found.change.first}–{found.change.last}", indicator.id
            if sayable:
                assert ("opp" in title) == (claim.figure > claim.other_figure), indicator.id
        else:
            assert " opp " not in title, indicator.id
            assert " ned " not in title, indicator.id
    assert series > 90
