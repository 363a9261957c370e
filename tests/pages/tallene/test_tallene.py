"""The pages about the figures, on published figures."""

import re

import pytest

from components.words.text import Speaker
from models.comparison.quality import by_status, quality
from models.index.attractiveness import ROOT, attractiveness, gives_points
from pages.tallene.formula import in_names

SAY = Speaker()


def test_the_catalogue_leads_to_each_indicators_own_page(show, catalogue):
    page = show("tallene")
    for name in catalogue.indicators:
        assert re.search(rf'href="/tallene\?[^"]*indicator={name}[&"]', page.html), name


def test_every_indicator_has_a_page_that_stands(show, catalogue, figures):
    shown = [i for i in catalogue.indicators.values() if i.id in figures and i.score]
    others = [
        next(i for i in catalogue.indicators.values() if test(i))
        for test in (
            lambda i: i.role == "series" and i.id in figures,
            lambda i: i.figures == "collector",
            lambda i: i.scope == "norway",
            lambda i: i.role == "context" and i.unusual,
        )
    ]
    for indicator in [*shown[::5], *others]:
        page = show("tallene", indicator=indicator.id)
        assert page.title == indicator.title.nb
        assert indicator.description.nb in page.text
        assert indicator.why.nb in page.text
        for _, address in catalogue.dataset_links(indicator):
            assert address in page.html


def test_an_indicators_page_shows_reach_scoring_series_and_release(show, catalogue):
    page = show("tallene", indicator="unemployment_rate_15_74")
    assert "Osloregionen har tall for 10 år, 2016–2025. 11 av 11 andre har 2025" in page.text
    assert "b = brudd i serien" in page.text
    low, high = catalogue.goalposts["unemployment_rate_15_74"]
    assert f"{SAY.number(high, 1)} % gir 0 poeng og {SAY.number(low, 1)} % gir 100" in page.text
    assert "isced11=TOTAL; sex=T; age=Y15-74; unit=PC" in page.text
    assert "Dette er første utgave" in page.text
    assert "CC BY 4.0" in page.text
    assert page.links["Vis på temasiden"]["indicator"] == "unemployment_rate_15_74"
    assert page.links["Se utregningen steg for steg"]["indicator"] == "unemployment_rate_15_74"
    assert re.search(r'href="/tallene\?[^"]*indicator=youth_unemployment_15_29[&"]', page.html)


def test_what_is_not_scored_says_so(show, catalogue):
    name = "adult_learning_25_64"
    page = show("tallene", indicator=name)
    assert "Gir ikke poeng: det nyeste tallet for Oslo og Viken er fra 2021" in page.text
    assert "Vekt i temaet" not in page.text
    assert "Se utregningen steg for steg" not in page.links
    row = next(r for r in re.findall(r"<tr>.*?</tr>", show("tallene").html) if f"indicator={name}&" in r)
    assert "Gir ikke poeng" in row
    # In the index of 2026.1 visitors had too few figures for a score.
    foreign = "nights_foreign_per_1000"
    assert gives_points(catalogue, catalogue.indicators[foreign])
    assert not gives_points(catalogue.at("2026.1"), catalogue.at("2026.1").indicators[foreign])


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("working_age_growth_5y", "100 × («Innbyggere 15–64 år» / «Innbyggere 15–64 år» 5 år før − 1)"),
        ("coe_lq_c", "/ («Lønn: industri» (EU) / «Lønn: alle næringer» (EU))"),
        ("nights_seasonality_gini", "ujevnhet mellom månedene («Per måned, eget land» + «Per måned, utlandet»)"),
        ("local_units", "Beregnet av oss ut fra publiserte tall."),
    ],
)
def test_a_computation_is_told_with_the_indicators_names(catalogue, name, words):
    assert words in in_names(SAY, catalogue, catalogue.indicators[name].derivation)


def test_an_indicator_without_figures_says_why(show):
    page = show("tallene", indicator="gfcf_meur")
    assert "Vi har ikke tallet ennå; det finnes hos utgiveren." in page.text
    assert page.charts == []


def test_many_regions_give_way_to_the_fixed_ones(show):
    page = show("tallene", indicator="pm25", peers="europe")
    assert "Viser de 25 faste regionene" in page.text


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


def test_quality_counts_are_the_models(show, figures, catalogue):
    from datetime import UTC, datetime

    peers = catalogue.members("alliance")
    every = [
        quality(figures, catalogue, i, "NO08", peers, datetime.now(UTC).year)
        for i in catalogue.indicators.values()
        if i.role != "series" and i.scope == "europe"
    ]
    groups = by_status(every)
    known = len(every) - len(groups["none"])
    page = show("kvalitet")
    assert f"{len(groups['good'])} av {known} tall er nye nok og finnes for de fleste" in page.text
    titles = page.folded
    assert f"Gamle tall ({len(groups['old'])})" in titles
    assert f"Uten tall for Osloregionen ({len(groups['none'])})" in titles


def test_quality_of_one_theme(show, catalogue):
    page = show("kvalitet", theme="visitors")
    assert catalogue.indicators["nights_total"].title.nb in page.text
    assert catalogue.indicators["unemployment_rate_15_74"].title.nb not in page.text


def test_sources_have_their_licence_and_the_line_to_show(show, catalogue):
    page = show("kilder")
    for publisher in catalogue.publishers.values():
        assert publisher.attribution.nb in page.text
        assert publisher.licence_url in page.html
    assert any(label.startswith("Datasett fra Eurostat (") for label in page.folded)
    assert "Alle datautgaver" in page.text
