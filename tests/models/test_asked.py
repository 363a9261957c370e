"""What residents of a city answered: the newest answer to each question, with its margin, apart from all scores."""

import pytest

from models.asked import answers, questions_of

ALLIANCE = ("SE11", "DK01", "FI1B", "SE23", "DE60", "DE30", "NL32", "AT13", "CH04", "DE21", "IE06")


@pytest.fixture(scope="module")
def living(figures, catalogue):
    return {a.indicator.id: a for a in answers(figures, catalogue, "living", "NO08", ALLIANCE)}


def test_of_two_series_of_one_question_the_newest_answers(figures, catalogue, living):
    assert "qol_satisfied_city" in living
    assert "percep_satisfied_city" not in living
    assert "percep_trust" in living
    asked = [q.id for q in questions_of(catalogue, figures, "visitors")]
    assert asked == ["qol_satisfied_culture", "qol_satisfied_public_spaces"]


def test_the_margin_is_that_of_the_sample(living):
    answer = living["qol_satisfied_city"]
    assert answer.comparison.value == 93.72
    assert answer.margin == pytest.approx(1.96 * (1.4 * 0.9372 * 0.0628 / 850) ** 0.5 * 100)
    assert answer.margin == pytest.approx(1.9, abs=0.05)


def test_a_difference_within_the_margin_is_none(living):
    close = living["qol_satisfied_city"]  # 93.7 among cities around 92
    assert close.side == 0
    assert close.places[0] < close.places[1]
    housing = living["qol_affordable_housing"]  # 22.7, hardly a city is as dear as Copenhagen or Munich
    assert housing.side in (-1, 1)


def test_goteborg_was_not_asked_and_malmo_is_not_in_its_place(living):
    for answer in living.values():
        assert "SE23" not in answer.comparison.rows.index
        assert "SE22" not in answer.comparison.rows.index


def test_answers_stand_beside_figures_of_the_region_and_give_no_points(catalogue, figures):
    asked = [i for i in catalogue.indicators.values() if i.asked]
    assert len(asked) == 23
    for one in asked:
        assert one.role == "context"
        assert one.caution is not None
        assert one.survey == "cities"
        assert {catalogue.indicators[name].asked for name in one.asked.beside} <= {None}
        regions = set(figures.indicator(one.id)["region"].astype(str))
        assert regions <= catalogue.cities.keys()
