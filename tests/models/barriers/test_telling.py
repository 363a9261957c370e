"""Which findings stand first."""

from models.barriers import most_telling


def test_the_region_before_the_country_then_how_it_was_read_then_numbers_then_the_newest(catalogue):
    found = [f for f in catalogue.evidence.values() if f.kind == "advantage"]
    first = most_telling(found, 12)
    assert len(first) == 12
    assert not [
        f.id for f in first if f.geography.startswith("Norway") or f.confidence == "secondary_source" or f.beside
    ]
    assert first[0].confidence == "read_in_full"
    excerpts = [f for f in first if f.confidence == "excerpt" and f.figure]
    years = [int(f.year[-4:]) for f in excerpts if f.year[-4:].isdigit()]
    assert years == sorted(years, reverse=True)


def test_what_may_only_stand_beside_another_is_never_first(catalogue):
    beside = [f for f in catalogue.evidence.values() if f.beside]
    assert beside
    assert most_telling(beside, 3) == []
