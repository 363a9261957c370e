"""Messages as patterns: where one stands in a text, the numbers put into it are found by name."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from tests.truth.sentences import plain
from tests.truth.walk.written import messages

NUMBER = {
    "nb": r"-?\d{1,3}(?: \d{3})+(?:,\d+)?|-?\d+(?:,\d+)?",
    "en": r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?",
}
_FREE, _UNIT = r"[^|]*?", r"[^|;()–]{0,40}?"
_COUNTS = ("n", "count", "rank", "of", "total", "all", "ahead", "behind", "above", "below", "year")
Expected = Mapping[str, object]  # by name of a value: a text, or several of which each may stand there
Oracle = Callable[..., "Expected | None"]


@dataclass(frozen=True)
class Rule:
    """A message and what its numbers must be.

    Attributes:
        message: the msgid, one of several forms; a long one by its beginning, with "…".
        numbers: names of its values that are numbers.
        oracle: gets what was told, the block, and the words of each value; gives what may stand, None where the
            message is used for something else.
    """

    message: str
    numbers: tuple[str, ...]
    oracle: Oracle


@cache
def _words(language: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, words in messages(language):
        if name:
            found[name] = tuple(dict.fromkeys((*found.get(name, ()), plain(words))))
    return found


@cache
def _said(message: str, language: str) -> tuple[str, ...]:
    """The forms of a message in a language; a message may be named by its beginning, "Vi har …"."""
    known = _words(language)
    if message in known:
        return known[message]
    (name,) = (one for one in known if one.startswith(message.removesuffix("…")))
    return known[name]


@cache
def _fixed(words: str) -> str:
    """The longest piece of a message that stands in every text with it: its first letter may be large or small."""
    return max((piece[not at :] for at, piece in enumerate(re.split(r"\{[^}]*\}", words))), key=len)


@cache
def pattern(words: str, language: str, numbers: tuple[str, ...]) -> re.Pattern[str]:
    """The words of a message as a pattern: numbers are caught as numbers, everything else as any words."""
    built, seen = "", set()
    pieces = re.split(r"(\{[^}]*\})", " ".join(words.split(" ")))
    for at, piece in enumerate(pieces):
        if not piece.startswith("{"):
            first = piece[:1]
            either = f"[{first.upper()}{first.lower()}]" if not built and at == 0 and first.isalpha() else ""
            built += either + re.escape(piece[1:] if either else piece)
            continue
        name = piece[1:-1]
        if name in seen:
            built += _FREE
        elif name in numbers:
            before = r"(?<![\w,.])" if not built else ""
            unit = _UNIT if name not in _COUNTS and pieces[at + 1][:1] in (" ", ")", ".", ",") else ""
            built += rf"{before}(?P<{name}>\+?(?:{NUMBER[language]}))(?![\d]){unit}"
        else:
            last = at == len(pieces) - 2 and not pieces[at + 1]
            first = not built
            built += rf"(?P<{name}>{'[^|.;]*?' if first else '[^|]*' if last else _FREE})"
        seen.add(name)
    return re.compile(built)


def apply(rules: tuple[Rule, ...], text: str, told: object, block: object) -> tuple[str, list[str]]:
    """A text without the numbers that rules explain, and those that a rule says are others."""
    wrong: list[str] = []
    for rule in rules:
        for found in _places(rule, text, told.language):
            expected = rule.oracle(told, block, **found.groupdict())
            if expected is None:
                continue
            good = True
            for name in rule.numbers:
                given = found.groupdict().get(name)
                if given is None:
                    continue
                may = expected.get(name, ())
                if given.lstrip("+") in ({may} if isinstance(may, str) else set(may)):
                    start, end = found.span(name)
                    text = text[:start] + "·" * (end - start) + text[end:]
                else:
                    good = False
                    wrong.append(f"{given} ({rule.message}: {may})")
            if good:  # what the message itself says: "av 100"
                inside = [span for k in range(1, found.re.groups + 1) if (span := found.span(k)) != (-1, -1)]
                for at in range(*found.span()):
                    if text[at].isdigit() and not any(start <= at < end for start, end in inside):
                        text = f"{text[:at]}·{text[at + 1 :]}"
    return text, wrong


def _places(rule: Rule, text: str, language: str) -> Iterator[re.Match[str]]:
    for words in _said(rule.message, language):
        if _fixed(words) in text:  # looked for at once, before the pattern is tried at each place
            yield from list(pattern(words, language, rule.numbers).finditer(text))
