"""Whether a store is whole: asked before it is served, not when a reader meets the damage."""

from sqlalchemy import Engine, func, select, text

from data_sources.errors import StoreDamaged
from data_sources.store import engine as store
from data_sources.store import schema, troubles
from data_sources.store.summary import Summary


def verify(engine: Engine) -> None:
    """Read through the store: SQLite's pages, and whether the newest release has all its figures.

    Raises:
        StoreDamaged: it is not whole.
        DataError: it cannot be read.
    """
    with troubles.explained(str(engine.url)), engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            verdict = connection.scalar(text("PRAGMA quick_check(1)"))
            if verdict != "ok":
                raise _damaged(engine, str(verdict))
        if not store.require_current(connection):
            return
        counts = [Summary.from_json(kept).counts for kept in connection.scalars(select(schema.release.c.summary))]
        expected = sum(c.added - c.withdrawn for c in counts)
        current = select(func.count()).where(schema.observation.c.valid_to.is_(None))
        there = connection.scalar(current)
        if there != expected:
            raise _damaged(engine, f"the newest release should hold {expected:,} figures, but {there:,} were found")


def _damaged(engine: Engine, detail: str) -> StoreDamaged:
    detail = " ".join(detail.split())
    return StoreDamaged(
        f"The database {engine.url.render_as_string(hide_password=True)} is damaged: {detail}.",
        detail=detail,
        remedy="Put a copy back in its place, or move it away and run `python -m data_sources.prepare`, which makes a "
        "new one from the embedded figures.",
    )
