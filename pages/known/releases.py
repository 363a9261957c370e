"""What pages ask for: the catalogue, figures of a release, and the index over them, each made once a process."""

import gc
from collections.abc import Mapping
from functools import cache
from threading import Event

import pandas as pd

from data_sources import snapshot
from data_sources.last_check import Check, last_check
from data_sources.own_catalogue import load
from data_sources.settings import settings
from data_sources.store.engine import create_to_read
from data_sources.store.reader import Reader, Release
from data_sources.store.summary import last_catalogue
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.figures.revisions import Revisions
from models.index.attractiveness import Attractiveness, Method, attractiveness
from models.index.honest_ranks import DRAWS
from models.index.rank_ranges import RankRanges, rank_ranges
from models.keeping import kept

Weights = tuple[tuple[str, float], ...]
MANY_PEERS = 60
starting = Event()  # set while the server makes the first release ready


@cache  # constant: files that ship, and the members that the settings name
def catalogue() -> Catalogue:
    """The catalogue of this process.

    Raises:
        CatalogueError: with every mistake in it.
    """
    return load()


def catalogue_of(release: int) -> Catalogue:
    """The catalogue with the index that a release was made with."""
    return catalogue().at(version_of(release))


def version_of(release: int) -> str:
    """The version of the catalogue that a release was made with; "" where neither it nor one before it names any.

    Raises:
        DataError: the store cannot be read.
    """
    known = history()
    if release > known[-1].id:  # it has come since, and is being made ready
        known = look()
    return last_catalogue(one.summary for one in known if one.id <= release)


@kept(1)
def _reader() -> Reader:
    return Reader(create_to_read(settings().database_url))


@kept(512)
def count_in(release: int, indicator: str) -> int:
    """How many figures an indicator has in a release."""
    return len(_reader().indicator(release, indicator))


def look() -> tuple[Release, ...]:
    """The releases that the store has by now, oldest first.

    Raises:
        DataError: the store cannot be read.
    """
    return tuple(_reader().releases())


@kept(1)
def history() -> tuple[Release, ...]:
    """The releases that pages show, oldest first; the server adds a new one once it is ready.

    Raises:
        DataError: the store cannot be read.
    """
    return look()


def show(all_releases: tuple[Release, ...]) -> None:
    """Let pages show these releases from now on."""
    history.put(all_releases)


def releases() -> tuple[int, ...]:
    """Numbers of the releases at hand, oldest first.

    Raises:
        DataError: the store cannot be read.
    """
    return tuple(release.id for release in history())


@kept(16)
def revisions(older: int, newer: int) -> Revisions:
    """What release `newer` changed in comparison with `older`.

    Raises:
        DataError: the store cannot be read, or has no such release.
    """
    return _reader().revisions(older, newer)


@kept(16)
def came(release: int, region: str) -> pd.DataFrame:
    """Since which release each figure of a region is there (see `Reader.came`). Shared: never change it.

    Raises:
        DataError: the store cannot be read, or has no such release.
    """
    return _reader().came(release, region)


@kept(1)
def extracts() -> Mapping[str, str]:
    """The day of each extract that the embedded figures were compiled from.

    Raises:
        DataError: the embedded figures cannot be read.
    """
    return snapshot.extracts(settings().snapshot)


def checked() -> Check | None:
    """What publishers had when they were last asked; never kept, for nobody tells when that is."""
    return last_check(settings().raw_answers)


def lenses() -> tuple[str, ...]:
    """The region definitions that have scores of their own; the others are not composed yet."""
    known = index().result.scores.index
    return tuple(code for code in catalogue().lenses if code in known)


def figures(release: int | None = None) -> Figures:
    """All figures as of a release, by default the newest. Shared: never change them.

    Raises:
        DataError: the store cannot be read, or has no such release.
    """
    return _figures(releases()[-1] if release is None else release)


@kept(2)  # two first readers must not both read everything
def _figures(release: int) -> Figures:
    reader = _reader()
    newest = reader.newest()
    of_release = newest if newest.release == release else reader.figures(release)
    spare_from_collection()
    return of_release


def spare_from_collection() -> None:
    """Tell Python's garbage collector that what is there by now stays, until it is told anew.

    Streamlit collects garbage after every run of a page, just when the page is about to be sent. Looking through
    a release and all modules each time made every click wait 60 to 160 ms. What is freed by its last reference,
    as an old release is, is freed as before.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def index(release: int | None = None, weights: Weights = (), method: Method | None = None) -> Attractiveness:
    """Scores of every European region as of a release; peers choose among them for ranks.

    Args:
        release: number; the newest by default.
        weights: a reader's own theme weights, pairs of theme id and weight; the catalogue's by default.
        method: a reader's own mean and scale instead of the catalogue's.
    """
    return _index(figures(release).release, weights, method)


@kept(16)
def _index(release: int, weights: Weights, method: Method | None) -> Attractiveness:
    known = catalogue_of(release)
    regions = dict.fromkeys([*known.reference_regions, *known.members("europe")])
    return attractiveness(figures(release), known, list(regions), dict(weights), method)


def ranks(
    focus: str,
    peers: tuple[str, ...],
    release: int | None = None,
    weights: Weights = (),
    method: Method | None = None,
) -> dict[str, RankRanges]:
    """How sure the places are: median and range for the total and each theme, drawn once a view and release."""
    return _ranks(figures(release).release, focus, tuple(sorted(peers)), weights, method)


def draws_for(peers: int) -> int:
    """How many draws say how sure places are: all of Europe's 300 regions need fewer, to within a place or two."""
    return DRAWS if peers <= MANY_PEERS else DRAWS // 5


@kept(128)
def _ranks(
    release: int, focus: str, peers: tuple[str, ...], weights: Weights, method: Method | None
) -> dict[str, RankRanges]:
    return rank_ranges(
        index(release, weights, method),
        focus,
        peers,
        catalogue().tags["city_bounded"],
        draws=draws_for(len(peers)),
    )
