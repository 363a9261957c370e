"""Two people's versions of one presentation made into one, step by step and field by field: neither loses a word."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from models.presentations.story import FIELDS, MOST_STEPS, Step, Story
from models.presentations.text_merge import merged_text

_EMPTY = Story("")


@dataclass(frozen=True)
class Merged:
    """Two versions as one.

    Attributes:
        story: what both have made.
        clashes: where both wrote in the same place: id of the step ("" for the presentation) and field; what both
            wrote stands there.
    """

    story: Story
    clashes: tuple[tuple[str, str], ...] = ()


def _fits(text: str, theirs: str, ours: str, field: str) -> str:
    """No longer than a field may be: then what was kept first stays, and as much of the other as has room."""
    most = FIELDS[field][0]
    return text if len(text) <= most else max(theirs, ours, key=len)[:most]


def _field(base: str, theirs: str, ours: str, field: str) -> tuple[str, bool]:
    text, both = merged_text(base, theirs, ours, "\n\n" if FIELDS[field][1] else " / ")
    return _fits(text, theirs, ours, field), both


def _step(base: Step, theirs: Step, ours: Step) -> tuple[Step, tuple[tuple[str, str], ...]]:
    found = {
        field: _field(getattr(base, field), getattr(theirs, field), getattr(ours, field), field) for field in FIELDS
    }
    shown = theirs if (ours.template, ours.views) == (base.template, base.views) else ours
    title, text, notes = (found[field][0] for field in ("title", "text", "notes"))
    step = replace(shown, title=title, text=text, notes=notes)
    return step, tuple((step.id, field) for field, (_, both) in found.items() if both)


def _order(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str], kept: set[str]) -> list[str]:
    """The ids that stay, as the one who moved steps has them; what only the other has follows what it followed."""
    common = set(base) & set(theirs) & set(ours)
    moved = [one for one in ours if one in common] != [one for one in base if one in common]
    first, second = (ours, theirs) if moved else (theirs, ours)
    order = [one for one in first if one in kept]
    for at, one in enumerate(second):
        if one in kept and one not in order:
            before = next((other for other in reversed(second[:at]) if other in order), None)
            order.insert(0 if before is None else order.index(before) + 1, one)
    return order


def merge(base: Story | None, theirs: Story, ours: Story) -> Merged:
    """One presentation of two that began as the same.

    A step that one of them removed and the other wrote in stays. Only where both together have more than `MOST_STEPS`
    steps are some left out: the last new ones, and nothing that was kept before.

    Args:
        base: what both began with; None where that is not known: then all of both stays.
        theirs: what was kept first.
        ours: what came after it.
    """
    began = base or _EMPTY
    then, left, right = ({step.id: step for step in one.steps} for one in (began, theirs, ours))
    steps: dict[str, Step] = {}
    clashes: list[tuple[str, str]] = []
    title, both = _field(began.title, theirs.title, ours.title, "title")
    if both:
        clashes.append(("", "title"))
    for name in dict.fromkeys([*left, *right]):
        if name in left and name in right:
            blank = Step(name, left[name].template, left[name].views)
            steps[name], told = _step(then.get(name, blank), left[name], right[name])
            clashes += told
        else:
            only = left.get(name) or right[name]
            if then.get(name) != only:  # new, or written in by the one while the other removed it
                steps[name] = only
    order = _order([*then], [*left], [*right], set(steps))
    while len(order) > MOST_STEPS:
        order.remove(next(name for name in reversed(order) if name not in left))
    lang = theirs.lang if ours.lang == began.lang else ours.lang
    return Merged(Story(title, lang, tuple(steps[name] for name in order)), tuple(clashes))
