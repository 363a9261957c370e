"""Delregionene: where the population grows and where the jobs are, in both languages and from any address."""

import re

import pytest

from components.words.text import Speaker
from models.inside import nuts3
from models.inside.subregion_profiles import MunicipalFigures
from models.inside.subregions import Sums, parts
from pages.regionen.bars import renumbered_notice


@pytest.fixture(scope="module")
def numbers(figures, catalogue):
    return MunicipalFigures.of(figures, catalogue)


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_first_lines_answer_where_people_and_jobs_are(show, numbers, catalogue, language):
    page = show("delregioner", lang=language)
    own = [numbers.profile(part, 2012) for part in parts(catalogue, "economic", "NO08")]
    growing = max(own, key=lambda p: p.growth)
    surplus = [p.part.name for p in sorted(own, key=lambda p: -p.job_ratio) if p.job_ratio > 100]
    assert growing.part.name in page.title
    summary = re.search(r'class="summary">(.*?)</p>', page.html)[1]
    assert surplus == ["Oslo", "Kongsberg"]
    assert Speaker(language).listing(surplus) in summary
    assert {"nb": "målt som Oslo og Viken", "en": "measured as Oslo and Viken"}[language] in page.text
    assert len(page.charts) == 5
    assert page.html.count('class="source"') == 6  # five exhibits and the table of all figures


def test_every_sub_region_stands_in_the_table_with_its_figures(show, numbers, catalogue):
    page = show("delregioner", around="none")
    say = Speaker()
    for part in parts(catalogue, "economic", "NO08"):
        profile = numbers.profile(part, 2012)
        rows = [r for r in re.findall(r"<tr>.*?</tr>", page.html) if f">{part.name}</th>" in r]
        row = max(rows, key=lambda r: r.count("<td"))  # the table of all figures has most columns
        for number in (say.number(profile.population), say.number(profile.growth, 1), say.number(profile.job_ratio)):
            assert number in row
        assert say.quantity(profile.immigrants_share, 1, "%") in row
    assert ">Hamar</th>" not in page.html
    assert ">Hamar *</th>" in show("delregioner").html


def test_counties_have_newer_figures_and_say_where_from(show, figures):
    page = show("delregioner", level="county")
    rows = figures.indicator("population_total")
    newest = max(str(p) for p in rows.loc[rows["region"] == "NO084", "period"])
    assert f"Folketall {newest}" in page.text
    assert "deretter fra Eurostat" in page.text
    assert "Akershus" in page.title
    assert "Registrert ledige" in page.text


def test_a_sub_region_is_pointed_out(show):
    marked = show("delregioner", part="follo")
    assert re.search(r'<tr class=marked><th scope="row">Follo</th>', marked.html)
    assert not re.search(r'<tr class=marked><th scope="row">Follo</th>', show("delregioner").html)


def test_peers_that_cannot_be_compared_are_named_with_the_reason(show, figures, catalogue):
    page = show("delregioner")
    found = nuts3.growing(figures, catalogue, "population_total", catalogue.members("alliance"), 2022, 2025)
    notices = re.findall(r"<li>Kan ikke sammenlignes: (.*?)</li>", page.html)
    assert {one.why_not for one in found} == {None, "one_area", "borders_changed", "break"}
    for one in found:
        named = [n for n in notices if catalogue.region_name(one.region, "nb", short=True) in n]
        assert len(named) == (one.why_not is not None), one.region
    assert "er ett område i statistikken" in page.text
    assert "brudd i serien i perioden" in page.text
    by_output = show("delregioner", beside="gdp")
    assert "verdiskaping per innbygger" in by_output.text
    assert "gamle delene av regionen" in by_output.text


def test_parts_with_the_same_figure_are_named_together(show):
    title = show("delregioner").exhibits["beside"].finding
    assert title == "Osloregionen: Akershus vokste raskest, Buskerud og Østfold saktest"


def test_membership_is_dated_and_its_gaps_are_said(show, catalogue):
    page = show("delregioner")
    assert "Ingen kilde vi har funnet, har en komplett og datert liste" in page.text
    for note in catalogue.within.membership:
        assert note.statement.nb in page.text
    assert "Teksten er bevart uten adresse" in page.text
    assert catalogue.within.missing["industries_by_municipality"].reason.nb in page.text


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ({"level": "municipality"}, "municipality"),
        ({"around": "NO09"}, "NO09"),
        ({"since": "1999"}, "1999"),
        ({"since": "2022"}, "2022"),  # no growth since the last year
        ({"part": "follo", "level": "county"}, "follo"),
        ({"part": "hamar", "around": "none"}, "hamar"),
        ({"part": "hamar"}, None),
        ({"part": "32", "level": "county", "since": "2001"}, None),
        ({"beside": "happiness"}, "happiness"),
        ({"peers": "SE11"}, None),  # a peer without parts
    ],
    ids=str,
)
def test_any_address_gives_a_whole_page(show, query, ignored):
    page = show("delregioner", **query)
    assert len(page.notices) == (ignored is not None)
    if ignored:
        assert f"«{ignored}»" in page.notices[0]
    assert len(page.charts) == 5


def test_what_may_be_said_names_definition_year_and_source_in_both_languages(show):
    page = show("delregioner")
    quoted = page.quotes("nb")
    assert len(quoted) == 3
    assert all("kilde: SSB" in text for text in quoted)
    assert all("delregioner i Osloregionen, målt som Oslo og Viken; tall for " in text for text in quoted)
    english = page.quotes("en")
    assert len(english) == 3
    assert all("source: SSB" in text for text in english)
    assert all("sub-regions of the Oslo Region, measured as Oslo and Viken; figures for " in text for text in english)
    assert any(text.startswith("I Osloregionen har bare Oslo og Kongsberg flere jobber") for text in quoted)


def test_a_series_under_new_numbers_says_so():
    assert renumbered_notice(Speaker("nb"), Sums({})) == []
    (said,) = renumbered_notice(Speaker("nb"), Sums({}, (), ("2024", "2025")))
    assert said == "Fra 2024 står tallene under kommunenes nye numre. Områdene er de samme."
    (said,) = renumbered_notice(Speaker("en"), Sums({}, (), ("2024",)))
    assert said.startswith("From 2024 on")
