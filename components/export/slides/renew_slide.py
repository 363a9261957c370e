"""A slide with newer figures: whole, or not at all where somebody has changed its figure.

A chart that a person has changed keeps its figures, and then the title that speaks of them stays too.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from pptx.slide import Slide

from components.export.slides import recoloured
from components.export.slides.exchange import alternative, described, exchange, picture, write_notes
from components.export.slides.outcome import Newest, Outcome
from components.export.slides.record import Record, every_shape, recorded
from components.export.slides.written import (
    NOTES,
    TEXTS,
    alt_of,
    content,
    digest,
    is_piece,
    kind_of,
    look,
    look_of,
    parts,
)
from components.words.text import Speaker


def title_of(slide: Slide) -> str:
    """The title of a slide; "" where it has none."""
    title = slide.shapes.title
    return " ".join(title.text_frame.text.split()) if title is not None else ""


def renew_slide(number: int, slide: Slide, record: Record, code: Any, now: Newest, made: Sequence[Slide]) -> Outcome:  # noqa: ANN401
    """Renew a slide.

    Args:
        number: of the slide.
        slide: as it stands.
        record: how it was made.
        code: the picture that holds the record.
        now: its figure.
        made: all slides of the figure as we would make them now.
    """
    say, moves = now.told.say, now.moves or ()

    def left(reason: str) -> Outcome:
        return Outcome(number, title_of(slide), "left", [reason, *now.said], moves)

    if record.part > len(made):
        return left(say("Figuren har færre lysbilder nå. Dette står som det var."))
    fresh = made[record.part - 1]
    newer, newer_code = recorded(fresh)
    pieces = parts(fresh, newer_code)
    drawn = [name for name in record.written if is_piece(name) and name not in TEXTS]
    if drawn != [name for name in newer.written if is_piece(name) and name not in TEXTS]:
        return left(say("Figuren har fått en annen form. Lysbildet står som det var; last ned figuren på nytt."))
    differ = {name for name in newer.written if newer.written[name] != record.written.get(name)}
    if now.moves is not None and not now.moves:
        differ -= set(drawn)  # the same figures, drawn by another version of the program, say
    there, dressed = _unchanged(slide, record, code)
    for name in drawn:
        if name in there or name not in differ or not _replaced(slide, name, there, code):
            continue
        if name not in dressed or not recoloured.possible(dressed[name], pieces[name]):
            return left(_by_hand(name, say))
    changed = bool(moves) or bool(differ & set(drawn))
    said = _marked(slide, record, there, differ, say) if changed else []
    for name, shape in there.items():
        if kind_of(shape) != "words" and digest(described(shape)) in (digest(""), record.written.get(alt_of(name))):
            alternative(shape, pieces[name])
        if name in differ:
            exchange(slide, shape, fresh, pieces[name])
    for name, shape in dressed.items():
        if name in differ:
            other_order = recoloured.renew(shape, pieces[name])
            if digest(described(shape)) in (digest(""), record.written.get(alt_of(name))):
                alternative(shape, pieces[name])
            said.append(
                say("Diagrammet har dine farger. Det har de nye tallene, i den gamle rekkefølgen.")
                if other_order
                else say("Diagrammet har dine farger, og de nye tallene.")
            )
    if len(made) > record.count:
        said.append(say("Figuren har {n} lysbilder nå. Last den ned på nytt for å få alle.", n=len(made)))
    if _notes(slide) == record.written.get(NOTES):
        write_notes(slide, fresh.notes_slide.notes_text_frame.text)
    picture(slide, code, newer_code.image.blob)
    alternative(code, newer_code)
    return Outcome(number, title_of(slide), "renewed" if changed else "same", [*said, *now.said], moves)


def _unchanged(slide: Slide, record: Record, code: Any) -> tuple[dict[str, Any], dict[str, Any]]:  # noqa: ANN401
    """What stands on a slide as we wrote it, by what it is; then charts with our figures in somebody's own look."""
    free = [shape for shape in every_shape(slide.shapes) if shape._element is not code._element and kind_of(shape)]
    there: dict[str, Any] = {}
    dressed: dict[str, Any] = {}
    for name, sign in record.written.items():
        if not is_piece(name):
            continue
        found = next((shape for shape in free if content(shape) == sign), None)
        if found is None:
            continue
        free.remove(found)
        same = look_of(name) not in record.written or look(found) == record.written[look_of(name)]
        (there if same else dressed)[name] = found
    return there, dressed


def _replaced(slide: Slide, name: str, there: Mapping[str, Any], code: Any) -> bool:  # noqa: ANN401
    """Whether something of the same kind stands where a piece of ours stood: it was changed, not taken away."""
    kept = [shape._element for shape in (*there.values(), code)]
    kind = name.split(" ", maxsplit=1)[0]
    return any(kind_of(shape) == kind and shape._element not in kept for shape in every_shape(slide.shapes))


def _notes(slide: Slide) -> str:
    if not slide.has_notes_slide or slide.notes_slide.notes_text_frame is None:
        return ""
    return digest(slide.notes_slide.notes_text_frame.text)


def _by_hand(name: str, say: Speaker) -> str:
    if name.startswith("chart"):
        return say("Diagrammet er endret for hånd. Lysbildet står som det var, med de gamle tallene.")
    if name.startswith("table"):
        return say("Tabellen er endret for hånd. Lysbildet står som det var, med de gamle tallene.")
    return say("Figuren er endret for hånd. Lysbildet står som det var, med de gamle tallene.")


def _marked(slide: Slide, record: Record, there: Mapping[str, Any], differ: set[str], say: Speaker) -> list[str]:
    """What a person has written beside figures that have changed."""
    said = []
    if "title" in record.written and "title" not in there and title_of(slide):
        said.append(say("Tittelen er skrevet for hånd. Les den mot de nye tallene."))
    if "measure" in differ and "measure" not in there:
        said.append(say("Linjen om hva som er målt, er endret for hånd eller fjernet."))
    if "source" in differ and "source" not in there:
        said.append(say("Kildelinjen er endret for hånd eller fjernet. Sjekk år og datautgave."))
    if _notes(slide) not in (record.written.get(NOTES), ""):
        said.append(say("Notatene er skrevet for hånd. Les dem mot de nye tallene."))
    return said
