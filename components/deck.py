"""A presentation as it is shown: each step with what stands on it, in one language, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from components.exhibit import Exhibit
from components.view import ViewState


@dataclass(frozen=True)
class Pane:
    """A figure on a step: where it stands, and the figure."""

    view: ViewState
    exhibit: Exhibit


@dataclass(frozen=True)
class Big:
    """One figure in large type: the figure, what it is, its year and place."""

    text: str
    label: str
    note: str


@dataclass(frozen=True)
class BarrierShown:
    """A barrier on a step.

    Attributes:
        address: of it on its page.
        title, description: in the language of the presentation.
        evidence: figures and findings that show it, as HTML.
        who: who can act, in a sentence.
        actors: what each can do: the first things of those of whom most is known.
    """

    address: str
    title: str
    description: str
    evidence: Markup
    who: str
    actors: Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Change:
    """A number that is another in the newest release, in words: what it is of, as it was, as it is."""

    what: str
    then: str
    now: str


@dataclass(frozen=True)
class DeckStep:
    """A step of a presentation.

    Attributes:
        id, template, title, text: as in `models.presentations.Step`; "" where the presenter wrote none.
        panes: its figures.
        big: the figure in large type, for the template "number".
        barrier: for the template "barrier".
        gone: why what it showed cannot be shown any more; "" where it can.
        notice: what of its address was ignored, as HTML.
        changes: the first numbers that have changed since the release it is of.
        changed: how many have.
        stale: numbers that the presenter's own words name and that have changed: as they were, as they are.
    """

    id: str
    template: str
    title: str
    text: str
    panes: tuple[Pane, ...] = ()
    big: Big | None = None
    barrier: BarrierShown | None = None
    gone: str = ""
    notice: Markup = Markup()  # noqa: RUF009 - a text never changes
    changes: tuple[Change, ...] = ()
    changed: int = 0
    stale: tuple[tuple[str, str], ...] = ()

    @property
    def heading(self) -> str:
        """What stands over it: the presenter's words, else what the figure has found."""
        if self.title:
            return self.title
        if self.barrier is not None:
            return self.barrier.title
        return self.panes[0].exhibit.finding if self.panes else ""


@dataclass(frozen=True)
class Deck:
    """A presentation.

    Attributes:
        code: by which it is found; "" for one that is not kept.
        title: what it is called.
        lang: of its figures and of what stands around them.
        steps: in order.
        releases: of its figures, oldest first.
        newest: the newest release there is.
        service: what the service is called.
    """

    code: str
    title: str
    lang: str
    steps: tuple[DeckStep, ...]
    releases: tuple[int, ...]
    newest: int
    service: str
