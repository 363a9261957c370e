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
# Which tests go first, so that none is the one that all others have to wait for at the end: those of files that take
# long, those of pages, which stay together, and all that need a browser, one behind the other.
FIRST = (
    "tests/browser/test_pages.py",
    "tests/pages/",
    "tests/browser/test_presentations.py",
    "tests/browser/test_boards.py",
    "tests/browser/",
    "tests/server/",
    "tests/data_sources/refresh/",
)
# What all tests below a folder are made from, views of pages, is made once where one process has them all.
TOGETHER = ("tests/pages/", "tests/server/")
# But for these, which do most of their work in processes of their own.
APART = ("test_own_catalogue.py", "test_without_streamlit.py", "test_new_release.py", "test_health.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    def place(item):
        return next((number for number, start in enumerate(FIRST) if item.nodeid.startswith(start)), len(FIRST))

    items.sort(key=place)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """A file of tests goes to one process as a whole, for what its tests share is made once then."""
    from xdist.scheduler import LoadFileScheduling

    class Together(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            together = next((start for start in TOGETHER if file.startswith(start)), file)
            return file if file.endswith(APART) else together

    return Together(config, log)


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
