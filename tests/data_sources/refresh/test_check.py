"""New figures are taken only if they can be true, and if they are about what the last ones were about."""

import numpy as np
import pandas as pd
import pytest

from data_sources.base import Notice, Reading
from data_sources.refresh.check import check
from data_sources.refresh.implausible import Implausible
from tests.data_sources.refresh.canned import figures

NONE = pd.DataFrame({"region": [], "period": [], "flag": []}, dtype=str)
REGIONS = ["NO08", "NO02", "SE11", "SE12", "DK01", "DK02", "FI1B", "FI1C", "DE60", "DE30", "AT13", "CZ01"]


def rates(change=lambda v: v, regions=REGIONS, years=("2022", "2023")):
    """Unemployment: 3.0, 3.1, 3.2 …"""
    return figures(
        *(
            (r, y, float(change(round(3 + n / 10, 1))), "")
            for n, (r, y) in enumerate((r, y) for y in years for r in regions)
        )
    )


@pytest.fixture
def examine(catalogue):
    def examine(
        new,
        last=None,
        indicator="unemployment_rate_15_74",
        withheld=NONE,
        notices=(),
        publisher="eurostat",
        **collecting,
    ):
        entry = catalogue.indicators[indicator]
        how = entry.collecting.model_copy(update=collecting)
        entry = entry.model_copy(update={"collecting": how})
        reading = Reading(new, withheld, notices=notices)
        return check(reading, entry, publisher, catalogue, rates() if last is None else last)

    return examine


def refused(examine, kind, *arguments, **keywords):
    with pytest.raises(Implausible) as caught:
        examine(*arguments, **keywords)
    assert caught.value.kind == kind
    return str(caught.value)


def test_good_figures_are_taken_as_they_are(examine):
    checked = examine(rates())
    pd.testing.assert_frame_equal(checked.figures, rates().astype(checked.figures.dtypes))
    assert checked.spoken_for.all()
    assert checked.notices == ()


def test_categories_are_texts_afterwards(examine):
    new = rates().astype({"region": "category", "period": "category", "flag": "category"})
    assert (examine(new).figures["region"] == rates()["region"]).all()


def test_what_the_answer_said_is_passed_on(examine):
    notice = Notice("warning", "Look at this.")
    assert examine(rates(), notices=(notice,)).notices == (notice,)


def test_regions_that_the_catalogue_does_not_know_are_left_out_and_named(examine):
    strange = figures(("XX01", "2023", 4.0, ""), ("DE3", "2023", 4.0, ""), ("0301", "2023", 4.0, ""))
    checked = examine(pd.concat([rates(), strange]))
    assert len(checked.figures) == len(rates())
    (notice,) = checked.notices
    assert (notice.kind, notice.text) == (
        "regions_unknown",
        "3 regions that the catalogue does not know were left out: 0301, DE3, XX01.",
    )


def test_an_answer_about_no_known_region_is_refused(examine):
    refused(examine, "empty", figures(("XX01", "2023", 4.0, "")))
    refused(examine, "empty", rates().iloc[:0])


@pytest.mark.parametrize("value", [-0.1, 100.5, 1e9])
def test_a_share_outside_0_to_100_is_refused(examine, value):
    new = rates()
    new.loc[5, "value"] = value
    assert "first DK02 2022: " in refused(examine, "range", new)


def test_a_figure_far_outside_what_there_ever_was_is_refused_unless_the_catalogue_allows_it(examine):
    new = rates()
    new.loc[5, "value"] = 40.0  # so far 3.0 to 5.3
    words = refused(examine, "range", new)
    assert "first DK02 2022: 40" in words
    assert "'high'" in words
    assert len(examine(new, high=50).figures) == len(new)
    refused(examine, "range", rates(), low=3.5)


def test_negative_shares_may_be_when_they_have_been(examine):
    last, new = rates(lambda v: v - 4), rates(lambda v: v - 5)
    assert len(examine(new, last).figures) == len(new)


def test_amounts_are_judged_among_regions_of_their_level(examine):
    def nights(change=lambda v: v):
        return rates(lambda v: change(v * 1e6))

    whole = pd.concat([nights(), figures(("EU27_2020", "2023", 2.9e9, ""), ("NO", "2023", 3.5e7, ""))])
    assert len(examine(whole, nights(), "nights_total").figures) == len(whole)
    new = pd.concat([nights(), figures(("SE23", "2023", 2.9e9, ""))])
    refused(examine, "range", new, nights(), "nights_total")
    new = pd.concat([nights(), figures(("SE23", "2023", -1.0, ""))])
    refused(examine, "range", new, nights(), "nights_total")  # fewer than none


def test_another_unit_is_noticed(examine):
    assert "typically 1000 times" in refused(examine, "unit", rates(lambda v: v * 1000))
    refused(examine, "unit", rates(lambda v: v / 100), low=0)


def test_figures_in_another_unit_are_divided(examine):
    checked = examine(rates(lambda v: v * 1000), divide_by=1000)
    np.testing.assert_array_equal(checked.figures["value"], rates()["value"])


@pytest.mark.parametrize(
    ("column", "given", "kind"),
    [
        ("value", np.inf, "schema"),
        ("value", np.nan, "schema"),
        ("period", "2023-13", "schema"),
        ("period", "23", "schema"),
        ("flag", "B", "schema"),
        ("flag", "x", "schema"),
    ],
)
def test_what_is_not_in_the_tidy_shape_is_refused(examine, column, given, kind):
    new = rates()
    new.loc[3, column] = given
    refused(examine, kind, new)


