"""The document for those who run the service names every reason and every drill."""

import re

from components.screen.trouble import _TROUBLE
from data_sources import errors
from tests.conftest import PROJECT
from tests.drills.__main__ import DRILLS

DOCUMENT = (PROJECT / "docs" / "operations.md").read_text(encoding="utf-8")


def first_cells(heading):
    part = DOCUMENT.split(f"## {heading}")[1].split("\n## ")[0]
    return {
        name
        for line in re.findall(r"^\| (`[^|]+) \|", part, flags=re.MULTILINE)
        for name in re.findall(r"`(\w+)`", line)
    }


def test_every_reason_is_explained_and_has_words_for_readers():
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.DataError)]
    ours = {kind.kind for kind in classes if not issubclass(kind, errors.SourceError)}
    ours -= {"data", "store_moved", "unknown_release"}  # never the reason that nothing can be shown
    assert first_cells("Reasons, and what to do") == ours | {"configuration", "fault"}
    assert set(_TROUBLE) == ours


def test_every_drill_is_described():
    assert first_cells("The drill") == set(DRILLS)
