"""The strategy: activities that can be measured, and how their figures stand, by the verdicts of the model."""

import re
from functools import cache

from pages.known import releases
from tests.truth.walk.templates import Rule


@cache
def plan(release: int, focus: str, peers: tuple[str, ...]):
    """The strategy's activities with the verdicts of the model, which tests/truth/test_verdicts.py holds."""
    from models.strategy.progress import progress

    catalogue = releases.catalogue_of(release)
    return progress(releases.figures(release), catalogue, catalogue.strategies["2021-2024"], focus, peers, whole=True)


def _of_fields(told):
    from models.strategy.progress import leading, tally

    context = told.context
    made = plan(context.view.release, context.focus, context.peers)
    for field, parts in made.fields:
        yield field, parts, tally(leading(parts))


def _measurable(told, _block, **_):
    counts = [(sum(bool(p.leading) for p in parts), len(parts), t) for _, parts, t in _of_fields(told)]
    every = (str(sum(c[0] for c in counts)), str(sum(c[1] for c in counts)))
    return {
        "n": every[0],
        "count": every[1],
        "some": {str(c[0]) for c in counts},
        "all": {str(c[1]) for c in counts},
        "ahead": {str(c[2].ahead) for c in counts},
        "behind": {str(c[2].behind) for c in counts},
    }


def _row_tally(told, block, **_):
    from models.strategy.progress import tally

    number = re.match(r"\d+\.\d+[a-z]?(?![a-z])|\d+\.\d+", block.row[0]) if block.row else None
    for _, parts, _ in _of_fields(told):
        for part in parts:
            if number and part.of.number == number[0]:
                t = tally(part.leading)
                return {"ahead": str(t.ahead), "behind": str(t.behind), "better": str(t.better), "worse": str(t.worse)}
    return {}


def _strategy_clear(told, _block, **_):
    from models.strategy.progress import leading, tally

    context = told.context
    made = plan(context.view.release, context.focus, context.peers)
    parts = [part for _, parts in made.fields for part in parts]
    t = tally(leading(parts))
    return {
        "ahead": str(t.ahead),
        "count": str(t.ahead + t.behind),
        "n": {str(t.count - t.dated), str(t.count - t.changes)},
    }


RULES = (
    Rule("{n} av {count} aktiviteter kan måles", ("n", "count"), _measurable),
    Rule("Tall for {some} av {all} aktiviteter.", ("some", "all"), _measurable),
    Rule("{ahead} bedre enn midten av de andre, {behind} dårligere.", ("ahead", "behind"), _measurable),
    Rule("{n} tall har ikke noe tidligere år å måle mot.", ("n",), _strategy_clear),
    Rule("{ahead} foran, {behind} bak", ("ahead", "behind"), _row_tally),
    Rule("{better} bedre, {worse} dårligere", ("better", "worse"), _row_tally),
    Rule(
        "{name} er bedre enn midten av de andre på {ahead} av {count}…",
        ("ahead", "count"),
        _strategy_clear,
    ),
)
