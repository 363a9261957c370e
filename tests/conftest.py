"""What many tests share: a store made once from the embedded snapshot, and where the full source figures are."""

import functools
import gc
import os
from pathlib import Path

import pytest
from hypothesis import settings
from streamlit.components.v2 import manifest_scanner

# A busy machine makes no test fail.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

from tests.application import everybodys

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
# Files of tests that take longest, which go first: each goes to one process as a whole, and none of these is to be the
# one that all others have to wait for at the end.
LONGEST = (
    "browser/test_pages.py",
    "data_sources/refresh/test_full.py",
    "browser/test_presentations.py",
    "browser/test_boards.py",
    "pages/test_every_number.py",
    "pages/test_own_catalogue.py",
    "data_sources/refresh/test_killed.py",
    "browser/test_views.py",
    "browser/test_tools.py",
    "browser/test_links.py",
    "browser/test_restart.py",
    "browser/test_lasting.py",
    "browser/test_releases.py",
    "browser/test_figure.py",
    "server/test_read_back.py",
    "server/test_new_release.py",
    "pages/test_pages.py",
    "pages/exhibits/test_without_streamlit.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    place = {f"tests/{name}": number for number, name in enumerate(LONGEST)}
    items.sort(key=lambda item: place.get(item.nodeid.partition("::")[0], len(place)))


def pytest_collection_finish():
    """What is imported and collected stays to the end: to look through it for garbage again and again takes a tenth of
    the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session", autouse=True)
def packages():
    """For each of its sessions Streamlit looks through all installed packages for components: once is enough."""
    with pytest.MonkeyPatch.context() as patch:
        scan = manifest_scanner.scan_component_manifests
        patch.setattr(manifest_scanner, "scan_component_manifests", functools.cache(scan))
        yield


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
