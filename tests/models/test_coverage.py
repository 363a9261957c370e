from models.coverage import coverage


def test_years_gaps_and_the_older_territory(figures, catalogue):
    peers = catalogue.default_peers.members
    found = coverage(figures, catalogue, catalogue.indicators["gerd_pct_gdp"], "NO08", peers)
    assert found.years == ("2021",)
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
        figures, catalogue, catalogue.indicators["tertiary_25_64"], "NO08", catalogue.default_peers.members
    )
    assert (found.years, found.any_years, found.older) == ((), True, "NO01")
