"""What is recorded is read from the tests' store."""

import pytest

from tests.kept import looking_at


@pytest.fixture(scope="package", autouse=True)
def store(database_url):
    with looking_at(database_url):
        yield
