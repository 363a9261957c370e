"""What a reader gets who asks the header's search."""

import pytest

from components.chrome import SEARCH

QUESTION = "er Oslo dårligere enn København på å holde på internasjonale studenter?"


def ask(page, text):
    page.app.text_input(key=SEARCH).set_value(text).run()
    assert not page.app.exception
    assert [e.value for e in page.app.error] == []
    return page


@pytest.mark.parametrize("text", [QUESTION, "internasjonale studenter blir", "studenter København"])
def test_the_student_question_gets_the_honest_answer(show, catalogue, text):
    page = ask(show("oversikt"), text)
    answer = page.text.split("Treff på")[1]
    assert answer.index("Nei, det finnes ikke sammenlignbare tall i denne tjenesten") < 400
    assert "HK-dir" in answer
    for name in catalogue.questions["international_students_staying"].findings:
        finding = catalogue.evidence[name]
        assert finding.statement.nb in answer
        assert finding.address.replace("&", "&amp;") in page.html


def test_the_answer_can_be_copied_with_its_sources(show, catalogue):
    page = ask(show("oversikt"), QUESTION)
    copied = next(c.value for c in page.app.code if "Nei, det finnes ikke" in c.value)
    question = catalogue.questions["international_students_staying"]
    assert question.title.nb in copied
    assert all(holder.url in copied for holder in question.holders)
    assert all(catalogue.evidence[name].address in copied for name in question.findings)


def test_a_barrier_is_found_and_opens(show, catalogue):
    page = ask(show("talent"), "formuesskatt")
    barrier = catalogue.barriers["taxes_and_trust"]
    query = page.links[barrier.title.nb]
    assert (query["barrier"], query["actor"]) == (barrier.id, "all")
    page = show("barrierer", **query)
    assert page.html.index(barrier.title.nb) < page.html.index("Dyrt å bo og leve")


def test_what_the_state_can_do_is_one_search_away(show):
    page = ask(show("oversikt"), "hva kan staten gjøre")
    query = page.links["Dette kan staten gjøre"]
    assert show("barrierer", **query).title == "Dette kan staten gjøre"


def test_what_the_state_can_do_about_talent_leads_to_its_sheet(show):
    page = ask(show("oversikt"), "hva kan staten gjøre med talent?")
    query = page.links["Dette kan staten gjøre for talent"]
    assert (query["actor"], query["audience"]) == ("state", "talent")
    assert show("barrierer", **query | {"form": "sheet"}).title == "Dette kan staten gjøre for talent"


def test_a_comparison_opens_with_its_two_sentences(show):
    page = ask(show("oversikt"), "er Osloregionen et godt sted å investere sammenlignet med Stockholm?")
    query = page.links["Osloregionen mot Stockholm: næringsliv og investeringer"]
    assert "Stockholm ligger foran Osloregionen på næringsliv og investeringer" in show("region", **query).text


def test_how_many_live_here_opens_the_chart_of_the_population(show):
    page = ask(show("oversikt"), "hvor mange bor i osloregionen")
    assert page.links["Folketall"]["indicator"] == "population_total"
    assert show("levekar", **page.links["Folketall"]).charts


def test_in_english_too(show):
    page = ask(show("oversikt", lang="en"), "what can the state do")
    assert page.links["What the state can do"]["actor"] == "state"
    page = ask(show("oversikt", lang="en"), "do international students stay?")
    assert "No, this service has no comparable figures for that." in page.text
