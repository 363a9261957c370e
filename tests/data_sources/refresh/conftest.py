"""A desk for each test: on both databases, or on SQLite alone."""

import pytest

from tests.data_sources.refresh.desk import Desk


@pytest.fixture
def desk(url, tmp_path, catalogue):
    return Desk(url, tmp_path / "answers", catalogue)


@pytest.fixture
def light(tmp_path, catalogue):
    """On SQLite only, for what does not depend on the database."""
    return Desk(f"sqlite:///{tmp_path / 'store.sqlite'}", tmp_path / "answers", catalogue)
