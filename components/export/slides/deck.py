"""Presentations: one figure, the figures of a page, or a series of figures from several pages."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide

from components.export.plain_text import clean
from components.export.slides.fit import fitting
from components.export.slides.house import house
from components.export.slides.slide import add_slides
from components.export.slides.template import SUBTITLE, TITLE, Layouts, Template, TemplateError, layouts, open_deck
from components.export.slides.told import Told
from components.words.text import Speaker

_LONGEST = 255  # characters of a property
_TAGS = {"nb": "nb-NO", "en": "en-GB"}


@dataclass(frozen=True)
class Front:
    """The first slide: title, what stands under it, and notes."""

    title: str
    under: str
    notes: str = ""


def presentation(
    template: Template,
    figures: Sequence[Told],
    say: Speaker,
    service: str,
    front: Front | None = None,
    *,
    each: int | None = None,
) -> bytes:
    """A PowerPoint file.

    Args:
        template: what it begins with.
        figures: in order.
        say: its language.
        service: who made it.
        front: the first slide; none for a figure alone.
        each: slides at most of each figure.

    Raises:
        TemplateError: the template lacks a layout.
    """
    deck = open_deck(template)
    chosen = layouts(deck)
    if front is not None:
        _front(deck, chosen, front)
    for told in figures:
        add_slides(deck, chosen, told, most=each)
    title = front.title if front else figures[0].exhibit.finding
    _properties(deck, clean(title), service, say)
    for slide in deck.slides:
        in_language(slide, say)
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _front(deck: Deck, chosen: Layouts, front: Front) -> None:
    slide = deck.slides.add_slide(chosen.front)
    for shape in list(slide.placeholders):
        kind = shape.placeholder_format.type
        if kind in TITLE:
            shape.text_frame.text = clean(front.title)
            fitting(shape, chosen.front)
        elif kind == SUBTITLE:
            lines = [clean(one) for one in front.under.split("\n")]
            shape.text_frame.text = "\n".join(lines)
        else:
            shape._element.getparent().remove(shape._element)
    if front.notes:
        slide.notes_slide.notes_text_frame.text = "\n".join(clean(one) for one in front.notes.split("\n"))


def _properties(deck: Deck, title: str, service: str, say: Speaker) -> None:
    said = deck.core_properties
    now = datetime.now(UTC).replace(tzinfo=None)
    service = clean(service)[:_LONGEST]
    said.title, said.author, said.last_modified_by = title[:_LONGEST], service, service
    said.language, said.created, said.modified, said.revision = _TAGS[say.language], now, now, 1
    said.comments, said.keywords, said.subject = "", "", ""


def in_language(slide: Slide, say: Speaker) -> None:
    """Say of all words of a slide which language they are in, for screen readers and spelling."""
    tag = _TAGS[say.language]
    parts: list[XmlPart] = [slide.part]
    parts += [
        rel.target_part for rel in slide.part.rels.values() if "/chart" in rel.reltype or "notesSlide" in rel.reltype
    ]
    for part in parts:
        for name in ("a:rPr", "a:endParaRPr", "a:defRPr"):
            for properties in part._element.iter(qn(name)):
                properties.set("lang", tag)
        for run in part._element.iter(qn("a:r")):
            if run.find(qn("a:rPr")) is None:
                run.get_or_add_rPr().set("lang", tag)


def made_now(given: bytes, figures: Sequence[tuple[Told, int | None]]) -> list[list[Slide]]:
    """The slides of figures as we make them now, in the layouts of a given deck; in our own where it lacks them.

    Args:
        given: a presentation.
        figures: each gets its slides, at most so many, in a presentation that is thrown away.
    """
    try:
        deck = open_deck(Template(given, ""))
        chosen = layouts(deck)
    except TemplateError:
        deck = open_deck(house())
        chosen = layouts(deck)
    found = []
    for told, most in figures:
        before = len(deck.slides)
        count = add_slides(deck, chosen, told, most=most)
        slides = [deck.slides[before + k] for k in range(count)]
        for slide in slides:
            in_language(slide, told.say)
        found.append(slides)
    return found
