"""The real catalogue: what it promises readers, and what the figures say about it."""

import csv
import dataclasses

import numpy as np
import pytest
from pydantic import BaseModel

from models.catalogue.texts import Text, Words
from models.index.reference_year import score_table

ALLIANCE = "SE11 DK01 FI1B SE23 DE60 DE30 NL32 AT13 CH04 DE21 IE06"
REFERENCE = (
    "NO08 SE11 SE23 SE22 DK01 FI1B DE60 DE30 DE21 NL32 AT13 CH04 IE06 "
    "CZ01 BE10 FR10 ES30 ES51 PL91 HU11 EE00 LV00 LT01 NO02 NO06 NO0A"
)
TWINS = 0.93  # two figures that correlate more say the same


def texts(entry, path=""):
    """Every bilingual text anywhere in an entry, with where it stands."""
    if isinstance(entry, Text):
        yield path, entry
    elif isinstance(entry, BaseModel):
        for name in type(entry).model_fields:
            yield from texts(getattr(entry, name), f"{path}.{name}")
    elif isinstance(entry, dict):
        for name, value in entry.items():
            yield from texts(value, f"{path}.{name}")
    elif isinstance(entry, tuple):
        for position, value in enumerate(entry):
            yield from texts(value, f"{path}[{position}]")


def all_texts(catalogue):
    for field in dataclasses.fields(catalogue):
        yield from texts(getattr(catalogue, field.name), field.name)


def test_at_least_100_indicators_are_fit_for_readers_and_20_to_30_are_scored(catalogue):
    shown = [i for i in catalogue.indicators.values() if i.role != "series" and i.scope == "europe"]
    assert len(shown) >= 100
    assert 20 <= len(catalogue.scored) <= 30


def test_roles_and_scoring_years_are_those_decided_for_the_figures(shared, catalogue):
    with (shared / "data" / "figures" / "roles.csv").open(encoding="utf-8", newline="") as handle:
        decided = {row["indicator"]: (row["role"], row["score_year"]) for row in csv.DictReader(handle)}
    ours, then = {}, catalogue.at("2026.1")  # the first index; later ones go by their own trial
    for name in decided.keys() & catalogue.indicators.keys():
        indicator = then.indicators[name]
        periods = indicator.score.periods if indicator.score else ()
        ours[name] = (indicator.role, ("mean " if len(periods) > 1 else "") + ", ".join(periods))
    assert ours == decided


def test_embedded_indicators_are_those_with_figures(catalogue, figures):
    embedded = {i.id for i in catalogue.indicators.values() if i.figures == "embedded"}
    assert embedded == set(figures.offsets)


def test_every_text_stands_in_both_languages(catalogue):
    found = list(all_texts(catalogue))
    assert len(found) > 4 * len(catalogue.indicators)
    assert [path for path, text in found if not (text.nb.strip() and text.en.strip())] == []
    sentences = [(path, text) for path, text in found if not path.endswith(".name")]  # somebody may have one name
    assert [path for path, text in sentences if len(text.nb) > 25 and text.nb == text.en] == []


def test_every_indicator_and_question_is_found_by_words_of_both_languages(catalogue):
    entries = {**catalogue.indicators, **catalogue.questions}
    assert [e.id for e in entries.values() if not (all_filled(e.search) and e.search.nb != e.search.en)] == []


def all_filled(words: Words):
    return all(words.nb) and all(words.en) and words.nb and words.en


def test_reasons_why_an_indicator_cannot_be_composed_stand_in_both_languages(catalogue):
    rules = {i.id: i.composition for i in catalogue.indicators.values() if i.composition.rule == "none"}
    assert len(rules) > 20
    assert [name for name, rule in rules.items() if rule.reason_nb == rule.reason_en] == []


def test_no_two_scored_indicators_measure_the_same_unless_they_say_why(catalogue, figures):
    regions = list(catalogue.reference_regions)
    table = score_table(figures, catalogue.scored, regions, catalogue.rules.year_tolerance).values
    names = list(table.columns)
    strength = table.corr().abs().to_numpy()
    assert not np.isnan(strength).any()
    twins = [
        (a, b, round(strength[m, n], 3))
        for m, a in enumerate(names)
        for n, b in enumerate(names[:m])
        if strength[m, n] > TWINS
        and not catalogue.indicators[a].twins.get(b)
        and not catalogue.indicators[b].twins.get(a)
    ]
    assert twins == []


def test_every_region_with_figures_is_known(catalogue, figures):
    assert set(figures.frame["region"].astype(str)) - catalogue.regions.keys() == set()


def test_the_old_oslo_region_is_another_one(catalogue):
    assert catalogue.regions["NO01"].name != catalogue.regions["NO08"].name
    assert "NO01" in catalogue.tags["historical"]
    assert "NO08" not in catalogue.tags["historical"]
    assert not catalogue.is_current("NO01")
    assert catalogue.is_current("NO08")
    assert catalogue.history["NO01"].follows == "NO08"
    assert not catalogue.history["NO01"].same_territory
    for language in ("nb", "en"):
        for short in (True, False):
            assert catalogue.region_name("NO01", language, short=short) != catalogue.region_name(
                "NO08", language, short=short
            )


@pytest.mark.parametrize(("peer_set", "members"), [("alliance", ALLIANCE), ("reference", REFERENCE)])
def test_peer_sets_hold_the_agreed_regions(catalogue, peer_set, members):
    assert list(catalogue.members(peer_set)) == members.split()


def test_the_alliances_set_is_the_default_and_the_reference_set_is_fixed(catalogue):
    assert catalogue.default_peers.id == "alliance"
    assert catalogue.rules.reference_set == "reference"
    assert catalogue.peer_sets["reference"].fixed


def test_peers_are_regions_that_still_exist(catalogue):
    for peers in catalogue.peer_sets:
        assert [code for code in catalogue.members(peers) if not catalogue.is_current(code)] == []


def test_osloregionen_is_measured_as_oslo_and_viken_by_default(catalogue):
    assert catalogue.default_lens.id == "NO08"
    assert catalogue.measured_as("NO08", "nb") == "målt som Oslo og Viken"


def test_the_strategy_has_its_four_fields_and_five_goals(catalogue):
    strategy = catalogue.strategies["2021-2024"]
    assert [field.number for field in strategy.field] == [1, 2, 3, 4]
    assert [goal.number for goal in strategy.goal] == [9, 11, 12, 13, 17]


@pytest.mark.parametrize(
    ("nb", "en"),
    [
        ("internasjonale studenter", "international students"),
        ("utenlandske investeringer", "foreign investment projects"),
        ("Horisont Europa", "Horizon Europe"),
    ],
)
def test_questions_without_comparable_figures_are_answered(catalogue, nb, en):
    asked = [q for q in catalogue.questions.values() if nb in q.title.nb and en in q.title.en]
    assert len(asked) >= 1
    for question in asked:
        assert question.answer.nb.startswith("Nei, det finnes ikke sammenlignbare tall i denne tjenesten")
        assert question.answer.en.startswith("No, this service has no comparable figures")
        assert question.holders
