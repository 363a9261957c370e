"""What is wrong with this installation, in words: `python -m server.doctor`, or `make doctor`."""

import difflib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryFile

import typer
from packaging.requirements import Requirement

from components.export.slides.template import TemplateError, own
from components.picture import typesetting
from data_sources import snapshot
from data_sources.errors import DataError
from data_sources.last_check import last_check
from data_sources.own_catalogue import load
from data_sources.settings import PROJECT, Settings, SettingsError, settings
from data_sources.store import engine as store
from data_sources.store.reader import Reader
from data_sources.store.verify import verify
from models.catalogue import CatalogueError
from server.open_files import EACH, RESERVED, raise_limit

PYTHON = (3, 11)
LATE = 15  # days without a refresh: two of the weekly ones
REFUSED = 0.1  # of the indicators, above which somebody should look (docs/operations.md)
ROOM = 500  # megabytes that a refresh and a copy need
PREFIX = "OSLOREGION_"
FONT = "Source Sans 3"  # components/picture/*.typ


@dataclass(frozen=True)
class Finding:
    """What was looked at and found; what is not `wrong` but has a remedy is only to be known."""

    what: str
    found: str
    remedy: str = ""
    wrong: bool = False


def _wrong(what: str, found: str, remedy: str) -> Finding:
    return Finding(what, found, remedy, wrong=True)


def python(running: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Finding]:
    """Whether Python is new enough."""
    told = ".".join(map(str, running))
    if running[:2] < PYTHON:
        yield _wrong("Python", told, "3.11 or newer is needed: make install PYTHON=python3.11")
    else:
        yield Finding("Python", told)


def packages(pinned: Path = PROJECT / "requirements.txt") -> Iterator[Finding]:
    """Whether what is installed is what was pinned."""
    try:
        text = pinned.read_text(encoding="utf-8").replace("\\\n", " ")
    except OSError as error:
        yield _wrong("packages", f"{pinned}: {error.strerror}", "Install anew.")
        return
    wrong, count = [], 0
    for line in text.splitlines():
        named = line.split("--hash")[0].strip()
        if not named or named.startswith("#"):
            continue
        one = Requirement(named)
        if one.marker is not None and not one.marker.evaluate():
            continue
        count += 1
        try:
            there = version(one.name)
        except PackageNotFoundError:
            wrong.append(_wrong("packages", f"{one.name} is not installed", "make install"))
            continue
        if not one.specifier.contains(there, prereleases=True):
            pin = str(one.specifier).lstrip("=")
            wrong.append(_wrong("packages", f"{one.name} is {there}, not {pin}", "make install"))
    yield from wrong or [Finding("packages", f"{count}, each in the version that was pinned")]


def variables(environment: Mapping[str, str]) -> Iterator[Finding]:
    """Whether every variable of ours is one that there is, and can be used."""
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    given = sorted(name for name in environment if name.upper().startswith(PREFIX))
    wrong = []
    for name in given:
        if name.upper() not in known:
            near = difflib.get_close_matches(name.upper(), sorted(known), 1)
            meant = f"Is {near[0]} meant?" if near else "The README's table has all there are."
            wrong.append(_wrong("settings", f"{name} is unknown and does nothing", meant))
    yield from wrong or [Finding("settings", ", ".join(given) or "all as they are by default")]


def figures(chosen: Settings, now: datetime) -> Iterator[Finding]:
    """Whether the store can be read and is whole, and how old what it holds is."""
    try:
        to_read = store.create_to_read(chosen.database_url)
        verify(to_read)
        newest = Reader(to_read).releases()[-1]
    except DataError as error:
        yield _wrong("store", f"{error.message.rstrip('.')} ({error.kind})", error.remedy)
        return
    except IndexError:
        yield _wrong("store", "It holds no figures yet.", "Run `python -m data_sources.prepare`.")
        return
    days = (now - newest.created).days
    yield Finding("store", f"read through and whole; release {newest.id}, {days} days old")
    found = last_check(chosen.raw_answers)
    if found is None:
        told = "publishers were never asked from here"
    else:
        since = (now - datetime.fromisoformat(found.at)).days
        told = f"publishers were asked {since} days ago; {found.refused} of {found.indicators} indicators refused"
        if since <= LATE:
            many = found.refused > found.indicators * REFUSED
            yield Finding("refresh", told, "The refresh's own lines say which, and what to do." if many else "")
            return
    yield Finding("refresh", told, "Switch the refresh timer on, or run `python -m data_sources.refresh`.")


