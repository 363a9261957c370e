"""An index from words to the entries that hold them, so that a search looks at few words and no entry twice."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

_BEGINNING = 3  # letters of a word that begin another
_PART = 5  # letters of a word that lie within another, or are its stem
_IN_TITLE = 1.25
_LAST = "\U0010ffff"  # sorts after every letter


def word_fit(asked: str, word: str) -> float:
    """How well a word fits one asked for, 0–1: whole words best, then beginnings, stems and parts of compounds."""
    if word == asked:
        return 1.0
    if len(asked) >= _BEGINNING and word.startswith(asked):
        return 0.8
    if _common_beginning(word, asked) >= max(_PART, 0.65 * max(len(word), len(asked))):
        return 0.7  # bøying: "arbeidsløshet", "arbeidsløse"
    return 0.5 if len(asked) >= _PART and asked in word else 0.0


def _common_beginning(a: str, b: str) -> int:
    return next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


@dataclass(frozen=True)
class WordIndex:
    """Every word that entries hold, sorted, and where it stands.

    Attributes:
        words: sorted, each once.
        places: for each of them the positions of the entries that hold it, and what a fit counts there.
    """

    words: tuple[str, ...]
    places: tuple[tuple[tuple[int, float], ...], ...]

    @classmethod
    def of(cls, entries: Iterable[tuple[Iterable[str], Iterable[str]]]) -> Self:
        """The index of entries.

        Args:
            entries: of each, all of its words, and those of them that stand in its titles.
        """
        places: Mapping[str, list[tuple[int, float]]] = defaultdict(list)
        for position, (held, titles) in enumerate(entries):
            stressed = frozenset(titles)
            for word in held:
                places[word].append((position, _IN_TITLE if word in stressed else 1.0))
        words = tuple(sorted(places))
        return cls(words, tuple(tuple(places[word]) for word in words))

    def _near(self, asked: str) -> Iterable[int]:
        """The positions of the words that `word_fit` can give anything: the others are not looked at."""
        first = bisect_left(self.words, asked[:_PART])
        if len(asked) < _BEGINNING:
            return [first] if first < len(self.words) else []
        beginning = range(first, bisect_left(self.words, asked[:_PART] + _LAST))
        if len(asked) < _PART:
            return beginning
        return {*beginning, *(position for position, word in enumerate(self.words) if asked in word)}

    def fits(self, asked: str) -> dict[int, float]:
        """The entries that a word fits, by position, and how well: by their word that fits it best, titles first."""
        best: dict[int, float] = {}
        for place in self._near(asked):
            if fit := word_fit(asked, self.words[place]):
                for position, factor in self.places[place]:
                    best[position] = max(best.get(position, 0.0), fit * factor)
        return best
