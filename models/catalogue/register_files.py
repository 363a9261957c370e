"""Reading the findings and the measures of the register: CSV files with a row each."""

from models.catalogue.files import Files, both_languages
from models.catalogue.register import Finding, Measure

_LISTS = ("affects", "who_can_act")


def _finding(row: dict[str, str]) -> dict[str, object]:
    """A finding's cells; lists stand in a cell with `;` between."""
    lists = {name: tuple(part for part in row.get(name, "").split(";") if part) for name in _LISTS}
    return {**both_languages(row), **lists}


def read_evidence(files: Files) -> dict[str, Finding]:
    """Findings by id; mistakes are left with `files`."""
    return files.sheet(Finding, "evidence.csv", content=_finding)


def read_measures(files: Files) -> dict[str, Measure]:
    """Measures by id; mistakes are left with `files`."""
    return files.sheet(Measure, "measures.csv", content=both_languages)
