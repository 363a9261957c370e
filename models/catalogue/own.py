"""A folder of one's own beside ours: further entries, and entries that take the place of ours.

It holds files of the same names. In a file of tables an entry with an id (or code) of ours takes its place, any other
comes beside ours; the same holds for the rows of a CSV with an id or code. Any other value takes the place of ours.
`identity.toml` may besides name files of ours that are left out (`replaces`), for another region's alliance.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from models.catalogue.texts import LANGUAGES

KEYS = ("id", "code", "number")  # by which entries and rows are the same
_ONE_DEFAULT = ("lens", "peer_set")


def joined(ours: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The content of a TOML file with that of one's own."""
    both = dict(ours)
    for name, value in own.items():
        before = both.get(name)
        if isinstance(before, list) and isinstance(value, list) and _tables(before) and _tables(value):
            both[name] = _entries(before, value, one_default=name in _ONE_DEFAULT)
        elif isinstance(before, dict) and isinstance(value, dict) and not before.keys() <= set(LANGUAGES):  # no text
            both[name] = {**before, **value}
        else:
            both[name] = value
    return both


def joined_rows(ours: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a CSV file with those of one's own."""
    return _entries(ours, own, one_default=False)


def ids(content: Mapping[str, Any]) -> set[str]:
    """What the entries of a file are called."""
    names = {name for name, value in content.items() if not isinstance(value, list)}
    names |= {inner for value in content.values() if isinstance(value, dict) for inner in value}
    return names | {
        str(_key(entry)) for value in content.values() if isinstance(value, list) and _tables(value) for entry in value
    }


def _tables(value: Sequence[Any]) -> bool:
    return all(isinstance(entry, dict) for entry in value)


def _key(entry: Mapping[str, Any]) -> Any:  # noqa: ANN401 - whatever stands there
    return next((entry[key] for key in KEYS if key in entry), None)


def _entries(
    ours: Sequence[dict[str, Any]], own: Sequence[dict[str, Any]], *, one_default: bool
) -> list[dict[str, Any]]:
    """Ours but for those that one's own take the place of, then one's own; theirs is the default where they say so."""
    taken = {_key(entry) for entry in own} - {None}
    kept = [entry for entry in ours if _key(entry) is None or _key(entry) not in taken]
    if one_default and any(entry.get("default") for entry in own):
        kept = [{**entry, "default": False} if entry.get("default") else entry for entry in kept]
    return [*kept, *own]
