"""Formulas as a reader sees them: indicators by name, and numbers that may be checked with a calculator."""

import re
from collections.abc import Sequence

from components.words.text import MINUS, Speaker
from models.catalogue import Catalogue
from models.catalogue.formulas import is_formula

_FINEST = 6  # decimals
# What the formulas' functions of twelve months are called.
_OF_MONTHS = {
    "year": "hele året",
    "summer": "juni–august",
    "largest3": "de tre største månedene",
    "unevenness": "ujevnhet mellom månedene",
}
# A name or a number; in brackets after a name, how many years before or in which region.
_TERM = re.compile(r"(?P<name>[A-Za-z_]\w*|\d+)(?:\[(?:t-(?P<years>\d+)|(?P<region>\w+))\])?")
_SIGNS = str.maketrans({"*": "×", "-": MINUS})


def in_names(say: Speaker, catalogue: Catalogue, derivation: str) -> str:
    """A formula of the catalogue with the indicators' names in it; for what is no formula, that we have computed it."""
    if not is_formula(derivation):
        return say("Beregnet av oss ut fra publiserte tall.")

    def term(match: re.Match[str]) -> str:
        name = match["name"]
        if name.isdigit():
            return say.number(int(name))
        if name in _OF_MONTHS:
            return say(_OF_MONTHS[name]) + " "
        words = say("«{text}»", text=say.of(catalogue.indicators[name].short))
        if match["years"]:
            return say("{title} {years} år før", title=words, years=match["years"])
        region = match["region"]
        return f"{words} ({catalogue.region_name(region, say.language, short=True)})" if region else words

    # The signs first: names have hyphens of their own.
    parts, last = [], 0
    for match in _TERM.finditer(derivation):
        parts += [derivation[last : match.start()].translate(_SIGNS), term(match)]
        last = match.end()
    return "".join([*parts, derivation[last:].translate(_SIGNS)])


def _points(value: float, worst: float, best: float) -> float | None:
    return None if best == worst else 100 * (value - worst) / (best - worst)


def points_formula(say: Speaker, value: float, ends: Sequence[float], score: float, decimals: int) -> str:
    """How a figure becomes points, with as many decimals as it takes for the numbers shown to give the points.

    Args:
        say: the reader's language.
        value: the figure.
        ends: the worst and the best figure.
        score: the points.
        decimals: the fewest to show.
    """
    exact, points = (value, *ends), say.number(score, 1)
    for count in range(decimals, _FINEST + 1):
        computed = _points(*(round(number, count) for number in exact))
        if computed is not None and say.number(computed, 1) == points:
            break
    own, worst, best = (_in_formula(say.number(number, count)) for number in exact)
    return f"100 × ({own} − {worst}) / ({best} − {worst}) = {points}"


def _in_formula(number: str) -> str:
    """A number below zero in brackets, so that no two signs stand together."""
    return f"({number})" if number.startswith(MINUS) else number
