"""Reading releases: the newest one whole in memory, older ones per indicator with a bounded cache."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

import numpy as np
import pandas as pd
from cachetools import TTLCache, cachedmethod
from cachetools.keys import hashkey
from sqlalchemy import Connection, Engine, Select, and_, func, or_, select

from data_sources.errors import StoreDamaged, StoreEmpty, UnknownRelease
from data_sources.store import engine as store
from data_sources.store import schema, troubles
from data_sources.store.summary import Summary
from models.figures.observations import Figures
from models.figures.revisions import COLUMNS, Revisions, differences

_Rows = Select[tuple[str, str, str, float, str]]
_FIGURES = select(*(schema.observation.c[c] for c in ("series_id", "region", "period", "value", "flag")))
_RESTORE = "Restore the database from a copy, or make a new one."
_PREPARE = "Run `python -m data_sources.prepare`, which fills it with the embedded figures."


@dataclass(frozen=True)
class Release:
    """A complete state of all figures."""

    id: int
    created: datetime
    summary: Summary


class Reader:
    """Figures of a store as tidy frames, "as of release N".

    Each method asks in one transaction, and raises a DataError for whatever the database does wrong.
    Frames that it returns are shared: never change them.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._newest: Figures | None = None
        # constant: a release never changes; it goes with its reader, which is let go of where the store is replaced
        self._older: TTLCache[object, pd.DataFrame] = TTLCache(maxsize=256, ttl=900)

    @contextmanager
    def _asking(self) -> Iterator[Connection]:
        with troubles.explained(str(self._engine.url)), self._engine.connect() as connection:
            if not store.require_current(connection):
                raise StoreEmpty("The database is empty.", remedy=_PREPARE)
            yield connection

    def releases(self) -> list[Release]:
        """All releases, oldest first."""
        with self._asking() as connection:
            return _releases(connection)

    def newest_release(self) -> int:
        """Number of the newest release.

        Raises:
            StoreEmpty: the store has no release yet.
        """
        with self._asking() as connection:
            newest = connection.scalar(select(func.max(schema.release.c.id)))
        if newest is None:
            raise StoreEmpty("The database holds no figures yet.", remedy=_PREPARE)
        return int(newest)

    def newest(self) -> Figures:
        """All figures of the newest release, read once and kept until there is a newer one."""
        release = self.newest_release()
        if self._newest is None or self._newest.release != release:
            self._newest = self.figures(release)
        return self._newest

    def figures(self, release: int) -> Figures:
        """All figures as of a release.

        Raises:
            UnknownRelease: no such release.
            StoreDamaged: they are not as many as the releases say.
        """
        with self._asking() as connection:
            known = _require(connection, release)
            series = _series(connection)
            frame = _read(connection, _as_of(release), series)
            _count(len(frame), known, release)
            return Figures.of(release, frame, series)

    # constant: as `_older` is
    @cachedmethod(lambda self: self._older, key=lambda _self, release, indicator: hashkey(release, indicator))
    def indicator(self, release: int, indicator: str) -> pd.DataFrame:
        """The figures of one indicator as of a release; an empty frame where there are none.

        Raises:
            UnknownRelease: no such release.
        """
        if self._newest is not None and self._newest.release == release:
            return self._newest.indicator(indicator)
        belongs = select(schema.series.c.id).where(schema.series.c.indicator == indicator)
        with self._asking() as connection:
            _require(connection, release)
            query = _as_of(release).where(schema.observation.c.series_id.in_(belongs))
            return _read(connection, query, _series(connection))

    def revisions(self, older: int, newer: int) -> Revisions:
        """What release `newer` changed in comparison with `older`; only the rows that differ are read.

        Raises:
            UnknownRelease: no such release, or they stand in the other order.
        """
        o = schema.observation.c
        gone = and_(o.valid_from <= older, o.valid_to > older, o.valid_to <= newer)
        come = and_(o.valid_from > older, o.valid_from <= newer, or_(o.valid_to.is_(None), o.valid_to > newer))
        with self._asking() as connection:
            _require(connection, older, newer)
            if older > newer:
                raise UnknownRelease(f"Release {older} is not older than {newer}.", remedy="Name the older one first.")
            series = _series(connection)
            old = _read(connection, _FIGURES.where(gone), series)
            new = _read(connection, _FIGURES.where(come), series)
            changes = differences(old, new, ("indicator", "region", "period"))[COLUMNS]
            return Revisions(older, newer, changes)

    def came(self, release: int, region: str) -> pd.DataFrame:
        """Since when each figure of a region is there, as of a release.

        Returns:
            indicator, period, first (release in which the indicator got a figure for the period), since (release from
            which it stands as it is); a row a figure.

        Raises:
            UnknownRelease: no such release.
        """
        o, s = schema.observation.c, schema.series.c
        query = (
            select(s.indicator, o.period, o.valid_from, o.valid_to)
            .join_from(schema.observation, schema.series, o.series_id == s.id)
            .where(o.region == region, o.valid_from <= release)
        )
        with self._asking() as connection:
            _require(connection, release)
            rows = connection.execute(query).all()
        frame = pd.DataFrame(rows, columns=["indicator", "period", "since", "until"])
        frame["first"] = frame.groupby(["indicator", "period"])["since"].transform("min")
        current = frame.loc[frame["until"].isna() | (frame["until"] > release)]
        return current[["indicator", "period", "first", "since"]].reset_index(drop=True)

    def series(self) -> pd.DataFrame:
        """All series, indexed by id."""
        with self._asking() as connection:
            return _series(connection)

    def codes(self, column: Literal["region", "period"]) -> list[str]:
        """All regions or all periods that any figure has had."""
        with self._asking() as connection:
            return list(connection.scalars(select(schema.observation.c[column]).distinct()))


