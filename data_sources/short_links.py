"""Short links: a code for a view's address, kept in the store for good. The same address gives the same code."""

import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from data_sources.store import troubles
from data_sources.store.schema import short_link
from data_sources.store.small_writes import SmallWrites

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else on paper
LENGTH = 10
LONGEST = 8_000  # characters of an address; the service answers no longer ones


class TooManyLinks(Exception):
    """More new links are asked for than are made in a while."""


def new_code(length: int = LENGTH) -> str:
    """A code that nobody can guess."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def understood(given: str) -> str | None:
    """A code as it was made, from what somebody has typed; None for what can be no code."""
    code = given.strip().lower()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


class ShortLinks:
    """The short links of a store. Reading needs no right to write."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._store = SmallWrites(url)

    def _written(self, row: dict[str, Any]) -> None:
        with self._store.writing() as connection:
            connection.execute(insert(short_link), row)

    def address(self, code: str) -> str | None:
        """The address behind a code; None where there is no such link.

        Raises:
            DataError: the store cannot be read.
        """
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            found = connection.scalar(select(short_link.c.address).where(short_link.c.code == code))
        return None if found is None else str(found)

    def code(self, address: str, allowed: Callable[[], bool] = lambda: True) -> str:
        """The code of an address, made where there is none yet.

        Args:
            address: path, query and figure of a view, made canonical.
            allowed: whether one more may be made now; asked only where one must be.

        Raises:
            DataError: the store cannot be read, or not be written.
            TooManyLinks: none is allowed now.
            ValueError: the address is too long.
        """
        if len(address) > LONGEST:
            raise ValueError("the address is too long")
        digest = sha256(address.encode()).hexdigest()
        known = select(short_link.c.code).where(short_link.c.digest == digest)
        with troubles.explained(self._url), self._store.reading.connect() as connection:
            if (found := connection.scalar(known)) is not None:
                return str(found)
        if not allowed():
            raise TooManyLinks
        code = new_code()
        row = {"code": code, "digest": digest, "address": address, "created": datetime.now(UTC)}
        with troubles.explained(self._url):
            try:
                self._written(row)
            except IntegrityError:  # somebody else was quicker with the same view
                with self._store.reading.connect() as connection:
                    found = connection.scalar(known)
                if found is None:
                    raise
                return str(found)
        return code
