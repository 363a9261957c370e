"""Records of the catalogue's files: beside a record's own words, the other numbers of the same record are explained."""

import csv
import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import tomli

from tests.truth.sentences import plain
from tests.truth.walk.blocks import read
from tests.truth.walk.written import CATALOGUE

_SHORT = 160  # signs of a field that is a year, a number, a code
_TELLING = 9  # signs of a text that tells which record it is
_LONG = 16  # signs of a single word that does
_NEAR = 1500  # signs of a container that is about one record


def _tables(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from _tables(one)
    elif isinstance(value, list):
        for one in value:
            yield from _tables(one)


def _fields(record: dict) -> Iterator[str]:
    for value in record.values():
        if isinstance(value, str):
            yield plain(value)
        elif isinstance(value, dict):
            yield from (plain(one) for one in value.values() if isinstance(one, str))
    if isinstance(record.get("number"), int):
        yield str(record["number"])


@cache
def _records() -> tuple[dict[str, list[int]], list[tuple[str, ...]]]:
    """Telling texts, and of which records; the short fields with a number of each record."""
    made, telling = [], defaultdict(list)
    rows: list[dict] = []
    for path in sorted(CATALOGUE.glob("*.csv")):
        if path.name not in ("regions.csv", "municipalities.csv"):
            with path.open(encoding="utf-8", newline="") as handle:
                rows += list(csv.DictReader(handle))
    for path in sorted(CATALOGUE.rglob("*.toml")):
        if path.name != "goalposts.toml" and path.parent.name not in ("indicators", "earlier"):
            rows += list(_tables(tomli.loads(path.read_text(encoding="utf-8"))))
    for record in rows:
        fields = [" ".join(one.split()) for one in _fields(record)]
        fields += [piece.strip() for one in fields for piece in re.split(r"[(),;]", one)[:-1]]
        fields += [re.sub(r"(?<=\d{4})-(?=\d{4})", "–", one) for one in fields if re.search(r"\d{4}-\d{4}", one)]
        short = tuple(
            one
            for one in dict.fromkeys(fields)
            if len(one) <= _SHORT and re.search(r"\d", one) and not one.startswith("http")
        )
        if not short:
            continue
        made.append(short)
        for one in fields:
            words = len(re.findall(r"[^\W\d_]{2,}", one))
            if len(one) >= _TELLING and (words >= 2 or len(one) >= _LONG) and not one.startswith("http"):
                telling[" ".join(one.lower().split()[:2])].append((one.lower().rstrip("."), len(made) - 1))
    return telling, made


def of(text: str) -> set[str]:
    """The short fields of the records whose words stand in a text."""
    telling, made = _records()
    words, found = text.lower().split(), set()
    low = " ".join(words)
    words.append("")
    for pair in itertools.pairwise(words):
        for key in {pair[0].strip('«»“”"(,.:;|'), " ".join(pair), " ".join(pair).strip('«»“”"(,.:;|')}:
            for one, at in telling.get(key, ()):
                if one in low:
                    found |= set(made[at])
    return found


def explained(text: str, block: object, language: str) -> str:
    """A text without the years, numbers and codes of the records that it, or its entry, is about."""
    if not re.search(r"\d", text):
        return text
    near = block.text
    for element in block.around:
        around = plain(read(element))
        if len(around) > _NEAR:
            break
        near = f"{block.text} {around}"
    short = of(near)
    if language == "nb":
        short |= {one.replace(".", ",") for one in short if re.fullmatch(r"-?\d+\.\d+", one)}
    for one in list(short):
        if re.fullmatch(r"-?\d{4,}", one) and not re.fullmatch(r"(19|20)\d\d", one):
            grouped = f"{int(one):,}"
            short |= {grouped, grouped.replace(",", " ")}
        short |= set(re.findall(r"^(?:ca?\.|about) (\d{4})$", one))
    short |= {year for one in short for year in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", one)}
    for one in sorted(short, key=len, reverse=True):
        text = re.sub(rf"(?<![\d.,]){re.escape(one)}(?![\d]|[.,]\d)", lambda m: re.sub(r"\d", "·", m[0]), text)
    return text
