"""Statistics Norway against a service of our own that answers as PxWebApi v2 does."""

import json
from dataclasses import replace

import pandas as pd
import pytest

from data_sources import pxweb
from data_sources.base import Query
from data_sources.errors import Refused, SourceError
from data_sources.http import Client
from data_sources.refresh.plan import make_plan
from data_sources.registry import collectors
from data_sources.settings import Settings
from data_sources.ssb import Ssb
from models.catalogue.sources import Dataset
from models.catalogue.texts import Text
from tests.data_sources.specimens import FOLDER, answer
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUICK, read
from tests.fakes.tables import table

TABLE = Dataset(code="07459", publisher="ssb", title=Text(nb="F", en="P"), region="Region", time="Tid", since=2020)
PEOPLE = Query("07459", {"ContentsCode": "Personer1"})
NAMES = {
    "0": "The whole country",
    "0101": "Halden (-2019)",
    "3001": "Halden (2020-2023)",
    "1507": "Ålesund (2020-2023)",
    "5055": "Heim (2020-)",
}


def people():
    """Halden under three codes, Ålesund before and after its split, Oslo throughout, a cell withheld."""
    rows = [
        ("0", "2020", 5_367_580, ""),
        ("0", "2024", 5_550_203, ""),
        ("0101", "2019", 31_373, ""),
        ("3001", "2020", 31_373, ""),
        ("3001", "2023", 31_935, ""),
        ("3101", "2024", 31_973, ""),
        ("1507", "2023", 67_520, ""),
        ("1508", "2024", 58_509, ""),
        ("1580", "2024", 9_402, ""),
        ("0301", "2019", 681_071, ""),
        ("0301", "2023", 709_037, ""),
        ("0301", "2024", 717_710, ""),
        ("5055", "2024", float("nan"), "c"),
        ("5055", "2023", float("nan"), ""),
    ]
    frame = pd.DataFrame(rows, columns=["region", "period", "value", "flag"])
    return table(frame.assign(ContentsCode="Personer1"))


@pytest.fixture
def publisher():
    with FakePublisher({"07459": people()}) as running:
        running.names = NAMES
        running.region_names = {"03321": "Bokommuen"}
        yield running


@pytest.fixture
def ask(publisher, tmp_path, catalogue):
    def one(*faults, query=PEOPLE, dataset=TABLE):
        publisher.faults = list(faults)
        datasets = {dataset.code: dataset}
        source = Ssb(publisher.addresses["ssb_url"], Client(QUICK, at_once=1), datasets, catalogue.regions)
        return source.parse(source.fetch(query, tmp_path))

    return one


FIGURES = {
    ("NO", "2020"): (5_367_580, ""),
    ("NO", "2024"): (5_550_203, ""),
    ("3001", "2020"): (31_373, ""),
    ("3001", "2023"): (31_935, ""),
    ("3101", "2024"): (31_973, ""),
    ("1507", "2023"): (67_520, ""),
    ("1508", "2024"): (58_509, ""),
    ("1580", "2024"): (9_402, ""),
    ("0301", "2023"): (709_037, ""),
    ("0301", "2024"): (717_710, ""),
}


def test_codes_have_figures_only_in_the_years_in_which_they_stand(ask):
    """Beside other years stands a 0 that nobody counted; codes without years in the table have the catalogue's."""
    reading = ask()
    assert read(reading) == FIGURES
    assert reading.withheld.astype(str).to_numpy().tolist() == [["5055", "2024", "c"]]
    assert reading.updated == "2026-02-25T07:00:00Z"


def test_when_the_table_is_updated_next_is_read_where_the_answer_says_so(ask, publisher):
    assert ask().next_update == ""
    publisher.next_updates = {"07459": "2027-02-24T07:00:00Z"}
    assert ask().next_update == "2027-02-24T07:00:00Z"


def test_what_goes_on_under_another_code_is_said_and_what_does_not(ask):
    told = {notice.kind: notice.text for notice in ask().notices}
    assert told["renumbered"] == "The same territory under a new code: 3001 → 3101."
    assert told["territory_ended"] == "No series goes on: 1507 was split into 1508 and 1580."


def test_merged_municipalities_are_said(catalogue):
    regions = dict(catalogue.regions)
    regions["1507"] = regions["1507"].model_copy(update={"successor": "3101"})
    source = Ssb("http://127.0.0.1:9", Client(), {"07459": TABLE}, regions)
    reading = source.parse(answer(FOLDER / "ssb" / "people.json", PEOPLE))
    assert [n.text for n in reading.notices] == ["No series goes on: 1507 and 3001 were merged into 3101."]


def test_the_table_is_asked_what_it_has_and_then_for_all_regions_since_the_year(ask, publisher):
    ask()
    described, asked = publisher.seen
    assert described.path == "/ssb/tables/07459/metadata"
    assert asked.path == "/ssb/tables/07459/data"
    assert asked.query["outputFormat"] == ["json-stat2"]
    assert asked.query["valueCodes[Region]"] == ["*"]
    assert asked.query["valueCodes[Tid]"] == ["2020,2023,2024"]
    ask(query=replace(PEOPLE, since=2024))
    assert publisher.seen[-1].query["valueCodes[Tid]"] == ["2024"]


