"""Each mistake by itself is named with its file and key, and nothing that follows from it."""

import pytest

TALENT, LIVING, VISITORS = (f"indicators/{theme}.toml" for theme in ("talent", "living", "visitors"))
INVESTMENT = "indicators/investment.toml"
STRATEGY = "strategy/2021-2024.toml"


# File, what stands there, what is put in its place, after which text; key and words of the complaint.
SINGLE = [
    (
        "peers.toml",
        "\n",
        "\ndefault = true\n",
        'id = "capitals"',
        "peer_set",
        "one set must be the default (there are 2)",
    ),
    ("peers.toml", "default = true", "default = false", "", "peer_set", "(there are 0)"),
    ("peers.toml", '"IE06"]', '"IE06", "SE11"]', "", "alliance.members", "'SE11' stands twice"),
    ("peers.toml", "[[peer_set]]", "[[peer_sets]]", "", "peer_sets", "unknown key; known: peer_set, "),
    ("peers.toml", "reference_lines = [", "reference_lines = [3, ", "", "reference_lines.0", "valid string (got 3)"),
    (
        "regions.toml",
        "default = true",
        "default = false",
        "[[lens]]",
        "lens",
        "one lens must be the default (there are 0)",
    ),
    ("regions.toml", "SE11 = {", "XX11 = {", "", "names.XX11", "unknown code 'XX11'"),
    ("regions.toml", '"NO05"]', '"NO99"]', "[tags]", "tags.historical", "unknown code 'NO99'"),
    ("regions.toml", "historical =", "historic =", "[tags]", "tags.historical", "is missing"),
    ("regions.csv", "SE11,", "SE11,X,SE,nuts2,,\nSE11,", "\nSE11,", "SE11", "stands twice"),
    ("goalposts.toml", "pm25 = [5.1, 17.1]\n", "", "", "pm25", "run `python -m data_sources.goalposts`"),
    ("goalposts.toml", "pm25 =", "median_age = [1, 2]\npm25 =", "", "median_age", "is not a scored indicator"),
    ("goalposts.toml", "[5.1, 17.1]", "[17.1, 5.1]", "", "pm25", "must be below the high one (got 17.1, 5.1)"),
    ("goalposts.toml", "[5.1, 17.1]", "[5.1, nan]", "", "pm25.1", "finite number"),
    ("goalposts.toml", "[5.1, 17.1]", "7", "", "pm25", "valid tuple (got 7)"),
    (
        "index.toml",
        'reference_set = "reference"',
        'reference_set = "referanse"',
        "",
        "reference_set",
        "unknown peer set 'referanse'",
    ),
    ("index.toml", '"living.digital"', '"living.nothing"', "", "group_weights.living.nothing", "no scored indicator"),
    ("index.toml", "= 0.5 ", "= -0.5 ", "", "group_weights.living.digital", "must be above 0 (got -0.5)"),
    ("index.toml", "min_indicators = 4", 'min_indicators = "few"', "", "index.min_indicators", "valid integer"),
    (STRATEGY, 'id = "1.1"', 'id = "one"', "", "2021-2024.field.0.activity.0.id", "(got 'one')"),
    (TALENT, '"demo_r_gind3"', '"demo_r"', "", "net_migration_rate.dataset", "unknown data set 'demo_r'"),
    ("units.toml", ', en = "%"', "", "[percent_gdp]", "percent_gdp.suffix.en", "is missing"),
    (
        "questions.toml",
        'related = ["',
        'related = ["no_such_figure", "',
        "",
        "international_students_staying.related",
        "unknown indicator 'no_such_figure'",
    ),
    (TALENT, "goals = []", "goals = [8]", "", "net_migration_rate.goals", "goal 8 is in no strategy"),
    (
        TALENT,
        'by = "population_total"',
        'by = "people"',
        "",
        "net_migration_rate.composition.by",
        "unknown indicator 'people'",
    ),
    (
        TALENT,
        'licence = "eurostat"',
        'licence = "eurostats"',
        "",
        "net_migration_rate.licence",
        "unknown publisher 'eurostats'",
    ),
    (
        TALENT,
        'publisher = "Eurostat"',
        'publisher = "Eurostats"',
        "",
        "net_migration_rate.publisher",
        "unknown publisher 'Eurostats'",
    ),
    (
        TALENT,
        '"higher_better"',
        '"none"',
        'id = "employment_rate_tertiary"',
        "employment_rate_tertiary",
        "a scored indicator needs a direction",
    ),
    (TALENT, '"score"', '"context"', 'id = "employment_rate_tertiary"', "employment_rate_tertiary", "go together"),
    (
        TALENT,
        'group = "talent.youth"',
        'group = "living.youth"',
        "",
        "neet_15_29.score.group",
        "not begin with 'talent.'",
    ),
    (TALENT, '"2025"', '"2021"', 'id = "neet_15_29"', "neet_15_29.score.periods", "scores by the unusual year 2021"),
    ("index.toml", "weight = 1.0", "weight = inf", "", "talent.weight", "finite number (got inf)"),
    ("sources.toml", 'name = "Eurostat"', 'name = "Eurostat"\nnmae = "Eurostat"', "", "eurostat.nmae", "unknown key"),
    (TALENT, 'id = "early_leavers"\n', "", "", "indicator[2].id", "is missing"),
]
BUNDLES = 7  # mistakes that do not meet share a catalogue, for speed


@pytest.mark.parametrize("bundle", range(BUNDLES))
def test_each_mistake_is_named_and_nothing_that_follows_from_it(folder, bundle):
    planted = SINGLE[bundle::BUNDLES]
    for file, old, new, after, _, _ in planted:
        folder.replace(file, old, new, after=after)
    mistakes, said = folder.mistakes()
    assert mistakes.keys() == {(file, key) for file, *_, key, _ in planted}, said
    assert [key for file, *_, key, words in planted if words not in mistakes[file, key]] == [], said
