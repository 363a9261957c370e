"""The fields of comparative advantage, who can act, what gaps are counted in, and findings beside questions."""

import shutil
from pathlib import Path

import pytest

from models.catalogue import CatalogueError, load_catalogue
from models.catalogue.loading import HERE

FIELDS = ["business", "competence", "culture", "society", "politics"]


@pytest.fixture
def folder(tmp_path) -> Path:
    return Path(shutil.copytree(HERE, tmp_path / "catalogue", ignore=shutil.ignore_patterns("*.py", "__pycache__")))


def _mistakes(folder, file, old, new):
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(folder)
    return [str(problem) for problem in caught.value.problems]


def test_the_strategys_five_fields_hold_every_figure_and_finding(catalogue):
    assert [field.id for field in catalogue.advantage_fields] == FIELDS
    assert all(catalogue.field_of(indicator) for indicator in catalogue.scored)
    placed = {theme for field in catalogue.advantage_fields for theme in field.evidence}
    assert {finding.theme for finding in catalogue.evidence.values()} == placed
    assert all(catalogue.fields_of(barrier) for barrier in catalogue.barriers.values())


def test_names_in_the_fields_lead_somewhere(catalogue):
    known = {f"{i.theme}.{i.subtheme}" for i in catalogue.indicators.values()} | catalogue.indicators.keys()
    assert {n for field in catalogue.advantage_fields for n in field.figures} <= known


def test_an_indicators_own_id_goes_before_its_subtheme(catalogue):
    culture, technology = (catalogue.indicators[n] for n in ("cultural_employment_share", "high_tech_employment"))
    assert (culture.theme, culture.subtheme) == (technology.theme, technology.subtheme)
    assert [catalogue.field_of(i).id for i in (culture, technology)] == ["culture", "business"]


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("strategy/2021-2024.toml", '"talent.youth", ', "", "'neet_15_29' (talent.youth) belongs to no field"),
        (
            "strategy/2021-2024.toml",
            '"talent.youth"',
            '"talent.youth", "living.people"',
            "'living.people' stands in several fields",
        ),
        ("strategy/2021-2024.toml", '"Energy", ', "", "findings on 'Energy' belong to no field"),
        ("questions.toml", '"B25", ', '"B99", ', "unknown finding 'B99' (evidence.csv)"),
    ],
)
def test_mistakes_are_named(folder, file, old, new, said):
    (mistake,) = _mistakes(folder, file, old, new)
    assert mistake.startswith(f"{file}: ")
    assert said in mistake


def test_an_actor_that_is_refused_is_the_only_mistake_named(folder):
    mistakes = _mistakes(folder, "barriers.toml", 'can = { nb = "Dette kan staten gjøre", ', "can = { ")
    assert mistakes == ["barriers.toml: state.can.nb: is missing"]


def test_every_barrier_has_a_cited_finding_or_a_figure_or_says_that_none_is_known(catalogue):
    for barrier in catalogue.barriers.values():
        assert barrier.findings or barrier.indicators or barrier.missing
        assert barrier.search.nb
        assert barrier.search.en


def test_every_citation_has_an_address_a_publisher_and_a_year(catalogue):
    for finding in catalogue.evidence.values():
        assert finding.address.startswith(("http://", "https://"))
        assert "." in finding.address.split("/")[2]
        assert finding.publisher
        assert finding.year


def _words(text):
    return "".join(c if c.isalnum() else " " for c in text.casefold()).split()


def test_no_sentence_of_ours_is_copied_from_a_sources_title(catalogue):
    """No run of six words of a title stands in what we say about it, in the register or in an answer."""
    ours = [t for f in catalogue.evidence.values() for t in (f.statement.nb, f.statement.en)]
    for barrier in catalogue.barriers.values():
        ours += [barrier.title.nb, barrier.title.en, barrier.description.nb, barrier.description.en]
    ours += [text for q in catalogue.questions.values() for text in (q.answer.nb, q.answer.en)]
    said = {tuple(words[k : k + 6]) for words in map(_words, ours) for k in range(len(words) - 5)}
    for finding in catalogue.evidence.values():
        title = _words(finding.title)
        runs = {tuple(title[k : k + 6]) for k in range(len(title) - 5)}
        assert not runs & said, finding.id


def test_gaps_of_scored_shares_and_rates_can_be_counted_in_words(catalogue):
    for indicator in catalogue.scored:
        share = catalogue.units[indicator.unit].per is not None and indicator.composition.by is not None
        assert share == (indicator.counted is not None), indicator.id


def test_a35_is_never_without_b26(catalogue):
    (group,) = catalogue.with_companions([catalogue.evidence["A35"]])
    assert [finding.id for finding in group] == ["A35", "B26"]
    assert catalogue.with_companions([catalogue.evidence["B01"]]) == ((catalogue.evidence["B01"],),)
    named = {name for q in catalogue.questions.values() for name in q.findings}
    named |= {name for b in catalogue.barriers.values() for name in b.findings}
    assert "A35" not in named
