"""Claims, allowed and refused, as written from the figures in the store (`claims.csv`)."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from components.words.claims import said
from models.claims import Refusal
from tests.truth.sentences import claim_of, never, origin, plain

with (Path(__file__).parent / "claims.csv").open(encoding="utf-8", newline="") as handle:
    TABLE = list(csv.DictReader(handle))


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['indicator']}-{row['kind']}-{row['other']}".rstrip("-"))
def test_what_may_be_said_and_what_not(figures, catalogue, row):
    made = claim_of(figures, catalogue, row["indicator"], row["kind"], row["other"])
    found = said(catalogue, made, origin(catalogue.indicators[row["indicator"]]))
    answer = "nei" if isinstance(made, Refusal) else "men" if made.caveats else "ja"
    assert answer == row["answer"]
    for language in ("nb", "en"):
        sentence = plain(found.text[language]).split("\n")[0]
        assert sentence == row[language]
        assert never(sentence) == []


def test_the_table_is_large_and_of_every_answer():
    counts = Counter(row["answer"] for row in TABLE)
    assert sum(counts.values()) >= 60
    assert min(counts["ja"], counts["men"], counts["nei"]) >= 15


def test_what_is_allowed_with_a_but_says_it_below(figures, catalogue):
    for row in TABLE:
        if row["answer"] == "men":
            made = claim_of(figures, catalogue, row["indicator"], row["kind"], row["other"])
            text = said(catalogue, made, origin(catalogue.indicators[row["indicator"]])).text["nb"]
            assert text.split("\n")[1].startswith("Forbehold: Osloregionen målt som Oslo og Viken; ")


def test_commuting_is_said_of_value_added_per_employed_resident(figures, catalogue):
    made = claim_of(figures, catalogue, "gva_per_employed_resident", "rank")
    text = said(catalogue, made, origin(catalogue.indicators["gva_per_employed_resident"])).text
    assert "byer som mange pendler inn til, får høye tall" in text["nb"]
    assert "cities that many commute into have high figures" in text["en"]
