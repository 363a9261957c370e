"""Reading one catalogue folder: every mistake is kept with file and key, and what only follows from it is known."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import tomli  # compiled: the catalogue is read in half the time of the standard library's; it knows TOML 1.1 too
from pydantic import BaseModel, ValidationError

from models.catalogue import own
from models.catalogue.problems import Problem
from models.catalogue.texts import LANGUAGES

M = TypeVar("M", bound=BaseModel)
V = TypeVar("V")
_PICTURES, _LARGEST_PICTURE = (".svg", ".png"), 200_000
_WORDS = {
    "extra_forbidden": "unknown key",
    "missing": "is missing",
    "too_short": "needs at least one",
}  # pydantic's kinds of mistake, said shorter


class Files:
    """Reads and validates the files of a catalogue folder, and of one's own beside it, and collects what is wrong.

    Args:
        folder: ours.
        own: a folder of further entries (see `own.py`), or None.
    """

    def __init__(self, folder: Path, own: Path | None = None) -> None:
        self.folder, self.own = folder, own
        self.replaced: frozenset[str] = frozenset()  # files of ours, or folders with "/", that are left out
        self._own_ids: dict[str, set[str]] = {}
        self.problems: list[Problem] = []
        self.unread: set[str] = set()
        self.lost: set[str] = set()  # what is not in the catalogue because a mistake in it is reported; see `missing`

    def complain(self, file: str, key: str, message: str) -> None:
        """Keep a mistake."""
        self.problems.append(Problem(file, key, message))

    def reported(self) -> list[Problem]:
        """Every mistake; one in an entry of one's own names that folder."""
        return [self._in_own(problem) for problem in self.problems]

    def _in_own(self, problem: Problem) -> Problem:
        own = problem.key.split(".")[0] in self._own_ids.get(problem.file, ())
        return replace(problem, file=self._label(problem.file, own=True)) if own else problem

    def _label(self, file: str, *, own: bool) -> str:
        return f"{file} in {self.own.name}" if own and self.own else file

    def explains(self, problem: Problem) -> bool:
        """Whether a problem only follows from an entry or file that is reported already."""
        return not self.lost.isdisjoint(problem.needs)

    def lose(self, file: str, name: str, data: object) -> None:
        """Remember that an entry could not be used, and which weight group it would have been in."""
        home = home_of(file)
        self.lost.add(f"{home}:{name}")
        if home == "indicators/" and isinstance(data, dict) and (score := data.get("score")) is not None:
            group = score.get("group") if isinstance(score, dict) else None
            self.lost.add(f"group:{group if isinstance(group, str) and '.' in group else data.get('theme')}")

    def _unreadable(self, file: str, message: str) -> None:
        self.complain(file, "-", message)
        self.unread.add(file)
        self.lost.add(home_of(file))

    def places(self, folder: str) -> list[tuple[str, Path]]:
        """The TOML files in a folder of the catalogue, ours first: how each is called in messages, and where it is."""
        ours = [] if f"{folder}/" in self.replaced else sorted((self.folder / folder).glob("*.toml"))
        own = sorted((self.own / folder).glob("*.toml")) if self.own else []
        places = [(f"{folder}/{path.name}", path) for path in ours]
        return places + [(self._label(f"{folder}/{path.name}", own=True), path) for path in own]

    def same_folder(self, one: str, other: str) -> bool:
        """Whether two files, as they are called in messages, are both ours or both one's own."""
        return (" in " in one) == (" in " in other)

    def check_own_folder(self) -> None:
        """Complain of a folder that is not there, and of files in it that nobody would read."""
        if self.own is None:
            return
        if not self.own.is_dir():
            self.complain(str(self.own), "-", "is no folder")
            return
        known = {path.name for path in self.folder.iterdir() if path.suffix in (".toml", ".csv")}
        for path in sorted(self.own.rglob("*")):
            inside = path.relative_to(self.own).as_posix()
            ours = inside in known or (inside.startswith(("indicators/", "strategy/")) and path.suffix == ".toml")
            if path.is_file() and path.suffix in (".toml", ".csv", ".txt", ".xlsx") and not ours:
                self.complain(
                    f"{self.own.name}/{inside}", "-", f"is no file of a catalogue; known: {', '.join(sorted(known))}"
                )

    def picture(self, file: str, name: str) -> bytes:
        """A small picture beside a file of one's own folder, or of ours."""
        folder = self.own if self.own and (self.own / name).is_file() else self.folder
        path = folder / name
        if not path.is_file() or path.suffix not in _PICTURES or path.stat().st_size > _LARGEST_PICTURE:
            self.complain(file, "logo", f"must be an SVG or PNG file of at most 200 kB beside it (got '{name}')")
            return b""
        return path.read_bytes()

    def toml(self, file: str, *keys: str) -> dict[str, Any]:
        """A file's content, with that of one's own; where `keys` are given, no others may stand at its top."""
        data = {} if file in self.replaced else self.read(file, self.folder / file, *keys)
        if self.own is None or not (self.own / file).is_file():
            return data
        further = self.read(self._label(file, own=True), self.own / file, *keys)
        self._own_ids[file] = own.ids(further)
        return own.joined(data, further)

    def read(self, label: str, path: Path, *keys: str) -> dict[str, Any]:
        """The content of one TOML file; `label` is how it is called in messages."""
        try:
            data = tomli.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            self._unreadable(label, "file is missing")
            return {}
        except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
            self._unreadable(label, f"is not valid TOML: {error}")
            return {}
        for key in data.keys() - set(keys or data):
            self.complain(label, key, f"unknown key; known: {', '.join(keys)}")
            self.lost.add(home_of(label))
        return data

    def rows(self, file: str) -> list[dict[str, Any]]:
        """The rows of a CSV file, with those of one's own."""
        ours = [] if file in self.replaced else self._csv(file, self.folder / file)
        if self.own is None or not (self.own / file).is_file():
            return ours
        further = self._csv(self._label(file, own=True), self.own / file)
        self._own_ids[file] = own.ids({file: further})
        return own.joined_rows(ours, further)

    def _csv(self, label: str, path: Path) -> list[dict[str, Any]]:
        try:
            with path.open(encoding="utf-8-sig", newline="") as handle:
                if rows := list(csv.DictReader(handle)):
                    return rows
            self._unreadable(label, "holds no rows")
        except FileNotFoundError:
            self._unreadable(label, "file is missing")
        except (UnicodeDecodeError, csv.Error) as error:
            self._unreadable(label, f"is not valid CSV: {error}")
        return []

    def one(self, validate: Callable[[Any], V], data: object, file: str, key: str) -> V | None:
        """One entry, or None with every mistake in it reported."""
        try:
            return validate(data)
        except ValidationError as error:
            self.lose(file, key, data)
            details = error.errors()
            for detail in details:
                inner = (d["loc"][: len(detail["loc"])] for d in details if len(d["loc"]) > len(detail["loc"]))
                if detail["loc"] in inner:
                    continue  # "too few items" only says that the item named beside it was refused
                where = ".".join([key, *(str(part) for part in detail["loc"])])
                message = _WORDS.get(detail["type"]) or detail["msg"].removeprefix("Value error, ")
                given = detail.get("input")
                shown = f" (got {given!r})" if isinstance(given, str | int | float) else ""
                self.complain(file, where, message + shown)
            return None

    def table(self, model: type[M], entries: object, file: str, array: str, key: str = "id") -> dict[str, M]:
        """An array of tables by `key`; doubles and tables without a key are mistakes."""
        made: dict[str, M] = {}
        if not isinstance(entries, list):
            self.complain(file, array, "must be an array of tables")
            self.lost |= {home_of(file), f"{file}:[{array}]"}
            return made
        for position, data in enumerate(entries):
            name = data.get(key) if isinstance(data, dict) else None
            if not isinstance(name, str) or not name:
                self.complain(file, f"{array}[{position}].{key}", "is missing")
                self.lose(file, "?", data)
            elif name in made:
                self.complain(file, f"{name}.{key}", "stands twice")
                self.lose(file, name, data)
            elif (entry := self.one(model.model_validate, data, file, name)) is not None:
                made[name] = entry
                continue
            self.lost.add(f"{file}:[{array}]")
        return made

    def sheet(
        self, model: type[M], file: str, key: str = "id", content: Callable[[dict[str, str]], object] = dict
    ) -> dict[str, M]:
        """The rows of a CSV file by `key`; `content` makes an entry of a row. Doubles are mistakes."""
        made: dict[str, M] = {}
        for number, row in enumerate(self.rows(file), start=2):
            name = row.get(key) or f"line {number}"
            cells = {column: cell or "" for column, cell in row.items() if column}
            if name in made:
                self.complain(file, name, "stands twice")
            elif (entry := self.one(model.model_validate, content(cells), file, name)) is not None:
                made[name] = entry
        return made

    def named(self, validate: Callable[[Any], V], data: object, file: str, array: str, key: str = "") -> dict[str, V]:
        """A table whose keys are names; `key` puts the name into the entry."""
        valid: dict[str, V] = {}
        if not isinstance(data, dict):
            self.complain(file, array, "must be a table")
            self.lost |= {home_of(file), f"{file}:{array}"}
            return valid
        for name, entry in data.items():
            content = {key: name, **entry} if key and isinstance(entry, dict) else entry
            if (made := self.one(validate, content, file, name)) is not None:
                valid[name] = made
        return valid


def both_languages(row: dict[str, str]) -> dict[str, object]:
    """Cells with the columns `x_nb` and `x_en` put together as `x`; a pair of empty cells is left out."""
    content: dict[str, object] = {}
    for column, cell in row.items():
        name, _, language = column.rpartition("_")
        if language not in LANGUAGES:
            content[column] = cell
        elif any(row.get(f"{name}_{tongue}") for tongue in LANGUAGES):
            content[name] = {tongue: row.get(f"{name}_{tongue}", "") for tongue in LANGUAGES}
    return content


def home_of(file: str) -> str:
    """Where a name is looked for: all files of a folder are one place, one's own and ours too."""
    folder, inside, _ = file.partition("/")
    return f"{folder}/" if inside else file.partition(" in ")[0]
