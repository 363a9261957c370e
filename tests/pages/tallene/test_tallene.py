"""The pages about the figures, on published figures."""

import re

import pytest

from components.words.text import Speaker
from models.index.attractiveness import gives_points
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