def test_a_figure_that_stands_twice_is_refused(examine):
    assert "NO08 2022" in refused(examine, "double", pd.concat([rates(), rates().iloc[:1]]))


def test_regions_that_are_gone_are_refused_from_the_allowed_share_on(examine):
    fewer = rates(regions=REGIONS[2:])
    words = refused(examine, "coverage", fewer)
    assert "2 of 12 regions have no figure for 2023 any more: NO02, NO08" in words
    assert "may_lose" in words
    assert len(examine(fewer, may_lose=0.2).figures) == len(fewer)
    assert len(examine(rates(regions=REGIONS[1:])).figures) == 22  # 1 of 12


def test_codes_that_are_out_of_use_may_go(examine):
    last = pd.concat([rates(), figures(*((code, "2023", 3.0, "") for code in ("NO01", "NO03", "FR21", "FR22")))])
    assert len(examine(rates(), last).figures) == 24


def test_only_the_newest_year_in_common_counts(examine):
    new = pd.concat([rates(), figures(("NO08", "2024", 3.0, ""))])
    assert len(examine(new).figures) == 25


def test_an_answer_full_of_holes_is_refused(examine):
    new = rates()
    new = new.loc[~((new["period"] == "2022") & new["region"].isin(REGIONS[3:9]))]
    new = pd.concat([new, figures(*((r, "2021", 3.0, "") for r in REGIONS))])  # and goes further back
    assert "6 of 24 figures are gone" in refused(examine, "coverage", new)


def test_cells_that_are_withheld_are_gone(examine):
    new = rates().iloc[1:]
    withheld = pd.DataFrame({"region": ["NO08"], "period": ["2022"], "flag": ["c"]})
    checked = examine(new, withheld=withheld)
    assert checked.spoken_for.tolist() == [True] * 24


def test_history_that_the_publisher_no_longer_offers_is_not_missed(examine):
    last = pd.concat([rates(years=("2015", "2022", "2023")), figures(("NO01", "2022", 3.0, ""))])
    checked = examine(rates(), last)
    assert checked.spoken_for.sum() == 24


def test_an_answer_that_ends_early_is_told(examine):
    (notice,) = examine(rates(years=("2021", "2022"))).notices
    assert (notice.kind, notice.text) == (
        "shorter",
        "The answer ends in 2022; there are figures to 2023, which are kept.",
    )


def test_a_first_answer_needs_no_predecessor(examine):
    checked = examine(rates(), rates().iloc[:0])
    assert len(checked.figures) == 24
    assert len(checked.spoken_for) == 0
    refused(examine, "range", rates(lambda v: v + 99), rates().iloc[:0])


def test_the_oecds_regions_are_ours_where_the_territory_is_the_same(examine):
    oecd = figures(
        ("DE3", "2023", 4.0, ""), ("DE2", "2023", 4.0, ""), ("NO08", "2023", 4.0, ""), ("FR1", "2023", 4.0, "")
    )
    checked = examine(oecd, rates().iloc[:0], "copatents_foreign_share", publisher="oecd")
    assert checked.figures["region"].tolist() == ["DE30", "DE2", "NO08", "FR10"]
    both = pd.concat([oecd, figures(("DE30", "2023", 5.0, ""))])
    checked = examine(both, rates().iloc[:0], "copatents_foreign_share", publisher="oecd")
    assert checked.figures["region"].tolist() == ["DE2", "NO08", "FR10", "DE30"]
    assert examine(oecd, rates().iloc[:0]).figures["region"].tolist() == ["NO08"]  # at Eurostat they are other levels


def test_a_single_figure_that_leaps_is_refused_unless_the_catalogue_allows_it(examine):
    def nights(change=lambda v: v):
        return rates(lambda v: change(v * 1e3))

    last = pd.concat([nights(), figures(("ES51", "2023", 8e7, ""))])  # so that the range allows much
    for factor, year in ((1_000, "2022"), (0.001, "2023")):
        new = last.copy()
        new.loc[(new["region"] == "NO08") & (new["period"] == year), "value"] *= factor
        assert f"NO08 {year}" in refused(examine, "revision", new, last, "nights_total")
        assert len(examine(new, last, "nights_total", may_leap=True).figures) == len(new)
    new = pd.concat([last, figures(("NO08", "2024", 3e6, ""))])  # a new year
    assert "NO08 2024" in refused(examine, "revision", new, last, "nights_total")


def test_what_has_always_been_so_is_no_leap(examine):
    last = pd.concat([rates(lambda v: v * 1e3), figures(("NO0B", "2022", 4.0, ""), ("NO0B", "2023", 3e3, ""))])
    assert len(examine(last, last, "nights_total").figures) == len(last)


def test_a_year_between_others_that_is_gone_is_told(examine):
    years = ("2021", "2022", "2023")
    (notice,) = examine(rates(years=("2021", "2023")), rates(years=years)).notices
    assert (notice.kind, notice.text) == ("periods_gone", "No figures for 2022 any more; the 12 we have are kept.")


def test_a_territory_by_its_old_and_its_new_code_is_told(examine):
    new = pd.concat([rates(), figures(("NL33", "2023", 3.0, ""), ("NL36", "2023", 3.0, ""), ("NL31", "2022", 3.0, ""))])
    (notice,) = examine(new).notices
    assert notice.kind == "territory_twice"
    assert "NL33 and NL36" in notice.text
    assert "NL31" not in notice.text
