"""Delregionene with jobs by industry, as after a refresh: the box on what is missing gives way to the figures."""

import shutil

import pandas as pd
import pytest

from data_sources.store import engine as store
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts
from tests.kept import looking_at
from tests.pages.shown import Shown

JOBS = {"workplace_jobs_all": 1000.0, "workplace_jobs_manufacturing": 80.0, "workplace_jobs_ict": 30.0}


@pytest.fixture(scope="module", autouse=True)
def refreshed(database_url, tmp_path_factory, catalogue):
    """Every municipality has a thousand jobs under its number of 2024; Kongsberg lives on industry, Oslo on ICT."""
    path = tmp_path_factory.mktemp("jobs") / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    special = {("workplace_jobs_manufacturing", "3303"): 400.0, ("workplace_jobs_ict", "0301"): 123.0}
    rows = [
        (name, code, "2024", special.get((name, code), value), "")
        for name, value in JOBS.items()
        for code in catalogue.within.municipalities
    ]
    series = [(name, name, "SSB", "13470", "", "persons", "", "http://127.0.0.1/") for name in JOBS]
    columns = ["id", "indicator", "publisher", "dataset", "dimensions", "unit", "derived", "origin"]
    made = Renewal(
        pd.DataFrame(columns=["series_id", "region", "period"]),
        pd.DataFrame(rows, columns=["series_id", "region", "period", "value", "flag"]),
        pd.DataFrame(series, columns=columns),
        Summary("refresh", Counts(len(rows)), indicators={name: Counts(len(rows) // 3) for name in JOBS}),
    )
    write_release(store.create(f"sqlite:///{path}"), 1, made)
    with looking_at(f"sqlite:///{path}"):
        yield


def test_industries_stand_where_their_lack_was_told():
    page = Shown("delregioner")
    assert page.query["industry"] == "workplace_jobs_manufacturing"
    assert "Vi har ikke tallene ennå, og kan derfor ikke si hva hver delregion lever av" not in page.text
    shown = page.exhibits["industry"]
    assert shown.finding.startswith("Kongsberg har størst andel av arbeidsplassene i industri: ")
    assert "Fra 2024 står tallene under kommunenes nye numre. Områdene er de samme." in shown.notices
    assert page.choice("Næring").words == ("Industri", "IKT")


def test_another_industry_can_be_chosen_in_both_languages():
    page = Shown("delregioner", industry="workplace_jobs_ict", lang="en")
    assert page.notices == []
    shown = page.exhibits["industry"]
    assert shown.finding == "Oslo has the largest share of its jobs in ICT: 12.3% in 2024"
    oslo = next(row for row in shown.rows.cells if row[1] == "Oslo")
    assert oslo[-1] == pytest.approx(12.3)


def test_before_a_refresh_who_has_them_is_told(database_url):
    with looking_at(database_url):
        page = Shown("delregioner")
        assert "industry" not in page.query
        assert "Vi har ikke tallene ennå, og kan derfor ikke si hva hver delregion lever av" in page.text
