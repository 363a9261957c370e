"""Sentences for what is set side by side."""

import pytest

from components.words import comparing
from components.words.text import Speaker
from models.comparison.correlation import Correlation, CorrelationError

SAY = Speaker()


class Strip:
    """What the sentences need of a strip."""

    def __init__(self, ahead, above=True):
        self._ahead, self.better = ahead, above

    def ahead(self, _other):
        return self._ahead


def strips(*signs):
    return tuple(Strip(sign) for sign in signs)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ((1, 1, -1, None), "Osloregionen er foran Wien på 2 av 3 tall"),
        ((1, -1, -1), "Wien er foran Osloregionen på 2 av 3 tall"),
        ((1, -1), "Osloregionen er foran Wien på 1 av 2 tall"),
        ((None,), "Wien mangler tallene som Osloregionen har"),
        ((), "Ingen tall å sammenligne Osloregionen med"),
    ],
)
def test_who_is_ahead(signs, expected):
    assert comparing.scorecard_finding(SAY, "Osloregionen", "Wien", strips(*signs), "AT13") == expected


def test_alone_a_region_is_set_against_the_middle():
    both = (Strip(0), Strip(0, above=False))
    assert comparing.scorecard_finding(SAY, "Osloregionen", "", both, None) == (
        "Osloregionen er bedre enn regionen midt på lista på 1 av 2 tall"
    )
    assert comparing.strips_finding(SAY, "Talent", "", both, None) == "Talent: bedre enn midt på lista på 1 av 2"


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ((1, -1, None), "Talent: foran Wien på 1 av 2"),
        ((1, 1, None), "Talent: foran Wien på alle 2"),
        ((-1, -1, -1), "Talent: bak Wien på alle 3"),
        ((0, 0), "Talent: foran Wien på 0 av 2"),
        ((-1,), "Talent: foran Wien på 0 av 1"),
    ],
)
def test_a_theme_in_fewer_words(signs, expected):
    assert comparing.strips_finding(SAY, "Talent", "Wien", strips(*signs), "AT13") == expected


@pytest.mark.parametrize(
    ("value", "low", "high", "begins"),
    [
        (0.1, -0.2, 0.4, "Ingen sikker sammenheng"),
        (0.3, 0.1, 0.5, "Svak sammenheng: høye tall for inntekt følger gjerne høye"),
        (-0.5, -0.7, -0.3, "Tydelig sammenheng: høye tall for inntekt følger oftest lave"),
        (0.9, 0.8, 0.95, "Sterk sammenheng: høye tall for inntekt følger høye"),
    ],
)
def test_a_relation_is_no_stronger_than_its_interval(value, low, high, begins):
    related = Correlation("pearson", value, low, high, 40)
    assert comparing.relation_finding(SAY, "Inntekt", "Ledighet", related).startswith(begins)


def test_a_relation_says_its_interval_and_how_it_was_measured():
    text = comparing.relation_words(SAY, Correlation("spearman", -0.512, -0.7, -0.25, 31))
    assert "−0,51" in text
    assert "mellom −0,70 og −0,25" in text
    assert "31 regioner" in text
    assert "Spearman" in text
    assert "sikkert" not in text
    kept = Correlation("pearson", 0.5, 0.2, 0.7, 31)
    assert "regioner i samme land teller sammen" in comparing.relation_words(SAY, kept)


def test_refusals_give_their_reason():
    few = CorrelationError("few", 5)
    assert comparing.relation_finding(SAY, "A", "B", few) == "Vi kan ikke si om a og b henger sammen"
    assert "Bare 5 regioner" in comparing.relation_words(SAY, few)
    assert "likt for alle" in comparing.relation_words(SAY, CorrelationError("constant", 20))


def test_which_similar_regions_are_firm():
    regions = [("Helsinki", 0.97), ("Kypros", 0.82), ("Wien", 0.5)]
    assert comparing.stability_finding(SAY, regions) == (
        "I minst 80 av 100 vektinger er Helsinki og Kypros blant de likeste"
    )
    assert comparing.stability_finding(Speaker("en"), regions) == (
        "Among the most similar in at least 80 of 100 weightings: Helsinki and Kypros"
    )
    assert comparing.stability_finding(SAY, regions[2:]).startswith("Lista er usikker")


@pytest.mark.parametrize(("share", "begins"), [(1.0, "Uansett vekting er"), (0.999, "I minst 80 av 100 vektinger er")])
def test_whatever_the_weights_is_said_of_those_that_are_always_there(share, begins):
    found = comparing.stability_finding(SAY, [("Helsinki", 1.0), ("Kypros", share), ("Wien", 0.5)])
    assert found == f"{begins} Helsinki og Kypros blant de likeste"
