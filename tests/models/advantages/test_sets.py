"""Whom a strength is judged against: the reader's own set decides, the catalogue's voting sets can only lower it."""

from dataclasses import replace

from models.advantages.sets import OWN, comparable_sets, judged_against
from models.advantages.thresholds import BASE

FOCUS = "NO08"


def test_the_default_set_comes_first_and_no_set_holds_the_region_itself(catalogue):
    sets = comparable_sets(catalogue, FOCUS)
    assert next(iter(sets)) == catalogue.default_peers.id
    assert set(sets) <= set(catalogue.voting)
    assert all(FOCUS not in members for members in sets.values())


def test_a_set_with_too_few_members_does_not_vote(catalogue):
    sizes = {name: len(members) for name, members in comparable_sets(catalogue, FOCUS).items()}
    strict = replace(BASE, min_peers=max(sizes.values()))
    assert set(comparable_sets(catalogue, FOCUS, strict)) == {n for n, k in sizes.items() if k == strict.min_peers}
    assert comparable_sets(catalogue, FOCUS, replace(BASE, min_peers=10_000)) == {}


def test_a_named_set_stands_once_under_its_name(catalogue):
    named = comparable_sets(catalogue, FOCUS)
    for name, members in named.items():
        found = judged_against(catalogue, FOCUS, members)
        assert next(iter(found)) == name
        assert sorted(found) == sorted(named)
        assert OWN not in found


def test_a_readers_own_list_comes_first_without_doubles_and_without_the_region(catalogue):
    own = ("SE11", "DK01", "FI1B", "SE11", FOCUS, "SE22", "SE23", "NO0A", "DE60", "AT13")
    found = judged_against(catalogue, FOCUS, own)
    assert next(iter(found.items())) == (OWN, tuple(sorted(set(own) - {FOCUS})))
    assert set(found) == {OWN, *comparable_sets(catalogue, FOCUS)}


def test_with_too_few_of_ones_own_nobody_else_is_asked(catalogue):
    assert judged_against(catalogue, FOCUS, ("SE11", "DK01")) == {OWN: ("DK01", "SE11")}
