"""A data set of Eurostat that is no longer what the catalogue says of it."""

from dataclasses import replace

import pytest

from data_sources.base import Query
from data_sources.errors import SourceError
from tests.data_sources.test_eurostat import DATASET, ask
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUERY, example, read, told


@pytest.fixture
def publisher():
    with FakePublisher({DATASET: example()}) as running:
        yield running


@pytest.mark.parametrize("fault", [None, Fault("warning")], ids=["json", "tsv"])
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"unit": "THS"}, "does not publish unit = THS"),
        ({"nace_r2": "I551-I553+I999"}, "does not publish nace_r2 = I999"),
    ],
)
def test_codes_dropped_without_a_word_are_found(publisher, tmp_path, fault, changes, said):
    query = replace(QUERY, filter=QUERY.filter | changes)
    with pytest.raises(SourceError, match=said) as caught:
        ask(publisher, tmp_path, *filter(None, [fault]), query=query)
    assert caught.value.kind == "changed"


def test_a_dimension_that_is_gone_is_named(publisher, tmp_path):
    query = replace(QUERY, filter={**QUERY.filter, "sex": "T"})
    with pytest.raises(SourceError, match="does not understand the filter") as caught:
        ask(publisher, tmp_path, query=query)
    assert caught.value.kind == "bad_question"
    assert "SEX" in caught.value.detail
    with pytest.raises(SourceError, match="no dimension 'sex'") as caught:
        ask(publisher, tmp_path, Fault("warning"), query=query)
    assert caught.value.kind == "changed"


def test_a_dimension_that_is_new_is_named(publisher, tmp_path):
    query = Query(DATASET, {"nace_r2": "I551-I553", "unit": "NR"})
    for faults in ((), (Fault("warning"),)):
        with pytest.raises(SourceError, match=r"leaves the dimension 'c_resid' open \(DOM, FOR\)") as caught:
            ask(publisher, tmp_path, *faults, query=query)
        assert caught.value.kind == "changed"


def test_years_that_are_not_there_yet_make_an_empty_reading(publisher, tmp_path):
    _, reading = ask(publisher, tmp_path, query=replace(QUERY, since=2030))
    assert reading.figures.empty
    assert [notice.kind for notice in reading.notices] == ["empty_dimension"]


@pytest.mark.parametrize("fault", [None, Fault("warning")], ids=["json", "tsv"])
def test_codes_joined_by_plus_are_summed_where_all_are_published(publisher, tmp_path, fault):
    query = replace(QUERY, filter=QUERY.filter | {"c_resid": "DOM+FOR"})
    _, reading = ask(publisher, tmp_path, *filter(None, [fault]), query=query)
    both = told(example(), "DOM"), told(example(), "FOR")
    assert read(reading) == {
        key: (both[0][key][0] + both[1][key][0], both[1][key][1]) for key in both[0].keys() & both[1].keys()
    }
    assert reading.withheld.astype(str).to_numpy().tolist() == [["DK01", "2023", "c"]]
