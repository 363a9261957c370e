"""Which findings to show first: those nearest to the region, best read, with a number, and newest."""

import re
from collections.abc import Iterable

from models.catalogue import Finding

_READ = ("read_in_full", "excerpt", "secondary_source")
_WIDE = ("norway", "norge", "world")  # a finding on the whole country says less of the region


def _year(finding: Finding) -> int:
    """The newest year that a finding speaks of; 0 where it has none."""
    return max((int(year) for year in re.findall(r"\d{4}", finding.year)), default=0)


def most_telling(findings: Iterable[Finding], count: int) -> list[Finding]:
    """The first few: on the region before on the country, then by how they were read, with a number, newest.

    A finding that may only stand beside another is never among them. Equals keep their order.
    """

    def order(finding: Finding) -> tuple[bool, int, bool, int]:
        wide = finding.geography.casefold().startswith(_WIDE)
        return (wide, _READ.index(finding.confidence), not finding.figure, -_year(finding))

    return sorted((f for f in findings if not f.beside), key=order)[:count]
