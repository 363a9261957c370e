"""Mistakes in the catalogue, each named with file and key."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """One mistake in the catalogue.

    Attributes:
        file: name inside the catalogue's folder.
        key: the entry and what in it is wrong.
        message: what is wrong.
        needs: what the mistake may follow from (see `missing`); it is left out where that is reported already.
    """

    file: str
    key: str
    message: str
    needs: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        where = self.file if self.key == "-" else f"{self.file}: {self.key}"  # the whole file
        return f"{where}: {self.message}"


def missing(home: str, name: str) -> tuple[str, ...]:
    """What explains that `name` is not found: its file unread, the entry itself or one without a name refused."""
    return (home, f"{home}:{name}", f"{home}:?")


class CatalogueError(Exception):
    """The catalogue cannot be used; `problems` names every mistake with file and key."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        lines = "\n".join(f"  {p}" for p in self.problems)
        super().__init__(f"The catalogue has {count} mistake{'s' if count != 1 else ''}:\n{lines}")
