"""The README's recipe: one entry makes an indicator."""

import shutil

import pandas as pd
import pytest

from models.catalogue import load_catalogue
from models.catalogue.loading import HERE
from models.figures.observations import Figures, tidy
from models.search.search import search
from pages.choices import shown_indicators

ENTRY = """
[[indicator]]
id = "remote_work_share"
subtheme = "labour_market"
role = "context"
direction = "none"
why = { nb = "Vises uten poeng i denne prøven.", en = "Shown without a score in this test." }
unit = "percent_employed"
decimals = 1
publisher = "Eurostat"
dataset = "lfst_r_lfe2emp"
filter = { age = "Y15-64", sex = "T", unit = "PC" }
composition = { rule = "weighted", by = "employed_15_64" }
licence = "eurostat"
max_age = 3
title = { nb = "Sysselsatte på fjernkontor", en = "Employed people working remotely" }
short = { nb = "Fjernkontor", en = "Remote work" }
description = { nb = "Andelen som ikke jobber hos arbeidsgiveren.", en = "The share working elsewhere." }
search = { nb = ["hjemmekontor"], en = ["home office"] }
"""
NEW = "remote_work_share"


@pytest.fixture
def extended(tmp_path):
    """The catalogue with one entry more."""
    folder = shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    with (folder / "indicators" / "talent.toml").open("a", encoding="utf-8") as file:
        file.write(ENTRY)
    return load_catalogue(folder)


def some_figures(indicator):
    """Figures of one indicator for three regions."""
    regions = ["NO08", "SE11", "DK01"]
    columns = {
        "indicator": [indicator] * 3,
        "region": regions,
        "period": ["2024"] * 3,
        "value": [31.2, 33.4, 29.9],
        "flag": ["", "", "b"],
        "series": [f"{indicator}.1"] * 3,
    }
    return Figures.of(1, tidy(columns), pd.DataFrame())


def test_one_entry_is_one_indicator_more_and_nothing_else(catalogue, extended):
    assert extended.indicators.keys() - catalogue.indicators.keys() == {NEW}
    assert extended.indicators[NEW].theme == "talent"
    assert extended.scored == catalogue.scored


def test_it_stands_on_its_themes_page_as_soon_as_it_has_figures(extended):
    assert shown_indicators(extended, some_figures(NEW), "talent") == (NEW,)
    assert NEW not in shown_indicators(extended, some_figures("tertiary_25_64"), "talent")
    assert shown_indicators(extended, some_figures(NEW), "visitors") == ()


@pytest.mark.parametrize("text", ["fjernkontor", "hjemmekontor", "working remotely", "home office"])
def test_it_is_found_in_both_languages_by_title_and_synonym(catalogue, extended, text):
    assert search(extended, text)[0].id == NEW
    assert NEW not in [hit.id for hit in search(catalogue, text)]
