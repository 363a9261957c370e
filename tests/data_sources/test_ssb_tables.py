"""Tables of Statistics Norway whose codes nobody has seen: what is not confirmed is told."""

import pandas as pd
import pytest

from data_sources.errors import SourceError
from data_sources.refresh.plan import make_plan
from data_sources.registry import collectors
from data_sources.settings import Settings
from tests.data_sources.municipal import NAMES, asking, people
from tests.fakes import FakePublisher
from tests.fakes.example import read
from tests.fakes.tables import table


@pytest.fixture
def publisher():
    with FakePublisher({"07459": people()}) as running:
        running.names = NAMES
        yield running


@pytest.fixture
def ask(publisher, tmp_path, catalogue):
    return asking(publisher, tmp_path, catalogue)


def asked_of(catalogue):
    """The questions to the tables of which not everything has been seen, one a table."""
    plan = make_plan(catalogue, collectors(Settings(), catalogue))
    mine = [q.query for q in plan.questions if q.source == "ssb" and catalogue.datasets[q.query.dataset].unverified]
    return {query.dataset: query for query in mine}


def offered(query):
    """A table that has just what the catalogue asks for."""
    frame = pd.DataFrame([("0301", "2024", 7.0, "")], columns=["region", "period", "value", "flag"])
    return table(frame.assign(**query.filter))


UNSEEN = ["06913", "13470", "14162", "14545"]


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
    with pytest.raises(SourceError, match="has no dimension 'Kommune'; it has Region, "):
        ask(query=query, dataset=dataset.model_copy(update={"region": "Kommune"}))
