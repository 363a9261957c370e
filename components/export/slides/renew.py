"""Decks with newer figures: what we wrote and nobody changed becomes what we would write now; the rest stays."""

import io
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from pptx.slide import Slide

from components.export.slides.deck import Front, made_now
from components.export.slides.exchange import rewrite, write_notes
from components.export.slides.given import TooLarge, opened
from components.export.slides.outcome import Gone, Newest, Outcome
from components.export.slides.record import Record, of_slide
from components.export.slides.renew_slide import renew_slide, title_of
from components.export.slides.renewal_report import add_report, withdraw
from components.export.slides.template import SUBTITLE, TITLE, TemplateError, layouts_in
from components.export.slides.written import digest
from components.words.text import LANGUAGES, Speaker, understood

MOST_VIEWS = 40  # pages that one deck may ask for
_ADDRESS = re.compile(r"https?://\S+")


class NotOurs(Exception):
    """No slide of the deck was made by us."""


class Source(Protocol):
    """Where newer figures come from."""

    def newest(self, record: Record) -> Newest:
        """A slide's figure as it is now.

        Raises:
            Gone: it cannot be had.
        """
        ...

    def front(self, address: str) -> Sequence[tuple[Front, Front]]:
        """First slides as we wrote them for an address, each with what we would write now."""
        ...


@dataclass(frozen=True)
class Renewed:
    """A renewed deck.

    Attributes:
        content: the file, with what moved on hidden slides at its end.
        outcomes: of each slide of ours, in order.
        say: the language of its slides.
    """

    content: bytes
    outcomes: Sequence[Outcome]
    say: Speaker


def renew(given: bytes, source: Source) -> Renewed:
    """Give a deck the newest figures.

    Args:
        given: the deck.
        source: of newer figures.

    Raises:
        NotADeck: it is no presentation, or one of more views than `MOST_VIEWS`.
        NotOurs: none of its slides was made by us.
    """
    deck = opened(given)
    withdraw(deck)
    slides = dict(enumerate(deck.slides, start=1))
    ours = {number: found for number, slide in slides.items() if (found := of_slide(slide))}
    if not ours:
        raise NotOurs
    if len({record.address.partition("#")[0] for record, _ in ours.values()}) > MOST_VIEWS:
        raise TooLarge
    first = next(record for record, _ in ours.values())
    say = Speaker(understood(first.query.get("lang", "")) or LANGUAGES[0])
    asked = {number: _asked(source, record) for number, (record, _) in ours.items()}
    there = {number: one for number, one in asked.items() if isinstance(one, Newest)}
    wanted = [(one.told, _most(ours[number][0])) for number, one in there.items()]
    made = dict(zip(there, made_now(given, wanted), strict=True))
    outcomes = []
    for number, slide in slides.items():
        if number in made:
            outcomes.append(renew_slide(number, slide, *ours[number], there[number], made[number]))
        elif number in ours:
            outcomes.append(Outcome(number, title_of(slide), "left", [str(asked[number])]))
        else:
            _front(slide, source)
    with suppress(TemplateError):  # a deck without any title has no place for it; the outcomes tell the same
        add_report(deck, layouts_in(deck), outcomes, say)
    out = io.BytesIO()
    deck.save(out)
    return Renewed(out.getvalue(), outcomes, say)


def _most(record: Record) -> int | None:
    """How many slides of a figure the deck takes; all, where it was made with all."""
    return record.shown if record.shown < record.count else None


def _asked(source: Source, record: Record) -> Newest | Gone:
    try:
        return source.newest(record)
    except Gone as reason:
        return reason


def _front(slide: Slide, source: Source) -> None:
    """Renew a first slide: its notes begin with the address it was made for."""
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return
    notes = slide.notes_slide.notes_text_frame.text
    address = _ADDRESS.match(notes)
    if address is None:
        return
    titles = {digest(shape.text_frame.text) for shape in slide.placeholders if shape.placeholder_format.type in TITLE}
    for before, now in source.front(address[0]):
        if digest(before.title) not in titles:
            continue
        for shape in slide.placeholders:
            place, text = shape.placeholder_format, digest(shape.text_frame.text) if shape.has_text_frame else ""
            if place.type in TITLE and text == digest(before.title):
                rewrite(shape, now.title)
            elif place.type == SUBTITLE and text == digest(before.under):
                rewrite(shape, now.under)
        if digest(notes) == digest(before.notes):
            write_notes(slide, now.notes)
        return
