"""What has changed under a presentation since its figures' release: then and now, and the words that name what was."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.deck import Change, DeckStep, Pane
from components.exhibit import Exhibit
from components.export.columns import FileColumn, columns_of
from components.rows import Cell
from components.view import ViewState
from components.words.quantities import quantity
from components.words.text import LANGUAGES, Speaker
from models.catalogue import Catalogue
from models.presentations import CellChange, Step, cell_changes
from pages.exhibits.registry import PAGES, UnknownExhibit, exhibit, look_at, options_of, view_of
from pages.known import releases

SHOWN = 6  # numbers that are told one by one
_KEYS = ("code", "text", "yes")
_NUMBERS = ("number", "count")


@dataclass(frozen=True)
class _Compared:
    """An exhibit's rows then and now, and the places of their columns."""

    old: Exhibit
    new: Exhibit
    columns: tuple[FileColumn, ...]
    keys: tuple[int, ...]
    catalogue: Catalogue
    focus: str

    @property
    def period(self) -> int | None:
        """Where the year stands."""
        return next((at for at, one in enumerate(self.columns) if one.kind == "period"), None)


def renewed(view: ViewState, release: int) -> ViewState:
    """The view with another release's figures; what was chosen by nobody is as that release has it by itself."""
    given = {"lens": view.lens}
    chosen: dict[str, str] = {}
    for option in options_of(PAGES[view.page], view.release):
        value = view.options.get(option.name, "")
        if value != option.default({**given, **chosen}) or option.name == "indicator":
            chosen[option.name] = value
    head = {"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(release)}
    return view_of(view.page, {**head, **chosen})[0]


def _compared(pane: Pane, newest: int) -> _Compared | None:
    """What may be compared; None where the newer release has no such figure, or one with other columns."""
    now = renewed(pane.view, newest)
    try:
        found = exhibit(now, pane.exhibit.key)
    except UnknownExhibit:
        return None
    if found.rows.columns != pane.exhibit.rows.columns:
        return None
    catalogue = look_at(now).catalogue
    columns = columns_of(found.rows, catalogue)
    keys = tuple(at for at, one in enumerate(columns) if one.kind in _KEYS)
    tables = (pane.exhibit.rows.cells, found.rows.cells)
    if any(len({tuple(row[at] for at in keys) for row in table}) < len(table) for table in tables):
        keys += tuple(at for at, one in enumerate(columns) if one.kind == "period")
    return _Compared(pane.exhibit, found, columns, keys, catalogue, pane.view.lens)


def _number(compared: _Compared, change: CellChange, value: Cell, say: Speaker, *, bare: bool = False) -> str:
    if not isinstance(value, int | float):
        return "–"
    column = compared.columns[change.column]
    names = [
        str(cell)
        for at, cell in zip(compared.keys, change.key, strict=True)
        if compared.columns[at].name == "indicator"
    ]
    indicator = compared.catalogue.indicators.get(names[0] if names else column.name)
    if indicator is not None and column.name in ("value", indicator.id):
        if bare:
            return say.number(float(value), indicator.decimals)
        return quantity(say, compared.catalogue, indicator, float(value))
    return say.number(float(value), 0 if column.kind == "count" else 1)


def _years(compared: _Compared, change: CellChange) -> tuple[str, str]:
    """The year of the number then and now, where it is not part of what it is of."""
    at = compared.period
    if at is None or at in compared.keys:
        return "", ""

    def of(rows: Sequence[Sequence[Cell]]) -> str:
        row = next((row for row in rows if tuple(row[key] for key in compared.keys) == change.key), None)
        return f" ({row[at]})" if row is not None and row[at] else ""

    return of(compared.old.rows.cells), of(compared.new.rows.cells)


def _told(compared: _Compared, change: CellChange, say: Speaker) -> Change:
    named = []
    for at, cell in zip(compared.keys, change.key, strict=True):
        code = str(cell)
        named.append(compared.columns[at].names.get(code, {}).get(say.language, code))
    column = compared.columns[change.column]
    if column.name != "value":
        named.append(column.label[say.language])
    then, now = _years(compared, change)
    return Change(
        ", ".join(part for part in named if part),
        _number(compared, change, change.old, say) + (then if change.old is not None else ""),
        _number(compared, change, change.new, say) + (now if change.new is not None else ""),
    )


def _stale(compared: _Compared, changes: Sequence[CellChange], words: str) -> list[tuple[str, str]]:
    """Numbers in the presenter's words that are as they were: as text, then and now."""
    found = []
    for change in changes:
        for language in LANGUAGES:
            say = Speaker(language)
            old, new = (_number(compared, change, value, say, bare=True) for value in (change.old, change.new))
            plain = words.replace("\u00a0", " ")
            if old != "–" and len(old) > 1 and old != new and old.replace("\u00a0", " ") in plain:
                found.append((old, new))
    return list(dict.fromkeys(found))


def with_changes(shown: DeckStep, step: Step, say: Speaker) -> DeckStep:
    """A step with what has changed since its release.

    Args:
        shown: as it is shown.
        step: with the presenter's words.
        say: the language.

    Raises:
        DataError: the store cannot be read.
    """
    newest = releases.releases()[-1]
    told: list[Change] = []
    stale: list[tuple[str, str]] = []
    count = 0
    for pane in shown.panes:
        if pane.view.release == newest or (compared := _compared(pane, newest)) is None:
            continue
        numbers = tuple(at for at, one in enumerate(compared.columns) if one.kind in _NUMBERS)
        changes = cell_changes(compared.old.rows.cells, compared.new.rows.cells, compared.keys, numbers)
        ours = sorted(changes, key=lambda one: compared.focus not in one.key)
        count += len(changes)
        told += [_told(compared, one, say) for one in ours[: SHOWN - len(told)]]
        stale += _stale(compared, changes, f"{step.title}\n{step.text}\n{step.notes}")
    return replace(shown, changes=tuple(told), changed=count, stale=tuple(stale))


def renewed_address(address: str, view: ViewState, key: str) -> str:
    """The address of a step's view with the newest figures; as it was where these have no such figure."""
    now = renewed(view, releases.releases()[-1])
    if not key:
        return now.address
    try:
        exhibit(now, key)
    except UnknownExhibit:
        return address
    return f"{now.address}#{key}"
