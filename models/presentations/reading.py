"""A presentation from JSON and to it. Whatever comes in is a stranger's: all of it is checked, nothing is guessed."""

import re
from collections.abc import Mapping
from typing import Any

from models.presentations.story import FIELDS, LANGUAGES, MOST_STEPS, TEMPLATES, Step, Story

FORMAT = 1
LONGEST_VIEW = 4_000  # characters; every region of Europe as a peer takes 2,000
_ID = re.compile(r"[a-z0-9]{4,16}")
_VIEW = re.compile(r"/[a-z-]{1,40}(\?[\x21-\x7e]*)?")  # no second slash: never another site's address


class BadStory(Exception):
    """What came is no presentation that we can keep.

    Attributes:
        code: "no_story", "newer_format", "too_many_steps", "too_long", "unknown_template", "wrong_views".
        step: number of the step at fault, from 1; 0 for the whole.
        field: the field at fault; "" where it is none.
    """

    def __init__(self, code: str, step: int = 0, field: str = "") -> None:
        super().__init__(" ".join(str(part) for part in (code, step, field) if part))
        self.code, self.step, self.field = code, step, field


def _text(given: object, field: str, step: int) -> str:
    most, lines = FIELDS[field]
    if not isinstance(given, str):
        raise BadStory("no_story", step, field)
    kept = "".join(sign for sign in given if sign.isprintable() or (sign == "\n" and lines))
    if len(kept) > most:
        raise BadStory("too_long", step, field)
    return kept


def _views(given: object, template: str, step: int) -> tuple[str, ...]:
    if not isinstance(given, list) or len(given) != TEMPLATES[template]:
        raise BadStory("wrong_views", step)
    for view in given:
        if not isinstance(view, str) or len(view) > LONGEST_VIEW or not _VIEW.fullmatch(view):
            raise BadStory("wrong_views", step)
    return tuple(given)


def _step(given: object, number: int) -> Step:
    if not isinstance(given, Mapping):
        raise BadStory("no_story", number)
    template = given.get("template")
    if not isinstance(template, str) or template not in TEMPLATES:
        raise BadStory("unknown_template", number)
    name = given.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        raise BadStory("no_story", number, "id")
    texts = {field: _text(given.get(field, ""), field, number) for field in FIELDS}
    return Step(name, template, _views(given.get("views", []), template, number), **texts)


def read(given: object) -> Story:
    """A presentation from what JSON holds; keys that we do not know are left out.

    Raises:
        BadStory: it is none, or holds more than one may hold.
    """
    if not isinstance(given, Mapping):
        raise BadStory("no_story")
    if given.get("format", FORMAT) != FORMAT:
        raise BadStory("newer_format")
    steps, lang = given.get("steps"), given.get("lang", LANGUAGES[0])
    if not isinstance(steps, list) or lang not in LANGUAGES:
        raise BadStory("no_story")
    if len(steps) > MOST_STEPS:
        raise BadStory("too_many_steps", len(steps))
    title = _text(given.get("title", ""), "title", 0)
    made = tuple(_step(one, number) for number, one in enumerate(steps, 1))
    if len({step.id for step in made}) < len(made):
        raise BadStory("no_story", 0, "id")
    return Story(title, lang, made)


def written(story: Story, *, notes: bool = True) -> dict[str, Any]:
    """A presentation as JSON holds it.

    Args:
        story: which.
        notes: whether the presenter's notes go along; those who only look do not get them.
    """
    steps = [
        {
            "id": step.id,
            "template": step.template,
            "views": list(step.views),
            "title": step.title,
            "text": step.text,
            **({"notes": step.notes} if notes else {}),
        }
        for step in story.steps
    ]
    return {"format": FORMAT, "title": story.title, "lang": story.lang, "steps": steps}
