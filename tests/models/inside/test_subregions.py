"""Sub-regions and their profiles: sums over municipalities that hide no missing one, and ratios of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.inside.subregion_profiles import MunicipalFigures
from models.inside.subregions import Sums, added_up, change, continued, parts, per_hundred, territory, whole
from tests.models.made_up import figures_of

INNLANDET = ("NO02",)


@pytest.fixture(scope="module")
def numbers(figures, catalogue):
    return MunicipalFigures.of(figures, catalogue)


def part_of(catalogue, level, name):
    return next(p for p in parts(catalogue, level, "NO08", INNLANDET) if p.name == name)


def test_the_region_is_divided_without_overlap_and_without_a_gap(catalogue):
    for level, count in (("county", 4), ("economic", 13)):
        own = parts(catalogue, level, "NO08")
        codes = [code for part in own for code in part.codes]
        assert len(own) == count
        assert len(codes) == len(set(codes)) == 52
        assert all(part.within for part in own)
        assert whole(own, "").codes == tuple(code for part in own for code in part.codes)


def test_a_neighbour_is_shown_as_lying_outside(catalogue):
    found = parts(catalogue, "economic", "NO08", INNLANDET)
    assert [p.name for p in found if not p.within][:3] == ["Kongsvinger", "Hamar", "Lillehammer"]
    assert len(whole(found, "").members) == 52


def test_a_composition_is_divided_into_the_parts_of_its_members(catalogue):
    code = next(c.code for c in catalogue.compositions.values() if set(c.members) == {"NO08", "NO02"})
    assert territory(catalogue, code) == {"NO08", "NO02"}
    assert all(p.within for p in parts(catalogue, "county", code))
    assert [p.name for p in parts(catalogue, "county", "NO081")] == ["Oslo"]


# Computed once with group-by sums straight from the source file, not by this code.
@pytest.mark.parametrize(
    ("level", "name", "growth", "jobs", "to_oslo", "before"),
    [
        ("economic", "Follo", 13.359, 76.996, 37.819, 37.909),
        ("economic", "Kongsberg", 7.441, 107.299, 4.692, 3.608),
        ("economic", "Nord-Gudbrandsdal", -7.176, 93.158, 3.068, 2.616),
    ],
)
def test_figures_of_a_sub_region(numbers, catalogue, level, name, growth, jobs, to_oslo, before):
    profile = numbers.profile(part_of(catalogue, level, name), 2012)
    found = (profile.growth, profile.job_ratio, profile.oslo_share, profile.oslo_share_before)
    assert found == pytest.approx((growth, jobs, to_oslo, before), abs=6e-4)
    assert profile.missing == ()


def test_sums_are_what_eurostat_publishes_for_the_same_territory(numbers, catalogue):
    published = numbers.regional
    own = parts(catalogue, "county", "NO08", INNLANDET)
    for part in (*own, whole(own, "", "NO08")):
        summed = numbers.population.line(part)
        common = summed.keys() & published[part.nuts].keys()
        assert common
        assert {year: summed[year] for year in common} == {year: published[part.nuts][year] for year in common}
        assert max(numbers.people(part)) == max(published[part.nuts]) == 2025


@pytest.mark.parametrize(("year", "published"), [(2020, 1_934_659), (2022, 1_969_057)])
def test_the_sub_regions_make_up_the_region_as_published(numbers, figures, catalogue, year, published):
    """Eurostat's population of NO08 on 1 January."""
    rows = figures.indicator("population_total")
    row = rows.loc[(rows["region"] == "NO08") & (rows["period"] == str(year))]
    assert row["value"].item() == published
    for level in ("economic", "county"):
        summed = [numbers.population.total(part, str(year)).value for part in parts(catalogue, level, "NO08")]
        assert sum(summed) == published


def test_commuting_is_what_is_published_for_a_single_municipality(numbers, figures, catalogue):
    rows = figures.indicator("works_in_oslo_share")
    shares = {(str(r), str(p)): float(v) for r, p, v in zip(rows["region"], rows["period"], rows["value"], strict=True)}
    for m in catalogue.within.municipalities.values():
        for year in numbers.work_years:
            ours = per_hundred(numbers.to_oslo.values[year][m.code_2020], numbers.residents.values[year][m.code_2020])
            assert ours == pytest.approx(shares[m.code_2020, year], abs=0.1)


def test_years_with_older_borders_are_left_out(numbers):
    assert numbers.work_years == ("2020", "2022")
    assert numbers.to_oslo.older == ("2019",)
    assert numbers.population.years[0] == "2001"


