"""What pages show follows from their addresses alone: in a process that has no Streamlit, and twice the same."""

import json
import os
import subprocess
import sys

import pytest

from components.words.text import LANGUAGES
from pages.exhibits.registry import PAGES
from tests.conftest import PROJECT
from tests.golden import exhibits

EVERY = sorted(f"{slug} {language}" for slug in PAGES for language in LANGUAGES)


@pytest.fixture(scope="module")
def told(database_url):
    """What `without_streamlit.py` tells of every page in both languages."""
    made = subprocess.run(
        [sys.executable, "-m", "tests.pages.exhibits.without_streamlit"],
        cwd=PROJECT,
        env={**os.environ, "OSLOREGION_DATABASE_URL": database_url},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_every_page_is_made_in_both_languages(told):
    assert sorted(told["first"]) == EVERY
    assert [name for name, page in told["first"].items() if not page["parts"]] == []
    reviewed = {name: [] for name in EVERY}
    for slug, language, key in exhibits.lines():
        reviewed[f"{slug} {language}"].append(key)
    assert {name: page["exhibits"] for name, page in told["first"].items()} == reviewed


def test_every_page_is_the_same_when_it_is_made_again(told):
    assert told["again"] == told["first"]
    assert len({page["whole"] for page in told["first"].values()}) == len(EVERY)


def test_every_first_view_shows_all_parts_of_its_page_in_their_order(told):
    assert sorted(told["left_out"]) == EVERY
    assert {name: left_out for name, left_out in told["left_out"].items() if left_out} == {}


def test_a_release_that_was_let_go_of_leaves_memory(told):
    assert told["held"] is False
