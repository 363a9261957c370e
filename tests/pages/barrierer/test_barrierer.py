"""The barrier register as a reader meets it."""

import re

import pytest

from pages.known.advantages import assessments

ACTORS = ("state", "county", "municipality", "business")


def rows(page):
    """The register's rows as text: title, figures, findings, who."""
    return re.findall(r'<article class="barrier">(.*?)</article>', page.html, re.DOTALL)


def titles(page):
    return [re.search(r"<h3>(.*?)</h3>", row)[1] for row in rows(page)]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_barrier_stands_with_what_shows_it(show, catalogue, language):
    page = show("barrierer", lang=language)
    assert set(titles(page)) == {b.title[language].replace("'", "&#39;") for b in catalogue.barriers.values()}
    for row in rows(page):
        assert 'class="cite"' in row
        assert 'target="_blank"' in row
        assert 'class="chips"' in row
    for finding in catalogue.evidence.values():
        if finding.kind != "advantage":
            assert finding.statement[language] in page.text, finding.id


def test_given_conditions_come_last_and_apart(show, catalogue):
    page = show("barrierer")
    given = [b.title.nb for b in catalogue.barriers.values() if b.kind == "given"]
    assert set(titles(page)[-len(given) :]) == set(given)
    assert page.html.index("Dette kan ikke endres") < min(page.html.index(f"<h3>{title}") for title in given)
    assert "14 barrierer kan holde Osloregionen tilbake" in page.title


def test_the_best_documented_stand_first_and_what_the_figures_do_not_confirm_last(show, catalogue):
    page = show("barrierer")
    removable = [
        t for t in titles(page) if t not in {b.title.nb for b in catalogue.barriers.values() if b.kind == "given"}
    ]
    unconfirmed = [row for row in rows(page) if "Tallene bekrefter det ikke" in row]
    assert any("Dyrt å bo og leve" in row and "på linje" in row for row in unconfirmed)
    last = [re.search(r"<h3>(.*?)</h3>", row)[1] for row in unconfirmed]
    assert [t for t in removable if t in last] == removable[-len([t for t in last if t in removable]) :]
    assert "Tallene viser det også" in rows(page)[0]


@pytest.mark.parametrize("actor", ACTORS)
@pytest.mark.parametrize("form", ["screen", "sheet"])
def test_what_an_actor_can_do_stands_on_its_page_and_its_sheet(show, catalogue, actor, form):
    page = show("barrierer", actor=actor, form=form)
    own = [m for m in catalogue.measures.values() if m.actor == actor]
    listed = page.html.partition('<div class="can whole">')[2].partition("</div>")[0]
    assert listed.count("<li>") == len(own)
    assert all(m.text.nb in page.text for m in own)
    without = {
        b.title.nb
        for b in catalogue.barriers.values()
        if actor in b.who_can_act and not catalogue.measures_on(b, actor)
    }
    assert ("Vi fant ingen navngitte tiltak" in page.text) == bool(without)
    assert (rows(page) == []) == (form == "sheet")


def test_a_sheet_for_one_audience_says_so_in_its_title(show, catalogue):
    page = show("barrierer", actor="state", audience="talent", form="sheet")
    assert page.title == "Dette kan staten gjøre for talent"
    others = [m for m in catalogue.measures.values() if "talent" not in catalogue.barriers[m.barrier].affects]
    assert others
    assert not [m.id for m in others if m.text.nb in page.text]


def test_a_sheet_needs_an_actor(show):
    page = show("barrierer", form="sheet")
    (notice,) = page.notices
    assert "«sheet»" in notice


@pytest.mark.parametrize("actor", ACTORS)
def test_an_actor_gives_its_own_page(show, catalogue, actor):
    page = show("barrierer", actor=actor)
    assert page.title == catalogue.actors[actor].can.nb
    own = [b for b in catalogue.barriers.values() if actor in b.who_can_act]
    assert set(titles(page)) == {b.title.nb for b in own}
    every = sum(b.kind == "barrier" for b in catalogue.barriers.values())
    assert f"{sum(b.kind == 'barrier' for b in own)} av {every} barrierer, de best dokumenterte først" in page.text
    assert all("stressed" in row for row in rows(page))


def test_filters_narrow_together_and_an_empty_result_says_so(show, catalogue):
    page = show("barrierer", actor="county", audience="visitors", field="culture")
    wanted = {
        b.title.nb
        for b in catalogue.barriers.values()
        if "county" in b.who_can_act and "visitors" in b.affects and "culture" in catalogue.fields_of(b)
    }
    assert set(titles(page)) == wanted
    page = show("barrierer", actor="county", audience="cooperation", field="competence")
    if not titles(page):
        assert "Registeret har ingen barriere som passer" in page.text


def test_figures_stand_with_value_place_year_and_call(show, catalogue):
    page = show("barrierer")
    (row,) = [r for r in rows(page) if "Lite kjent ute i verden" in r]
    (found,) = assessments("NO08", catalogue.members("alliance"), indicators=("nights_foreign_per_1000",)).all
    assert found.call.kind == "weakness"
    assert f"nr. {found.measures.rank} av {found.measures.count + 1}, svakhet" in row
    assert f"({found.measures.period})" in row
    assert page.links["Utenlandske overnattinger per 1000 innbyggere"]["indicator"] == "nights_foreign_per_1000"


def test_without_figures_the_source_that_would_bring_them_is_named(show, catalogue):
    page = show("barrierer")
    for barrier in catalogue.barriers.values():
        if not barrier.indicators:
            (row,) = [r for r in rows(page) if f"<h3>{barrier.title.nb}</h3>" in r]
            assert "Ingen tall." in row
            assert barrier.missing.nb in row


def test_strategy_and_goals_stand_with_each_barrier(show, catalogue):
    page = show("barrierer", actor="county", field="culture")
    named = {name: activity.title.nb for name, activity in catalogue.activities.items()}
    goals = {number: goal.title.nb for number, goal in catalogue.goals.items()}
    for title in titles(page):
        barrier = next(b for b in catalogue.barriers.values() if b.title.nb == title)
        assert all(f"{name} {named[name]}" in page.text for name in barrier.activities)
        assert all(f"FNs mål {n}: {goals[n]}" in page.text for n in barrier.goals)


def test_a_link_opens_one_barrier_first(show, catalogue):
    page = show("barrierer", barrier="grid_and_land")
    assert titles(page)[0] == catalogue.barriers["grid_and_land"].title.nb
    assert len(titles(page)) == len(set(titles(page))) == len(catalogue.barriers)
    assert page.links["Lukk denne, og vis alle barrierer"] == {**page.query, "barrier": "none"}
    assert [fold.opened for fold in page.folds].count(True) == 1
    assert len(re.findall(r'<details class="fold[^>]* open>', page.html)) == 1


@pytest.mark.parametrize("query", [{"actor": "king"}, {"barrier": "nonsense"}, {"field": "sports"}, {"audience": "x"}])
def test_what_does_not_exist_is_named(show, query):
    page = show("barrierer", **query)
    (notice,) = page.notices
    (given,) = query.values()
    assert f"«{given}»" in notice
    assert "14 barrierer kan holde" in page.title


def test_few_peers_give_places_and_no_calls(show):
    page = show("barrierer", peers="nordic_capitals")
    assert "ikke vurdert" in page.text
    assert "svakhet" not in "".join(rows(page))
