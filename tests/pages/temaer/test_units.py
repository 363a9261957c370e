"""Klynger with the register's counts, as after a refresh; before one, who has them is told and no frame is empty."""

import shutil

import pandas as pd
import pytest

from data_sources.store import engine as store
from data_sources.store.summary import Summary
from data_sources.store.writer import Renewal, write_release
from models.figures.revisions import Counts
from tests.kept import looking_at
from tests.pages.shown import Shown

MISSING = "Vi har ikke tallene ennå, og kan derfor ikke si hvor foretakene og arbeidsstedene i klyngenes næringer er."
COUNTED = ("enterprises_it", "workplaces_it", "workplaces_film")


@pytest.fixture(scope="module", autouse=True)
def refreshed(database_url, tmp_path_factory, catalogue):
    """Ten units of each kind in every municipality but one of Hallingdal, 2 500 in Oslo; of film, workplaces alone."""
    path = tmp_path_factory.mktemp("units") / "figures.sqlite"
    shutil.copyfile(database_url.removeprefix("sqlite:///"), path)
    codes = [code for code, m in catalogue.within.municipalities.items() if m.name != "Gol"]
    rows = [(name, code, "2026-11", 2500.0 if code == "0301" else 10.0, "") for name in COUNTED for code in codes]
    series = [(name, name, "Brønnøysundregistrene", "enheter", "", "", "", "http://127.0.0.1/") for name in COUNTED]
    columns = ["id", "indicator", "publisher", "dataset", "dimensions", "unit", "derived", "origin"]
    made = Renewal(
        pd.DataFrame(columns=["series_id", "region", "period"]),
        pd.DataFrame(rows, columns=["series_id", "region", "period", "value", "flag"]),
        pd.DataFrame(series, columns=columns),
        Summary("refresh", Counts(len(rows)), indicators={name: Counts(len(codes)) for name in COUNTED}),
    )
    write_release(store.create(f"sqlite:///{path}"), 1, made)
    with looking_at(f"sqlite:///{path}"):
        yield


def test_enterprises_and_workplaces_stand_beside_each_other_by_sub_region():
    page = Shown("klynger")
    assert page.query["units"] == "it"
    assert MISSING not in page.text
    enterprises, workplaces = page.exhibits["enterprises"], page.exhibits["workplaces"]
    # Without Gol the region has no sum, and Hallingdal no bar.
    assert enterprises.finding == "Oslo har flest foretak i datatjenester: 2\u00a0500"
    assert workplaces.finding == "Oslo har flest arbeidssteder i datatjenester: 2\u00a0500"
    assert enterprises.measure == "Foretak i datatjenester og programmering, november 2026"
    assert "Ikke vist, fordi tall for en eller flere kommuner mangler: Hallingdal." in enterprises.notices
    rows = {row[1]: row[3] for row in enterprises.rows.cells}
    assert (rows["Oslo"], rows["Kongsberg"] % 10) == (2500, 0)
    assert "Hallingdal" not in rows
    assert page.choice("Næring").words == ("Datatjenester", "Film og musikk")


def test_an_industry_counted_in_one_way_stands_alone_in_both_languages():
    page = Shown("klynger", units="film", lang="en")
    assert page.notices == []
    assert "enterprises" not in page.exhibits
    assert page.exhibits["workplaces"].finding == "Oslo has the most workplaces in film and music: 2,500"
    claim = page.exhibits["workplaces"].claims[0].text["en"]
    assert claim.startswith(
        "Oslo has the most workplaces in film and music: 2,500 (sub-regions of the Oslo Region, measured as Oslo and "
        "Viken; figures for November 2026"
    )


def test_before_a_refresh_who_has_them_is_told(database_url):
    with looking_at(database_url):
        page = Shown("klynger")
        assert "units" not in page.query
        assert MISSING in page.text
        assert "https://www.brreg.no" in page.html
        assert not {"enterprises", "workplaces"} & page.exhibits.keys()
