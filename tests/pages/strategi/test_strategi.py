"""The strategy's page: in one screen, in detail, on paper, in both languages, and with a second strategy."""

import re
import shutil
from datetime import date

import pandas as pd
import pytest

from components.words.text import Speaker
from components.words.wording import within
from models.catalogue import load_catalogue
from models.catalogue.loading import HERE
from models.strategy.progress import every, leading, progress, tally
from pages.known import releases
from pages.strategi.readings import years_rows
from tests.kept import put_aside
from tests.models.catalogue.next_strategy import NEXT

CAUTION = "Tallene viser utviklingen på feltet, ikke virkningen av aktiviteten."


@pytest.fixture(scope="module")
def found(figures, catalogue):
    return progress(figures, catalogue, catalogue.strategies["2021-2024"], "NO08", catalogue.members("alliance"))


@pytest.mark.parametrize("language", ["nb", "en"])
def test_one_screen_says_where_we_stand_and_lists_every_activity(show, found, language):
    page, say = show("strategi", lang=language), Speaker(language)
    counted = tally(leading(found.activities))
    measured = sum(bool(part.leading) for part in found.activities)
    for number in (measured, len(found.activities)):
        assert re.search(rf"\b{number}\b", page.title)
    told = re.search(r'class="summary">(.*?)</p>', page.html)[1]
    for number in (counted.ahead, counted.ahead + counted.behind):
        assert re.search(rf"\b{number}\b", told)
    for reading in [r for r in leading(found.activities) if r.verdict == "better"][:4]:
        assert within(say.of(reading.indicator.title)) in told
    for field, parts in found.fields:
        assert f"{field.number} {say.of(field.title)}" in page.links
        for part in parts:
            assert say.of(part.of.title) in page.text
    assert page.text.count(say(CAUTION)) == 1
    assert say.date(date(2024, 12, 31)) in page.text
    assert 'class="spark"' in page.html


@pytest.mark.parametrize("query", [{}, {"field": "attractiveness"}], ids=str)
def test_better_is_said_of_the_middle_and_tendencies_are_not_called_clear(show, found, query):
    page = show("strategi", **query)
    assert any(r.place and r.place.call and r.place.call.kind == "tendency" for r in leading(found.activities))
    assert re.search(r"bedre enn midten av de andre på \d+ av \d+ tall med styrke, svakhet eller tendens", page.text)
    assert "bedre enn de andre" not in page.text
    assert "klar forskjell" not in page.text


@pytest.mark.parametrize(
    ("by", "card", "name", "code"),
    [
        ("activities", "2 Klima og miljø", "field", "climate"),
        ("goals", "13 Stoppe klimaendringene", "goal", "13"),
    ],
)
def test_cards_open_their_field_or_goal_and_the_address_says_so(show, by, card, name, code):
    page = show("strategi", by=by)
    page = page.follow(card)
    assert page.query[name] == code
    assert '<h2 class="part">' in page.html


@pytest.mark.parametrize("language", ["nb", "en"])
def test_climate_says_what_there_is_what_is_missing_and_who_has_it(show, catalogue, language):
    page, say = show("strategi", by="goals", goal="13", lang=language), Speaker(language)
    assert (
        page.title
        == {
            "nb": "13 Stoppe klimaendringene: Oslos utslipp falt 28 prosent fra 2009 til 2022, "
            "mot et mål på 95 prosent innen 2030",
            "en": "13 Climate action: Oslo’s emissions fell 28 per cent from 2009 to 2022, "
            "against a goal of 95 per cent by 2030",
        }[language]
    )
    first = page.html.index(say.of(catalogue.evidence["B60"].statement))
    assert first < page.html.index(say.of(catalogue.indicators["passenger_cars_per_1000"].title))
    assert catalogue.evidence["B60"].address in page.html
    assert say.of(catalogue.indicators["passenger_cars_per_1000"].title) in page.text
    assert say.of(catalogue.indicators["greenhouse_gas_emissions"].title) in page.text
    question = catalogue.questions["climate_emissions"]
    assert say.of(question.answer) in page.text
    for holder in question.holders:
        assert f'href="{holder.url}"' in page.html


