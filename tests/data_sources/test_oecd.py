import json
from dataclasses import replace

import pandas as pd
import pytest

from data_sources.errors import SourceError
from data_sources.http import Client
from data_sources.oecd import Oecd
from tests.data_sources.specimens import EMISSIONS, EMISSIONS_FLOW, FOLDER, answer, oecd
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUICK, read
from tests.fakes.tables import table


def changed(**filter_):
    return replace(EMISSIONS, filter={**EMISSIONS.filter, **filter_})


def emissions():
    """The same flow as the specimen, in plain tonnes."""
    rest = {key: "_Z" for key in EMISSIONS_FLOW.key if key != "REF_AREA"}
    fixed = rest | {"FREQ": "A", "TERRITORIAL_LEVEL": "TL2", "MEASURE": "GHG_REG_TOTAL", "UNIT_MEASURE": "T_CO2E"}
    rows = [("NO08", "2021", 5600250.0, ""), ("NO08", "2022", 5400000.0, "e"), ("SE11", "2022", 4100500.0, "b")]
    frame = pd.DataFrame(rows, columns=["region", "period", "value", "flag"])
    return table(frame.assign(**fixed))


@pytest.fixture
def publisher():
    with FakePublisher({EMISSIONS.dataset: emissions()}, flows={EMISSIONS.dataset: EMISSIONS_FLOW.key}) as running:
        yield running


def ask(publisher, folder, *faults, query=EMISSIONS):
    publisher.faults = list(faults)
    source = Oecd(publisher.addresses["oecd_url"], Client(QUICK, at_once=1), {EMISSIONS_FLOW.code: EMISSIONS_FLOW})
    return source.parse(source.fetch(query, folder))


def test_the_specimen_is_read_in_the_unit_asked_for():
    reading = oecd().parse(answer(FOLDER / "oecd" / "emissions.csv", EMISSIONS))
    assert read(reading) == {
        ("NO08", "2021"): (5600.25, ""),
        ("NO08", "2022"): (5400, "e"),
        ("SE11", "2022"): (4100.5, "b"),
    }
    assert reading.withheld.astype(str).to_numpy().tolist() == [["AU1", "2022", "c"]]
    assert [notice.kind for notice in reading.notices] == ["rescaled"]


def test_without_a_multiplier_figures_come_in_plain_units():
    filter_ = {dimension: code for dimension, code in EMISSIONS.filter.items() if dimension != "UNIT_MULT"}
    reading = oecd().parse(answer(FOLDER / "oecd" / "emissions.csv", replace(EMISSIONS, filter=filter_)))
    assert read(reading)["NO08", "2021"] == (5600250, "")
    assert read(reading)["SE11", "2022"] == (4100500, "b")


def test_the_key_stands_in_the_catalogues_order(publisher, tmp_path):
    reading = ask(publisher, tmp_path)
    assert read(reading)["SE11", "2022"] == (4100.5, "b")
    (seen,) = publisher.seen
    assert seen.path == "/oecd/data/OECD.CFE.EDS,DSD_REG_CLIM@DF_GHG,2.4/.TL2...GHG_REG_TOTAL.....T_CO2E"
    assert seen.query["format"] == ["csvfilewithlabels"]
    assert seen.query["dimensionAtObservation"] == ["AllDimensions"]
    ask(publisher, tmp_path, query=replace(EMISSIONS, since=2022))
    assert publisher.seen[1].query["startPeriod"] == ["2022"]


def test_figures_in_the_unit_asked_for_are_kept_as_they_are(publisher, tmp_path):
    publisher.tables[EMISSIONS.dataset] = emissions().assign(UNIT_MULT="3")
    reading = ask(publisher, tmp_path)
    assert read(reading)["SE11", "2022"] == (4100500, "b")
    assert reading.notices == ()


def test_columns_may_change_their_order(publisher, tmp_path):
    assert read(ask(publisher, tmp_path, Fault("reversed"))) == read(ask(publisher, tmp_path))


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault("vanished"), "not_found"),
        (Fault("html"), "not_data"),
        (Fault("half"), "truncated"),
        (Fault("cut"), "truncated"),
        (Fault("limited", seconds=60), "rate_limited"),
        (Fault("broken"), "unavailable"),
        (Fault("status", status=400), "bad_question"),
        (Fault("status", status=403), "refused"),
        (Fault("elsewhere"), "redirected"),
        (Fault("endless"), "too_large"),
    ],
    ids=lambda value: value.kind if isinstance(value, Fault) else None,
)
def test_what_fails_is_named(publisher, tmp_path, fault, kind, monkeypatch):
    monkeypatch.setattr("data_sources.oecd._LARGEST", 1_000_000)
    with pytest.raises(SourceError) as caught:
        ask(publisher, tmp_path, fault)
    assert caught.value.kind == kind
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        (changed(MEASURE="GONE"), "no_figures"),
        (changed(SEX="T"), "bad_question"),
        (replace(EMISSIONS, dataset="REGION_ECONOM"), "not_offered"),
    ],
)
def test_questions_that_cannot_be_answered(publisher, tmp_path, query, kind):
    with pytest.raises(SourceError) as caught:
        ask(publisher, tmp_path, query=query)
    assert caught.value.kind == kind


def test_another_flow_than_asked_for_is_refused(tmp_path):
    path = tmp_path / "answer.csv"
    path.write_bytes((FOLDER / "oecd" / "emissions.csv").read_bytes().replace(b"DF_GHG(2.4)", b"DF_CLIM(2.4)"))
    with pytest.raises(SourceError, match=r"answered with .*DF_CLIM") as caught:
        oecd().parse(answer(path, EMISSIONS))
    assert caught.value.kind == "changed"


def test_the_catalogue_says_how_its_flows_are_asked(catalogue):
    """Each indicator's filter names dimensions of its flow, and settles all but region and frequency."""
    asked = [i for i in catalogue.indicators.values() if i.publisher == "OECD" and catalogue.datasets[i.dataset].flow]
    assert {i.id for i in asked} == {"copatents_foreign_share", "greenhouse_gas_emissions"}
    for indicator in asked:
        key = catalogue.datasets[indicator.dataset].key
        assert set(key) - {"REF_AREA", "FREQ"} <= indicator.filter.keys() <= {*key, "UNIT_MULT"}, indicator.id
        times = catalogue.units[indicator.unit].times
        assert int(indicator.filter.get("UNIT_MULT", "0")) == len(str(times)) - 1, indicator.id


@pytest.mark.shared
def test_flows_keys_and_codes_are_those_recorded(catalogue, shared):
    path = shared / "recordings" / "reference" / "oecd_regional_dsd_and_constraints.json"
    recorded = json.loads(path.read_text(encoding="utf-8"))
    for dataset in catalogue.datasets.values():
        if not dataset.flow:
            continue
        flow, structure = recorded[dataset.code]["flow"], recorded[dataset.code]["dsd"]
        assert dataset.flow == f"{flow['agency_id']},{dataset.code},{flow['version']}"
        order = sorted(structure["dimensions"], key=lambda dimension: dimension["position"])
        assert list(dataset.key) == [dimension["id"] for dimension in order]
    for indicator in catalogue.indicators.values():
        if indicator.dataset in recorded:
            available = recorded[indicator.dataset]["available"]
            codes = {d: c for d, c in indicator.filter.items() if d != "UNIT_MULT"}
            assert all(code in available[dimension] for dimension, code in codes.items()), indicator.id
            assert "NO08" in available["REF_AREA"], indicator.id
