"""Cards of exhibits and pages: what stands on them, in the reader's language."""

import re
from urllib.parse import urlsplit

from components.exhibit import Exhibit, SourceNote
from components.picture.card import Card
from components.picture.read import number_of, shape_of
from components.picture.shapes import Bars, Numbers, Panels, Shape, SmallTable
from components.view import ViewState
from components.words.flags import flags_explained, release_words
from components.words.text import Speaker
from components.words.wording import sentence
from models.catalogue import Catalogue

_CODES = 3  # data set codes that have room
_SENTENCE = re.compile(r"\. (?=[A-ZÆØÅÉ±●])")


class NoNumber(LookupError):
    """The exhibit has no single figure of the focus region."""


def source_text(source: SourceNote, say: Speaker, release: int) -> str:
    """The line under a picture: "Kilde: Eurostat (edat_lfse_04), tall for 2024. Datautgave 1."."""
    codes = [code for code, _ in source.datasets]
    named = f" ({', '.join(codes)})" if 0 < len(codes) <= _CODES else ""
    own = f" {say('Beregnet av oss ut fra publiserte tall.')}" if source.derived else ""
    return f"{say('Kilde:')} {source.publisher}{named}, {source.years}.{own} {release_words(say, release)}"


def alternative_of(exhibit: Exhibit, say: Speaker, release: int) -> str:
    """A picture in words, to be copied beside it: finding, measure, what is drawn, source."""
    measure = "" if exhibit.measure.rstrip(".") in exhibit.alt else exhibit.measure
    parts = [exhibit.finding, measure, exhibit.alt, source_text(exhibit.source, say, release)]
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in parts if part)


def place_of(base: str, view: ViewState) -> str:
    """Where the page is, as people write addresses: "osloregionen.no/talent"."""
    parts = urlsplit(base)
    return f"{parts.netloc}{parts.path}/{view.page}"


def _notes(shape: Shape | None, exhibit: Exhibit, say: Speaker) -> str:
    """What the letters mean that stand in the picture, and how much of the figures it holds."""
    if isinstance(shape, Panels | SmallTable):
        shown = len(shape.panels if isinstance(shape, Panels) else shape.rows)
        every = shape.of if isinstance(shape, Panels) else len(exhibit.rows.cells)
        return say("Viser {n} av {count}", n=shown, count=every) + "." if every > shown else ""
    flags = [str(cell) for cell in _column(exhibit, "flag") if cell] if isinstance(shape, Bars) else []
    explained = flags_explained(flags, say)
    return f"{explained}." if explained else ""


def drawn_measure(shape: Shape | None, exhibit: Exhibit, view: ViewState, catalogue: Catalogue, say: Speaker) -> str:
    """What is measured, without the words that explain a drawing other than the picture's."""
    measured = catalogue.measured_as(view.lens, view.lang)
    place = sentence(catalogue.region_name(view.lens, view.lang)) + (f" ({measured})" if measured else "")
    columns = set(exhibit.rows.columns)
    first = _SENTENCE.split(exhibit.measure)[0]
    if isinstance(shape, Numbers):
        asked = any(catalogue.indicators[str(name)].asked for name in _column(exhibit, "indicator"))
        return first if asked else place
    if "stability" in columns:
        return say("Hvor ofte hver region er blant de likeste når vektene endres")
    if "quality" in columns:
        return say("Indikatorer etter alder og dekning")
    if "quotient" in columns:
        return f"{first}, {exhibit.source.years[-4:]}"
    if isinstance(shape, SmallTable):
        return f"{first}. {place}" if "node" in columns else first
    drawn = {trace.get("type") for trace in exhibit.figure["data"]} if exhibit.figure else set()
    as_drawn = bool(drawn) and not isinstance(shape, Panels) and ("bar" in drawn or not isinstance(shape, Bars))
    return exhibit.measure if as_drawn else first


def _column(exhibit: Exhibit, name: str) -> list[object]:
    if name not in exhibit.rows.columns:
        return []
    at = exhibit.rows.columns.index(name)
    return [cells[at] for cells in exhibit.rows.cells]


def exhibit_card(exhibit: Exhibit, view: ViewState, catalogue: Catalogue, base: str, *, number: bool = False) -> Card:
    """The card of an exhibit.

    Args:
        exhibit: which.
        view: where it stands.
        catalogue: names and units.
        base: address of the server, without slash at its end.
        number: whether one figure in large type is shown instead of a chart.

    Raises:
        NoNumber: one figure is asked for, and there is none.
    """
    say = Speaker(view.lang)
    shape: Shape | None
    if number:
        one = number_of(exhibit, view.lens, catalogue, say)
        if one is None:
            raise NoNumber(exhibit.key)
        shape = one
    else:
        shape = shape_of(exhibit, view.lens, catalogue, say)
    return Card(
        lang=view.lang,
        service=say.of(catalogue.identity.name),
        finding=exhibit.finding,
        measure=drawn_measure(shape, exhibit, view, catalogue, say),
        shape=shape,
        notes=_notes(shape, exhibit, say),
        source=source_text(exhibit.source, say, view.release),
        address=place_of(base, view),
        alt=alternative_of(exhibit, say, view.release),
        part=say("Viser {n} av {count}", n="{n}", count="{count}"),
    )


def page_card(title: str, description: str, view: ViewState, catalogue: Catalogue, base: str) -> Card:
    """The card of a page without exhibits: its title and what it holds."""
    say = Speaker(view.lang)
    return Card(
        lang=view.lang,
        service=say.of(catalogue.identity.name),
        finding=title,
        measure=description,
        shape=None,
        notes="",
        source=release_words(say, view.release),
        address=place_of(base, view),
        alt=f"{title}. {description}",
        part="",
    )
