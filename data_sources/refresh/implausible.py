"""Why new figures are not taken."""

from data_sources.errors import DataError

KINDS = ("empty", "unit", "range", "revision", "coverage", "schema", "double")


class Implausible(DataError):
    """New figures that a check refuses; the last good ones stay.

    Attributes:
        kind: which check, one of `KINDS`.
    """

    def __init__(self, kind: str, message: str, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.kind = kind
