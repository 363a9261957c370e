"""What many tests share: a store made once from the embedded snapshot, and where the full source figures are."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine makes no test fail.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

from tests.application import everybodys

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"


@pytest.fixture(scope="session")
def common(tmp_path_factory) -> Path:
    """A folder that all test processes of a run have in common."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder


@pytest.fixture(scope="session")
def database_url(common) -> str:
    """A store with release 1, made by the real loading: by the first of the test processes, while the others wait.

    It is everybody's: a test that changes a store takes a copy.
    """
    from data_sources.prepare import prepare
    from data_sources.settings import Settings

    url = f"sqlite:///{common / 'figures.sqlite'}"
    prepare(Settings(database_url=url))
    return url


@pytest.fixture(scope="session")
def reader(database_url):
    from data_sources.store import engine
    from data_sources.store.reader import Reader

    return Reader(engine.create(database_url))


@pytest.fixture(scope="session")
def figures(reader):
    """All figures of release 1."""
    return reader.newest()


@pytest.fixture(scope="session")
def catalogue():
    from models.catalogue import load_catalogue

    return load_catalogue()


@pytest.fixture
def environment(database_url):
    """The environment of a process that uses the tests' store."""
    return {**os.environ, "OSLOREGION_DATABASE_URL": database_url}


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of full source figures; tests that need it are skipped without."""
    if not (SHARED / "data" / "figures").is_dir():
        pytest.skip("the full source figures are not here (../shared)")
    return SHARED


@pytest.fixture(scope="session")
def server(database_url, common):
    """Address of the real application on loopback, with the tests' store; one for all test processes."""
    with everybodys(database_url, common) as address:
        yield address
