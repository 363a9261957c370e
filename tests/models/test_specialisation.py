import pytest

from models.clusters import ClusterError
from models.specialisation import amounts, change, profile


def test_quotients_agree_with_those_in_the_figures(figures, catalogue):
    found = profile(figures, catalogue, "NO08").sectors
    for group in catalogue.structure.sectors.group:
        rows = figures.indicator(f"coe_lq_{group.id}")
        known = rows.loc[(rows["region"] == "NO08") & (rows["period"] == "2019"), "value"].iloc[0]
        assert found.at[group.id, "quotient"] == pytest.approx(known, abs=6e-3)


def test_the_oslo_region_is_specialised_in_construction_only(figures, catalogue):
    found = profile(figures, catalogue, "NO08")
    assert found.sectors.index[found.sectors["specialised"]].tolist() == ["f"]
    assert found.sectors["share"].sum() == pytest.approx(1)
    assert found.sectors["low"].isna().all()  # national accounts: no sample
    assert 0.7 < found.diversity < 0.84


def test_change_sums_exactly(figures, catalogue):
    found = change(figures, catalogue, "NO08")
    before, after = (amounts(figures, catalogue.structure.sectors, year).loc["NO08"] for year in ("2010", "2019"))
    assert found[["national", "mix", "regional"]].to_numpy().sum() == pytest.approx((after - before).sum(), abs=1e-6)


def test_regions_without_industries_are_refused(figures, catalogue):
    with pytest.raises(ClusterError, match="'CH04' has no figures by industry for 2019"):
        profile(figures, catalogue, "CH04")
