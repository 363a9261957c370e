"""Search over indicators, regions, questions, barriers and who can act: both languages, synonyms, no diacritics."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from models.catalogue import Catalogue

Kind = Literal["activity", "actor", "barrier", "goal", "indicator", "question", "region"]
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l"})
_CALLED = (
    "barriere",
    "barrierer",
    "hinder",
    "hindringer",
    "barrier",
    "barriers",
    "obstacles",
)  # every barrier's own name
_GOAL = (
    "fn",
    "fns bærekraftsmål",
    "fn-mål",
    "bærekraft",
    "sdg",
    "un goals",
    "sustainability",
    "sustainable development",
)
_PLAN = ("strategi", "strategien", "aktivitet", "innsatsområde", "strategy", "activity")
LONGEST = 200  # characters of a text that are looked at
_ENOUGH = 0.35  # share of the asked words' weight that must be found
# Words that say nothing of what is asked for.
_STOP_WORDS = (
    "a about an and are at av bad bedre better bra can de den det do dårligere en enn er et for good har how "
    "hva hvor hvordan hvorfor i in is kan mange many med mye noe of og om on på som something than the til to "
    "vi we what why with worse å"
)


@dataclass(frozen=True)
class Hit:
    """Something found: what it is, its id or code, and how well it fits (higher is better)."""

    kind: Kind
    id: str
    score: float


@dataclass(frozen=True)
class _Entry:
    kind: Kind
    id: str
    titles: tuple[tuple[str, ...], ...]
    title_words: frozenset[str]
    words: frozenset[str]
    weight: float


def fold(text: str) -> str:
    """Lower case without diacritics: "Västsverige" → "vastsverige", "ø" → "o", "å" → "a"."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


_STOP = frozenset(fold(word) for word in _STOP_WORDS.split())


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text's beginning, folded; words that say nothing are left out unless nothing else is left."""
    words = tuple("".join(c if c.isalnum() else " " for c in fold(text[:LONGEST])).split())
    return tuple(w for w in words if w not in _STOP) or words


def _entry(kind: Kind, name: str, titles: Iterable[str], others: Iterable[str], weight: float) -> _Entry:
    heads = tuple(tokens(t) for t in titles)
    words = frozenset(w for text in (*titles, *others, name.replace("_", " ")) for w in tokens(text))
    return _Entry(kind, name, heads, frozenset(w for head in heads for w in head), words, weight)


def _country(c: Catalogue, code: str) -> tuple[str, ...]:
    """What a fixed region's country is called; none for the others, or a country would bring forty regions."""
    name = c.region_names.get(c.regions[code].country)
    return (name.nb, name.en) if name and code in c.reference_regions else ()


@lru_cache(maxsize=2)
def _entries(c: Catalogue) -> tuple[_Entry, ...]:
    made = [
        _entry(
            "indicator",
            i.id,
            (i.title.nb, i.title.en, i.short.nb, i.short.en),
            (*i.search.nb, *i.search.en, *i.datasets),
            {"score": 1.2, "context": 1.1, "series": 0.9}[i.role],
        )
        for i in c.indicators.values()
    ]
    made += [
        _entry("question", q.id, (q.title.nb, q.title.en), (*q.search.nb, *q.search.en), 1.15)
        for q in c.questions.values()
    ]
    made += [
        _entry("barrier", b.id, (b.title.nb, b.title.en), (*b.search.nb, *b.search.en, *_CALLED), 1.05)
        for b in c.barriers.values()
    ]
    made += [
        _entry("actor", a.id, (a.can.nb, a.can.en, a.title.nb, a.title.en), (*a.search.nb, *a.search.en), 1.2)
        for a in c.actors.values()
    ]
    made += [_entry("goal", str(g.number), (g.title.nb, g.title.en), _GOAL, 1.1) for g in c.goals.values()]
    made += [_entry("activity", a.id, (a.title.nb, a.title.en), _PLAN, 0.9) for a in c.activities.values()]
    made += [
        _entry(
            "region",
            code,
            (name.nb, name.en, name.short_nb, name.short_en),
            (c.regions[code].name, *_country(c, code)),
            1.0,
        )
        for code, name in c.region_names.items()
        if code in c.regions and c.regions[code].level == "nuts2" and c.is_current(code)
    ]
    return tuple(made)


def _common_beginning(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _fit(asked: str, entry: _Entry) -> float:
    """How well one word fits: whole words best, then beginnings, then the same stem or a part of a compound."""
    best = 0.0
    for word in entry.words:
        if word == asked:
            fit = 1.0
        elif len(asked) >= 3 and word.startswith(asked):
            fit = 0.8
        elif _common_beginning(word, asked) >= max(5, 0.65 * max(len(word), len(asked))):
            fit = 0.7  # bøying: "arbeidsløshet", "arbeidsløse"
        elif len(asked) >= 5 and asked in word:
            fit = 0.5
        else:
            continue
        best = max(best, fit * (1.25 if word in entry.title_words else 1.0))
    return best


def search(catalogue: Catalogue, text: str, limit: int = 12) -> list[Hit]:
    """What fits a text, best first; nothing for an empty text.

    Rare words count more than frequent ones (inverse document frequency); words known nowhere count for nothing,
    so that whole questions may be asked.
    """
    asked = tuple(dict.fromkeys(tokens(text.strip())))
    entries = _entries(catalogue)
    fits = {word: [_fit(word, entry) for entry in entries] for word in asked}
    weights = {w: log(1 + len(entries) / known) for w, row in fits.items() if (known := sum(1 for f in row if f > 0))}
    total = sum(weights.values())
    hits = []
    for position, entry in enumerate(entries):
        score = sum(weight * fits[word][position] for word, weight in weights.items()) / total if total else 0.0
        if score >= _ENOUGH:
            exact = 0.5 if asked in entry.titles else 0.0
            hits.append(Hit(entry.kind, entry.id, (score + exact) * entry.weight))
    return sorted(hits, key=lambda h: (-h.score, h.kind, h.id))[:limit]