def test_a_missing_municipality_is_named_and_nothing_is_summed(catalogue):
    rows = [("population", code, "2022", 10.0, "") for code in ("3023", "3022", "3019", "3021", "3028")]
    follo = part_of(catalogue, "economic", "Follo")
    total = Sums.of(figures_of(rows), "population", catalogue).total(follo, "2022")
    assert (total.value, total.missing) == (None, ("Nordre Follo",))
    rows.append(("population", "3020", "2022", 2.0, ""))
    total = Sums.of(figures_of(rows), "population", catalogue).total(follo, "2022")
    assert (total.value, total.missing) == (52.0, ())
    assert Sums.of(figures_of(rows), "population", catalogue).total(follo, "2021").value is None


def test_a_profile_without_figures_has_none_and_says_so(catalogue):
    rows = [("population", "3020", "2022", 2.0, "")]
    profile = MunicipalFigures.of(figures_of(rows), catalogue).profile(part_of(catalogue, "economic", "Follo"), 2012)
    found = (profile.population, profile.growth, profile.added, profile.job_ratio, profile.oslo_share)
    assert found == (None,) * 5
    assert "Nesodden" in profile.missing


def test_another_publisher_continues_a_line_only_where_both_agree():
    assert continued({2021: 5.0, 2022: 6.0}, {2022: 6.0, 2023: 7.0}) == {2021: 5.0, 2022: 6.0, 2023: 7.0}
    assert continued({2021: 5.0, 2022: 6.0}, {2022: 6.5, 2023: 7.0}) == {2021: 5.0, 2022: 6.0}
    assert continued({2021: 5.0}, {2023: 7.0}) == {2021: 5.0}
    assert continued({2021: 5.0}, {}) == {2021: 5.0}


LINES = st.dictionaries(st.integers(2000, 2030), st.floats(1, 1e7), max_size=12)


@given(LINES, LINES)
def test_a_continued_line_keeps_every_year_it_had(line, other):
    longer = continued(line, other)
    assert {year: longer[year] for year in line} == line
    assert all(year > max(line) and longer[year] == other[year] for year in longer.keys() - line.keys())


@given(st.lists(st.tuples(st.floats(1, 1e6), st.floats(1, 1e6)), min_size=1, max_size=9))
def test_a_ratio_of_sums_lies_between_the_ratios(pairs):
    ratios = [per_hundred(a, b) for a, b in pairs]
    total = per_hundred(sum(a for a, _ in pairs), sum(b for _, b in pairs))
    assert min(ratios) * (1 - 1e-9) <= total <= max(ratios) * (1 + 1e-9)


@given(st.floats(0.1, 1e7), st.floats(0, 1e7))
def test_change_leads_from_the_first_to_the_last(first, last):
    assert first * (1 + change(first, last) / 100) == pytest.approx(last, abs=1e-6 * (first + last))


def test_lines_are_added_in_the_years_that_all_have(numbers, catalogue):
    assert added_up([{2020: 1.0, 2021: 2.0}, {2021: 3.0, 2022: 4.0}]) == {2021: 5.0}
    assert added_up([]) == {}
    counties = [numbers.people(part) for part in parts(catalogue, "county", "NO08")]
    assert added_up(counties)[2025] == numbers.regional["NO08"][2025]


def test_no_ratio_without_both_sides():
    assert per_hundred(None, 1.0) is per_hundred(1.0, None) is per_hundred(1.0, 0.0) is None
    assert change(None, 1.0) is change(1.0, None) is change(0.0, 1.0) is None


def test_a_municipality_that_changed_its_number_keeps_its_series_with_a_mark(catalogue):
    """Halden is 3001 until 2023 and 3101 from then on, Oslo 0301 throughout: one territory each, one series."""
    rows = [
        ("population", "3001", "2023", 31_935.0, ""),
        ("population", "3101", "2024", 31_973.0, ""),
        ("population", "3101", "2023", 1.0, ""),  # under a code that did not stand yet: the one of its time goes first
        ("population", "0301", "2023", 709_037.0, ""),
        ("population", "0301", "2024", 717_710.0, ""),
    ]
    sums = Sums.of(figures_of(rows), "population", catalogue)
    assert sums.values == {"2023": {"3001": 31_935, "0301": 709_037}, "2024": {"3001": 31_973, "0301": 717_710}}
    assert sums.renumbered == ("2024",)
    assert sums.older == ()


def test_no_figure_of_release_1_stands_under_a_new_number(numbers):
    assert numbers.population.renumbered == ()
