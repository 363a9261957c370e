from models.comparison.coverage import coverage, holes, reach
from tests.models.made_up import figures_of


def test_years_gaps_and_the_older_territory(figures, catalogue):
    peers = catalogue.default_peers.members
    found = coverage(figures, catalogue, catalogue.indicators["gerd_pct_gdp"], "NO08", peers)
    assert found.years == ("2020", "2021")
    assert found.older == "NO01"
    assert (found.newest, found.peers, found.peers_newest) == ("2021", 11, 8)
    assert set(found.missing) == {"DK01", "NL32", "CH04"}


def test_neighbouring_years_count_in_the_scoring_year(figures, catalogue):
    found = coverage(
        figures, catalogue, catalogue.indicators["life_expectancy"], "NO08", catalogue.default_peers.members
    )
    assert found.newest == "2023"
    assert found.missing == ()


def test_what_is_not_collected_yet_has_nothing(figures, catalogue):
    found = coverage(figures, catalogue, catalogue.indicators["gfcf_meur"], "NO08", catalogue.default_peers.members)
    assert (found.years, found.any_years, found.newest, found.missing) == ((), False, "", ())


def test_only_the_older_territory_has_figures(figures, catalogue):
    found = coverage(
        figures, catalogue, catalogue.indicators["tertiary_30_34"], "NO08", catalogue.default_peers.members
    )
    assert (found.years, found.any_years, found.older) == ((), True, "NO01")


def test_reach_shows_years_without_figures_too(catalogue):
    made = figures_of(
        [
            ("pm25", "NO08", "2018", 7.0, ""),
            ("pm25", "NO08", "2021", 6.0, "b"),
            ("pm25", "SE11", "2020", 5.0, "e"),
        ]
    )
    found = reach(made, catalogue.indicators["pm25"], ["NO08", "SE11", "DK01"])
    assert found.years == ("2018", "2019", "2020", "2021")
    assert found.values.loc["NO08"].dropna().to_dict() == {"2018": 7.0, "2021": 6.0}
    assert found.flags.loc["NO08"].to_dict() == {"2018": "", "2019": "", "2020": "", "2021": "b"}
    assert found.values.loc["DK01"].isna().all()
    assert holes(found, "NO08") == ("2019", "2020")
    assert holes(found, "SE11") == holes(found, "DK01") == ()


def test_reach_of_months_counts_them(catalogue):
    made = figures_of([("pm25", "NO08", f"2024-{m:02}", 1.0, "p" if m > 11 else "") for m in range(1, 13)])
    found = reach(made, catalogue.indicators["pm25"], ["NO08"])
    assert found.values.loc["NO08"].to_dict() == {"2024": 12}
    assert found.flags.at["NO08", "2024"] == "p"


def test_reach_without_figures_is_empty(figures, catalogue):
    assert reach(figures, catalogue.indicators["gfcf_meur"], ["NO08"]).years == ()
