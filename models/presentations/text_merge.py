"""Two people's versions of one text made into one, word by word (three-way merge, as in diff3).

Changes in different places are both taken; where they wrote in the same place both their words stand there.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\s+|\S+")
Hunk = tuple[int, int, tuple[str, ...]]  # from, to in the base; what stands there instead


def _hunks(base: Sequence[str], changed: Sequence[str]) -> list[Hunk]:
    matcher = SequenceMatcher(None, base, changed, autojunk=False)
    return [(i, j, tuple(changed[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]


def _side(base: Sequence[str], hunks: Sequence[Hunk], start: int, end: int) -> tuple[str, ...]:
    """What one of them has between two places of the base."""
    parts: list[str] = []
    at = start
    for i, j, words in hunks:
        parts += [*base[at:i], *words]
        at = j
    return (*parts, *base[at:end])


def _joined(theirs: tuple[str, ...], ours: tuple[str, ...], between: str) -> tuple[str, ...]:
    one, other = "".join(theirs).strip(), "".join(ours).strip()
    if not one or one in other:
        return ours
    if not other or other in one:
        return theirs
    return (*theirs, between, *ours)


def merged_text(base: str, theirs: str, ours: str, between: str = " / ") -> tuple[str, bool]:
    """One text of two, and whether both wrote in the same place.

    Args:
        base: what both began with.
        theirs: the version that was kept first.
        ours: the other.
        between: what parts their words where both wrote in the same place.
    """
    if theirs in (base, ours):
        return ours, False
    if ours == base:
        return theirs, False
    words = [_TOKEN.findall(text) for text in (base, theirs, ours)]
    sides = _hunks(words[0], words[1]), _hunks(words[0], words[2])
    parts: list[str] = []
    at, both = 0, False
    left, right = list(sides[0]), list(sides[1])
    while left or right:
        start, end = min((hunks[0] for hunks in (left, right) if hunks), key=lambda hunk: hunk[:2])[:2]
        mine: list[Hunk] = []
        other: list[Hunk] = []
        grown = True
        while grown:  # all that touch: words put in at the end of what the other changed too
            grown = False
            for hunks, found in ((left, mine), (right, other)):
                while hunks and hunks[0][0] <= end:
                    found.append(hunks.pop(0))
                    end = max(end, found[-1][1])
                    grown = True
        parts += words[0][at:start]
        one, two = _side(words[0], mine, start, end), _side(words[0], other, start, end)
        if mine and other and one != two:
            both = True
            parts += _joined(one, two, between)
        else:
            parts += one if mine else two
        at = end
    return "".join([*parts, *words[0][at:]]), both
