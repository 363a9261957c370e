"""Newer figures for decks that were made before: what a slide shows, as it is in the newest release."""

from collections.abc import Callable, Sequence
from urllib.parse import parse_qsl, urlsplit

from components.exhibit import Exhibit, can_be_shown
from components.export.moved import ToldMove, moved, told
from components.export.slides.deck import Front
from components.export.slides.outcome import Gone, Newest
from components.export.slides.record import Record
from components.view import ViewState
from components.words.text import LANGUAGES, Speaker, understood
from pages.exhibits.following import OF_RELEASE, following
from pages.exhibits.registry import PAGES, UnknownExhibit, UnknownPage, exhibit, seen, view_of
from pages.known import releases
from pages.navigation import FRONT
from server.decks import delegation_front, page_front, told_of
from server.short import short_or_long

_SCORES = frozenset(
    {"score", "median", "low", "high", "experiment", "stability"}
)  # of the index and what is drawn of it


class NewestFigures:
    """Where slides get their newest figures from: the store of this process."""

    def __init__(self, base: str = "", short: Callable[[str, str], str] = short_or_long) -> None:
        """Set where the slides' links lead.

        Args:
            base: address of the server, without slash at its end; empty for the one that a slide names.
            short: gives short links (`server/decks.py`).
        """
        self._base = base
        self._short = short

    def newest(self, record: Record) -> Newest:
        """A slide's figure as it is now.

        Raises:
            Gone: it cannot be had.
            DataError: the store cannot be read.
        """
        say = Speaker(understood(record.query.get("lang", "")) or LANGUAGES[0])
        before = _before(record)
        query = _newer(record.query, before[0] if before else None)
        try:
            view, ignored = view_of(record.slug, query)
            if ignored:
                raise UnknownExhibit(record.key)
            now = exhibit(view, record.key)
        except (UnknownPage, UnknownExhibit) as error:
            raise Gone(say("Figuren finnes ikke i den nyeste datautgaven. Lysbildet står som det var.")) from error
        if not can_be_shown(now):
            raise Gone(say("Figuren kan ikke vises: {reason} Lysbildet står som det var.", reason=now.alt))
        if _other_index(record, view) and _SCORES & set(now.rows.columns) and "value" not in now.rows.columns:
            raise Gone(
                say("Indeksen er en annen nå, så poeng og plasser kan ikke sammenlignes. Lysbildet står som det var.")
            )
        base = self._base or record.base
        moves = _moves(before[1], now, view) if before else None
        unknown = say("Datautgaven lysbildet er laget med, finnes ikke her, så vi kan ikke si hva som er endret.")
        return Newest(told_of(view, now, base, self._short), moves, () if before else (unknown,))

    def front(self, address: str) -> Sequence[tuple[Front, Front]]:
        """First slides as we wrote them for an address, each with what we would write now.

        Raises:
            DataError: the store cannot be read.
        """
        parts = urlsplit(address)
        slug, query = parts.path.strip("/"), dict(parse_qsl(parts.query, keep_blank_values=True))
        if slug not in PAGES or query.get("release", "") not in map(str, releases.releases()):
            return ()
        base = f"{parts.scheme}://{parts.netloc}"
        then, now = view_of(slug, query)[0], view_of(slug, _newer(query, None))[0]
        pairs = [(page_front(then, base), page_front(now, self._base or base))]
        if slug == FRONT:
            pairs.append((delegation_front(then, base), delegation_front(now, self._base or base)))
        return pairs


def _before(record: Record) -> tuple[ViewState, Exhibit] | None:
    """The figure as it was when the slide was made; None where that cannot be known here."""
    if record.query.get("release", "") not in map(str, releases.releases()):
        return None
    try:
        view, ignored = view_of(record.slug, record.query)
        return None if ignored else (view, exhibit(view, record.key))
    except (UnknownPage, UnknownExhibit):
        return None


def _newer(query: dict[str, str], then: ViewState | None) -> dict[str, str]:
    """The same view in the newest release; its year follows where it was the newest."""
    if then is not None:
        return following(then)
    return {name: value for name, value in query.items() if name not in OF_RELEASE}


def _other_index(record: Record, view: ViewState) -> bool:
    """Whether the slide was made with another version of the index."""
    return record.query.get("catalogue", view.catalogue) != view.catalogue


def _moves(before: Exhibit, now: Exhibit, view: ViewState) -> Sequence[ToldMove]:
    """What differs, the region itself first."""
    catalogue = seen(view).context.catalogue
    moves = sorted(moved(before.rows, now.rows, catalogue), key=lambda move: move.code("region") != view.lens)
    return told(moves, (now.rows, before.rows), catalogue, Speaker(view.lang))
