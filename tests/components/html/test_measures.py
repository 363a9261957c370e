"""What an actor can do, as HTML and as a text to paste."""

import pytest

from components.html.measures import measures_list, measures_text
from components.words.text import Speaker
from models.barriers import stepwise

NB, EN = Speaker("nb"), Speaker("en")


@pytest.fixture(scope="module")
def of_the_state(catalogue):
    return stepwise([m for m in catalogue.measures.values() if m.actor == "state"], list(catalogue.barriers))


@pytest.mark.parametrize("say", [NB, EN])
def test_each_measure_stands_once_with_its_source_and_what_is_in_doubt(catalogue, say, of_the_state):
    html = measures_list(say, of_the_state, lambda m: say.of(catalogue.barriers[m.barrier].title))
    own = [m for m in catalogue.measures.values() if m.actor == "state"]
    assert html.count("<li>") == len(own) == 35
    for measure in own:
        assert f"<li>{say.of(measure.text)}." in html.replace("&amp;", "&")
        assert measure.address.replace("&", "&amp;") in html
        if measure.doubt:
            assert say.of(measure.doubt) in html
    assert "lest i utdrag" not in html


def test_the_text_to_copy_is_short_and_says_what_is_left_out(of_the_state):
    text = measures_text(NB, "Staten", of_the_state)
    sentences = [line for line in text.splitlines() if line.startswith("– ")]
    assert text.startswith("Staten kan blant annet:")
    assert len(sentences) == sum(min(len(listed), 4) for listed in of_the_state.values())
    assert all(line[2].islower() or line[2:].startswith("UDI") for line in sentences)
    left = 35 - len(sentences)
    assert text.endswith(f"{left} tiltak til, og kildene:")
    doubtful = {"done": [m for m in of_the_state["done"] if m.id == "M22"]}
    assert "om ordningen fortsatt finnes" in measures_text(NB, "Staten", doubtful)
