import pytest

from models.comparison.coverage import Coverage
from models.comparison.quality import FULL, STATUSES, Quality, by_status, quality


@pytest.fixture
def indicator(catalogue):
    return catalogue.indicators["unemployment_rate_15_74"]


def found(indicator, age, share):
    years = () if age is None else ("2020",)
    return Quality(indicator, Coverage(years, True, "", "2020", 10, round(10 * share), ()), age, share)


@pytest.mark.parametrize(
    ("over", "share", "status"),
    [(0, 1.0, "good"), (0, FULL, "good"), (1, 1.0, "old"), (0, FULL - 0.1, "thin"), (1, 0.1, "old_and_thin")],
)
def test_each_has_its_own_limit_for_old(indicator, over, share, status):
    assert found(indicator, indicator.max_age + over, share).status == status


def test_without_a_figure_of_ours_there_is_nothing_to_trust(indicator):
    assert found(indicator, None, 1.0).status == "none"


def test_real_figures(figures, catalogue, indicator):
    peers = catalogue.members("alliance")
    one = quality(figures, catalogue, indicator, "NO08", peers, 2026)
    assert (one.age, one.share, one.status) == (1, 1.0, "good")
    assert quality(figures, catalogue, indicator, "NO08", peers, 2040).status == "old"
    assert quality(figures, catalogue, indicator, "NO08", (), 2026).share == 0
    missing = quality(figures, catalogue, catalogue.indicators["gfcf_meur"], "NO08", peers, 2026)
    assert (missing.age, missing.status) == (None, "none")


def test_every_indicator_has_one_status(figures, catalogue):
    peers = catalogue.members("alliance")
    every = [quality(figures, catalogue, i, "NO08", peers, 2026) for i in catalogue.indicators.values()]
    groups = by_status(every)
    assert tuple(groups) == STATUSES
    assert sum(len(group) for group in groups.values()) == len(every)
    assert all(one.status == status for status, group in groups.items() for one in group)
