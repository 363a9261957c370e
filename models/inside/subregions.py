"""The parts of the region: municipalities summed into counties or economic regions, a missing one never hidden.

Figures of 2020–2023 stand under the municipality codes of those years (as do older ones that were recalculated to
their borders), later ones under the codes of 2024. Each of those municipalities became exactly one of 2024 (the
catalogue refuses others), so a series goes on under the new code, with a mark, and the areas of 2024 can be summed;
figures with the borders before 2020 can not, and years that only have those are left out.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from models.catalogue import Catalogue
from models.catalogue.within import Municipality
from models.figures.observations import Figures

Level = Literal["county", "economic"]
_NEW_CODES = "2024"  # the year from which the codes of 2024 stand
_KEY: Mapping[str, Callable[[Municipality], str]] = {
    "county": lambda m: m.county,
    "economic": lambda m: m.economic_id,
}


@dataclass(frozen=True)
class Subregion:
    """A sub-region.

    Attributes:
        id: county code, or id of the economic region.
        name: the same in both languages.
        within: whether it lies in the region as the reader has defined it.
        members: its municipalities.
        nuts: code of the NUTS region with the same territory; empty where there is none.
    """

    id: str
    name: str
    within: bool
    members: tuple[Municipality, ...]
    nuts: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes under which its municipalities' figures stand."""
        return tuple(m.code_2020 for m in self.members)


@dataclass(frozen=True)
class Total:
    """A sum over municipalities; no value where one of them has no figure, with the names of those."""

    value: float | None
    missing: tuple[str, ...] = ()


def territory(catalogue: Catalogue, lens: str) -> frozenset[str]:
    """The NUTS codes that a region definition is made of: itself, or the members of a composition."""
    composition = catalogue.compositions.get(lens)
    return frozenset(composition.members) if composition else frozenset({lens})


def _inside(municipality: Municipality, codes: Collection[str]) -> bool:
    return municipality.nuts2 in codes or municipality.nuts3 in codes


def parts(catalogue: Catalogue, level: Level, lens: str, beside: Collection[str] = ()) -> tuple[Subregion, ...]:
    """The sub-regions of a region definition.

    Args:
        catalogue: for the municipalities and names.
        level: "county" (2024), or "economic" (Statistics Norway's economic regions).
        lens: code of the region definition.
        beside: NUTS codes of neighbours whose sub-regions are shown too, as lying outside.
    """
    own = territory(catalogue, lens)
    grouped: dict[str, list[Municipality]] = {}
    for municipality in catalogue.within.municipalities.values():
        if _inside(municipality, own) or _inside(municipality, beside):
            grouped.setdefault(_KEY[level](municipality), []).append(municipality)
    return tuple(
        Subregion(
            id=key,
            name=catalogue.regions[key].name if level == "county" else members[0].economic_region,
            within=all(_inside(m, own) for m in members),
            members=tuple(members),
            nuts=members[0].nuts3 if level == "county" else "",
        )
        for key, members in grouped.items()
    )


def whole(members: Sequence[Subregion], name: str, nuts: str = "") -> Subregion:
    """The region itself: all sub-regions that lie in its definition."""
    return Subregion("all", name, True, tuple(m for part in members if part.within for m in part.members), nuts)


def alliance(catalogue: Catalogue, name: str, day: str) -> Subregion | None:
    """The alliance as a list of its own has it: the municipalities that are members on a day ("2022-01-01").

    None without such a list, or where nobody is a member that day.
    """
    known = catalogue.within.municipalities
    members = tuple(known[member.code] for member in catalogue.within.members if member.on(day))
    return Subregion("alliance", name, True, members) if members else None


@dataclass(frozen=True)
class Sums:
    """Municipal figures of one indicator, ready to be summed.

    Attributes:
        values: by year, then by municipality code (2020–2023); a missing figure has no entry.
        older: years with the borders before 2020, which are left out.
        renumbered: years in which a municipality's figure stands under its new code, of 2024.
    """

    values: Mapping[str, Mapping[str, float]]
    older: tuple[str, ...] = ()
    renumbered: tuple[str, ...] = ()

    @classmethod
    def of(cls, figures: Figures, indicator: str, catalogue: Catalogue) -> "Sums":
        """The figures of all municipalities in the catalogue; years with the borders before 2020 are left out.

        A year has those borders where no municipality that was renumbered later has a figure.
        """
        known = catalogue.within.municipalities.values()
        renumbered = {m.code_2020 for m in known if m.code_2020 != m.code}
        rows = figures.indicator(indicator)
        former = {m.code: m.code_2020 for m in known}
        rows = rows.loc[rows["region"].isin({*former, *former.values()})]
        by_year: dict[str, dict[str, float]] = {}
        later: dict[str, dict[str, float]] = {}
        for code, year, value in zip(rows["region"], rows["period"], rows["value"], strict=True):
            new = str(code) not in renumbered and former.get(str(code), str(code)) != str(code)
            (later if new else by_year).setdefault(str(year), {})[former[str(code)] if new else str(code)] = float(
                value
            )
        marked = set()
        for year, values in later.items():
            old = by_year.setdefault(year, {})
            used = values if year >= _NEW_CODES else {code: v for code, v in values.items() if code not in old}
            old.update(used)  # where a year has both, the code of its time goes first
            if used:
                marked.add(year)
        usable = {year: values for year, values in sorted(by_year.items()) if not renumbered.isdisjoint(values)}
        return cls(usable, tuple(sorted(by_year.keys() - usable.keys())), tuple(sorted(marked)))

    @property
    def years(self) -> tuple[str, ...]:
        """The years at hand, oldest first."""
        return tuple(self.values)

    def total(self, part: Subregion, year: str) -> Total:
        """The sum over a part's municipalities; none where one is missing or the year is not at hand."""
        of_year = self.values.get(year, {})
        missing = tuple(m.name for m in part.members if m.code_2020 not in of_year)
        return Total(None if missing else sum(of_year[code] for code in part.codes), missing)

    def line(self, part: Subregion) -> dict[int, float]:
        """The sums of all years in which no municipality is missing."""
        by_year = {year: self.total(part, year).value for year in self.years}
        return {int(year): value for year, value in by_year.items() if value is not None}


def continued(line: Mapping[int, float], other: Mapping[int, float]) -> dict[int, float]:
    """A line with the later years of another publisher's, only if the two agree in every year that both have.

    Both must speak of the same territory; without a common year, or with one that differs, the line stays as it is.
    """
    common = line.keys() & other.keys()
    if not common or any(line[year] != other[year] for year in common):
        return dict(line)
    return dict(line) | {year: other[year] for year in sorted(other) if year > max(line)}


def added_up(lines: Sequence[Mapping[int, float]]) -> dict[int, float]:
    """The sum of several lines in the years that all of them have."""
    years = set.intersection(*(set(line) for line in lines)) if lines else set()
    return {year: sum(line[year] for line in lines) for year in sorted(years)}


def change(first: float | None, last: float | None) -> float | None:
    """100·(last/first − 1); none where a value is missing or the first is not above 0."""
    return None if first is None or last is None or first <= 0 else 100 * (last / first - 1)


def per_hundred(part: float | None, of: float | None) -> float | None:
    """100·part/of: a share in per cent, or jobs per 100 employed residents; none where one is missing or `of` is 0."""
    return None if part is None or of is None or of <= 0 else 100 * part / of
