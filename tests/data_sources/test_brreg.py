"""Brønnøysund's register against one of our own."""

from datetime import UTC, datetime

import pandas as pd
import pytest

from data_sources.base import Query
from data_sources.brreg import Brreg
from data_sources.errors import Refused, SourceError
from data_sources.http import Client
from data_sources.refresh.plan import make_plan
from data_sources.registry import collectors
from data_sources.settings import Settings
from tests.data_sources.specimens import FOLDER, answer
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUICK, read
from tests.fakes.tables import table

IT = Query("enheter", {"naeringskode": "62"})
MUNICIPALITIES = ("0301", "3101", "3201")


def counts(value=12_345.0):
    rows = [("0301", value), ("3201", 900.0), ("5001", 7.0)]
    frame = pd.DataFrame([(r, "2026-11", v, "") for r, v in rows], columns=["region", "period", "value", "flag"])
    return table(frame.assign(naeringskode="62"))


@pytest.fixture
def publisher():
    with FakePublisher({"enheter": counts(), "underenheter": counts(20.0)}) as running:
        yield running


@pytest.fixture
def ask(publisher, tmp_path):
    def one(*faults, query=IT):
        publisher.faults = list(faults)
        source = Brreg(publisher.addresses["brreg_url"], Client(QUICK), MUNICIPALITIES)
        return source.parse(source.fetch(query, tmp_path))

    return one


def test_the_register_is_asked_for_the_count_of_each_municipality(ask, publisher, tmp_path):
    month = f"{datetime.now(UTC):%Y-%m}"
    expected = {("0301", month): (12_345, ""), ("3101", month): (0, ""), ("3201", month): (900, "")}
    assert read(ask()) == expected
    assert [seen.query["_raw"][0] for seen in publisher.seen] == [
        f"naeringskode=62&kommunenummer={code}&size=1" for code in MUNICIPALITIES
    ]
    kept = [path.name for path in tmp_path.iterdir() if not path.name.endswith(".mark")]
    assert len(kept) == 1  # the answers of the municipalities stand in one file
    assert read(ask(query=Query("underenheter", IT.filter)))["0301", month] == (20, "")


def test_the_specimen_is_read_and_a_count_that_may_be_a_limit_is_left_out():
    reading = Brreg("http://127.0.0.1:9", Client(), MUNICIPALITIES).parse(
        answer(FOLDER / "brreg" / "enterprises.json", IT)
    )
    assert read(reading) == {("0301", "2026-11"): (12_345, ""), ("3101", "2026-11"): (0, "")}
    assert [notice.kind for notice in reading.notices] == ["counts_capped"]
    assert "3201" in reading.notices[0].text


@pytest.mark.parametrize(
    ("fault", "kind", "words"),
    [
        (Fault("deleted_unit"), "changed", "counts deleted units"),
        (Fault("elsewhere_unit"), "changed", "Asked for municipality 0301, the register answers with one in 9999"),
        (Fault("other_industry"), "changed", "Asked for industry 62, the register answers with one of 99.000"),
        (
            Fault("status", "enheter", status=400, body=b'{"feilmelding": "Feil", "valideringsfeil": []}'),
            "bad_question",
            "Feil",
        ),
        (Fault("status", "enheter", status=410), "not_found", "no list 'enheter'"),
        (Fault("broken"), "unavailable", "HTTP 500"),
        (Fault("html"), "not_data", ""),
        (Fault("half"), "truncated", ""),
        (Fault("body", body=b'{"page": {"totalElements": 5}}'), "not_data", "for 0301 cannot be read"),
        (Fault("body", body=b'{"page": {"totalElements": "5"}, "_embedded": {"enheter": [{}]}}'), "not_data", ""),
        (Fault("body", body=b"[]"), "not_data", ""),
    ],
)
def test_every_fault_has_its_name(ask, fault, kind, words):
    with pytest.raises(SourceError) as told:
        ask(fault)
    assert told.value.kind == kind
    assert words in str(told.value)


def test_the_page_limit_is_told_and_never_met(ask, publisher, tmp_path):
    """Past 10,000 units the register answers 400; counting asks for the first unit alone, whatever the count."""
    address = f"{publisher.addresses['brreg_url']}/enheter?naeringskode=62&kommunenummer=0301&page=100&size=100"
    with pytest.raises(Refused) as told:
        Client(QUICK).download(address, tmp_path / "page.json", largest=1_000, accept=lambda _: None)
    assert (told.value.status, b"page" in told.value.body) == (400, True)
    ask()
    asked = [seen.query for seen in publisher.seen[1:]]
    assert [(query["size"], query.get("page")) for query in asked] == [(["1"], None)] * len(MUNICIPALITIES)


def test_an_unknown_list_is_not_asked_for(ask, publisher):
    with pytest.raises(SourceError, match="no list 'personer'"):
        ask(query=Query("personer", {}))
    assert publisher.seen == []


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"period": 1, "answers": [1]}', b"<html>", b"\xff"])
def test_any_other_bytes_give_a_typed_error(tmp_path, content):
    (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(SourceError):
        Brreg("http://127.0.0.1:9", Client(), ()).parse(answer(tmp_path / "a.json", IT))


def test_the_catalogue_asks_for_enterprises_and_workplaces(catalogue):
    questions = [q for q in make_plan(catalogue, collectors(Settings(), catalogue)).questions if q.source == "brreg"]
    assert {q.query.dataset for q in questions} == {"enheter", "underenheter"}
    assert all(set(q.query.filter) == {"naeringskode"} for q in questions)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("recording", "query", "municipality", "total"),
    [
        ("enheter-search-empty-response", Query("enheter", {}), "0301", 0),
        ("enheter_search_2026-08-28", Query("enheter", {"naeringskode": "06"}), "4033", None),
        ("underenheter-search-empty-response", Query("underenheter", {}), "0301", 0),
        ("underenheter-search-response", Query("underenheter", {"naeringskode": "90.012"}), "0418", 1),
    ],
)
def test_recorded_answers_are_read(shared, tmp_path, recording, query, municipality, total):
    """Put together as a fetch does. The list of 179 was asked for without a municipality, which is noticed."""
    said = (shared / "recordings" / "brreg" / f"{recording}.json").read_bytes()
    part = f'{{"kommunenummer": "{municipality}", "answer": '.encode() + said + b"}"
    (tmp_path / "a.json").write_bytes(b'{"period": "2026-08", "answers": [' + part + b"]}")
    source = Brreg("http://127.0.0.1:9", Client(), ())
    if total is None:
        with pytest.raises(SourceError, match="Asked for municipality 4033"):
            source.parse(answer(tmp_path / "a.json", query))
    else:
        assert read(source.parse(answer(tmp_path / "a.json", query))) == {(municipality, "2026-08"): (total, "")}
