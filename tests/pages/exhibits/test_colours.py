"""Figures are made light; exchanged colour by colour, they are what they would be made dark."""

import importlib
import pkgutil
import re

import pytest

from components import charts, theme
from components.theme import DARK, exchanges
from pages.exhibits import registry
from pages.exhibits.looked_at import Context
from pages.exhibits.registry import PAGES, seen, view_of
from tests.golden.exhibits import text_of

LIGHT_ONES = re.compile("|".join(exchanges()), re.IGNORECASE)
# What no page shows before the reader asks for it.
ALSO = [("talent", {"view": "map"}), ("plassering", {"view": "map"}), ("tallene", {"indicator": "nights_total"})]
VIEWS = [*((slug, {}) for slug in PAGES), *ALSO]


def exchanged(text):
    """As the page's script does it."""
    return LIGHT_ONES.sub(lambda found: exchanges()[found[0].lower()], text)


@pytest.fixture
def drawing(monkeypatch):
    """The names of the chart modules that have made a figure."""
    used = set()
    for found in pkgutil.iter_modules(charts.__path__):
        module = importlib.import_module(f"components.charts.{found.name}")
        if hasattr(module, "layout"):

            def layout(*given, name=found.name, **also):
                used.add(name)
                return theme.layout(*given, **also)

            monkeypatch.setattr(module, "layout", layout)
    return used


def test_every_figure_exchanged_is_the_one_made_dark(monkeypatch, drawing):
    views = [view_of(slug, query)[0] for slug, query in VIEWS]
    light = {(view.address, key): one for view in views for key, one in seen(view).exhibits.items()}
    registry._seen.cache_clear()
    monkeypatch.setattr(Context, "colours", DARK)
    dark = {(view.address, key): one for view in views for key, one in seen(view).exhibits.items()}
    registry._seen.cache_clear()
    assert list(dark) == list(light)
    for name, one in light.items():
        assert exchanged(text_of(one.figure)) == text_of(dark[name].figure), name
        assert one.body == dark[name].body, name  # HTML takes its colours from the style sheet
    makers = {
        found.name
        for found in pkgutil.iter_modules(charts.__path__)
        if hasattr(importlib.import_module(f"components.charts.{found.name}"), "layout")
    }
    assert drawing == makers
    assert len(makers) >= 14


def test_no_light_colour_stands_for_two_dark_ones():
    pairs = exchanges()
    assert len(pairs) == len(set(pairs))
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for pair in pairs.items() for colour in pair)
