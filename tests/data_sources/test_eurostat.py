"""Eurostat through the real client, from a fake that answers well, badly, late and not at all."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data_sources.errors import SourceError
from data_sources.eurostat import AT_ONCE, Eurostat
from data_sources.http import Client
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import HURRIED, QUERY, QUICK, example, read, told

DATASET = QUERY.dataset


@pytest.fixture
def publisher():
    with FakePublisher({DATASET: example()}) as running:
        yield running


def source(publisher, patience=QUICK):
    return Eurostat(publisher.addresses["eurostat_url"], Client(patience, at_once=AT_ONCE))


def ask(publisher, folder, *faults, query=QUERY, patience=QUICK):
    """Fetch and parse with faults in force."""
    publisher.faults = list(faults)
    eurostat = source(publisher, patience)
    answer = eurostat.fetch(query, folder)
    return answer, eurostat.parse(answer)


def test_what_is_published_is_what_is_read(publisher, tmp_path):
    answer, reading = ask(publisher, tmp_path)
    assert read(reading) == told(example())
    assert reading.withheld.astype(str).to_numpy().tolist() == [["DK01", "2023", "c"]]
    assert reading.updated == "2026-08-28T23:00:00+0200"
    assert reading.notices == ()
    assert answer.path.parent == tmp_path
    assert answer.address.startswith(publisher.url)
    assert reading.figures["region"].astype(str).is_monotonic_increasing


def test_only_what_is_asked_for_is_asked(publisher, tmp_path):
    ask(publisher, tmp_path, query=replace(QUERY, since=2022))
    (seen,) = publisher.seen
    asked = {"format": ["JSON"], "lang": ["EN"], "sinceTimePeriod": ["2022"]}
    filtered = {dimension: [code] for dimension, code in QUERY.filter.items()}
    assert {k: v for k, v in seen.query.items() if k != "_raw"} == asked | filtered
    assert "Osloregionen" in seen.headers["user-agent"]
    assert seen.headers["accept-encoding"] == "gzip"


@pytest.mark.parametrize("kind", ["gzip", "gzip_bare", "gzip_twice", "gzip_false", "chunked", "reversed", "moved"])
def test_other_ways_to_say_the_same_make_no_difference(publisher, tmp_path, kind):
    _, reading = ask(publisher, tmp_path, Fault(kind))
    assert read(reading) == told(example())


@pytest.mark.parametrize(
    "kind",
    ["broken", "limited", "limited_until", "html", "half", "empty", "drop", "cut", "chunked_cut", "gzip_cut", "soap"],
)
def test_what_fails_twice_and_then_works_is_survived(publisher, tmp_path, kind):
    _, reading = ask(publisher, tmp_path, Fault(kind, times=2))
    assert read(reading) == told(example())
    assert len(publisher.seen) == 3


@pytest.mark.parametrize(
    ("fault", "kind", "requests"),
    [
        (Fault("broken"), "unavailable", 3),
        (Fault("soap"), "unavailable", 3),
        (Fault("status", status=418), "refused", 1),
        (Fault("status", status=403, body=b"<html>Forbidden</html>"), "refused", 1),
        (Fault("status", status=404), "not_found", 1),
        (Fault("status", status=413), "too_large", 9),
        (Fault("limited", seconds=60), "rate_limited", 1),
        (Fault("limited", seconds=0), "rate_limited", 3),
        (Fault("limited_until", seconds=60), "unavailable", 1),
        (Fault("drop"), "unreachable", 3),
        (Fault("silent", seconds=3), "unreachable", 3),
        (Fault("slow", seconds=1), "unreachable", 3),
        (Fault("endless", seconds=0.02), "unreachable", 1),
        (Fault("elsewhere"), "redirected", 1),
        (Fault("html"), "not_data", 3),
        (Fault("empty"), "not_data", 3),
        (Fault("brotli"), "not_data", 1),
        (Fault("utf16"), "not_data", 3),
        (Fault("latin1"), "not_data", 1),
        (Fault("cut"), "truncated", 3),
        (Fault("chunked_cut"), "truncated", 3),
        (Fault("half"), "truncated", 3),
        (Fault("gzip_cut"), "truncated", 3),
        (Fault("endless"), "too_large", 9),
        (Fault("gzip_bomb"), "too_large", 9),
        (Fault("far_too_big"), "too_large", 9),
        (Fault("vanished"), "not_found", 1),
        (Fault("renamed"), "changed", 1),
        (Fault("error_inside"), "bad_question", 1),
        (Fault("no_results"), "no_figures", 1),
        (Fault("expired"), "asynchronous_timeout", 3),
        (Fault("asynchronous", polls=-1), "asynchronous_timeout", None),
    ],
    ids=lambda value: f"{value.kind}-{value.status}-{value.seconds:g}" if isinstance(value, Fault) else None,
)
def test_what_keeps_failing_is_named(publisher, tmp_path, fault, kind, requests):
    with pytest.raises(SourceError) as caught:
        ask(publisher, tmp_path, fault, patience=HURRIED if kind == "unreachable" else QUICK)
    assert caught.value.kind == kind
    assert caught.value.message
    assert caught.value.remedy
    assert requests in (None, len(publisher.seen))
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")], "half-written files are left"


def test_a_question_too_large_is_asked_by_levels(publisher, tmp_path):
    answer, reading = ask(publisher, tmp_path, Fault("too_big"))
    assert read(reading) == told(example())
    assert [seen.query.get("geoLevel") for seen in publisher.seen] == [
        None, ["aggregate"], ["country"], ["nuts1"], ["nuts2"], ["nuts3"],
    ]  # fmt: skip
    assert len(answer.address.splitlines()) == 5
    assert [path.name for path in tmp_path.iterdir()] == [answer.path.name]


def test_a_level_too_large_is_asked_by_years(publisher, tmp_path):
    too_big = Fault(
        "far_too_big", times=4
    )  # the question, its aggregates, their earlier half, of that the earlier half
    _, reading = ask(publisher, tmp_path, too_big)
    assert read(reading) == told(example())
    spans = [
        tuple(int(seen.query[f"{end}TimePeriod"][0]) for end in ("since", "until"))
        for seen in publisher.seen[4:]
        if "untilTimePeriod" in seen.query
    ]
    assert [first for first, _ in spans] == [1960, *(last + 1 for _, last in spans[:-1])]
    assert spans[-1][1] > datetime.now(UTC).year
    assert len(spans) == 4


@pytest.mark.parametrize(("kind", "polls"), [("warning", 0), ("asynchronous", 0), ("asynchronous", 3)])
def test_an_answer_that_must_be_prepared_comes_from_the_bulk_file(publisher, tmp_path, kind, polls):
    answer, reading = ask(publisher, tmp_path, Fault(kind, polls=polls))
    assert read(reading) == told(example())
    assert reading.withheld.astype(str).to_numpy().tolist() == [["DK01", "2023", "c"]]
    assert answer.path.suffix == ".tsv"
    assert [path.name for path in tmp_path.iterdir()] == [answer.path.name]
    polled = [seen for seen in publisher.seen if "/async/status/" in seen.path]
    assert len(polled) == (polls + 1 if kind == "asynchronous" else 0)


def test_the_bulk_file_is_fetched_once_for_all_questions(publisher, tmp_path):
    publisher.faults = [Fault("warning")]
    eurostat = source(publisher)
    queries = [replace(QUERY, filter={**QUERY.filter, "c_resid": code}) for code in ("DOM", "FOR") * 3]
    with ThreadPoolExecutor(6) as pool:
        readings = list(pool.map(lambda query: eurostat.parse(eurostat.fetch(query, tmp_path)), queries))
    assert [read(reading) for reading in readings] == [told(example(), code) for code in ("DOM", "FOR") * 3]
    assert len([seen for seen in publisher.seen if "/sdmx/" in seen.path]) == 1


def test_no_more_than_two_requests_are_under_way(publisher, tmp_path):
    publisher.faults = [Fault("slow", seconds=0.05)]
    eurostat = source(publisher)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda since: eurostat.fetch(replace(QUERY, since=since), tmp_path), range(2000, 2012)))
    assert publisher.busiest == 2


def test_an_answer_that_still_holds_is_not_sent_again(publisher, tmp_path):
    first, _ = ask(publisher, tmp_path, Fault("frozen"))
    second, reading = ask(publisher, tmp_path, Fault("frozen"))
    assert "if-none-match" not in publisher.seen[0].headers
    assert "if-none-match" in publisher.seen[1].headers
    assert (second.path, second.sha256) == (first.path, first.sha256)
    assert second.fetched > first.fetched
    assert read(reading) == told(example())


def test_a_damaged_earlier_answer_is_fetched_anew(publisher, tmp_path):
    first, _ = ask(publisher, tmp_path, Fault("frozen"))
    first.path.write_bytes(first.path.read_bytes()[:-5])
    _, reading = ask(publisher, tmp_path, Fault("frozen"))
    assert "if-none-match" not in publisher.seen[1].headers
    assert read(reading) == told(example())


def test_a_changed_answer_takes_the_place_of_the_earlier(publisher, tmp_path):
    first, _ = ask(publisher, tmp_path, Fault("frozen"))
    publisher.tables[DATASET] = example().assign(value=lambda table: table["value"] + 1)
    second, reading = ask(publisher, tmp_path, Fault("frozen"))
    assert second.path == first.path
    assert second.sha256 != first.sha256
    assert read(reading) == told(publisher.tables[DATASET])


def test_a_pause_asked_for_holds_for_all(publisher, tmp_path):
    publisher.faults = [Fault("limited", seconds=0.4, times=1)]
    eurostat = source(publisher)
    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(eurostat.fetch, QUERY, tmp_path)
        while not publisher.seen or publisher.under_way:
            time.sleep(0.005)
        time.sleep(0.05)  # the refusal has arrived
        pool.submit(eurostat.fetch, replace(QUERY, since=2022), tmp_path).result()
        first.result()
    refused, *others = publisher.seen
    assert len(others) == 2
    assert all(seen.at - refused.at >= 0.4 for seen in others)


def test_nothing_listens(tmp_path):
    eurostat = Eurostat("http://127.0.0.1:9/eurostat", Client(QUICK))
    with pytest.raises(SourceError) as caught:
        eurostat.fetch(QUERY, tmp_path)
    assert caught.value.kind == "unreachable"
    assert "127.0.0.1:9" in caught.value.detail
