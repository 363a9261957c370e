"""Typed errors of the data side. Each carries what happened and what a person can do about it."""


class DataError(Exception):
    """Base of all errors that a person can mend.

    Attributes:
        kind: stable name by which the pages find their own wording in the reader's language.
        detail: the technical particulars (a path, an address, the driver's words).
        remedy: what to do, for the person at the terminal.
    """

    kind = "data"

    def __init__(self, message: str, *, detail: str = "", remedy: str = "") -> None:
        self.message = message
        self.detail = detail
        self.remedy = remedy
        super().__init__(" ".join(part for part in (message, remedy) if part))


class SnapshotError(DataError):
    """The embedded figures are missing or damaged."""

    kind = "snapshot"


class StoreUnavailable(DataError):
    """The database cannot be opened, written or locked."""

    kind = "store_unavailable"


class StoreEmpty(DataError):
    """The database holds no figures yet."""

    kind = "store_empty"


class StoreTooOld(DataError):
    """The database was made by an older version of this program."""

    kind = "store_too_old"


class StoreTooNew(DataError):
    """The database was made by a newer version of this program."""

    kind = "store_too_new"


class StoreDamaged(DataError):
    """The database holds something that this program did not put there."""

    kind = "store_damaged"


class StoreMoved(DataError):
    """Another program made a release meanwhile."""

    kind = "store_moved"


class UnknownRelease(DataError):
    """There is no such release."""

    kind = "unknown_release"


class SourceError(DataError):
    """A publisher could not be asked, or its answer cannot be used; nothing of ours is changed by it."""

    kind = "source"
