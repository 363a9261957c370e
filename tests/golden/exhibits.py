"""Every exhibit of every page in both languages, as lines of text that are the same however often they are made.

`exhibits.jsonl` holds a line an exhibit, to be read in a review: what it finds, and hashes of its numbers and its
figure. `values.xz` holds those in full, so that a difference can be looked at.
"""

import hashlib
import json
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import patch

from plotly.utils import PlotlyJSONEncoder

from components.exhibit import Exhibit
from components.words.text import LANGUAGES
from pages.exhibits.registry import seen, view_of
from pages.navigation import NAVIGATION

HERE = Path(__file__).parent
LINES, VALUES = HERE / "exhibits.jsonl", HERE / "values.xz"
TODAY = datetime(2026, 12, 1, tzinfo=UTC)  # some pages say how old a figure is
FIELDS = ("finding", "measure", "rows", "figure")
WHOLE = ("rows", "figure")  # too long for a line
Name = tuple[str, str, str]  # page, language, key


class _Still(datetime):
    @classmethod
    def now(cls, tz=None) -> datetime:  # noqa: ARG003
        return TODAY


@contextmanager
def today() -> Iterator[None]:
    """For our own modules it is always the same day."""
    ours = [module for name, module in sys.modules.items() if name.split(".")[0] in ("components", "models", "pages")]
    clocks = [patch.object(module, "datetime", _Still) for module in ours if vars(module).get("datetime") is datetime]
    assert clocks
    for clock in clocks:
        clock.start()
    try:
        yield
    finally:
        for clock in clocks:
            clock.stop()


def text_of(value: object) -> str:
    """A value as text, the same for equal values."""
    return json.dumps(value, cls=PlotlyJSONEncoder, sort_keys=True, ensure_ascii=False)


def told(exhibit: Exhibit) -> dict[str, str]:
    """What an exhibit says, by field."""
    return {
        "finding": exhibit.finding,
        "measure": exhibit.measure,
        "rows": text_of(astuple(exhibit.rows)),
        "figure": text_of(exhibit.figure),
    }


def of_page(slug: str, language: str) -> dict[Name, dict[str, str]]:
    """The exhibits of a page as a reader meets it first."""
    with today():
        page = seen(view_of(slug, {"lang": language})[0])
    return {(slug, language, key): told(exhibit) for key, exhibit in page.exhibits.items()}


def hashed(fields: dict[str, str]) -> dict[str, str]:
    """The same, with a hash in place of what is too long."""
    return {name: hashlib.sha256(text.encode()).hexdigest() if name in WHOLE else text for name, text in fields.items()}


def write() -> int:
    """Write both files anew; the number of exhibits."""
    made: dict[Name, dict[str, str]] = {}
    for spec in NAVIGATION:
        for language in LANGUAGES:
            made |= of_page(spec.slug, language)
    lines = [
        json.dumps(dict(zip(("page", "lang", "key"), name, strict=True)) | hashed(fields), ensure_ascii=False)
        for name, fields in made.items()
    ]
    LINES.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    whole = [[*name, *(fields[field] for field in WHOLE)] for name, fields in made.items()]
    VALUES.write_bytes(lzma.compress(json.dumps(whole, ensure_ascii=False).encode()))
    return len(made)


def lines() -> dict[Name, dict[str, str]]:
    """The lines kept."""
    found = map(json.loads, LINES.read_text(encoding="utf-8").splitlines())
    return {(one.pop("page"), one.pop("lang"), one.pop("key")): one for one in found}


def values() -> dict[Name, dict[str, str]]:
    """What the lines hold hashes of."""
    found = json.loads(lzma.decompress(VALUES.read_bytes()))
    return {(page, lang, key): dict(zip(WHOLE, rest, strict=True)) for page, lang, key, *rest in found}
