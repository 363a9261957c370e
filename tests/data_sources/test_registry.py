"""All that the catalogue asks of its publishers, from a fake that publishes the embedded figures."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data_sources.base import Query
from data_sources.registry import SOURCES, collectors
from data_sources.settings import Settings
from tests.fakes import FakePublisher, Fault, tables
from tests.fakes.answers import dimensions
from tests.fakes.example import QUICK, read
from tests.fakes.tables import embedded


@pytest.fixture(scope="module")
def figures():
    return embedded()


def test_every_source_is_a_publisher_of_the_catalogue(catalogue):
    assert SOURCES.keys() <= catalogue.publishers.keys()
    made = collectors(Settings(), catalogue)
    assert {name: source.name for name, source in made.items()} == {name: name for name in SOURCES}


@pytest.mark.parametrize("bulk", [False, True], ids=["one by one", "bulk files"])
def test_the_whole_catalogue_comes_back_as_it_was(catalogue, figures, tmp_path, bulk):
    published = tables(figures.loc[figures["period"] >= "2021"], catalogue)
    questions = {}
    for dataset, table in published.items():
        if catalogue.datasets[dataset].publisher == "eurostat":
            names = dimensions(table)
            for codes, rows in table.groupby(names):
                filter_ = dict(zip(names, codes, strict=True))
                questions[dataset, codes] = Query(dataset, filter_, since=2021), rows
    assert len(questions) > 70
    with FakePublisher(published, faults=[Fault("warning")] if bulk else []) as publisher:
        source = collectors(Settings(**publisher.addresses), catalogue, QUICK)["eurostat"]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda question: source.fetch(question[0], tmp_path), questions.values()))
    for (query, rows), answer in zip(questions.values(), answers, strict=True):
        expected = {(r.region, r.period): (r.value, r.flag) for r in rows.itertuples()}
        assert read(source.parse(answer)) == expected, query
