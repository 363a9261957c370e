"""Every Eurostat filter of the catalogue against the codes that were live in July and August 2026."""

import csv
from collections import defaultdict

import pytest

# Indicators whose filter names no published code, and why that is right.
NOT_ASKED = {
    "coe_meur_a_b_d_e": "a remainder, computed: Norway publishes neither agriculture nor energy by region",
    "coe_share_a_b_d_e": "computed from that remainder",
    "coe_lq_a_b_d_e": "computed from that remainder",
    "life_expectancy": "the mean of women's and men's, computed",
}
REGION_AND_TIME = {"geo", "TIME_PERIOD"}


@pytest.fixture(scope="module")
def live(shared):
    """Codes by data set and dimension."""
    codes = defaultdict(lambda: defaultdict(set))
    path = shared / "recordings" / "reference" / "eurostat_available_codes_2026-07_08.csv"
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes[row["df_id"]][row["dimension_id"]].add(row["code_id"])
    return codes


def mistakes(filter_, codes):
    """What is wrong with a filter of a data set."""
    for dimension, code in filter_.items():
        if dimension not in codes:
            yield f"has no dimension {dimension}"
        elif dead := sorted(set(code.split("+")) - codes[dimension]):
            yield f"does not publish {dimension} = {', '.join(dead)}"
    for dimension in codes.keys() - filter_.keys() - REGION_AND_TIME:
        if len(codes[dimension]) > 1:
            yield f"leaves {dimension} open: {', '.join(sorted(codes[dimension])[:5])}"


@pytest.mark.shared
def test_filters_name_live_codes(catalogue, live):
    wrong = defaultdict(list)
    unknown = set()
    compared = 0
    for indicator in catalogue.indicators.values():
        if indicator.publisher != "Eurostat":
            continue
        dataset = indicator.datasets[0]  # the filter is that of the first
        if dataset not in live:
            unknown.add(dataset)
            continue
        compared += 1
        wrong[indicator.id] = [f"{dataset} {words}" for words in mistakes(indicator.filter, live[dataset])]
    found = {name: words for name, words in wrong.items() if words}
    assert found.keys() == NOT_ASKED.keys(), found
    assert compared >= 100
    print(f"\n{compared} filters compared; not among the recorded codes: {', '.join(sorted(unknown))}")  # noqa: T201


@pytest.mark.shared
def test_data_sets_that_ended_are_not_in_the_catalogue(catalogue, live):
    """Those whose newest year lies long back, and those that contracts name as gone."""
    gone = {"pat_ep_rtot", "ipr_ta_reg", "ipr_da_reg", "sbs_r_nuts06_r2", "isoc_r_broad_h"}
    asked = {code for i in catalogue.indicators.values() for code in i.datasets}
    assert not asked & gone
    for dataset in asked & live.keys():
        assert max(live[dataset]["TIME_PERIOD"])[:4] >= "2021", dataset