def test_a_long_question_is_posted(ask, publisher):
    codes = [f"Code{number:04}" for number in range(400)]
    rows = people().drop(columns="ContentsCode").query("region == '0301'")
    publisher.tables["07459"] = table(pd.concat([rows.assign(ContentsCode=code) for code in codes]))
    reading = ask(query=Query("07459", {"ContentsCode": "+".join(codes)}))
    assert read(reading)["0301", "2023"] == (709_037 * 400, "")
    posted = publisher.seen[-1]
    assert json.loads(posted.body)["selection"][0] == {"variableCode": "Region", "valueCodes": ["*"]}
    assert "valueCodes" not in posted.query["_raw"][0]


def test_too_many_cells_are_asked_by_periods(ask, publisher, monkeypatch):
    whole = read(ask())
    monkeypatch.setattr(pxweb, "MOST_CELLS", 25)  # ten regions: two periods at a time
    publisher.seen.clear()
    assert read(ask()) == whole
    assert [seen.query["valueCodes[Tid]"] for seen in publisher.seen[1:]] == [["2020,2023"], ["2024"]]
    monkeypatch.undo()
    assert read(ask(Fault("too_big"))) == whole  # 403, until one period at a time is asked for


def test_codes_that_statistics_norway_sums_by_are_the_municipalities_of_today(ask, publisher):
    summed = people().query("region in ['3001', '3101']").assign(region="K-3101")
    publisher.tables["07459"] = table(summed)
    assert read(ask(dataset=TABLE))["3101", "2020"] == (31_373, "")


@pytest.mark.parametrize(
    ("query", "dataset", "words"),
    [
        (
            Query("07459", {"ContentsCode": "Personer"}),
            {},
            "does not publish ContentsCode = Personer; it has Personer1",
        ),
        (
            Query("07459", {"Contents": "Personer1"}),
            {},
            "has no dimension 'Contents'; it has Region, ContentsCode, Tid",
        ),
        (Query("07459", {}), {}, "needs a code of the dimension 'ContentsCode' in the filter; it has Personer1"),
        (PEOPLE, {"region": "Kommune"}, "has no dimension 'Kommune'; it has Region, ContentsCode, Tid"),
        (PEOPLE, {"codelists": {"Region": "agg_KommSummer"}}, "has no list of codes 'agg_KommSummer'"),
        (PEOPLE, {"since": 2030}, "has no period since 2030"),
    ],
)
def test_what_the_catalogue_has_wrong_is_told_before_the_table_is_asked(ask, publisher, query, dataset, words):
    with pytest.raises(SourceError) as told:
        ask(query=query, dataset=TABLE.model_copy(update=dataset))
    assert told.value.kind == "changed"
    assert words in str(told.value)
    assert [seen.path for seen in publisher.seen] == ["/ssb/tables/07459/metadata"]


def test_a_table_that_the_catalogue_does_not_describe_is_never_asked(ask, publisher):
    with pytest.raises(SourceError) as told:
        ask(dataset=TABLE.model_copy(update={"region": "", "time": ""}))
    assert told.value.kind == "not_offered"
    assert publisher.seen == []


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (Fault("vanished"), "not_found", "no table 07459"),
        (Fault("status", "data", status=400, body=b'{"type":"Parameter error","title":"Wrong code","status":400}'),) * 1
        + ("bad_question", "Wrong code"),
        (Fault("far_too_big"), "too_large", "Too many cells selected"),
        (Fault("renamed"), "changed", "answered with table 00000"),
        (Fault("broken", "data"), "unavailable", "HTTP 500"),
        (Fault("html", "data"), "not_data", "Something else came"),
        (Fault("half", "data"), "truncated", ""),
        (Fault("empty", "metadata"), "not_data", ""),
        (Fault("limited", "data", seconds=60), "rate_limited", "a pause of 60 seconds"),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else "",
)
def test_every_fault_has_its_name(ask, fault, kind, words):
    with pytest.raises(SourceError) as told:
        ask(fault)
    assert told.value.kind == kind
    assert words in str(told.value)
    assert told.value.remedy


def test_a_pause_that_is_asked_for_is_kept(ask, publisher):
    assert read(ask(Fault("limited", "data", times=1, seconds=0.2))) == read(ask())
    assert publisher.seen[2].at - publisher.seen[1].at > 0.15


