"""Kan jeg si dette?: the form answers as the figures do, whatever is asked."""

import re
from html import unescape

import pytest

from components.html.verdict import complete, fact_box
from components.parts import Choice
from models.claims import Claim, Refusal
from models.index.attractiveness import ROOT
from pages.exhibits.asking import asking
from pages.exhibits.registry import exhibit, look_at, seen, view_of
from pages.tallene.sayable import answer
from tests.parts import every

SLUG = "kan-jeg-si"
KEYS = {"rank": "ranking", "above": "ranking", "change": "trend", "europe": "distribution"}


def asked(**query):
    view, ignored = view_of(SLUG, query)
    assert ignored == ()
    return look_at(view)


def shown(**query):
    """The page's HTML."""
    return "".join(str(getattr(part, "text", "")) for part in every(seen(view_of(SLUG, query)[0]).arranged))


INDICATORS = ("tertiary_25_64", "gdp_per_inhabitant_pps", "neet_15_29", "nights_foreign_per_1000", "pm25")


@pytest.mark.parametrize("name", INDICATORS)
@pytest.mark.parametrize("kind", KEYS)
def test_the_answer_is_that_of_the_figure(name, kind):
    context = asked(subject=name, claim=kind, against="SE11")
    found = answer(context, kind)
    theme = context.catalogue.themes[context.catalogue.indicators[name].theme]
    marked = {"mark": "SE11"} if kind == "above" else {}
    view, ignored = view_of(theme.slug, {"indicator": name, **marked})
    assert ignored == ()
    assert found.figure == view
    claims = exhibit(view, KEYS[kind]).claims
    assert found.said in claims
    if kind == "above":
        assert found.said == claims[-1]
    assert found.besides is None or found.besides in claims


@pytest.mark.parametrize("node", [ROOT, "talent", "living"])
@pytest.mark.parametrize("kind", ["rank", "above"])
def test_the_answer_on_a_place_is_that_of_the_ranking(node, kind):
    context = asked(subject=node, claim=kind, against="SE11")
    found = answer(context, kind)
    marked = {"mark": "SE11"} if kind == "above" else {}
    view, _ = view_of("plassering", {"score": node, **marked})
    assert found.figure == view
    assert found.said == exhibit(view, "certainty").claims[-1 if kind == "above" else 0]


def test_every_subject_has_an_answer_to_everything():
    context = asked()
    for subject in context.codes("subject"):
        at = asked(subject=subject)
        for kind in at.codes("claim"):
            made = answer(at, kind).made
            assert isinstance(made, Claim | Refusal)
            assert made.node == subject or made.kind == "change"


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ({"subject": "tertiary_25_64"}, "Ja"),
        ({"subject": "gdp_per_inhabitant_pps", "claim": "change"}, "Ja, men ta med forbeholdet"),
        ({"claim": "above", "against": "SE11"}, "Nei"),
    ],
)
def test_yes_yes_but_and_no(query, verdict):
    html = shown(**query)
    assert re.search(r'<h2 class="answer-\w+"><span aria-hidden="true">.</span> (.*?)</h2>', html)[1] == verdict
    assert ("Fordi: " in html) == (verdict == "Nei")
    assert ("Dette kan du si i stedet" in html) == (verdict == "Nei")
    assert ("Faktaboks" in str(seen(view_of(SLUG, query)[0]).arranged)) == (verdict != "Nei")


def test_both_languages_stand_ready_and_the_page_is_in_the_readers():
    html = shown(subject="tertiary_25_64", lang="en")
    found = answer(asked(subject="tertiary_25_64", lang="en"), "rank")
    text = unescape(html)
    assert found.said.text["en"] in text
    assert found.said.text["nb"] in text
    assert "Fordi" not in html
    assert "Velg" not in html


def test_which_region_is_asked_only_where_one_is_named():
    def names(**query):
        return [part.name for part in every(seen(view_of(SLUG, query)[0]).arranged) if isinstance(part, Choice)]

    assert names() == ["subject", "claim", "peers"]
    assert names(claim="above") == ["subject", "claim", "against", "peers"]


def test_a_statement_that_the_subject_has_not_gives_way():
    view, ignored = view_of(SLUG, {"subject": ROOT, "claim": "europe"})
    assert view.options["claim"] == "rank"
    assert [one.name for one in ignored] == ["claim"]


def test_from_a_figure_to_the_form():
    view, _ = view_of("talent", {"indicator": "tertiary_25_64", "mark": "DK01"})
    assert asking(view, "ranking").options == {"subject": "tertiary_25_64", "claim": "above", "against": "DK01"}
    assert asking(view, "trend").options["claim"] == "change"
    weighted, _ = view_of("plassering", {"score": "talent", "w_talent": "3"})
    form = asking(weighted, "certainty")
    assert form.options["subject"] == "talent"
    assert not any(name.startswith("w_") for name in form.to_query())
    assert asking(view_of("delregioner", {})[0], "growth").options["subject"] == ROOT


def test_the_fact_box_is_text_until_it_is_pasted():
    address = "/talent?lang=nb&lens=NO08#ranking"
    box = fact_box("<b>T</b>", "S & s", "F", "Tjenesten", address)
    assert "<b>T</b>" not in box
    source = complete(str(box), address)
    assert "<aside" not in source
    assert "&lt;aside" in source
    assert complete(f"se {address}.", address) == (
        'se <span data-absolute="/talent?lang=nb&amp;lens=NO08#ranking">/talent?lang=nb&amp;lens=NO08#ranking</span>.'
    )


def test_own_weights_never_come_into_the_form():
    assert not any(name.startswith("w_") for name in view_of(SLUG, {"w_talent": "3"})[0].options)
