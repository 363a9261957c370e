"""Presentations in the store: an address to look at, a secret to edit with, and another to steer a showing with.

Whoever has a code may do what it is for; the secrets are kept as digests only and compared in constant time.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from hmac import compare_digest
from time import time

from sqlalchemy import Column, Connection, insert, select, update

from data_sources.short_links import new_code
from data_sources.store import troubles
from data_sources.store.schema import presentation, room
from data_sources.store.small_writes import SmallWrites

SECRET = 26  # letters: 128 bits


class NoPresentation(Exception):
    """There is none by this code."""


class WrongSecret(Exception):
    """The secret is not the one for it."""


@dataclass(frozen=True)
class Kept:
    """A presentation as it is kept: its JSON, and how often it was kept."""

    document: str
    revision: int


@dataclass(frozen=True)
class Room:
    """Where a showing stands.

    Attributes:
        step: id of the step.
        dark: whether the screen is blacked out.
        moves: how often it was steered; grows with each.
        seen: when the presenter was last there, seconds since 1970.
    """

    step: str
    dark: bool
    moves: int
    seen: int


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


class Presentations:
    """The presentations of a store. Looking at one needs no right to write.

    Each method raises `DataError` where the store cannot be read or, where it must, be written.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._store = SmallWrites(url)

    def add(self, document: str) -> tuple[str, str]:
        """Keep a new presentation; its code, and the secret that edits it, which nobody can be told again."""
        code, secret, now = new_code(), new_code(SECRET), datetime.now(UTC)
        row = {"code": code, "edit_digest": _digest(secret), "document": document, "revision": 1}
        with troubles.explained(self._url), self._store.writing() as connection:
            connection.execute(insert(presentation), row | {"created": now, "changed": now})
        return code, secret

    def found(self, code: str) -> Kept | None:
        """A presentation, or None where there is none."""
        asked = select(presentation.c.document, presentation.c.revision).where(presentation.c.code == code)
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            row = connection.execute(asked).first()
        return None if row is None else Kept(str(row[0]), int(row[1]))

    def may_edit(self, code: str, secret: str) -> bool:
        """Whether the secret edits it."""
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            return self._fits(connection, presentation.c.edit_digest, code, secret)

    def may_steer(self, code: str, secret: str) -> bool:
        """Whether the secret steers its showing."""
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            return self._fits(connection, room.c.steer_digest, code, secret)

    def save(self, code: str, secret: str, make: Callable[[str], str]) -> Kept:
        """Keep what is made of the presentation as it stands now; nobody else writes meanwhile.

        Args:
            code: which.
            secret: that edits it.
            make: from the JSON that is kept, the JSON to keep; what it raises leaves all as it was.

        Raises:
            NoPresentation, WrongSecret: nothing is kept.
        """
        asked = select(presentation.c.document, presentation.c.revision).where(presentation.c.code == code)
        self._require(code, secret)
        with troubles.explained(self._url), self._store.writing() as connection:
            document, revision = connection.execute(asked.with_for_update()).one()
            made = make(str(document))
            kept = Kept(made, int(revision) + (made != document))
            if made != document:
                values = {"document": made, "revision": kept.revision, "changed": datetime.now(UTC)}
                connection.execute(update(presentation).where(presentation.c.code == code).values(values))
        return kept

    def open_room(self, code: str, secret: str, step: str) -> str:
        """Begin a showing; the new secret that steers it. One that steered it until now does so no more.

        Raises:
            NoPresentation, WrongSecret: nothing is begun.
        """
        steer = new_code(SECRET)
        state = {"steer_digest": _digest(steer), "step": step, "dark": False, "seen": int(time())}
        self._require(code, secret)
        with troubles.explained(self._url), self._store.writing() as connection:
            moved = update(room).where(room.c.code == code).values(state | {"moves": room.c.moves + 1})
            if connection.execute(moved).rowcount == 0:
                connection.execute(insert(room), state | {"code": code, "moves": 1})
        return steer

    def steer(self, code: str, secret: str, step: str, *, dark: bool) -> int:
        """Show another step, or say that the presenter is still there; how often it was steered by now.

        Raises:
            WrongSecret: there is no showing, or it is another's.
        """
        if not self.may_steer(code, secret):  # a stranger makes nobody wait for a turn to write
            raise WrongSecret(code)
        moved = (room.c.step != step) | (room.c.dark != dark)
        state = {"step": step, "dark": dark, "seen": int(time())}
        with troubles.explained(self._url), self._store.writing() as connection:
            if not self._fits(connection, room.c.steer_digest, code, secret):
                raise WrongSecret(code)
            here = room.c.code == code
            connection.execute(update(room).where(here & moved).values(moves=room.c.moves + 1))
            connection.execute(update(room).where(here).values(state))
            return int(connection.scalar(select(room.c.moves).where(here)) or 0)

    def rooms(self, codes: Iterable[str]) -> dict[str, Room]:
        """Where showings stand, by code; those that never began are left out."""
        columns = room.c.code, room.c.step, room.c.dark, room.c.moves, room.c.seen
        asked = select(*columns).where(room.c.code.in_(list(codes)))
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            return {
                str(code): Room(str(step), bool(dark), int(moves), int(seen))
                for code, step, dark, moves, seen in connection.execute(asked)
            }

    @staticmethod
    def _fits(connection: Connection, digest: Column[str], code: str, secret: str) -> bool:
        kept = connection.scalar(select(digest).where(digest.table.c.code == code))
        return compare_digest(str(kept or ""), _digest(secret))

    def _require(self, code: str, secret: str) -> None:
        if self.found(code) is None:
            raise NoPresentation(code)
        if not self.may_edit(code, secret):  # a stranger makes nobody wait for a turn to write
            raise WrongSecret(code)
