"""What a presentation is: a title, a language, and steps in their order."""

from collections.abc import Mapping
from dataclasses import dataclass

LANGUAGES = ("nb", "en")
MOST_STEPS = 60
# How many views of ours a step shows, by its template.
TEMPLATES: Mapping[str, int] = {"title": 0, "figure": 1, "two": 2, "number": 1, "text": 0, "barrier": 1}
# The longest a field may be, in characters, and whether it may have several lines.
FIELDS: Mapping[str, tuple[int, bool]] = {"title": (200, False), "text": (2_000, True), "notes": (5_000, True)}


@dataclass(frozen=True)
class Step:
    """One screen of a presentation.

    Attributes:
        id: names the step for good, whatever its place.
        template: one of `TEMPLATES`; a step of the template "title" begins a section.
        views: addresses of our own (path, query and, for a figure, its key after "#"), each with its release.
        title: words of the presenter's instead of the figure's own finding; "" keeps that.
        text: what stands on the screen beside or under it.
        notes: for the presenter alone.
    """

    id: str
    template: str
    views: tuple[str, ...] = ()
    title: str = ""
    text: str = ""
    notes: str = ""


@dataclass(frozen=True)
class Story:
    """A presentation.

    Attributes:
        title: what it is called.
        lang: "nb" or "en": the language of its figures; own words stay as they were written.
        steps: in order; no id twice.
    """

    title: str
    lang: str = "nb"
    steps: tuple[Step, ...] = ()
