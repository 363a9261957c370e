"""What was written down: texts of the catalogue's files and of the messages. A number in them is explained verbatim."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from urllib.parse import urlsplit

import tomli
from babel.messages.pofile import read_po

from tests.conftest import PROJECT
from tests.truth.sentences import plain

CATALOGUE = PROJECT / "models" / "catalogue"
_MESSAGES = PROJECT / "components" / "locale" / "en" / "LC_MESSAGES" / "messages.po"
_DIGITS = re.compile(r"\d+")
SENTENCE = 5  # words: what was written down at such length is no part of a message
LONG = 16  # signs of a text of one word that does
FEWEST = 2  # words of a text that stands for itself


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, date):
        yield value.isoformat()
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        yield from csv.DictReader(handle)


def _of_catalogue() -> Iterator[str]:
    for path in sorted(CATALOGUE.rglob("*.toml")):
        if path.name != "goalposts.toml":
            yield from _texts(tomli.loads(path.read_text(encoding="utf-8")))
    for path in sorted(CATALOGUE.glob("*.csv")):
        for row in _rows(path):
            for cell in filter(None, row.values()):
                yield urlsplit(cell).netloc.removeprefix("www.") if cell.startswith("http") else cell


def messages(language: str) -> Iterator[tuple[str, str]]:
    """Each message as the code says it, and its words in a language."""
    with _MESSAGES.open("rb") as handle:
        for message in read_po(handle):
            ids = message.id if isinstance(message.id, tuple) else (message.id,)
            said = message.string if isinstance(message.string, tuple) else (message.string,)
            yield from zip(ids, ids if language == "nb" else said, strict=False)


def _literals(language: str) -> Iterator[str]:
    """The parts of messages between their values."""
    for name, words in messages(language):
        if name:
            yield from re.split(r"\{[^}]*\}", words)


_CODE = re.compile(r"(?=\S*[^\W\d_])(?=\S*\d)[\w.+/-]{3,}")  # "tgs00039", "nama_10r_3gdp", "PM2.5"
_WORD = re.compile(r"[^\W\d_]{2,}")


def _tells(words: str, units: frozenset[str]) -> bool:
    """Whether a text is more than a number with a word: such a one could stand for another by chance."""
    return len(_WORD.findall(words)) >= FEWEST or len(words) >= LONG or bool(_CODE.fullmatch(words)) or words in units


@cache
def _units() -> frozenset[str]:
    units = tomli.loads((CATALOGUE / "units.toml").read_text(encoding="utf-8"))
    return frozenset(plain(text) for text in _texts(units) if _DIGITS.search(text))


@cache
def sentences() -> dict[str, tuple[str, ...]]:
    """The longer texts of the catalogue that hold a number, by each of the numbers in them, the longest first."""
    return _by_number(_of_catalogue(), SENTENCE)


@cache
def written(language: str) -> dict[str, tuple[str, ...]]:
    """The texts that hold a number, by each of the numbers in them, the longest first."""
    return _by_number((*_of_catalogue(), *_literals(language)), 1)


def _by_number(texts: Iterable[str], fewest: int) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for line in text.split("\n"):
            words = re.sub(r"( ?\| ?)+", " | ", " ".join(plain(line).split())).strip(" |").removesuffix(".")
            if _tells(words, _units()) and words.count(" ") + 1 >= fewest:
                for digits in _DIGITS.findall(words):
                    found[digits].add(words.lower())
    return {digits: tuple(sorted(texts, key=len, reverse=True)) for digits, texts in found.items()}


@cache
def days_written() -> frozenset[str]:
    """Days of the catalogue, as they are written there: "2020-10-28"."""
    return frozenset(day for text in _of_catalogue() for day in re.findall(r"^\d{4}-\d\d-\d\d$", text))


@cache
def _whole() -> frozenset[str]:
    """The texts of the catalogue that hold a number and stand alone in a cell: "NLOD 2.0", "03321"."""
    return frozenset(plain(one) for one in _of_catalogue() if _DIGITS.search(one) and not re.fullmatch(r"\d{1,4}", one))


@lru_cache(maxsize=50_000)
def without_sentences(text: str) -> str:
    """A text without what stands so in the catalogue at some length."""
    return _without(text, sentences())


@lru_cache(maxsize=50_000)
def without_written(text: str, language: str) -> str:
    """A text without what stands so in the catalogue or in a message."""
    if text in _whole():
        return "…"
    return _without(text, written(language))


def _without(text: str, known: Mapping[str, tuple[str, ...]]) -> str:
    low = text.lower()
    for digits in dict.fromkeys(_DIGITS.findall(text)):
        for words in known.get(digits, ()):
            while digits in low and (at := low.find(words)) >= 0 and not _cut(low, at, at + len(words)):
                text, low = (f"{one[:at]} … {one[at + len(words) :]}" for one in (text, low))
    return text


def _cut(text: str, start: int, end: int) -> bool:
    """Whether a place begins or ends within a number."""
    return (start > 0 and text[start].isdigit() and text[start - 1] in "0123456789,.") or (
        end < len(text)
        and text[end - 1].isdigit()
        and (text[end].isdigit() or (text[end] in ",." and text[end + 1 : end + 2].isdigit()))
    )
