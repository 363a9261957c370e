"""What a renewal has changed, as text and on hidden slides at the end of the deck."""

from collections.abc import Iterator, Sequence

from pptx.presentation import Presentation as Deck

from components.export.plain_text import clean
from components.export.slides.deck import in_language
from components.export.slides.drawn import Table
from components.export.slides.grid import grid
from components.export.slides.outcome import Outcome
from components.export.slides.reading import parted
from components.export.slides.template import TITLE, Layouts, places
from components.words.text import Speaker

NAME = "osloregionen: fornyet"  # of the table by which these slides are known when the deck is renewed again
_SHOWN = 8  # figures of a slide that are told one by one
_ROWS = 9
_STATES = {
    "renewed": "Nye tall",
    "same": "Samme tall",
    "left": "Ikke fornyet",
}


def state_words(outcome: Outcome, say: Speaker) -> str:
    """What has become of a slide, in two words."""
    return say(_STATES[outcome.state])


def lines(outcome: Outcome, say: Speaker) -> Iterator[tuple[str, str, str]]:
    """What to tell of a slide: what it is about, how it stood, how it stands; sentences alone in the first place."""
    yield f"{state_words(outcome, say)}: {outcome.title}", "", ""
    for sentence in outcome.said:
        yield sentence, "", ""
    for move in outcome.moves[:_SHOWN]:
        yield move.what, move.before, move.now
    if (more := len(outcome.moves) - _SHOWN) > 0:
        yield say.count("og {n} tall til", "og {n} tall til", more), "", ""


def text(outcomes: Sequence[Outcome], say: Speaker) -> str:
    """The same as text, for a terminal."""
    found = [summary(outcomes, say)]
    for one in outcomes:
        first, *rest = lines(one, say)
        found.append(f"{one.number:>3}  {first[0]}")
        found += [f"     {what}: {before} → {now}" if now else f"     {what}" for what, before, now in rest]
    return "\n".join(found)


def summary(outcomes: Sequence[Outcome], say: Speaker) -> str:
    """How many slides have newer figures, and how many were left."""
    renewed, left = (sum(one.state == state for one in outcomes) for state in ("renewed", "left"))
    return say(
        "{renewed} av {count} lysbilder har nye tall, {left} står som de var.",
        renewed=say.number(renewed),
        count=say.number(len(outcomes)),
        left=say.number(left),
    )


def withdraw(deck: Deck) -> None:
    """Take away the slides of an earlier renewal."""
    listed = deck.slides._sldIdLst
    for entry, slide in zip(list(listed), list(deck.slides), strict=True):
        if any(shape.name == NAME for shape in slide.shapes):
            deck.part.drop_rel(entry.rId)
            listed.remove(entry)


def add_report(deck: Deck, chosen: Layouts, outcomes: Sequence[Outcome], say: Speaker) -> None:
    """Tell what has changed on hidden slides at the end.

    Args:
        deck: the renewed deck.
        chosen: its layouts.
        outcomes: of its slides.
        say: the language.
    """
    told = [(str(one.number), *line) for one in outcomes for line in lines(one, say)]
    heads = [say("Lysbilde"), say("Hva"), say("Da"), say("Nå")]
    for first, last in parted(len(told), _ROWS):
        slide = deck.slides.add_slide(chosen.figure)
        slide._element.set("show", "0")
        for shape in list(slide.placeholders):
            if shape.placeholder_format.type in TITLE:
                shape.text_frame.text = clean(summary(outcomes, say))
            else:
                shape._element.getparent().remove(shape._element)
        rows = [[clean(cell) for cell in row] for row in told[first:last]]
        where = places(deck, chosen.figure)
        grid(slide, where["figure"], Table(heads, (False, False, True, True), rows)).name = NAME
        slide.notes_slide.notes_text_frame.text = say("Skjult lysbilde: vises ikke i lysbildevisningen.")
        in_language(slide, say)
