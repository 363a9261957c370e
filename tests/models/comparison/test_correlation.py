"""Correlations against scipy, and what holds for any figures."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import stats

from models.comparison.correlation import FEWEST, Correlation, CorrelationError, correlation

# Symmetric, so Pearson; the second pair is skewed by one outlier, so Spearman.
X = np.array([1.0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
Y = np.array([2.1, 1.9, 3.5, 3.9, 5.2, 4.8, 7.4, 6.9, 9.5, 8.8, 11.9, 10.7])
SKEWED = np.where(X == 12, 900.0, Y)


def test_pearson_and_its_interval_are_scipys():
    found = correlation(X, Y)
    expected = stats.pearsonr(X, Y)
    interval = expected.confidence_interval(0.95)
    assert found.kind == "pearson"
    assert found.value == pytest.approx(expected.statistic, abs=1e-12)
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high), abs=1e-9)
    assert found.count == 12


def test_golden_numbers_of_anscombes_first_pair():
    """As R's `cor.test(anscombe$x1, anscombe$y1)` prints them."""
    x = np.array([10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5])
    y = np.array([8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68])
    found = correlation(x, y)
    assert (found.value, found.low, found.high) == pytest.approx((0.8164205, 0.4243912, 0.9506933), abs=5e-8)


def test_a_skewed_figure_is_compared_by_its_order():
    found = correlation(X, SKEWED)
    assert found.kind == "spearman"
    assert found.value == pytest.approx(stats.spearmanr(X, SKEWED).statistic, abs=1e-12)
    error = np.sqrt((1 + found.value**2 / 2) / (len(X) - 3))
    reach = stats.norm.ppf(0.975) * error
    assert found.low == pytest.approx(np.tanh(np.arctanh(found.value) - reach), abs=1e-12)
    assert found.high == pytest.approx(np.tanh(np.arctanh(found.value) + reach), abs=1e-12)


def test_one_outlier_does_not_make_a_relation():
    noise = np.array([5.0, 3, 6, 2, 7, 4, 6, 3, 5, 4, 6, 1000])
    assert stats.pearsonr(X, noise).statistic > 0.45
    assert correlation(X, noise).strength == "none"


def test_pairs_with_a_missing_figure_are_left_out():
    holed = Y.copy()
    holed[[0, 5]] = np.nan
    known = ~np.isnan(holed)
    assert correlation(X, holed) == correlation(X[known], holed[known])


@pytest.mark.parametrize("count", [0, 1, 3, FEWEST - 1])
def test_few_regions_are_refused_with_their_number(count):
    with pytest.raises(CorrelationError) as refused:
        correlation(X[:count], Y[:count])
    assert (refused.value.obstacle, refused.value.count) == ("few", count)


def test_a_figure_that_is_the_same_everywhere_is_refused():
    with pytest.raises(CorrelationError) as refused:
        correlation(X, np.full(12, 3.0))
    assert refused.value.obstacle == "constant"


@pytest.mark.parametrize(
    ("value", "low", "high", "strength"),
    [(0.2, -0.1, 0.5, "none"), (0.3, 0.1, 0.5, "weak"), (-0.5, -0.6, -0.3, "moderate"), (0.8, 0.6, 0.9, "strong")],
)
def test_strength_in_words(value, low, high, strength):
    assert Correlation("pearson", value, low, high, 30).strength == strength


@given(
    hnp.arrays(float, (2, 14), elements=st.floats(-1e6, 1e6, allow_nan=False).map(lambda v: round(v, 2))),
    st.floats(0.1, 100),
    st.floats(-1000, 1000),
)
def test_properties(table, scale, shift):
    x, y = table
    try:
        found = correlation(x, y)
    except CorrelationError as refused:
        assert refused.obstacle == "constant"  # noqa: PT017 - either answer is right, each for its own figures
        return
    assert -1 <= found.low <= found.value <= found.high <= 1
    turned = correlation(y, x)
    assert (turned.kind, turned.value) == (found.kind, pytest.approx(found.value, abs=1e-9))
    against = correlation(x, -y)
    assert (against.kind, against.value) == (found.kind, pytest.approx(-found.value, abs=1e-9))
    assert against.low == pytest.approx(-found.high, abs=1e-9)
    # Units make no difference.
    if found.kind == "pearson" and np.ptp(x) > 1:
        assert correlation(scale * x + shift, y).value == pytest.approx(found.value, abs=1e-5)


def test_regions_of_one_country_count_together():
    """Five countries of regions that are alike: the interval is much wider than for as many independent regions."""
    random = np.random.default_rng(7)
    country = np.repeat(np.arange(5), 10)
    x = np.array([0.0, 1, 2, 3, 4])[country] + random.normal(0, 0.1, 50)
    y = np.array([0.0, 2, 1, 4, 3])[country] + random.normal(0, 0.1, 50)
    alone = correlation(x, y)
    together = correlation(x, y, [str(c) for c in country])
    assert together.value == alone.value
    assert together.low < alone.low - 0.1
    assert together.high >= alone.high
    assert correlation(x, y, [str(c) for c in country]) == together  # the same answer each time


def test_the_interval_is_never_narrower_than_for_independent_regions():
    each = correlation(X, Y, [str(n) for n in range(12)])
    alone = correlation(X, Y)
    assert each.low <= alone.low
    assert each.high >= alone.high


def test_over_europe_the_interval_is_wider_than_it_looks(figures, catalogue):
    """Young people out of work and education against all in work: countries draw the interval out."""
    from models.comparison.pairs import pairs

    regions = tuple(catalogue.members("europe"))
    x, y = catalogue.indicators["neet_15_29"], catalogue.indicators["employment_rate_15_64"]
    rows = pairs(figures, x, y, regions, "population_total").of("2022")
    alone = correlation(rows["x"].to_numpy(), rows["y"].to_numpy())
    together = correlation(rows["x"].to_numpy(), rows["y"].to_numpy(), [str(code)[:2] for code in rows.index])
    assert together.high - together.low > 1.5 * (alone.high - alone.low)
