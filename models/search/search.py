"""Search over indicators, regions, questions, barriers and who can act: both languages, synonyms, no diacritics."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

from models.catalogue import Catalogue
from models.keeping import noted
from models.search.word_index import WordIndex

Kind = Literal["activity", "actor", "barrier", "comparison", "goal", "indicator", "question", "region"]
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
_NAMED = 4  # letters of a word that names a region
_COMPARING = {"enn", "mot", "versus", "than", "against"}  # and whatever begins with "sammenlign" or "compar"
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
    phrases: frozenset[tuple[str, ...]]
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


def _entry(kind: Kind, name: str, titles: Sequence[str], others: Sequence[str], weight: float) -> _Entry:
    heads = tuple(tokens(t) for t in titles)
    texts = (*titles, *others, name.replace("_", " "))
    words = frozenset(w for text in texts for w in tokens(text))
    phrases = frozenset(tokens(text) for text in others)
    return _Entry(kind, name, heads, phrases, frozenset(w for head in heads for w in head), words, weight)


def _country(c: Catalogue, code: str) -> tuple[str, ...]:
    """What a fixed region's country is called; none for the others, or a country would bring forty regions."""
    name = c.region_names.get(c.regions[code].country)
    return (name.nb, name.en) if name and code in c.reference_regions else ()


@noted(2)
def _entries(c: Catalogue) -> tuple[_Entry, ...]:
    made = [
        _entry(
            "indicator",
            i.id,
            (i.title.nb, i.title.en, i.short.nb, i.short.en),
            (*i.search.nb, *i.search.en, *i.datasets),
            {"score": 1.2, "context": 1.1, "series": 0.9}[i.role] * (1.0 if i.scope == "europe" else 0.95),
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


@noted(2)
def _index(c: Catalogue) -> WordIndex:
    """Both languages in one: what is asked for tells in which of them, and many words are of both."""
    return WordIndex.of((entry.words, entry.title_words) for entry in _entries(c))


@noted(2)
def _own_name(c: Catalogue) -> frozenset[str]:
    name = c.region_names[c.default_lens.id]
    return frozenset(w for text in (name.nb, name.en, name.short_nb, name.short_en, "Oslo") for w in tokens(text))


def asked_words(catalogue: Catalogue, text: str) -> tuple[str, ...]:
    """The words of a text that say what is asked for, each once."""
    words = tuple(dict.fromkeys(tokens(text.strip()[:200])))
    return tuple(w for w in words if w not in _own_name(catalogue)) or words


def theme_in(catalogue: Catalogue, text: str) -> str:
    """The first theme that a text names by what it is about; empty where it names none."""
    asked = tokens(text[:200])
    for theme in catalogue.themes.values():
        known = {w for words in (theme.search.nb, theme.search.en) for one in words for w in tokens(one)}
        if not known.isdisjoint(asked):
            return theme.id
    return ""


@noted(2)
def _regions_by_word(c: Catalogue) -> dict[str, str]:
    """The fixed regions by the words of their names that are no other's."""
    codes_of: dict[str, set[str]] = {}
    for code in c.reference_regions:
        name = c.region_names.get(code)
        if name is None or code == c.default_lens.id:
            continue
        for word in {w for text in (name.nb, name.en, name.short_nb, name.short_en) for w in tokens(text)}:
            if len(word) >= _NAMED and word not in _own_name(c):
                codes_of.setdefault(word, set()).add(code)
    return {word: codes.pop() for word, codes in codes_of.items() if len(codes) == 1}


def compared(catalogue: Catalogue, text: str) -> list[Hit]:
    """The comparison with another region that a text asks for: "investere stockholm", "bedre enn København".

    The hit's id is the region's code and the theme's id or "all". With a theme it goes first.
    """
    words = "".join(c if c.isalnum() else " " for c in fold(text[:200])).split()
    region = next((code for w in words if (code := _regions_by_word(catalogue).get(w))), "")
    theme = theme_in(catalogue, text)
    if not region or not (theme or any(w in _COMPARING or w.startswith(("sammenlign", "compar")) for w in words)):
        return []
    return [Hit("comparison", f"{region}:{theme or 'all'}", 2.0 if theme else _ENOUGH)]


def search(catalogue: Catalogue, text: str, limit: int = 12) -> list[Hit]:
    """What fits a text, best first; nothing for an empty text.

    Words of the region's own name say nothing beside others: all of this is about it. Rare words count more than
    frequent ones (inverse document frequency); words known nowhere count for nothing, so that whole questions may be
    asked.
    """
    asked = asked_words(catalogue, text.strip())
    own = _own_name(catalogue).issuperset(asked)
    entries = _entries(catalogue)
    fits = {word: fitting for word in asked if (fitting := _index(catalogue).fits(word))}
    weights = {word: log(1 + len(entries) / len(fitting)) for word, fitting in fits.items()}
    total = sum(weights.values())
    hits = []
    for position in {position for fitting in fits.values() for position in fitting}:
        score = sum(weight * fits[word].get(position, 0.0) for word, weight in weights.items()) / total
        if score >= _ENOUGH:
            entry = entries[position]
            exact = 0.5 if asked in entry.titles else 0.4 if asked in entry.phrases and not own else 0.0
            hits.append(Hit(entry.kind, entry.id, (score + exact) * entry.weight))
    hits += compared(catalogue, text)
    return sorted(hits, key=lambda h: (-h.score, h.kind, h.id))[:limit]
