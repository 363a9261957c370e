import re

import pytest

from data_sources import errors
from data_sources.errors import SourceError
from data_sources.refresh.implausible import KINDS as CHECKS
from tests.conftest import PROJECT

DOCUMENT = (PROJECT / "docs" / "sources.md").read_text(encoding="utf-8")
CLASSES = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, SourceError)]
KINDS = [kind for kind in CLASSES if kind is not SourceError]


def test_every_refusal_is_explained():
    table = DOCUMENT.split("## What each refusal means")[1].split("\n## ")[0]
    explained = re.findall(r"^\| `(\w+)` \| .+ \| .+ \|$", table, flags=re.MULTILINE)
    assert sorted(explained) == sorted([*(kind.kind for kind in KINDS), *CHECKS, "input_missing", "fault"])


def test_every_notice_is_explained():
    source = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "data_sources").rglob("*.py"))
    told = set(re.findall(r'Notice\("(\w+)"', source)) | {"periods_skipped", "regions_skipped"}
    assert {kind for kind in told if f"`{kind}`" not in DOCUMENT} == set()


def test_files_that_are_named_are_there():
    named = set(re.findall(r"`((?:data_sources|models|tests)/[\w/.]*)`", DOCUMENT))
    assert len(named) > 8
    assert [name for name in named if not (PROJECT / name).exists()] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_every_refusal_says_what_to_do(kind):
    assert kind("It happened.").remedy == kind.advice
    assert kind.advice
    assert kind("It happened.", remedy="Do this.").remedy == "Do this."
    assert str(kind("It happened.", detail="HTTP 1")) == f"It happened. {kind.advice}"
