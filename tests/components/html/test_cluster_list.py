"""Entries of the cluster directory: whether a cluster is active today is said by the year it was last seen."""

import pytest

from components.html.cluster_list import activity, entries, seen_lately
from components.words.text import Speaker

NB = Speaker("nb")


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("2026", "Ja, omtalt i 2026."),
        ("2024", "Trolig. Sist omtalt i 2024."),
        ("2023", "Vet ikke. Sist omtalt i 2023."),
        ("", "Vet ikke. Kildene har ingen dato."),
    ],
)
def test_what_a_source_can_say_of_today(catalogue, seen, expected):
    cluster = catalogue.within.clusters["kongsberg"].model_copy(update={"seen": seen})
    assert activity(NB, cluster, 2026) == expected
    assert seen_lately(cluster, 2026) == (seen in ("2026", "2024"))


def test_every_entry_answers_whether_it_is_active_today(catalogue):
    known = catalogue.within.clusters.values()
    titles = {s.id: NB.of(s.title) for s in catalogue.within.sectors.values()}
    assert entries(list(known), titles, NB, 2026).count("Aktiv i dag?") == len(known)