def test_the_specimen_is_read(catalogue):
    source = Ssb("http://127.0.0.1:9", Client(), {"07459": TABLE}, catalogue.regions)
    found = read(source.parse(answer(FOLDER / "ssb" / "people.json", PEOPLE)))
    assert found == {
        ("NO", "2023"): (1000, ""),
        ("NO", "2024"): (1100, ""),
        ("3001", "2023"): (31, ""),
        ("3101", "2024"): (32.5, ""),
        ("1507", "2023"): (67, ""),
        ("0301", "2023"): (709, ""),
    }


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"null", b'{"id": ["Region"]}', b"\xff\xfe", b"<html>", b"[1]"])
def test_any_other_bytes_give_a_typed_error(catalogue, tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    source = Ssb("http://127.0.0.1:9", Client(), {"07459": TABLE}, catalogue.regions)
    with pytest.raises(SourceError):
        source.parse(answer(tmp_path / "a.json", PEOPLE))


def asked_of(catalogue):
    """The questions to the tables of which not everything has been seen, one a table."""
    plan = make_plan(catalogue, collectors(Settings(), catalogue))
    mine = [q.query for q in plan.questions if q.source == "ssb" and catalogue.datasets[q.query.dataset].unverified]
    return {query.dataset: query for query in mine}


def offered(query):
    """A table that has just what the catalogue asks for."""
    frame = pd.DataFrame([("0301", "2024", 7.0, "")], columns=["region", "period", "value", "flag"])
    return table(frame.assign(**query.filter))


UNSEEN = ["03321", "06913", "13470", "14162", "14545"]


def test_the_tables_with_codes_that_nobody_has_seen_are_these(catalogue):
    assert sorted(asked_of(catalogue)) == UNSEEN
    for code, query in asked_of(catalogue).items():
        dataset = catalogue.datasets[code]
        assert set(dataset.unverified) <= {dataset.region, dataset.time, *query.filter}


@pytest.mark.parametrize("number", UNSEEN)
def test_what_was_not_confirmed_is_taken_and_told_where_the_table_has_it(ask, publisher, catalogue, number):
    query, dataset = asked_of(catalogue)[number], catalogue.datasets[number]
    publisher.tables[number] = offered(query)
    reading = ask(query=query, dataset=dataset)
    assert read(reading) == {("0301", "2024"): (7, "")}
    (told,) = [notice.text for notice in reading.notices if notice.kind == "confirmed"]
    assert told.startswith(f"{number} has {', '.join(dataset.unverified)} as asked")


@pytest.mark.parametrize("number", UNSEEN)
def test_what_was_not_confirmed_and_differs_is_told_with_what_the_table_has(ask, publisher, catalogue, number):
    """Each name and code of the filter in turn; the table is described, and never asked."""
    query, dataset = asked_of(catalogue)[number], catalogue.datasets[number]
    for dimension, code in query.filter.items():
        other = offered(query)
        for differs in (other.assign(**{dimension: "Other1"}), other.rename(columns={dimension: "Other2"})):
            publisher.seen.clear()
            publisher.tables[number] = differs
            with pytest.raises(SourceError) as told:
                ask(query=query, dataset=dataset)
            assert told.value.kind == "changed"
            assert "Other" in told.value.message
            assert code in told.value.message or dimension in told.value.message
            assert f"Not confirmed yet in table {number}: {', '.join(dataset.unverified)}." in told.value.remedy
            assert "OSLOREGION_CATALOGUE" in told.value.remedy
            assert {seen.path for seen in publisher.seen} <= {f"/ssb/tables/{number}/metadata"}
    publisher.tables[number] = offered(query)
    with pytest.raises(SourceError, match=f"has no dimension 'Kommune'; it has {dataset.region}, "):
        ask(query=query, dataset=dataset.model_copy(update={"region": "Kommune"}))


def test_every_table_that_is_asked_for_says_what_its_dimensions_are_called(catalogue):
    sources = collectors(Settings(), catalogue)
    asked = {q.query.dataset for q in make_plan(catalogue, sources).questions if q.source == "ssb"}
    assert asked == {code for code, dataset in catalogue.datasets.items() if dataset.region}


@pytest.mark.shared
def test_a_real_description_is_read(shared, catalogue):
    folder = shared / "recordings" / "ssb"
    has = pxweb.description((folder / "v2_meta_07459.json").read_bytes())
    assert list(has.codes) == ["Region", "Kjonn", "Alder", "ContentsCode", "Tid"]
    assert has.optional == {"Region", "Kjonn", "Alder"}
    assert "agg_KommSummer" in has.codelists["Region"]
    indicator = catalogue.indicators["population"]
    filter_ = indicator.collecting.filter or indicator.filter
    dataset = catalogue.datasets["07459"]
    asked = {dimension: code.split("+") for dimension, code in filter_.items()}
    selection = pxweb.select("07459", has, asked, dataset.region, dataset.time, dataset.codelists, dataset.since)
    assert selection.codes["Tid"][0] == "2020"
    assert selection.body(selection.address("https://data.ssb.no/api/pxwebapi/v2", "07459")) is None
    labels = json.loads((folder / "v2_meta_07459.json").read_bytes())["dimension"]["Region"]["category"]["label"]
    source = Ssb("http://127.0.0.1:9", Client(), catalogue.datasets, catalogue.regions)
    wrong = {
        code: (source._years(code, labels[code]), region.version)
        for code, region in catalogue.regions.items()
        if region.level == "municipality" and region.version in ("2020-2023", "2024-") and code in labels
        if source._years(code, labels[code]) != source._years(code, "")
    }
    assert wrong == {}
    with pytest.raises(SourceError, match="Missing selection"):
        raise pxweb.refusal(Refused("HTTP 400", status=400, body=(folder / "v2_error_400.json").read_bytes()), "07459")
