"""A catalogue of one's own for a test."""

import shutil

import pytest

from models.catalogue.loading import HERE
from tests.models.catalogue.spoilt import Folder


@pytest.fixture
def folder(tmp_path):
    shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return Folder(tmp_path / "catalogue")
