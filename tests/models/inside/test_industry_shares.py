"""What sub-regions live on: shares of sums, in the newest year that both have, and nothing where one is missing."""

from models.inside.industry_shares import IndustryJobs
from models.inside.subregions import parts
from tests.models.made_up import figures_of

OSLO = ("0301",)


def figures(catalogue, *, without=()):
    codes = [m.code for m in catalogue.within.municipalities.values() if m.code not in without]
    rows = [("workplace_jobs_all", code, year, 100.0, "") for code in codes for year in ("2024", "2025")]
    rows += [("workplace_jobs_ict", code, "2024", 7.0 if code in OSLO else 3.0, "") for code in codes]
    return figures_of(rows)


def part(catalogue, name):
    return next(p for p in parts(catalogue, "economic", "NO08") if p.name == name)


def test_shares_are_of_sums_in_the_newest_year_of_both(catalogue):
    found = IndustryJobs.of(figures(catalogue), catalogue)
    assert list(found.industries) == ["workplace_jobs_ict"]
    assert found.year("workplace_jobs_ict") == "2024"
    assert found.share("workplace_jobs_ict", part(catalogue, "Oslo")) == 7.0
    follo = part(catalogue, "Follo")
    assert found.share("workplace_jobs_ict", follo) == 3.0
    assert found.number("workplace_jobs_ict", follo) == 3.0 * len(follo.members)


def test_a_missing_municipality_leaves_no_share(catalogue):
    found = IndustryJobs.of(figures(catalogue, without=("3207",)), catalogue)
    assert found.share("workplace_jobs_ict", part(catalogue, "Follo")) is None
    assert found.share("workplace_jobs_ict", part(catalogue, "Oslo")) == 7.0


def test_without_figures_there_is_no_industry(catalogue):
    assert IndustryJobs.of(figures_of([("population", "0301", "2022", 1.0, "")]), catalogue).industries == {}
