"""Sentences on what goes on inside the region."""

from components.words.inside import inhabitants
from components.words.text import NBSP, Speaker

NB, EN = Speaker("nb"), Speaker("en")


def test_how_many_live_here_in_the_alliance_and_in_what_is_measured(catalogue):
    note = catalogue.within.alliance
    assert inhabitants(NB, note, "målt som Oslo og Viken", 2_050_625, "2025").replace(NBSP, " ") == (
        "65 kommuner med om lag 2,2 millioner innbyggere (2022); "
        "tallene her er målt som Oslo og Viken, 2,05 millioner (2025)."
    )
    assert inhabitants(EN, note, "measured as Oslo and Viken", 2_050_625, "2025") == (
        "65 municipalities with about 2.2 million inhabitants (2022); "
        "the figures here are measured as Oslo and Viken, 2.05 million (2025)."
    )


def test_what_is_not_known_is_not_said():
    assert inhabitants(NB, None, "målt som Oslo og Viken", None, "") == ""
    assert inhabitants(NB, None, "målt som Oslo kommune", 709_037, "2023") == (
        "Tallene her er målt som Oslo kommune, 0,71 millioner (2023)."
    )
