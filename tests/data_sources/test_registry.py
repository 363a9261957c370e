"""All that the catalogue asks of its publishers, from a fake that publishes the embedded figures."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from data_sources.base import Query
from data_sources.registry import SOURCES, collectors
from data_sources.settings import Settings
from tests.fakes import FakePublisher, Fault, tables
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
    figures = figures.loc[figures["period"] >= "2021"]
    published = tables(figures, catalogue)
    served = [
        indicator
        for indicator in catalogue.indicators.values()
        if indicator.publisher == "Eurostat" and not indicator.derivation and len(indicator.datasets) == 1
        if indicator.id in set(figures["indicator"])
    ]
    assert len(served) > 70
    with FakePublisher(published, faults=[Fault("warning")] if bulk else []) as publisher:
        source = collectors(Settings(**publisher.addresses), catalogue, QUICK)["eurostat"]
        queries = [Query(i.dataset, i.filter, since=2021) for i in served]
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda query: source.fetch(query, tmp_path), queries))
    for indicator, answer in zip(served, answers, strict=True):
        ours = figures.loc[figures["indicator"] == indicator.id]
        expected = {(r.region, r.period): (r.value, r.flag) for r in ours.itertuples()}
        assert read(source.parse(answer)) == expected, indicator.id
