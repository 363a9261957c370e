"""Sentences on what goes on inside the region."""

import pytest

from components.words.inside import inhabitants, spread
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


@pytest.mark.parametrize(
    ("say", "by", "figures", "told"),
    [
        (NB, "growth", (1.5, 1.0, 1.0), "Oslo: Akershus vokste raskest, Buskerud og Østfold saktest"),
        (EN, "growth", (1.5, 1.5, 1.0), "Oslo: Akershus and Buskerud grew fastest, Østfold slowest"),
        (
            NB,
            "gdp",
            (9, 9, 8),
            "Oslo: Akershus og Buskerud har høyest verdiskaping per innbygger, Østfold lavest",
        ),
        (
            EN,
            "gdp",
            (9, 8, 8),
            "Oslo: highest output per inhabitant in Akershus, lowest in Buskerud and Østfold",
        ),
        (NB, "growth", (1.0, 1.0, 1.0), "Oslo: delene vokste like raskt"),
        (EN, "gdp", (9, 9, 9), "Oslo: the parts have the same output per inhabitant"),
    ],
)
def test_all_parts_with_the_highest_or_lowest_figure_are_named(say, by, figures, told):
    parts = list(zip(("Akershus", "Buskerud", "Østfold"), figures, strict=True))
    assert spread(say, parts, "Oslo", by) == told
