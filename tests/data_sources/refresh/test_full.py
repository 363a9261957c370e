"""A refresh of the whole catalogue, from publishers that have edited their figures since: one new release.

The fake publisher answers over loopback with what the embedded figures say, but for some edits; the collectors
ask it with their real client.
"""

import dataclasses

import pytest

from data_sources.patience import Patience
from data_sources.prepare import prepare
from data_sources.refresh.plan import make_plan
from data_sources.refresh.run import Refresh
from data_sources.registry import collectors
from data_sources.settings import Settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from models.catalogue.formulas import inputs, is_formula
from models.figures.derivations import evaluate
from models.figures.revisions import Counts
from models.inside.subregions import Sums
from tests.data_sources.refresh.edits import TAIL, WITHOUT, Edits, close_up_indicators, edited
from tests.fakes import FakePublisher, Fault, pxweb

QUICK = Patience(first_wait=0.01, longest_wait=0.05, attempts=2)
FAULTS = [
    Fault("vanished", "tran_r_avpa_nm"),
    Fault("html", "tgs00107"),
    Fault("status", "demo_r_births", status=503),
    Fault("body", "hlth_rs_physreg", body=b'{"version": "2.0", "class": "dataset", "id": ["geo"], "size": [1]}'),
]


@dataclasses.dataclass(frozen=True)
class Done:
    """A refresh that has been made, once for all tests here."""

    reader: Reader
    outcome: object
    edits: Edits
    again: object
    plan: object
    seen: list


@pytest.fixture(scope="module")
def done(figures, catalogue, tmp_path_factory):
    folder = tmp_path_factory.mktemp("full")
    edits = edited(figures, catalogue)
    flows = {d.code: d.key for d in catalogue.datasets.values() if d.flow}
    with FakePublisher(edits.tables, flows=flows, faults=FAULTS) as publisher:
        publisher.region_names = {d.code: d.region for d in catalogue.datasets.values() if d.region}
        publisher.next_updates = {"07459": "2027-02-24T07:00:00Z"}
        settings = Settings(database_url=f"sqlite:///{folder / 'store.sqlite'}", **publisher.addresses)
        prepare(settings)

        def refresh():
            sources = collectors(settings, catalogue, QUICK)
            plan = make_plan(catalogue, sources)
            return Refresh(store.create(settings.database_url), catalogue, sources, plan, folder / "answers", jobs=8)

        first = refresh()
        outcome, seen = first.run(), [request.path + "?" + request.query["_raw"][0] for request in publisher.seen]
        return Done(Reader(store.create(settings.database_url)), outcome, edits, refresh().run(), first.plan, seen)


def differences(done, indicators):
    frame = done.reader.revisions(1, 2).of(indicators)
    return set(frame[["indicator", "region", "period", "kind"]].itertuples(index=False, name=None))


def test_the_edits_are_the_diff_of_release_2(done, catalogue):
    assert done.outcome.release == 2, done.outcome.refused
    asked = {i.id for i in catalogue.indicators.values() if not is_formula(i.derivation)}
    found = differences(done, asked)
    assert found - done.edits.expected == set()
    assert done.edits.expected - found == set()


def test_everything_that_the_catalogue_asks_for_was_asked_for_and_taken(done, catalogue):
    """All publishers, every data set, and the register once for each municipality and question."""
    assert {question.source for question in done.plan.questions} == {"eurostat", "oecd", "ssb", "brreg"}
    asked = {indicator.id for question in done.plan.questions for indicator in question.indicators}
    faulty = {fault.dataset for fault in FAULTS}
    failed = {
        i for i in asked if faulty & {catalogue.indicators[i].collecting.dataset, *catalogue.indicators[i].datasets}
    }
    assert set(done.outcome.renewed) & asked == asked - failed
    register = [question.query for question in done.plan.questions if question.source == "brreg"]
    wanted = {
        f"/brreg/{query.dataset}?naeringskode={query.filter['naeringskode']}&kommunenummer={code}&size=1"
        for query in register
        for code in catalogue.within.municipalities
    }
    assert sorted(path for path in done.seen if path.startswith("/brreg/")) == sorted(wanted)
    assert len(register) == 8
    counted = done.reader.newest().indicator("enterprises_it").set_index("region")["value"]
    assert set(counted.index.astype(str)) == set(catalogue.within.municipalities)
    assert counted[WITHOUT] == 0


def test_values_and_flags_are_the_published_ones(done):
    figures = done.reader.newest()

    def figure(indicator, region, period):
        rows = figures.indicator(indicator)
        row = rows.loc[(rows["region"] == region) & (rows["period"] == period)]
        return row["value"].item(), row["flag"].item()

    assert figure("gdp_per_inhabitant_pps", "NO08", "2021")[0] == 48_500
    assert figure("nights_total", "NO08", "2024") == (11_904_456, "p")
    assert figure("nights_domestic_monthly", "NO08", "2024-07") == (1.0, "")
    assert figure("greenhouse_gas_emissions", "NO08", "2022") == (5_100, "")
    assert figure("unemployment_rate_15_74", "NO08", "2026")[0] == pytest.approx(5.1)


