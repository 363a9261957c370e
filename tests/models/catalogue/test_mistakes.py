"""Mistakes in the catalogue: all of them are named at once, each with file and key, and nothing that only follows."""

import dataclasses

import pytest

from models.catalogue import load_catalogue
from models.catalogue.loading import HERE

TALENT, LIVING, VISITORS = (f"indicators/{theme}.toml" for theme in ("talent", "living", "visitors"))
INVESTMENT = "indicators/investment.toml"
STRATEGY = "strategy/2021-2024.toml"


def test_a_copy_of_the_catalogue_loads(folder, catalogue):
    copied = load_catalogue(folder.path)
    for field in dataclasses.fields(catalogue):
        assert getattr(copied, field.name) == getattr(catalogue, field.name)


def test_a_dozen_mistakes_of_a_dozen_kinds_are_all_named_and_nothing_else(folder):
    folder.replace(TALENT, "subtheme", 'theme = "tallent"\nsubtheme', after='id = "employment_rate_tertiary"')
    folder.replace(TALENT, 'unit = "percent', 'unit = "prosent', after='id = "early_leavers"')
    folder.replace(TALENT, '"lower_better"', '"down"', after='id = "neet_15_29"')
    folder.replace(INVESTMENT, "weight = 0.5,", "weight = 0.6,", after='id = "high_tech_employment"')
    folder.append(VISITORS, folder.entry(LIVING, "pm25"))
    folder.replace(LIVING, 'short = { nb = "', 'short = { nb = "Et navn for langt for kortet ', after='id = "arope"')
    folder.replace("questions.toml", ', en = "How many foreign investment projects does the region win?"', "")
    folder.replace("units.toml", "title", "colour = 1\ntitle", after="[percent_gdp]\n")
    folder.replace("peers.toml", '"SE11"', '"SE99"', after='id = "capitals"')
    folder.replace(LIVING, 'activities = ["3.1"]', 'activities = ["9.9"]', after='id = "life_expectancy"')
    folder.replace(LIVING, 'periods = ["2020"]', 'periods = ["20x0"]', after='id = "physicians_per_100000"')
    folder.replace("regions.csv", "nuts2", "nuts9", after="\nSE11,")
    expected = {
        (TALENT, "employment_rate_tertiary.theme"): "unknown theme 'tallent'",
        (TALENT, "early_leavers.unit"): "unknown unit 'prosent_18_24'",
        (TALENT, "neet_15_29.direction"): "(got 'down')",
        (INVESTMENT, "investment.knowledge"): "weights of the group sum to 1.1, not 1",
        (VISITORS, "pm25.id"): f"stands twice (also in {LIVING})",
        (LIVING, "arope.short"): "characters, at most 28 fit on a card",
        ("questions.toml", "fdi_projects.title.en"): "is missing",
        ("units.toml", "percent_gdp.colour"): "unknown key",
        ("peers.toml", "capitals.members"): "unknown code 'SE99'",
        (LIVING, "life_expectancy.activities"): "activity '9.9' is in no strategy",
        (LIVING, "physicians_per_100000.score.periods.0"): "'20x0' is no period; write YYYY or YYYY-MM",
        ("regions.csv", "SE11.level"): "(got 'nuts9')",
    }
    mistakes, said = folder.mistakes()
    assert mistakes.keys() == expected.keys()
    assert [key for key, words in expected.items() if words not in mistakes[key]] == []
    assert said.startswith("The catalogue has 12 mistakes:\n")
    assert f"  {TALENT}: employment_rate_tertiary.theme: unknown theme 'tallent' (index.toml)" in said.splitlines()


FILES = sorted(p.name for suffix in ("toml", "csv") for p in HERE.glob(f"*.{suffix}"))


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_the_only_complaint(folder, file):
    (folder.path / file).unlink()
    assert folder.mistakes()[0] == {(file, "-"): "file is missing"}


@pytest.mark.parametrize("file", [TALENT, *(f for f in FILES if f.endswith(".toml"))])
def test_a_file_that_is_not_toml_is_the_only_complaint(folder, file):
    folder.append(file, "\nthis is = = not TOML\n")
    mistakes, _ = folder.mistakes()
    assert list(mistakes) == [(file, "-")]
    assert mistakes[file, "-"].startswith("is not valid TOML: ")


def test_a_file_in_another_encoding_is_the_only_complaint(folder):
    text = (folder.path / "questions.toml").read_text(encoding="utf-8")
    (folder.path / "questions.toml").write_bytes(text.encode("latin-1", errors="replace"))
    assert list(folder.mistakes()[0]) == [("questions.toml", "-")]


def test_an_unreadable_file_does_not_hide_the_mistakes_of_others(folder):
    (folder.path / "questions.toml").unlink()
    folder.append(TALENT, "= broken")
    folder.replace(LIVING, '"lower_better"', '"down"', after='id = "pm25"')
    folder.replace(INVESTMENT, "weight = 1,", "weight = 0.5,", after='id = "gerd_pct_gdp"')
    assert list(folder.mistakes()[0]) == [
        ("questions.toml", "-"),
        (LIVING, "pm25.direction"),
        (TALENT, "-"),
        (INVESTMENT, "investment.innovation"),
    ]


def test_missing_indicators_are_missed_by_all_that_name_them(folder):
    (folder.path / LIVING).unlink()
    mistakes, _ = folder.mistakes()
    assert mistakes["goalposts.toml", "pm25"] == "is not a scored indicator"
    assert ("index.toml", "group_weights.living.digital") in mistakes
    assert {file for file, _ in mistakes} >= {"goalposts.toml", "index.toml", "questions.toml"}


def test_two_names_alike_are_named_on_both(folder):
    folder.replace(TALENT, 'nb = "Nettoinnflytting"', 'nb = "Kjønnsforskjell i jobb"', after="short")
    mistakes, _ = folder.mistakes()
    assert set(mistakes) == {(TALENT, "net_migration_rate.short.nb"), (LIVING, "gender_employment_gap_20_64.short.nb")}


def test_two_entries_of_one_id_in_a_file_are_named_once(folder):
    folder.append(LIVING, folder.entry(LIVING, "pm25"))
    assert folder.mistakes()[0] == {(LIVING, "pm25.id"): "stands twice"}


def test_the_weights_of_a_doubled_entry_are_not_missed_as_well(folder):
    folder.replace(TALENT, '"unemployment_rate_15_74"', '"pm25"', after="[[indicator]]")
    mistakes, _ = folder.mistakes()
    assert mistakes[TALENT, "pm25.id"] == f"stands twice (also in {LIVING})"
    assert mistakes["goalposts.toml", "unemployment_rate_15_74"] == "is not a scored indicator"
    assert (TALENT, "talent.labour_market") not in mistakes


@pytest.mark.parametrize(
    ("file", "text", "key"),
    [
        ("peers.toml", "peer_set = 3", "peer_set"),
        ("regions.toml", "names = 3", "names"),
        ("goalposts.toml", "goalposts = 3", "goalposts"),
        (VISITORS, "indicator = 3", "indicator"),
        ("index.toml", "theme = 3", "theme"),
    ],
)
def test_a_value_where_tables_must_stand_is_named(folder, file, text, key):
    (folder.path / file).write_text(text, encoding="utf-8")
    mistakes, _ = folder.mistakes()
    assert "must be" in mistakes[file, key]
