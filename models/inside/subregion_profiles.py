"""What is known of each sub-region: inhabitants and growth, jobs where people live, commuting, immigrants."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside.subregions import Subregion, Sums, Total, change, continued, per_hundred


@dataclass(frozen=True)
class SubregionProfile:
    """What is known of one sub-region.

    Attributes:
        people: inhabitants on 1 January by year, oldest first.
        since: the year that growth is counted from.
        jobs, residents: employed people who work there, and who live there, in the newest year.
        to_oslo: of the residents, those who work in Oslo; `_before` is the earlier year.
        immigrants: from outside the Nordic countries, in `immigrant_year`.
    """

    part: Subregion
    people: Mapping[int, float]
    since: int
    jobs: Total
    residents: Total
    to_oslo: Total
    residents_before: Total
    to_oslo_before: Total
    immigrants: Total
    immigrant_year: int

    @property
    def year(self) -> int | None:
        """The newest year with inhabitants of every municipality."""
        return max(self.people, default=None)

    @property
    def population(self) -> float | None:
        """Inhabitants in the newest year."""
        return None if self.year is None else self.people[self.year]

    @property
    def added(self) -> float | None:
        """How many more inhabitants than in `since`."""
        before = self.people.get(self.since)
        return None if before is None or self.population is None else self.population - before

    @property
    def growth(self) -> float | None:
        """Growth of the population in per cent."""
        return change(self.people.get(self.since), self.population)

    @property
    def job_ratio(self) -> float | None:
        """Jobs per 100 employed residents."""
        return per_hundred(self.jobs.value, self.residents.value)

    @property
    def oslo_share(self) -> float | None:
        """Employed residents who work in Oslo, per cent."""
        return per_hundred(self.to_oslo.value, self.residents.value)

    @property
    def oslo_share_before(self) -> float | None:
        """The same in the earlier year."""
        return per_hundred(self.to_oslo_before.value, self.residents_before.value)

    @property
    def immigrants_share(self) -> float | None:
        """Immigrants from outside the Nordic countries, per cent of the inhabitants of the same year."""
        return per_hundred(self.immigrants.value, self.people.get(self.immigrant_year))

    @property
    def missing(self) -> tuple[str, ...]:
        """The municipalities that lack a figure on work, commuting or immigrants, by name."""
        totals = (getattr(self, field.name) for field in fields(self))
        return tuple(dict.fromkeys(name for total in totals if isinstance(total, Total) for name in total.missing))


@dataclass(frozen=True, eq=False)
class MunicipalFigures:
    """The municipal figures that sub-regions are described by.

    Attributes:
        regional: inhabitants of NUTS regions by code and year, which continue the sums where both agree.
    """

    population: Sums
    jobs: Sums
    residents: Sums
    to_oslo: Sums
    immigrants: Sums
    regional: Mapping[str, Mapping[int, float]]

    @classmethod
    def of(cls, figures: Figures, catalogue: Catalogue) -> "MunicipalFigures":
        """From a release."""
        known = catalogue.within.municipalities.values()
        rows = figures.indicator("population_total")
        rows = rows.loc[rows["region"].isin({code for m in known for code in (m.nuts2, m.nuts3)})]
        regional: dict[str, dict[int, float]] = {}
        for code, year, value in zip(rows["region"], rows["period"], rows["value"], strict=True):
            regional.setdefault(str(code), {})[int(str(year))] = float(value)
        return cls(
            population=Sums.of(figures, "population", catalogue),
            jobs=Sums.of(figures, "employed_by_workplace", catalogue),
            residents=Sums.of(figures, "employed_by_residence", catalogue),
            to_oslo=Sums.of(figures, "works_in_oslo", catalogue),
            immigrants=Sums.of(figures, "immigrants_by_reason_total", catalogue),
            regional=regional,
        )

    @property
    def work_years(self) -> tuple[str, ...]:
        """The years with figures on jobs, residents and commuting, oldest first."""
        return tuple(y for y in self.jobs.years if y in self.residents.years and y in self.to_oslo.years)

    @property
    def immigrant_year(self) -> str:
        """The newest year with both immigrants and inhabitants; empty where there is none."""
        return max((y for y in self.immigrants.years if y in self.population.years), default="")

    def people(self, part: Subregion) -> dict[int, float]:
        """Inhabitants of a sub-region by year."""
        return continued(self.population.line(part), self.regional.get(part.nuts, {}))

    def profile(self, part: Subregion, since: int) -> SubregionProfile:
        """A sub-region in the newest year, with growth counted from `since`."""
        before, now = (self.work_years[0], self.work_years[-1]) if self.work_years else ("", "")
        return SubregionProfile(
            part=part,
            people=self.people(part),
            since=since,
            jobs=self.jobs.total(part, now),
            residents=self.residents.total(part, now),
            to_oslo=self.to_oslo.total(part, now),
            residents_before=self.residents.total(part, before),
            to_oslo_before=self.to_oslo.total(part, before),
            immigrants=self.immigrants.total(part, self.immigrant_year),
            immigrant_year=int(self.immigrant_year or 0),
        )
