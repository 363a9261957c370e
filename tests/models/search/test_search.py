import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.search.search import fold, search, tokens


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("arbeidsledighet", "indicator", "unemployment_rate_15_74"),
        ("arbeidsløshet", "indicator", "unemployment_rate_15_74"),
        ("ARBEIDSLOSHET", "indicator", "unemployment_rate_15_74"),
        ("unemployment", "indicator", "unemployment_rate_15_74"),
        ("hotell", "indicator", "nights_total"),
        ("akademikere", "indicator", "employed_tertiary_share"),
        ("tour_occ_nin2", "indicator", "nights_total"),
        ("københavn", "region", "DK01"),
        ("kobenhavn", "region", "DK01"),
        ("Copenhagen", "region", "DK01"),
        ("vastsverige", "region", "SE23"),
        ("tysk", "region", "DE21"),
        ("Germany", "region", "DE21"),
        ("FDI", "question", "fdi_projects"),
        ("Horisont Europa", "question", "horizon_europe"),
        ("internasjonale studenter", "question", "international_students_staying"),
        (
            "er Oslo dårligere enn København på å holde på internasjonale studenter?",
            "question",
            "international_students_staying",
        ),
        ("boligpriser", "barrier", "cost_and_housing"),
        ("oppholdstillatelse", "barrier", "reception_and_permits"),
        ("red tape", "barrier", "reception_and_permits"),
        ("mangel på arbeidskraft", "barrier", "skills_shortage"),
        ("labour shortage", "barrier", "skills_shortage"),
        ("stromnett", "barrier", "grid_and_land"),
        ("tog til stockholm", "barrier", "connectivity"),
        ("mørketid", "barrier", "daylight"),
        ("barrierer", "barrier", "capital"),
        ("hva kan staten gjøre", "actor", "state"),
        ("bærekraftsmål 13", "goal", "13"),
        ("FN-mål 13", "goal", "13"),
        ("SDG 13", "goal", "13"),
        ("baerekraft", "goal", "11"),
        ("climate action", "goal", "13"),
        ("sirkulær økonomi", "activity", "2.4"),
        ("stedsmarkedsføring", "activity", "3.6"),
        ("what can the government do", "actor", "state"),
        ("ordfører", "actor", "municipality"),
    ],
)
def test_finds_what_people_type(catalogue, text, kind, found):
    assert (kind, found) in [(hit.kind, hit.id) for hit in search(catalogue, text)]


@pytest.mark.parametrize(
    "text",
    [
        "internasjonale studenter blir",
        "studenter København",
        "er Oslo dårligere enn København på å holde på internasjonale studenter?",
        "blir internasjonale studenter i Oslo?",
        "utenlandske studenter",
        "do international students stay in Oslo?",
        "is Oslo worse than Copenhagen at keeping international students?",
    ],
)
def test_the_question_on_students_comes_first_however_it_is_put(catalogue, text):
    first, *_ = search(catalogue, text)
    assert (first.kind, first.id) == ("question", "international_students_staying")


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("hvor mange bor i osloregionen", "indicator", "population_total"),
        ("hvor mange bor her?", "indicator", "population_total"),
        ("befolkning", "indicator", "population_total"),
        ("innbyggere", "indicator", "population_total"),
        ("population", "indicator", "population_total"),
        ("how many live in the Oslo Region?", "indicator", "population_total"),
        ("hvor vokser befolkningen", "indicator", "population_growth_5y"),
        ("investere stockholm", "comparison", "SE11:investment"),
        ("er Osloregionen et godt sted å investere sammenlignet med Stockholm?", "comparison", "SE11:investment"),
        ("is Oslo better than Copenhagen for talent?", "comparison", "DK01:talent"),
        ("turister helsinki", "comparison", "FI1B:visitors"),
        ("hva kan staten gjøre med talent?", "actor", "state"),
        ("Osloregionen", "region", "NO08"),
        ("Stockholm", "region", "SE11"),
    ],
)
def test_what_is_asked_comes_first(catalogue, text, kind, found):
    first, *_ = search(catalogue, text)
    assert (first.kind, first.id) == (kind, found)


def test_a_region_alone_or_with_another_subject_is_no_comparison(catalogue):
    for text in ("Stockholm", "motorvei stockholm", "tog til stockholm", "investere", "london investere"):
        assert not [h for h in search(catalogue, text) if h.kind == "comparison"], text


def test_every_barrier_is_found_by_its_title_and_by_what_it_is_called(catalogue):
    for barrier in catalogue.barriers.values():
        for text in (barrier.title.nb, barrier.title.en, *barrier.search.nb, *barrier.search.en):
            assert ("barrier", barrier.id) in [(h.kind, h.id) for h in search(catalogue, text, 30)], text


def test_the_title_itself_comes_first(catalogue):
    for indicator in catalogue.scored:
        first = search(catalogue, indicator.title.nb)[0]
        assert first.id == indicator.id


@pytest.mark.parametrize("text", ["", "   ", "?!", "xqzw", "rogn"])
def test_nothing_is_found_for_nothing(catalogue, text):
    assert search(catalogue, text) == []


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=60)
def test_any_text_may_be_asked(catalogue, text):
    hits = search(catalogue, text, limit=5)
    assert len(hits) <= 5
    assert [h.score for h in hits] == sorted((h.score for h in hits), reverse=True)


def test_folding_drops_marks_and_case():
    assert fold("VÄSTSVERIGE Ø å") == "vastsverige o a"
    assert tokens("Hvor mange hoteller er det i Oslo?") == ("hoteller", "oslo")


@pytest.mark.parametrize("text", ["hotell " * 150_000, "h" * 1_000_000, "a b c d e " * 100_000])
def test_a_text_without_end_takes_no_time(catalogue, text):
    start = time.process_time()
    assert search(catalogue, text) == search(catalogue, text[:200])
    assert len(tokens(text)) <= 200
    assert time.process_time() - start < 2
