import pytest

from models.industries.clusters import ClusterError, shift_share
from models.industries.specialisation import amounts, change, profile


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


def test_money_is_told_as_levels_within_the_country(figures, catalogue):
    found = change(figures, catalogue, "NO08")
    after = amounts(figures, catalogue.structure.sectors, "2019").loc["NO08"]
    assert found[["national", "mix", "regional"]].sum(axis=1).to_numpy() == pytest.approx(after.to_numpy(), abs=1e-6)
    assert found["change"].to_numpy() == pytest.approx(after.to_numpy())
    # In euros against the EU trade lost 2,513 million; against Norway, in one currency, it won.
    assert found.at["g_j", "regional"] == pytest.approx(593, abs=1)
    assert found.at["c", "regional"] == pytest.approx(-286, abs=1)


def test_a_rate_of_exchange_makes_no_difference_to_what_is_beyond_the_country(figures, catalogue):
    """The first year's euros twice as dear for region and country alike: mix and regional parts stay."""
    sectors = catalogue.structure.sectors
    before, after = (amounts(figures, sectors, year) for year in (sectors.since, sectors.period))
    dearer = [
        shift_share(k * before.loc["NO08"], after.loc["NO08"], k * before.loc["NO"], after.loc["NO"]) for k in (1, 2)
    ]
    for column in ("mix", "regional"):
        assert dearer[0][column].to_numpy() == pytest.approx(dearer[1][column].to_numpy())


def test_regions_without_industries_are_refused(figures, catalogue):
    with pytest.raises(ClusterError, match="'CH04' has no figures by industry for 2019"):
        profile(figures, catalogue, "CH04")


def test_jobs_are_a_profile_of_their_own_with_an_interval(figures, catalogue):
    jobs = catalogue.structure.profiles["jobs"]
    found = profile(figures, catalogue, jobs.region, sectors=jobs)
    assert (found.region, found.period) == ("NO01", "2015")
    assert len(found.sectors) == 10
    assert found.sectors["amount"].sum() == pytest.approx(668.5, rel=0.01)  # a few have no known industry
    assert found.sectors.index[found.sectors["specialised"]].tolist() == ["j"]
    assert (found.sectors["low"] < found.sectors["quotient"]).all()
    assert (found.sectors["quotient"] < found.sectors["high"]).all()
    widths = (found.sectors["high"] / found.sectors["low"]).sort_values()
    assert widths.index[-1] == found.sectors["amount"].idxmin()  # the smallest industry is the least certain


def test_the_two_profiles_are_of_different_territories_and_years(catalogue):
    pay, jobs = catalogue.structure.industries
    assert catalogue.structure.sectors is pay
    assert (pay.region, jobs.region) == ("NO08", "NO01")
    assert jobs.period < pay.period
    assert not {g.amount for g in pay.group} & {g.amount for g in jobs.group}


@pytest.mark.parametrize("name", ["pay", "jobs"])
def test_the_parts_of_growth_sum_to_it_industry_by_industry(figures, catalogue, name):
    sectors = catalogue.structure.profiles[name]
    found = change(figures, catalogue, sectors.region, sectors=sectors)
    parts = found["national"] + found["mix"] + found["regional"]
    assert parts.to_numpy() == pytest.approx(found["change"].to_numpy(), abs=1e-9)
    last, first = (amounts(figures, sectors, year).loc[sectors.region] for year in (sectors.period, sectors.since))
    assert found["change"].to_numpy() == pytest.approx((last if sectors.money else last - first).to_numpy())
