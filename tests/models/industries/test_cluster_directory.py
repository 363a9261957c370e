"""Looking up clusters: by sector, place and words in either language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.industries.cluster_directory import find


@pytest.fixture(scope="module")
def clusters(catalogue):
    return list(catalogue.within.clusters.values())


def ids(found):
    return [cluster.id for cluster in found]


def test_all_without_a_wish(clusters):
    assert find(clusters) == clusters


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("solenergi", "solenergiklyngen"),
        ("solar", "solenergiklyngen"),
        ("SOL", "solenergiklyngen"),
        ("kreft", "oslo_cancer_cluster"),
        ("fredrikstad", "circular_wave"),
        ("sirkulaer okonomi", "circular_wave"),
        ("sirkulær økonomi", "circular_wave"),
        ("wood industry", "norwegian_wood_cluster"),
        ("kunstig intelligens halden", "cluster_for_applied_ai"),
    ],
)
def test_words_in_both_languages_without_accents(clusters, text, first):
    assert ids(find(clusters, text=text))[0] == first


def test_sector_and_place_narrow_each_other(clusters):
    assert ids(find(clusters, sector="energy", regions=["NO08"])) == ["solenergiklyngen", "nce_smart_energy_markets"]
    assert find(clusters, sector="energy", regions=["NO02"]) == []
    assert ids(find(clusters, regions=["SE22"])) == ["medicon_valley"]
    assert find(clusters, text="xyzzy") == []


@given(st.text(max_size=40))
def test_any_text_gives_clusters_of_the_directory_in_its_order(clusters, text):
    found = find(clusters, text=text)
    assert found == [cluster for cluster in clusters if cluster in found]
