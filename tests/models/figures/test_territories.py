"""Territories by their old and new codes count once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advantages import assess
from models.catalogue import load_catalogue
from models.comparison.one_year import compare, compare_europe
from models.figures.territories import counted_once, every_region, later_codes, replacements

CATALOGUE = load_catalogue()
CODES = sorted({code for pair in later_codes(CATALOGUE).items() for code in (pair[0], *pair[1])} | {"SE11", "DK01"})


def test_the_later_code_counts():
    assert counted_once(CATALOGUE, ["NL33", "NL36", "SE11"]) == ("NL36", "SE11")


def test_the_older_code_counts_while_no_later_one_reports():
    assert counted_once(CATALOGUE, ["NL33", "SE11"]) == ("NL33", "SE11")


def test_a_region_that_was_split_gives_way_to_any_of_its_parts():
    assert counted_once(CATALOGUE, ["PT16", "PT17", "PT18", "PT1D"]) == ("PT17", "PT1D")
    assert counted_once(CATALOGUE, ["PT17", "PT1B"]) == ("PT1B",)


def test_codes_follow_in_several_steps():
    assert later_codes(CATALOGUE)["NO03"] == {"NO08", "NO09"}
    assert later_codes(CATALOGUE)["NO01"] == {"NO08"}
    assert "SE11" not in later_codes(CATALOGUE)


def test_what_the_reader_chose_stays_and_its_double_goes():
    assert counted_once(CATALOGUE, ["NL33", "NL36", "SE11"], keep=["NL33"]) == ("NL33", "SE11")
    assert counted_once(CATALOGUE, ["NL33", "NL36"], keep=["NL33", "NL36"]) == ("NL36",)


@given(st.lists(st.sampled_from(CODES)), st.sets(st.sampled_from(CODES)))
def test_no_two_that_count_overlap_and_nothing_vanishes(reporting, keep):
    later = later_codes(CATALOGUE)
    once = counted_once(CATALOGUE, reporting, keep)
    assert not any(later.get(code, frozenset()) & set(once) for code in once)
    assert set(once) <= set(reporting)
    for code in set(reporting) - set(once):
        related = later.get(code, frozenset()) | {c for c, after in later.items() if code in after}
        assert related & set(reporting)


@pytest.mark.parametrize(
    ("indicator", "year", "out", "there"),
    [("nights_total", "2023", {"NL31", "NL33"}, {"NL35", "NL36"}), ("population_total", "2023", {"PT17"}, {"PT1A"})],
)
def test_real_years_with_both_codes(figures, catalogue, indicator, year, out, there):
    chosen = catalogue.indicators[indicator]
    plain = compare(figures, chosen, year, "NO08", every_region(catalogue))
    assert out | there <= set(plain.rows.index)
    once = compare_europe(figures, catalogue, chosen, year, "NO08")
    assert there <= set(once.rows.index)
    assert not out & set(once.rows.index)
    assert once.missing == ()
    assert once.value == plain.value


def test_a_peer_chosen_by_its_older_code_stays_in_the_picture(figures, catalogue):
    found = compare_europe(figures, catalogue, catalogue.indicators["population_total"], "2023", "NO08", ("PT17",))
    assert "PT17" in found.rows.index
    assert not {"PT1A", "PT1B"} & set(found.rows.index)


def test_earlier_years_stand_by_the_codes_of_their_time(figures, catalogue):
    found = compare_europe(figures, catalogue, catalogue.indicators["median_age"], "2019", "NO08")
    assert {"HR04", "NO01"} <= set(found.rows.index)
    assert "HR05" not in found.rows.index


def test_many_peers_are_counted_once_and_none_is_called_missing_for_it(figures, catalogue):
    nights = catalogue.indicators["nights_total"]
    peers = catalogue.members("europe")
    plain = compare(figures, nights, "2023", "NO08", peers)
    once = compare(figures, nights, "2023", "NO08", peers, catalogue=catalogue)
    assert set(plain.rows.index) - set(once.rows.index) == {"NL31", "NL33"}
    assert once.missing == plain.missing


def test_strengths_against_all_of_europe_count_each_territory_once(figures, catalogue):
    only = (catalogue.indicators["nights_foreign_per_1000"],)
    found = assess(figures, catalogue, "NO08", {"europe": catalogue.members("europe")}, only).all[0]
    codes = {str(c) for c in figures.indicator(only[0].id).query("period in ['2023', '2024', '2025']")["region"]}
    assert {"NL31", "NL35"} <= codes
    within = [c for c in codes if c in catalogue.members("europe") and c != "NO08"]
    assert found.measures.count == len(counted_once(catalogue, within))


@pytest.mark.parametrize(
    ("code", "later"),
    [
        ("NO01", ("NO08",)),
        ("NO03", ("NO08", "NO09")),
        ("NL31", ("NL35",)),
        ("NO012", ("NO084",)),
        ("NO074", ("NO072", "NO073")),
        ("UKM7", ()),
        ("NO08", None),
        ("XX99", None),
        ("", None),
    ],
)
def test_an_outdated_code_has_what_replaced_it(catalogue, code, later):
    assert replacements(catalogue, code) == later


def test_what_replaced_a_code_is_in_use(catalogue):
    for code in catalogue.regions:
        for later in replacements(catalogue, code) or ():
            assert later in catalogue.regions
            assert replacements(catalogue, later) is None