def _releases(connection: Connection) -> list[Release]:
    rows = connection.execute(select(schema.release).order_by(schema.release.c.id)).all()
    try:
        return [Release(row.id, _in_utc(row.created), Summary.from_json(row.summary)) for row in rows]
    except ValueError as error:
        raise StoreDamaged("A release cannot be read.", detail=str(error), remedy=_RESTORE) from error


def _series(connection: Connection) -> pd.DataFrame:
    # Not by pandas, which would hide the driver's error in one of its own.
    rows = connection.execute(select(schema.series))
    return pd.DataFrame(rows.all(), columns=list(rows.keys())).set_index("id")


def _require(connection: Connection, *wanted: int) -> list[Release]:
    """All releases, those wanted among them."""
    releases = _releases(connection)
    known = [release.id for release in releases]
    for release in wanted:
        if release not in known:
            raise UnknownRelease(
                f"There is no release {release}.",
                remedy=f"Known releases: {', '.join(map(str, known)) or 'none'}.",
            )
    return releases


def _count(rows: int, known: list[Release], release: int) -> None:
    """Compare the figures of a release with what the releases up to it say of themselves."""
    counts = [one.summary.counts for one in known if one.id <= release]
    expected = sum(c.added - c.withdrawn for c in counts)
    if rows != expected:
        raise StoreDamaged(
            f"Release {release} should hold {expected:,} figures, but {rows:,} were found.", remedy=_RESTORE
        )


def _read(connection: Connection, query: _Rows, series: pd.DataFrame) -> pd.DataFrame:
    with _uncollected():
        rows = connection.execute(query).all()
        # Columns straight from the rows: a frame of 400,000 row objects takes ten times as long.
        ids, regions, periods, values, flags = list(zip(*rows, strict=True)) or [()] * 5
        del rows
    of_series = pd.Categorical(ids)
    names = pd.Categorical(series.loc[of_series.categories, "indicator"])
    return pd.DataFrame(
        {
            "indicator": pd.Categorical.from_codes(names.codes[of_series.codes], names.categories),
            "region": pd.Categorical(regions),
            "period": pd.Categorical(periods),
            "value": np.array(values, dtype="float64"),
            "flag": pd.Categorical(flags),
            "series": of_series,
        }
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's garbage collector: it would look through all rows so far again and again while more come."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _as_of(release: int) -> _Rows:
    o = schema.observation.c
    return _FIGURES.where(o.valid_from <= release, or_(o.valid_to.is_(None), o.valid_to > release))


def _in_utc(moment: datetime) -> datetime:
    """SQLite gives moments back without their zone."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
