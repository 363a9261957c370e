"""Exhibits as values: the same address gives the same, and each can be asked for alone."""

from dataclasses import fields

import pytest

from components.words.text import LANGUAGES
from pages.exhibits import registry
from pages.exhibits.registry import PAGES, UnknownExhibit, UnknownPage, exhibit, seen, view_of
from tests.golden.exhibits import text_of


def whole(one):
    """Everything that an exhibit holds, as text."""
    return {
        field.name: text_of(getattr(one, field.name)) if field.name == "figure" else repr(getattr(one, field.name))
        for field in fields(one)
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", PAGES)
def test_the_same_address_twice_gives_equal_exhibits(slug, language):
    view, _ = view_of(slug, {"lang": language})
    first = seen(view)
    registry._seen.cache_clear()
    again = seen(view_of(slug, view.to_query())[0])
    assert again is not first
    assert again.view == view
    assert list(again.exhibits) == list(first.exhibits)
    for key, one in first.exhibits.items():
        assert whole(again.exhibits[key]) == whole(one)


@pytest.mark.parametrize("slug", PAGES)
def test_keys_are_the_same_in_both_languages_and_fit_in_an_address(slug):
    one, other = (list(seen(view_of(slug, {"lang": language})[0]).exhibits) for language in LANGUAGES)
    assert one == other
    assert [key for key in one if not key.replace("-", "").replace("_", "").isalnum()] == []


def test_two_exhibits_with_one_key_are_a_fault(monkeypatch):
    twice = [next(iter(seen(view_of("talent", {})[0]).exhibits.values()))] * 2
    monkeypatch.setattr(registry, "exhibits", lambda _parts: twice)
    other, _ = view_of("talent", {"sort": "weak"})
    with pytest.raises(ValueError, match="two exhibits of talent have the key"):
        seen(other)


def test_one_exhibit_can_be_asked_for_alone():
    view, _ = view_of("besokende", {})
    assert exhibit(view, "ranking") is seen(view).exhibits["ranking"]
    with pytest.raises(UnknownExhibit):
        exhibit(view, "nonsense")
    with pytest.raises(UnknownPage):
        view_of("nonsense", {})