def test_a_field_shows_each_figure_with_value_place_years_and_source(show, found):
    page, say = show("strategi", field="attractiveness"), Speaker()
    (parts,) = [parts for field, parts in found.fields if field.id == "attractiveness"]
    for reading in leading(parts):
        assert say.of(reading.indicator.title) in page.text
        assert say.number(reading.value, reading.indicator.decimals) in page.text.replace("\u202f", "\u00a0").replace(
            " ", "\u00a0"
        )
        assert reading.indicator.datasets[0] in page.text
    rows = page.html.count('<tr><th scope="row"')
    assert page.html.count('class="spark"') == rows == sum(len(part.leading) + len(part.more) for part in parts)
    assert f"{len(parts[0].more)} tall til på feltet" in page.folded


def test_a_question_is_answered_once_however_often_it_comes_up(show, catalogue):
    page = show("strategi", field="climate")
    assert page.text.count(catalogue.questions["climate_emissions"].answer.nb) == 1


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_report_holds_everything_and_hides_nothing(show, found, language):
    page, say = show("strategi", form="report", lang=language), Speaker(language)
    assert page.folds == []
    assert '<details class="fold' not in page.html
    assert page.html.count('<section class="part">') == len(found.activities) + len(found.goals)
    readings = every((*found.activities, *found.goals))
    (listed,) = re.findall(r'<div class="table".*?</table>', page.html)
    assert listed.count("<tr>") == len(readings) + 1
    for reading in readings:
        assert say.of(reading.indicator.title) in page.text
    assert "<style>@page" in page.html  # paper and running line
    assert f'<button class="print" type="button" data-print>{say("Skriv ut siden")}</button>' in page.html


def test_the_file_holds_the_years_that_the_small_charts_draw(found, figures):
    (climate,) = [part for part in found.goals if part.key == "13"]
    made = years_rows("NO08", climate.leading)
    rows = pd.DataFrame(made.cells, columns=made.columns)
    cars = figures.indicator("passenger_cars_per_1000")
    published = cars.loc[cars["region"] == "NO08", ["period", "value"]].astype({"period": str})
    drawn = list(zip(rows["period"].astype(str), rows["value"], strict=True))
    assert drawn == list(published.itertuples(index=False, name=None))
    assert drawn
    assert set(rows["region"]) == {"NO08"}


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"field": "climat"}, "climat"),
        ({"goal": "8"}, "8"),
        ({"goal": "13 "}, "13 "),
        ({"by": "people"}, "people"),
        ({"form": "pdf"}, "pdf"),
        ({"strategy": "2025-2028"}, "2025-2028"),
        ({"field": "<script>alert(1)</script>"}, "<script>alert(1)</script>"),
        ({"by": "goals", "goal": "12", "field": "climate"}, None),
    ],
    ids=str,
)
def test_no_address_breaks_it(show, query, named):
    page = show("strategi", **query)
    assert "<script>alert" not in page.html
    assert len(page.notices) == (named is not None)
    if named is not None:
        assert f"«{named}»" in page.notices[0]


@pytest.fixture
def _with_next(tmp_path, monkeypatch):
    """The pages with a second strategy in the catalogue."""
    folder = shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    (folder / "strategy" / "2025-2028.toml").write_text(NEXT, encoding="utf-8")
    extended = load_catalogue(folder)
    with monkeypatch.context() as patch, put_aside():
        patch.setattr(releases, "catalogue", lambda: extended)
        yield


@pytest.mark.usefixtures("_with_next")
def test_a_next_strategy_is_shown_at_once_and_the_old_one_stays_a_choice(show):
    page = show("strategi")
    assert page.query["strategy"] == "2025-2028"
    assert "Gjøre det lettere å komme hit" in page.text
    assert "Oppdiktet strategi 2025–2028" in page.text
    assert len(page.choice("Strategi").codes) == 2
    older = show("strategi", strategy="2021-2024", field="climate")
    assert "Verne natur og arter" in older.text
    assert "Gjøre det lettere å komme hit" not in older.text
