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
    """The database cannot be used now; those below say why, where that is known."""

    kind = "store_unavailable"


class StoreMissing(StoreUnavailable):
    """The file of the database is not there."""

    kind = "store_missing"


class StoreLocked(StoreUnavailable):
    """Another program writes to the database."""

    kind = "store_locked"


class StoreForbidden(StoreUnavailable):
    """The database, its file or its folder may not be opened or written by this user."""

    kind = "store_forbidden"


class DiskFull(StoreUnavailable):
    """The disk that holds the database is full."""

    kind = "disk_full"


class DiskFails(StoreUnavailable):
    """The disk that holds the database does not read or write as it should."""

    kind = "disk_fails"


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
    """A publisher could not be asked, or its answer cannot be used; nothing of ours is changed by it.

    Attributes:
        advice: the remedy where none more exact is given.
    """

    kind = "source"
    advice = ""

    def __init__(self, message: str, *, detail: str = "", remedy: str = "") -> None:
        super().__init__(message, detail=detail, remedy=remedy or self.advice)


class Unreachable(SourceError):
    """No connection, no trusted certificate, or no answer in time, after several attempts."""

    kind = "unreachable"
    advice = "Check the network, a proxy or firewall, and the publisher's address in the settings; then refresh again."


class Unavailable(SourceError):
    """The publisher's service fails (HTTP 5xx), after several attempts."""

    kind = "unavailable"
    advice = "The fault is the publisher's: refresh again in an hour."


class RateLimited(SourceError):
    """The publisher asks for a longer pause than a refresh waits."""

    kind = "rate_limited"
    advice = "Refresh again later, or fewer sources at a time (--source, --indicator)."


class Redirected(SourceError):
    """The answer points to another host; such a pointer is never followed."""

    kind = "redirected"
    advice = "If the publisher has moved, set its new address in the settings."


class Refused(SourceError):
    """The publisher refuses the request (HTTP 401, 403 and other 4xx).

    Attributes:
        status: HTTP status.
        body: the beginning of what the publisher says about it.
    """

    kind = "refused"
    advice = "Check that the publisher still offers its figures openly, and the address in the settings."

    def __init__(self, message: str, *, detail: str = "", remedy: str = "", status: int = 0, body: bytes = b"") -> None:
        self.status, self.body = status, body
        super().__init__(message, detail=detail, remedy=remedy)


class TooLarge(SourceError):
    """The answer is larger than allowed, even after the question was split."""

    kind = "too_large"
    advice = "Narrow the indicator's filter in the catalogue, or ask for fewer years."


class NotFound(SourceError):
    """The publisher has no such data set: renamed or withdrawn."""

    kind = "not_found"
    advice = "Find the data set's new code at the publisher and mend it in the catalogue."


class BadQuestion(SourceError):
    """The publisher does not understand the filter."""

    kind = "bad_question"
    advice = "Compare the indicator's filter in the catalogue with the data set's dimensions at the publisher."


class NoFigures(SourceError):
    """The publisher knows the data set but has no figures for this filter."""

    kind = "no_figures"
    advice = "Compare the indicator's filter in the catalogue with the codes that the publisher has figures for."


class NotOffered(SourceError):
    """The catalogue does not say how the data set can be asked for."""

    kind = "not_offered"
    advice = "Give the data set its address in models/catalogue/sources.toml, or mark it as no longer published."


class NotData(SourceError):
    """What came is not the format that was asked for: a web page, a damaged file, another encoding."""

    kind = "not_data"
    advice = (
        "Often the service is under maintenance: refresh again later. If it stays so, open the address in a browser."
    )


class NotSupported(NotData):
    """What came is sound, but in a form that is not read here."""

    kind = "not_supported"
    advice = "The answer is sound; ask the publisher's service for the form that docs/sources.md names."


class Truncated(SourceError):
    """The answer ends before its end, after several attempts."""

    kind = "truncated"
    advice = "Refresh again; if it happens each time, a proxy on the way may cut large answers."


class Changed(SourceError):
    """The data set is no longer what the catalogue says: a dimension, unit or code is gone or new."""

    kind = "changed"
    advice = "Compare the indicator's filter in the catalogue with the data set at the publisher and mend it."


class AsynchronousTimeout(SourceError):
    """The publisher prepares the answer and was not ready in time."""

    kind = "asynchronous_timeout"
    advice = "Refresh again in some minutes: the publisher keeps what it has prepared."
