import pytest

from models.advantages import AdvantageError, TooFewPeers, TooFewYears, gap_trend
from tests.models.made_up import figures_of

PEERS = ("SE11", "DK01", "FI1B", "SE23", "DE60")
YEARS = range(2010, 2018)


def _figures(slope, name="gdp_per_inhabitant_pps", start=-10.0, breaks=(), short=()):
    rows = []
    for n, year in enumerate(YEARS):
        rows.append((name, "NO08", str(year), 100 + start + slope * n, "b" if year in breaks else ""))
        for k, peer in enumerate(PEERS):
            if not (peer in short and year == 2017):
                rows.append((name, peer, str(year), 100.0 + k - 2, ""))
    return figures_of(rows)


@pytest.mark.parametrize(
    ("slope", "start", "kind", "ahead"),
    [
        (1.0, -10.0, "closing", False),
        (-1.0, -10.0, "widening", False),
        (1.0, 10.0, "widening", True),
        (-1.0, 20.0, "closing", True),
        (0.0, -10.0, "unclear", False),
    ],
)
def test_kinds(catalogue, slope, start, kind, ahead):
    indicator = catalogue.indicators["gdp_per_inhabitant_pps"]
    found = gap_trend(_figures(slope, start=start), indicator, "NO08", PEERS)
    assert (found.kind, found.ahead) == (kind, ahead)
    assert found.slope == pytest.approx(slope)
    assert found.low <= found.slope <= found.high
    assert (found.first, found.last, found.years, found.peers) == (2010, 2017, 8, 5)


def test_lower_is_better_turns_the_sign(catalogue):
    found = gap_trend(_figures(-1.0, "pm25", 10.0), catalogue.indicators["pm25"], "NO08", PEERS)
    assert (found.kind, found.ahead) == ("closing", False)
    assert found.slope == pytest.approx(1.0)
    assert found.gap == pytest.approx(3.0)  # as published: still more than the peers


def test_only_years_after_the_last_break_count(catalogue):
    indicator = catalogue.indicators["gdp_per_inhabitant_pps"]
    found = gap_trend(_figures(1.0, breaks=(2011, 2013)), indicator, "NO08", PEERS)
    assert (found.first, found.years) == (2013, 5)
    with pytest.raises(TooFewYears):
        gap_trend(_figures(1.0, breaks=(2014,)), indicator, "NO08", PEERS)


def test_the_same_peers_in_all_years(catalogue):
    indicator = catalogue.indicators["gdp_per_inhabitant_pps"]
    assert gap_trend(_figures(1.0, short=("SE11",)), indicator, "NO08", PEERS).peers == 4
    assert gap_trend(_figures(1.0, short=("SE11", "DK01")), indicator, "NO08", PEERS).last == 2016
    with pytest.raises(TooFewPeers):
        gap_trend(_figures(1.0), indicator, "NO08", PEERS[:3])


def test_a_region_without_figures_is_refused(catalogue):
    with pytest.raises(AdvantageError, match="'NO01' has no figure"):
        gap_trend(_figures(1.0), catalogue.indicators["gdp_per_inhabitant_pps"], "NO01", PEERS)


def test_real_figures(figures, catalogue):
    peers = tuple(r for r in catalogue.reference_regions if r != "NO08")
    gdp = gap_trend(figures, catalogue.indicators["gdp_per_inhabitant_pps"], "NO08", peers)
    assert (gdp.kind, gdp.ahead, gdp.last) == ("closing", True, 2021)  # the lead shrinks
    services = gap_trend(figures, catalogue.indicators["coe_share_k_n"], "NO08", peers)
    assert (services.kind, services.ahead, services.last) == ("widening", False, 2019)


def test_a_region_with_unusual_years_only_has_too_few(catalogue):
    indicator = catalogue.indicators["nights_foreign_per_1000"]
    year = next(p for u in indicator.unusual for p in u.periods if len(p) == 4)
    rows = [(indicator.id, "NO08", year, 1.0, "")]
    rows += [(indicator.id, peer, str(y), 2.0, "") for peer in PEERS for y in YEARS]
    with pytest.raises(TooFewYears):
        gap_trend(figures_of(rows), indicator, "NO08", PEERS)