def embedded(chosen: Settings) -> Iterator[Finding]:
    """Whether what ships is whole, and what the settings add to it can be used."""
    try:
        yield Finding("embedded figures", f"{len(snapshot.load(chosen.snapshot).observations):,} figures")
    except DataError as error:
        yield _wrong("embedded figures", error.message, error.remedy)
    try:
        yield Finding("catalogue", f"{len(load().indicators)} indicators")
    except (CatalogueError, SettingsError) as error:
        yield _wrong("catalogue", str(error), "Mend what is named; the service does not start with it.")
    if chosen.pptx_template is not None:
        try:
            own(chosen.pptx_template)
            yield Finding("slides", f"made with {chosen.pptx_template}")
        except TemplateError as error:
            yield _wrong("slides", str(error), "docs/files.md says what a template needs.")


def folders(chosen: Settings) -> Iterator[Finding]:
    """Whether this user may write where it must, and there is room."""
    try:
        file = store.file_of(chosen.database_url)
    except DataError:  # no address at all: told of the store
        file = None
    places = {"raw answers": chosen.raw_answers} | ({"store" if file else "": file.absolute().parent} if file else {})
    for name, folder in places.items():
        there = folder
        while not there.exists():
            there = there.parent
        try:
            with TemporaryFile(dir=there):
                pass
        except OSError as error:
            remedy = f"Give the user {_user()} the right to write there."
            yield _wrong("folders", f"{folder} ({name}): {error.strerror}", remedy)
            continue
        if file is not None and name == "store" and file.exists() and not os.access(file, os.W_OK):
            yield _wrong("folders", f"{file} may not be written", f"Give the user {_user()} the right to write it.")
        free = shutil.disk_usage(there).free // 1_000_000
        if free < ROOM:
            yield _wrong("folders", f"{folder} ({name}): {free} MB are free", f"Make room: {ROOM} MB are needed.")
        else:
            yield Finding("folders", f"{folder} ({name}): may be written, {free:,} MB are free")


def _user() -> str:
    return os.environ.get("USER") or str(os.geteuid())


def open_files(chosen: Settings, limit: Callable[[], int] = raise_limit) -> Iterator[Finding]:
    """Whether as many pages may be open as the settings say."""
    files = limit()
    room = max(1, (files - RESERVED) // EACH)
    if room < chosen.open_pages:
        remedy = "Raise it (LimitNOFILE=65536 in the unit, ulimit -n here), or lower OSLOREGION_OPEN_PAGES."
        yield _wrong("open files", f"{files}: {room} pages may be open, not {chosen.open_pages}", remedy)
    else:
        yield Finding("open files", f"{files:,}: room for {chosen.open_pages:,} open pages")


def fonts() -> Iterator[Finding]:
    """Whether pictures and PDFs have the letters they are set in."""
    try:
        there = typesetting.fonts().families()
    except (ImportError, OSError) as error:
        there, why = [], f" ({error})"
    else:
        why = ""
    if FONT in there:
        yield Finding("fonts", f"{FONT} for pictures and PDFs")
    else:
        yield _wrong("fonts", f"{FONT} is missing{why}", "make install")


def configuration(folder: Path) -> Iterator[Finding]:
    """Whether the server will find Streamlit's settings: it looks for them in the folder it is started in."""
    if (folder / ".streamlit" / "config.toml").is_file():
        yield Finding("working folder", str(folder))
    else:
        remedy = f"Start the service in {PROJECT} (WorkingDirectory= in the unit)."
        yield _wrong("working folder", f"{folder} has no .streamlit/config.toml", remedy)


def examined() -> Iterator[Finding]:
    """All of it, in the order in which it is best mended."""
    yield from python()
    yield from packages()
    yield from variables(os.environ)
    yield from configuration(Path.cwd())
    try:
        chosen = settings()
    except SettingsError as error:
        yield _wrong("settings", str(error), "The README's table says what each may be.")
        return
    yield from embedded(chosen)
    yield from folders(chosen)
    yield from figures(chosen, datetime.now(UTC))
    yield from open_files(chosen)
    yield from fonts()


def main() -> None:
    """Say what is wrong with this installation; exit code 1 where anything is."""
    wrong = 0
    for one in examined():
        mark = "WRONG" if one.wrong else "note" if one.remedy else "ok"
        typer.echo(f"{mark:<6}{one.what}: {one.found}{'' if one.found.endswith('.') else '.'}")
        if one.remedy:
            typer.echo(f"      → {one.remedy}")
        wrong += one.wrong
    typer.echo(f"{wrong} to mend." if wrong else "Nothing is wrong.")
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    typer.run(main)
