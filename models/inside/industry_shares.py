"""What the sub-regions live on: an industry's share of the jobs, from municipal figures by place of work."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside.subregions import Subregion, Sums, per_hundred

ALL_JOBS = "workplace_jobs_all"
INDUSTRIES = (
    "workplace_jobs_manufacturing",
    "workplace_jobs_ict",
    "workplace_jobs_finance",
    "workplace_jobs_business",
)


@dataclass(frozen=True, eq=False)
class IndustryJobs:
    """Jobs of all industries together and of each, by municipality."""

    jobs: Sums
    industries: Mapping[str, Sums]

    @classmethod
    def of(cls, figures: Figures, catalogue: Catalogue) -> "IndustryJobs":
        """From a release; without figures it holds no industry."""
        jobs = Sums.of(figures, ALL_JOBS, catalogue)
        found = {name: Sums.of(figures, name, catalogue) for name in INDUSTRIES if name in figures}
        return cls(jobs, {name: sums for name, sums in found.items() if set(sums.years) & set(jobs.years)})

    def year(self, industry: str) -> str:
        """The newest year with figures of the industry and of all jobs."""
        return max(set(self.industries[industry].years) & set(self.jobs.years))

    def number(self, industry: str, part: Subregion) -> float | None:
        """The industry's jobs in that year; None where a municipality's are missing."""
        return self.industries[industry].total(part, self.year(industry)).value

    def share(self, industry: str, part: Subregion) -> float | None:
        """Of all jobs there, per cent."""
        return per_hundred(self.number(industry, part), self.jobs.total(part, self.year(industry)).value)
