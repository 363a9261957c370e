"""How the points come about, with the view's own numbers."""

import re

import pytest

from components.words.text import Speaker
from models.index.attractiveness import ROOT, attractiveness

SAY = Speaker()


@pytest.fixture(scope="module")
def index(figures, catalogue):
    return attractiveness(figures, catalogue, list(dict.fromkeys([*catalogue.reference_regions, "NL32"])))


@pytest.mark.parametrize("name", ["unemployment_rate_15_74", "working_age_growth_5y", "gerd_pct_gdp"])
def test_the_method_is_shown_with_this_views_own_numbers(show, index, catalogue, name):
    page = show("metode", indicator=name)
    indicator = catalogue.indicators[name]
    theme = indicator.theme
    points = index.score(name, "NO08")
    assert f"får {SAY.number(points, 1)} poeng" in page.text
    assert f"= {SAY.number(index.score(theme, 'NO08'), 1)}" in page.text
    assert f"Snittet av temaene er {SAY.number(index.score(ROOT, 'NO08'), 1)}" in page.text
    assert "nr. 5 av 11 (4–6 etter metodevalg)" in page.text
    assert len(page.charts) == 2


@pytest.mark.parametrize("name", ["unemployment_rate_15_74", "working_age_growth_5y"])
def test_the_formula_gives_the_points(show, name):
    """Whoever computes it by hand from the page gets the page's own answer."""
    page = show("metode", indicator=name)
    formula = next(f for f in re.findall(r'class="formula">([^<]+)<', page.html) if f.startswith("100"))
    left, _, right = formula.replace("−", "-").replace("×", "*").replace(",", ".").partition(" = ")
    numbers = [float(n) for n in re.findall(r"(?<![\d.])-?\d+(?:\.\d+)?", left.replace(" - ", " | "))]
    _, value, worst, best, again = numbers
    assert worst == again
    assert 100 * (value - worst) / (best - worst) == pytest.approx(float(right), abs=0.0501)  # one decimal is shown


def test_other_peers_change_the_place_and_nothing_else(show):
    def formulas(page):
        return re.findall(r'class="formula">([^<]+)<', page.html)

    one, other = show("metode"), show("metode", peers="nordic_capitals")
    assert formulas(one) == formulas(other)
    assert "av 11 (" in one.text
    assert "av 11 (" not in other.text
