"""What it would take, and the thought experiment."""

import pytest

from models.index.attractiveness import ROOT
from models.index.what_if import aim
from pages.barrierer.options import AIMS, experiment_options
from pages.known import releases
from pages.known.thought import score_figures, thought


@pytest.fixture(scope="module")
def peers(catalogue):
    return catalogue.members("alliance")


def test_it_opens_with_a_lag_that_can_be_counted(show, catalogue):
    opening = next(o for o in experiment_options(catalogue, releases.figures()) if o.name == "what1")
    assert opening.default({}) == "nights_foreign_per_1000"
    assert "1,8 mill. flere utenlandske overnattinger" in show("hva-skal-til").text
    page = show("hva-skal-til", what1="high_tech_employment", to1="middle")
    assert "Samme nivå som regionen midt på lista ville vært 17 000 flere sysselsatte i høyteknologi." in page.text


def test_the_places_are_the_models(show, peers):
    page = show("hva-skal-til", what1="gerd_pct_gdp", to1="quarter")
    level = aim(score_figures(1).values["gerd_pct_gdp"], 1, "NO08", peers, "quarter").level
    then = thought("NO08", peers, (("gerd_pct_gdp", level),), 1)
    median, low, high = then.ranks[ROOT].own
    assert f"nr. {median} av {then.ranks[ROOT].count} ({low}–{high} etter metodevalg)" in page.text
    today = releases.index().score(ROOT, "NO08")
    after = then.index.score(ROOT, "NO08")
    assert f"{today:.1f} → {after:.1f}".replace(".", ",") in page.text


def test_it_is_marked_as_a_thought_experiment_everywhere(show):
    page = show("hva-skal-til")
    assert page.text.count("Tankeeksperiment") >= 3
    assert "ikke en prognose" in page.text
    (chart,) = page.charts
    assert page.alt(chart.key).startswith("Tankeeksperiment")
    page = show("hva-skal-til", lang="en")
    assert "not a forecast" in page.text


@pytest.mark.parametrize("to", AIMS)
def test_every_level_stands(show, to):
    page = show("hva-skal-til", what1="high_tech_employment", to1=to, peer="SE11")
    assert page.query["to1"] == to
    if to.endswith("peer"):
        assert "Stockholm" in page.text
    assert ("Halvveis til" in page.text) == to.startswith("half_")


def test_what_is_reached_already_moves_nothing(show):
    page = show("hva-skal-til", what1="life_expectancy", to1="middle")
    assert "er alt på høyde med regionen midt på lista eller bedre" in page.text
    assert page.charts == []
    assert "Ingenting endrer seg" in page.text


def test_a_figure_that_weighs_nothing_moves_its_own_theme_alone(show):
    page = show("hva-skal-til", what1="nights_foreign_per_1000", to1="middle")
    assert "flere utenlandske overnattinger i året" in page.text
    # Visitors have a score of their own that weighs nothing in the total.
    rows = {row[:2]: row[2:] for row in page.exhibits["experiment"].rows.cells}
    before, after = rows["index", "score"]
    assert before == after
    before, after = rows["visitors", "score"]
    assert after > before


def test_three_figures_at_once_and_a_double_counts_once(show, peers):
    query = {"what1": "gerd_pct_gdp", "what2": "high_tech_employment", "what3": "gerd_pct_gdp", "to3": "quarter"}
    page = show("hva-skal-til", **query)
    assert "det første valget gjelder" in page.text
    table = score_figures(1).values
    changes = tuple(
        sorted((name, aim(table[name], 1, "NO08", peers, "middle").level) for name in ("gerd_pct_gdp", query["what2"]))
    )
    median, low, high = thought("NO08", peers, changes, 1).ranks[ROOT].own
    assert f"({low}–{high} etter metodevalg)" in page.text
    assert f"til nr. {median} av" in page.text


def test_few_peers_still_have_a_middle(show):
    page = show("hva-skal-til", peers="SE11", what1="gerd_pct_gdp", to1="quarter")
    assert "For få tall til å sammenligne" in page.text
    assert page.charts == []


def test_the_file_says_that_it_is_an_experiment_and_with_what(show, peers):
    (exhibit,) = show("hva-skal-til", what1="gerd_pct_gdp", to1="quarter").exhibits.values()
    level = aim(score_figures(1).values["gerd_pct_gdp"], 1, "NO08", peers, "quarter").level
    assert "tankeeksperiment" in exhibit.file_name
    assert exhibit.measure.startswith("Tankeeksperiment")
    assert "ikke en prognose" in exhibit.notices[0]
    assert exhibit.rows.columns == ("node", "what", "today", "experiment")
    node, what, today, then = exhibit.rows.cells[0]
    assert (node, what, then) == ("gerd_pct_gdp", "figure", level)
    assert today < then
    index = {cell[0]: cell[2:] for cell in exhibit.rows.cells if cell[1] == "score"}
    assert index[ROOT][0] == releases.index().score(ROOT, "NO08") < index[ROOT][1]
