"""The command, with a small store."""

import pytest

from tests.data_sources.upload.terminal import Terminal


@pytest.fixture
def terminal(tmp_path, catalogue, monkeypatch):
    monkeypatch.setattr("data_sources.upload.__main__.load", lambda: catalogue)  # reading it takes a second each time
    return Terminal(tmp_path)
