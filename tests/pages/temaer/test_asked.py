"""What residents answer stands beside what is measured, told apart; and the page of an earlier index."""

import pytest

from models.index.attractiveness import gives_points


def test_answers_stand_beside_the_regions_figures_with_their_margin(show):
    page = show("levekar")
    answers = page.exhibits["answers"]
    assert answers.finding.startswith("Oslo er klart over midten av byene på ")
    assert "± er feilmarginen (95 %)" in answers.measure
    assert "94 % ± 2" in answers.body.replace("\u00a0", " ")
    assert "Målt i hele regionen" in answers.body
    assert "Tyngende boutgifter: 12,2 % (2021)" in answers.body.replace("\u00a0", " ")
    assert any("ikke fra hele regionen, og gir aldri poeng" in notice for notice in answers.notices)
    assert any(notice.endswith("Göteborg.") for notice in answers.notices)
    english = show("levekar", lang="en").exhibits["answers"]
    assert english.finding.startswith("Oslo is clearly above the middle city on ")
    assert "94% ± 2" in english.body


def test_no_question_apart_from_the_middle_is_said_as_none(show):
    answers = show("besokende").exhibits["answers"]
    assert answers.finding == "Oslo er verken klart over eller klart under midten av byene på noe spørsmål"


@pytest.mark.parametrize(("slug", "there"), [("talent", True), ("besokende", True), ("investering", False)])
def test_only_themes_with_questions_have_answers(show, slug, there):
    assert ("answers" in show(slug).exhibits) == there


def test_an_answer_speaks_of_the_city_not_of_the_region(show):
    page = show("levekar", indicator="qol_satisfied_schools")
    ranking = page.exhibits["ranking"]
    assert ranking.finding.startswith("Oslo")
    assert "Osloregionen" not in ranking.finding
    assert any("ikke et tall for regionen" in notice for notice in ranking.notices)


def test_answers_give_no_points_and_stand_apart_from_the_other_figures(show, catalogue):
    asked = [i for i in catalogue.indicators.values() if i.asked]
    assert not any(gives_points(catalogue, i) for i in asked)
    apart = {row[0] for row in show("levekar", shown="all").exhibits["all-figures"].rows.cells}
    assert not apart & {i.id for i in asked}


def test_a_window_of_years_is_told_instead_of_its_last_year(show):
    page = show("samarbeid", indicator="h2020_participations_per_100k")
    ranking = page.exhibits["ranking"]
    assert "2014–2020" in ranking.measure
    assert ranking.source.years == "tall for 2014–2020"


def test_the_method_page_tells_what_moved_and_that_a_changed_list_is_no_climb(show):
    text = show("metode").text
    assert "Hva er endret siden indeks 2026.1, og hvorfor?" in text
    assert "Si aldri at regionen har klatret" in text
    assert "nr. 6 av 11 (4–7)" in text
    assert "nr. 5 av 11 (4–6)" in text
    assert "62 prosent av vekten" in text
    assert "Voksne som tar kurs eller utdanning er ute." in text
