"""What of a text no oracle explains."""

import re

from tests.truth.walk import (
    cells,
    counted,
    figures,
    frame,
    inside,
    method,
    others,
    points,
    records,
    register,
    two,
    verdicts,
    wider,
)
from tests.truth.walk.rules import RULES
from tests.truth.walk.templates import NUMBER, apply
from tests.truth.walk.written import without_sentences, without_written


def unexplained(block: object, told: object) -> tuple[list[str], list[str]]:
    """The numbers of a block that nothing explains, and those that are others than an oracle says they must be."""
    if language := next((one.get("lang") for one in block.around if one.get("lang")), None):
        told = told.speaking(language)
    text = without_sentences(re.sub(r"<[^<>]*>", " ", block.text))  # code to paste: what it says, not its marks
    text = points.years_said(text, told, block)
    text, wrong = apply(RULES, text, told, block)
    text = wider.sizes(wider.margins(text, told, block), told, block)
    text = points.card(text, told, block)
    for oracle in (
        others.moved,
        wider.months,
        wider.industries,
        frame.scores_source,
        two.two_numbers,
        method.method,
        register.found,
        others.strengths,
        others.nav,
        inside.cell,
        inside.lists,
        inside.years,
        others.developments,
        method.experiment,
        others.answers,
        others.whole_spans,
        verdicts.tendencies,
    ):
        text = oracle(text, told, block)
    text = others.sides(text, told)
    text = cells.explained(text, told, block)
    text = counted.explained(text, block)
    text = frame.dates(frame.spans(text, told, block), told)
    text = without_written(text, told.language)
    text, more = figures.explained(text, told, block)
    text = records.explained(text, block, told.language)
    return re.findall(rf"(?<![\w·]){NUMBER[told.language]}", text), wrong + more
