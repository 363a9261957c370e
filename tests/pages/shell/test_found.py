"""What a reader gets who asks the header's search."""

import re
import time

import pytest

from components.screen.chrome import SEARCH
from components.words.wording import within

QUESTION = "er Oslo dårligere enn København på å holde på internasjonale studenter?"


@pytest.mark.parametrize("text", [QUESTION, "internasjonale studenter blir", "studenter København"])
def test_the_student_question_gets_the_honest_answer(show, catalogue, text):
    page = show("oversikt", search=text)
    answer = page.text.split("Treff på")[1]
    assert answer.index("Nei, det finnes ikke sammenlignbare tall i denne tjenesten") < 400
    assert "HK-dir" in answer
    for name in catalogue.questions["international_students_staying"].findings:
        finding = catalogue.evidence[name]
        assert finding.statement.nb in answer
        assert finding.address.replace("&", "&amp;") in page.html


def test_the_answer_can_be_copied_with_its_sources(show, catalogue):
    page = show("oversikt", search=QUESTION)
    copied = next(text for text in page.copies if "Nei, det finnes ikke" in text)
    question = catalogue.questions["international_students_staying"]
    assert question.title.nb in copied
    assert all(holder.url in copied for holder in question.holders)
    assert all(catalogue.evidence[name].address in copied for name in question.findings)


def test_a_barrier_is_found_and_opens(show, catalogue):
    page = show("talent", search="formuesskatt")
    barrier = catalogue.barriers["taxes_and_trust"]
    query = page.links[barrier.title.nb]
    assert (query["barrier"], query["actor"]) == (barrier.id, "all")
    page = show("barrierer", **query)
    assert page.html.index(barrier.title.nb) < page.html.index("Dyrt å bo og leve")


def test_what_the_state_can_do_is_one_search_away(show):
    page = show("oversikt", search="hva kan staten gjøre")
    query = page.links["Dette kan staten gjøre"]
    assert show("barrierer", **query).title == "Dette kan staten gjøre"


def test_what_the_state_can_do_about_talent_leads_to_its_sheet(show):
    page = show("oversikt", search="hva kan staten gjøre med talent?")
    query = page.links["Dette kan staten gjøre for talent"]
    assert (query["actor"], query["audience"]) == ("state", "talent")
    assert show("barrierer", **query | {"form": "sheet"}).title == "Dette kan staten gjøre for talent"


def test_a_comparison_opens_with_its_two_sentences(show, catalogue):
    theme = within(catalogue.themes["investment"].title.nb)
    page = show("oversikt", search="er Osloregionen et godt sted å investere sammenlignet med Stockholm?")
    query = page.links[f"Osloregionen mot Stockholm: {theme}"]
    assert f"Stockholm ligger foran Osloregionen på {theme}" in show("region", **query).text


def test_how_many_live_here_opens_the_chart_of_the_population(show):
    page = show("oversikt", search="hvor mange bor i osloregionen")
    assert page.links["Folketall"]["indicator"] == "population_total"
    assert show("levekar", **page.links["Folketall"]).charts


def test_in_english_too(show):
    page = show("oversikt", lang="en", search="what can the state do")
    assert page.links["What the state can do"]["actor"] == "state"
    page = show("oversikt", lang="en", search="do international students stay?")
    assert "No, this service has no comparable figures for that." in page.text


def test_the_field_opens_what_is_found_and_a_button_ends_it(draw, show):
    page = draw("oversikt").whole()
    page.app.text_input(key=SEARCH).set_value("formuesskatt").run()
    assert "Treff på «formuesskatt»" in page.whole().text
    assert page.links.items() >= show("oversikt", search="formuesskatt").links.items()
    next(button for button in page.app.button if button.label == "Lukk søket").click().run()
    assert "Treff på" not in page.whole().text
    assert page.app.text_input(key=SEARCH).value == ""


@pytest.mark.parametrize("text", ["NO01", "no01", "tall for NO01"])
def test_an_outdated_code_is_answered_with_what_replaced_it(show, text):
    page = show("oversikt", search=text)
    assert "NO01 (Oslo og Akershus (til 2020))" in page.text
    assert "Tallene kan ikke settes sammen til én serie." in page.text
    assert page.links["NO08 Osloregionen"]["mark"]


def test_an_outdated_code_among_the_peers_is_named_with_what_replaced_it(show):
    page = show("plassering", peers="SE11,DK01,NO01,XX99")
    assert "«NO01» (nå NO08 Osloregionen)" in page.notices[0]
    assert "«XX99»" in page.notices[0]


EVIL = "**Økten er utløpt.** [Logg inn på nytt](https://ond.example/inn) https://ond.example www.ond.example"


@pytest.mark.parametrize("slug", ["oversikt", "klyngekatalog"])
def test_strangers_words_are_text_and_their_names_are_counted(show, slug):
    page = show(slug, **{EVIL: "1", "w_`" + EVIL: EVIL, "peers": EVIL, "page": EVIL + "`", "lens": "`[a](https://b)`"})
    (notice,) = page.notices
    assert "1 ukjent navn" in notice
    assert "1 vekt" in notice
    outside = re.sub(r"«[^»]*»", "", notice)
    assert "ond" not in outside
    assert "[" not in outside


def test_a_search_for_strangers_words_is_text(show):
    page = show("oversikt", search="<img src=x onerror=alert(1)>" + EVIL)
    assert "<img" not in page.html
    assert 'href="https://ond' not in page.html


def test_a_search_without_end_is_cut(show):
    start = time.process_time()
    page = show("oversikt", search="hotell " * 150_000)
    assert time.process_time() - start < 20
    assert len(page.text) < 50_000
