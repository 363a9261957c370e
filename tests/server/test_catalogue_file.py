"""/katalog.ttl: Turtle that a parser reads, what DCAT-AP-NO demands, and addresses that lead to the figures."""

import csv
import io
from functools import cache
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from pyshacl import validate
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from models.catalogue import load_catalogue
from server import catalogue_file
from tests.conftest import PROJECT

SHAPES = PROJECT / "tests" / "specimens" / "dcat-ap-no.ttl"
BASE = "http://testserver"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")


@pytest.fixture
def ready(client, monkeypatch):
    monkeypatch.setattr(catalogue_file, "following", SimpleNamespace(ready=True))
    return client


@cache
def parsed(content):
    """The catalogue as a graph, parsed once: the tests change copies of parts only."""
    return Graph().parse(data=content, format="turtle")


@pytest.fixture
def graph(ready):
    answer = ready.get("/katalog.ttl")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
    return parsed(answer.content)


def faults(graph):
    """What SHACL finds fault with in a part of the catalogue: all of it takes half a minute."""
    conforms, _, told = validate(graph, shacl_graph=Graph().parse(SHAPES, format="turtle"))
    return [] if conforms else [told]


def part(graph, fewest=6):
    """The catalogue with every so-manieth data set, and all that these name."""
    some = sorted(graph.subjects(RDF.type, DCAT.Dataset))[
        :: max(1, len(set(graph.subjects(RDF.type, DCAT.Dataset))) // fewest)
    ]
    smaller = Graph()
    wanted = [*some, *graph.subjects(RDF.type, DCAT.Catalog), *graph.subjects(RDF.type, FOAF.Agent)]
    while wanted:
        thing = wanted.pop()
        for triple in graph.triples((thing, None, None)):
            if triple[1] == DCAT.dataset and triple[2] not in some:
                continue
            if triple not in smaller:
                smaller.add(triple)
                wanted.append(triple[2])
    return smaller


def test_it_is_what_the_profile_demands(graph):
    assert faults(part(graph)) == []


@pytest.mark.parametrize(
    ("kind", "property_"),
    [
        (DCAT.Catalog, DCTERMS.publisher),
        (DCAT.Catalog, DCAT.contactPoint),
        (DCAT.Dataset, DCTERMS.title),
        (DCAT.Dataset, DCAT.theme),
        (DCAT.Distribution, DCAT.accessURL),
        (FOAF.Agent, FOAF.name),
        (VCARD.Organization, VCARD.hasURL),
    ],
)
def test_what_is_left_out_is_noticed(graph, kind, property_):
    spoilt = part(graph, fewest=2)
    assert faults(spoilt) == []
    thing = next(iter(spoilt.subjects(RDF.type, kind)))
    spoilt.remove((thing, property_, None))
    assert faults(spoilt)


def test_every_indicator_with_figures_of_regions_is_a_data_set_with_its_licence_and_years(graph, figures):
    catalogue = load_catalogue()
    sets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(sets) > 150
    for thing in sets:
        name = str(thing).partition("#")[2]
        indicator = catalogue.indicators[name]
        assert {str(title) for title in graph.objects(thing, DCTERMS.title)} == {indicator.title.nb, indicator.title.en}
        licences = {
            str(one) for file in graph.objects(thing, DCAT.distribution) for one in graph.objects(file, DCTERMS.license)
        }
        (licence,) = licences
        publisher = catalogue.publisher_of(indicator.publisher)
        assert licence.startswith("http://publications.europa.eu/") or licence == publisher.licence_url
        (period,) = graph.objects(thing, DCTERMS.temporal)
        told = [str(graph.value(period, name)) for name in (DCAT.startDate, DCAT.endDate)]
        years = figures.indicator(name)["period"].astype(str).str[:4]
        assert told == [years.min(), years.max()]


def test_the_addresses_lead_to_the_figures(ready, graph):
    thing = URIRef(f"{BASE}/katalog.ttl#tertiary_25_64")
    files = list(graph.objects(thing, DCAT.distribution))
    assert len(files) == 4
    for file in files:
        where = urlsplit(str(graph.value(file, DCAT.downloadURL)))
        answer = ready.get(f"{where.path}?{where.query}")
        assert answer.status_code == 200
        media = str(graph.value(file, DCAT.mediaType)).rpartition("media-types/")[2]
        assert answer.headers["content-type"].startswith(media)
        if media == "text/csv":
            rows = list(csv.DictReader(io.StringIO(answer.text)))
            assert {row.get("indicator", "tertiary_25_64") for row in rows} == {"tertiary_25_64"}
            assert len(rows) > 5


def test_who_has_it_is_told_so_and_who_may_be_written_to_is_named(ready, monkeypatch):
    first = ready.get("/katalog.ttl")
    again = ready.get("/katalog.ttl", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert ready.head("/katalog.ttl").headers["etag"] == first.headers["etag"]
    monkeypatch.setattr(catalogue_file, "settings", lambda: SimpleNamespace(contact="post@example.org"))
    other = ready.get("/katalog.ttl", headers={"If-None-Match": first.headers["etag"]})
    assert other.status_code == 200
    assert "<mailto:post@example.org>" in other.text


def test_no_words_end_the_statement_they_stand_in():
    from components.export.turtle import Address, turtle
    from components.export.turtle import Literal as Text

    text = 'a "b" \\ c\nd\t. <x> @en'
    where = 'https://example.org/a> . <b> "c" d|e^f`g\\h{i}'
    told = turtle({"dct": str(DCTERMS)}, [(Address(where), [("dct:title", Text(text, "nb"))])])
    ((thing, _, value),) = Graph().parse(data=told, format="turtle")
    assert value == Literal(text, lang="nb")
    assert str(thing).startswith("https://example.org/a%3E%20.%20%3Cb%3E")


def test_while_there_are_no_figures_there_is_no_catalogue(client, monkeypatch):
    monkeypatch.setattr(catalogue_file, "following", SimpleNamespace(ready=False))
    assert client.get("/katalog.ttl").status_code == 503


@pytest.mark.parametrize(("indicator", "theme"), [("pm25", "ENVI"), ("neet_15_29", "EDUC"), ("labour_slack", "SOCI")])
def test_a_data_set_stands_where_somebody_looks_for_it(graph, indicator, theme):
    told = {str(one).rpartition("/")[2] for one in graph.objects(URIRef(f"{BASE}/katalog.ttl#{indicator}"), DCAT.theme)}
    assert told == {theme, "REGI"}
