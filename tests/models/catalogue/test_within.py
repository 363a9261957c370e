"""The region's inside: facts stand as in their sources, in both languages, and mistakes are named with file and key."""

import csv
import json
import re
import shutil

import pytest

from data_sources.snapshot import OUTLINES
from models.catalogue import CatalogueError, load_catalogue
from models.catalogue.loading import HERE


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))


def mistakes(folder):
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return {f"{p.file}: {p.key}": p.message for p in caught.value.problems}


def change(folder, file, old, new):
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def rows(path):
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE))


def digits(text):
    """The numbers of a text, however the language groups them."""
    return re.findall(r"\d+", re.sub(r"(?<=\d)[ ,. ](?=\d)", "", text))


def encloses(ring, point):
    """Whether a ring goes around a point (even-odd rule)."""
    x, y = point
    inside = False
    for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1], strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            inside = not inside
    return inside


@pytest.fixture(scope="module")
def outlines():
    """The outer rings of each municipality."""
    found = {}
    for feature in json.loads((OUTLINES / "municipalities_2024.geojson").read_text(encoding="utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = [shape["coordinates"]] if shape["type"] == "Polygon" else shape["coordinates"]
        found[feature["properties"]["id"]] = [polygon[0] for polygon in polygons]
    return found


def test_what_is_known_of_the_inside(catalogue):
    within = catalogue.within
    assert [len(x) for x in (within.municipalities, within.clusters, within.city_facts)] == [121, 19, 28]
    assert sum(m.nuts2 == "NO08" for m in within.municipalities.values()) == 52
    assert [sum("NO08" in c.regions for c in within.clusters.values())] == [10]
    assert list(within.areas) == [
        "population",
        "business",
        "transport",
        "land",
        "environment",
        "attractiveness",
        "climate",
    ]


def test_municipalities_stand_as_in_the_source(catalogue, shared):
    with (shared / "geo" / "kommune_nuts_crosswalk.csv").open(encoding="utf-8", newline="") as handle:
        source = {row["kommune_2024"]: row for row in csv.DictReader(handle)}
    for m in catalogue.within.municipalities.values():
        row = source[m.code]
        assert (m.name, m.nuts3, m.nuts2) == (row["name"], row["nuts3_2024"], row["nuts2_2024"])
        assert (m.code_2020, m.economic_region) == (row["kommune_2020_2023"], row["economic_region"])
        assert catalogue.regions[m.county].name == row["fylke_2024"]


READ_AGAIN = {
    "Norwegian Wood Cluster": "norwegian_wood_cluster",
    "Norway Health Tech": "norway_health_tech",
    "Oslo Cancer Cluster": "oslo_cancer_cluster",
    "The Life Science Cluster": "the_life_science_cluster",
    "Construction City Cluster": "construction_city_cluster",
    "Solenergiklyngen": "solenergiklyngen",
    "NCE Heidner Biocluster": "nce_heidner",
}


def test_clusters_read_again_say_when_they_were_seen(catalogue, shared):
    again = rows(shared / "data" / "register" / "clusters_updates.tsv")
    assert len(again) == len(READ_AGAIN)
    for row in again:
        cluster = catalogue.within.clusters[READ_AGAIN[row["name"].split(" (")[0]]]
        assert (cluster.seen, cluster.source) == (row["year"], row["source_url"])
        assert row["as_found"] in cluster.as_found
        if "not found" in row["programme_status"]:
            assert "fant vi ikke" in cluster.status.nb


def test_the_alliance_is_known_by_the_newest_note_that_counts_it(catalogue):
    note = catalogue.within.alliance
    assert (note.as_of, note.municipalities, note.inhabitants) == ("2022", 65, 2_200_000)
    assert "65 kommuner" in note.statement.nb
    assert "2,2 millioner" in note.statement.nb


def test_clusters_and_city_facts_keep_what_was_found(catalogue, shared):
    for file, entries, source in (
        ("clusters.tsv", catalogue.within.clusters, "source_url"),
        ("city_facts.tsv", catalogue.within.city_facts, "found_at"),
    ):
        found = rows(shared / "geo" / file)
        assert len(found) == len(entries)
        for entry, row in zip(entries.values(), found, strict=True):
            assert entry.source == row[source] or entry.id in READ_AGAIN.values()
            assert (row.get("as_found") or row["place"]) in entry.as_found
    notes = rows(shared / "geo" / "osloregionen_membership.tsv")
    for note, row in zip(catalogue.within.membership, notes, strict=False):
        assert row["statement"] in note.as_found
        assert note.as_of == row["as_of"].strip("-")


def test_both_languages_say_the_same_numbers(catalogue):
    for cluster in catalogue.within.clusters.values():
        for text in (cluster.status, cluster.size):
            assert sorted(digits(text.nb)) == sorted(digits(text.en)), cluster.id
    for fact in catalogue.within.city_facts.values():
        for text in (fact.place, fact.value):
            assert text is None or sorted(digits(text.nb)) == sorted(digits(text.en)), fact.id
    for note in catalogue.within.membership:
        assert sorted(digits(note.statement.nb)) == sorted(digits(note.statement.en))


def test_values_are_those_that_were_found(catalogue):
    for fact in catalogue.within.city_facts.values():
        if fact.value is not None:
            assert set(digits(fact.value.en)) <= set(digits(fact.as_found)), fact.id
        else:
            assert set(digits(fact.place.en)) <= set(digits(fact.as_found)), fact.id


def test_every_point_lies_in_its_municipality(catalogue, outlines):
    points = [(m.code, (m.lon, m.lat)) for m in catalogue.within.municipalities.values()]
    points += [(c.municipality, (c.lon, c.lat)) for c in catalogue.within.clusters.values() if c.municipality]
    assert outlines.keys() == catalogue.within.municipalities.keys()
    assert [code for code, point in points if not any(encloses(ring, point) for ring in outlines[code])] == []


def test_facts_of_one_card_come_from_one_publication(catalogue):
    cards = catalogue.within.cards
    assert [f.place.nb for f in cards["fdi_projects_2017"]] == ["Helsinki", "København", "Stockholm", "Oslo"]
    assert sum(len(card) for card in cards.values()) == len(catalogue.within.city_facts)
    # Two lists of the same name and another year stand apart.
    assert {"gser_2023", "gser_2024", "gtci_2018", "gtci_2019"} <= cards.keys()


@pytest.mark.parametrize(
    ("file", "old", "new", "key", "words"),
    [
        ("municipalities.csv", "3205,Lillestrøm,32,", "3205,Lillestrøm,99,", "3205.county", "unknown code '99'"),
        ("municipalities.csv", "NO084,NO08,3030,", "NO084,NO08,3025,", "3205.code_2020", "became"),
        ("municipalities.csv", "NO084,NO08,3030,", "NO020,NO08,3030,", "3205.nuts3", "is not in 'NO08'"),
        ("municipalities.csv", "halden,Halden,11.50", "moss,Halden,11.50", "3103.economic_id", "another name"),
        ("municipalities.csv", "3205,", "32x5,", "32x5.code", "match pattern"),
        ("clusters.csv", ",health,Kreft", ",helse,Kreft", "oslo_cancer_cluster.sector", "unknown sector 'helse'"),
        ("clusters.csv", ",NO08,energy,Solenergi", ",NO88,energy,Solenergi", "solenergiklyngen.regions", "'NO88'"),
        (
            "clusters.csv",
            ",0301,10.75,59.91,Over 100 medlemmer,",
            ",9999,10.75,59.91,Over 100 medlemmer,",
            "construction_city_cluster.municipality",
            "",
        ),
        (
            "clusters.csv",
            ",0301,10.75,59.91,Over 100 medlemmer,",
            ",0301,,,Over 100 medlemmer,",
            "construction_city_cluster",
            "go together",
        ),
        (
            "clusters.csv",
            "https://www.norwayhealthtech.com/news/joining",
            "norwayhealthtech",
            "oslo_cancer_cluster.source",
            "match pattern",
        ),
        ("clusters.csv", "Cancer and life science", "", "oslo_cancer_cluster.field.en", "at least 1 character"),
        ("city_facts.csv", "gtci_2018,attractiveness", "gtci_2018,talent", "gtci_2018_1.area", "unknown area 'talent'"),
        ("city_facts.csv", "2017,EY", "2016,EY", "fdi_projects_2017_2.period", "differs from 'fdi_projects_2017_1'"),
        ("membership.csv", "2015-01-01", "early 2015", "", ""),
        ("within.toml", '"pm25"', '"pm2"', "environment.indicators", "unknown 'pm2'"),
        ("within.toml", '"exports"', '"imports"', "business.questions", "unknown 'imports'"),
        ("within.toml", 'missing = ["municipal_emissions"]', 'missing = ["emissions"]', "climate.missing", "unknown"),
        ("within.toml", "[[sector]]", "[[sektor]]", "sektor", "unknown key"),
    ],
)
def test_a_mistake_is_named_with_file_and_key(folder, file, old, new, key, words):
    change(folder, file, old, new)
    found = mistakes(folder)
    assert any(place.startswith(f"{file}: {key}") and words in message for place, message in found.items()), found


def test_all_mistakes_are_reported_at_once(folder):
    change(folder, "clusters.csv", ",health,Kreft", ",helse,Kreft")
    change(folder, "within.toml", '"pm25"', '"pm2"')
    change(folder, "municipalities.csv", "NO084,NO08,3030,", "NO020,NO08,3030,")
    assert mistakes(folder).keys() == {
        "clusters.csv: oslo_cancer_cluster.sector",
        "within.toml: environment.indicators",
        "municipalities.csv: 3205.nuts3",
    }