def test_norway_close_up_comes_in_the_same_release(done, catalogue):
    """A municipality that changed its number stands under both, each in its years."""
    wanted = {indicator.id for indicator in close_up_indicators(catalogue)}
    assert len(wanted) == 19
    assert {catalogue.publisher_of(catalogue.indicators[i].publisher).id for i in wanted} == {"ssb", "brreg"}
    assert wanted <= set(done.outcome.renewed)
    assert wanted <= done.outcome.changed.keys()
    assert len(done.reader.releases()) == 2
    jobs = done.reader.newest().indicator("workplace_jobs_all")
    assert sorted(zip(jobs["region"].astype(str), jobs["period"].astype(str), strict=True)) == [
        ("0301", "2023"),
        ("0301", "2024"),
        ("3001", "2023"),
        ("3024", "2023"),
        ("3101", "2024"),
        ("3201", "2024"),
    ]
    kinds = {notice.kind for notice in done.outcome.notices["workplace_jobs_all"]}
    assert "renumbered" in kinds
    sums = Sums.of(done.reader.newest(), "workplace_jobs_all", catalogue)
    assert sums.renumbered == ("2024",)
    assert {year: set(values) for year, values in sums.values.items()} == {
        year: {"3001", "3024", "0301"} for year in ("2023", "2024")
    }


def test_when_publishers_changed_their_data_sets_and_will_next_stands_in_the_release(done):
    told = done.reader.releases()[1].summary.updated
    assert told["07459"] == told["13470"] == pxweb.UPDATED
    assert done.reader.releases()[1].summary.next_updates == {"07459": "2027-02-24T07:00:00Z"}
    assert {"lfst_r_lfu3rt", "tour_occ_nin2"} <= told.keys()
    assert done.outcome.newest["unemployment_rate_15_74"] == ("2025", "2026")
    assert done.outcome.newest["workplace_jobs_all"] == ("", "2024")


def test_computed_figures_follow_in_the_same_release(done, catalogue):
    figures = done.reader.newest()
    revisions = done.reader.revisions(1, 2)
    expected = {
        "nights_foreign_share": {("NO08", "2024")},
        "nights_foreign_per_1000": {("NO08", "2024")},
        "nights_per_1000_inhabitants": {("NO08", "2024")},
        "life_expectancy": {("NO08", "2023")},
        "nights_summer_share": {("NO08", "2024")},
        "nights_peak3_share": {("NO08", "2024")},
        "nights_seasonality_gini": {("NO08", "2024")},
    }
    born_abroad = {(region, period) for region in ("NO08", "SE11") for period in ("2022", "2023")}
    expected["foreign_born_share_15_64"] = born_abroad
    computed = {name for name in revisions.by_indicator if is_formula(catalogue.indicators[name].derivation)}
    assert computed == {*expected, "gva_per_employed_workplace"}
    for name, keys in expected.items():
        changed = revisions.of([name])
        assert set(changed[["region", "period"]].itertuples(index=False, name=None)) == keys
        formula = catalogue.indicators[name].derivation
        made = evaluate(formula, {i: figures.indicator(i) for i in inputs(formula)}).set_index(["region", "period"])
        for row in changed.itertuples():
            assert row.value == made.loc[(row.region, row.period), "value"]
            assert row.flag == made.loc[(row.region, row.period), "flag"]
    assert len(revisions.of(["gva_per_employed_workplace"])) > 200


def test_what_failed_is_named_and_keeps_its_figures(done, figures):
    refused = {name: refusal.kind for name, refusal in done.outcome.refused.items()}
    assert (
        refused.items()
        >= {
            "air_passengers": "not_found",
            "arope": "not_data",
            "births": "unavailable",
        }.items()
    )
    assert refused["physicians_per_100000"] in ("changed", "not_data")
    for name in ("air_passengers", "arope", "births", "physicians_per_100000"):
        assert name not in done.outcome.changed
        old, new = (f.indicator(name)[TAIL].astype(str) for f in (figures, done.reader.newest()))
        assert old.to_numpy().tolist() == new.to_numpy().tolist()


def test_nothing_is_lost_and_no_figure_stands_twice(done, figures):
    frame = done.reader.newest().frame
    assert not frame.duplicated(["indicator", "region", "period"]).any()
    counts = done.reader.revisions(1, 2).counts
    assert len(frame) == len(figures.frame) + counts.added - counts.withdrawn
    assert done.reader.figures(1).frame["value"].sum() == figures.frame["value"].sum()
    assert done.reader.releases()[1].summary.counts == counts


def test_asking_again_finds_nothing_new(done):
    assert done.again.release is None
    assert done.again.changed == {}
    assert sum(done.again.changed.values(), Counts()) == Counts()
    assert done.again.refused.keys() == done.outcome.refused.keys()
    assert len(done.reader.releases()) == 2


def test_every_series_of_the_new_figures_says_where_they_are_from(done, catalogue):
    figures = done.reader.newest()
    new = figures.series.loc[~figures.series.index.isin(done.reader.figures(1).frame["series"].astype(str).unique())]
    assert len(new) > 10
    assert (new["indicator"].isin(list(catalogue.indicators))).all()
    asked = new.loc[new["derived"] == ""]
    assert asked["origin"].str.startswith("http://127.0.0.1:").all()
    computed = new.loc[new["derived"] != ""]
    assert computed["derived"].tolist() == [catalogue.indicators[i].derivation for i in computed["indicator"]]
