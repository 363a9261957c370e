"""Pages from their addresses alone; and by AppTest where a session, a widget or the drawing is what matters."""

import pytest

from tests.kept import looking_at
from tests.pages.shown import Drawn, Shown


@pytest.fixture(scope="package", autouse=True)
def store(database_url):
    """The pages read the tests' store."""
    with looking_at(database_url):
        yield


@pytest.fixture
def show():
    """A page by its slug and query, from its address alone."""
    return Shown


@pytest.fixture
def draw():
    """A page by its slug and query, drawn in a session."""
    return Drawn
