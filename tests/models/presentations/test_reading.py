"""What may be a presentation, and what is refused, with the reason."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.presentations import MOST_STEPS, TEMPLATES, BadStory, Step, Story, read, written

STEP = {"id": "abcd", "template": "figure", "views": ["/talent?lang=nb&release=1#ranking"]}


def story(**changed):
    return {"format": 1, "title": "Status", "lang": "nb", "steps": [STEP], **changed}


def code(**changed):
    with pytest.raises(BadStory) as refused:
        read(story(**changed))
    return refused.value.code, refused.value.step, refused.value.field


def test_a_story_is_read_and_written():
    made = read(story())
    assert made == Story("Status", "nb", (Step("abcd", "figure", ("/talent?lang=nb&release=1#ranking",)),))
    assert read(json.loads(json.dumps(written(made)))) == made


def test_those_who_only_look_get_no_notes():
    made = read(story(steps=[{**STEP, "notes": "for me"}]))
    assert "for me" in json.dumps(written(made))
    assert "for me" not in json.dumps(written(made, notes=False))


def test_too_many_steps_are_refused_with_their_number():
    steps = [{**STEP, "id": f"step{n}"} for n in range(500)]
    assert code(steps=steps) == ("too_many_steps", 500, "")
    assert len(read(story(steps=steps[:MOST_STEPS])).steps) == MOST_STEPS


@pytest.mark.parametrize(
    "view",
    [
        "//example.org/talent",
        "https://example.org/talent",
        "javascript:alert(1)",
        "/talent\n?x",
        "/talent?x=<b> y",
        "talent",
        "",
        "/s/2222222222",
        "/" + "x" * 5_000,
        7,
        None,
    ],
)
def test_only_addresses_of_ours_are_views(view):
    assert code(steps=[{**STEP, "views": [view]}]) == ("wrong_views", 1, "")


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_template_has_its_number_of_views(template):
    few = [STEP["views"][0]] * TEMPLATES[template]
    assert read(story(steps=[{**STEP, "template": template, "views": few}])).steps[0].template == template
    assert code(steps=[{**STEP, "template": template, "views": [*few, STEP["views"][0]]}])[0] == "wrong_views"


def test_what_is_wrong_is_named():
    assert code(steps=[STEP, {**STEP, "id": "efgh", "template": "video"}]) == ("unknown_template", 2, "")
    assert code(steps=[{**STEP, "notes": "x" * 5_001}]) == ("too_long", 1, "notes")
    assert code(title="x" * 201) == ("too_long", 0, "title")
    assert code(format=2) == ("newer_format", 0, "")
    assert code(lang="de")[0] == "no_story"
    assert code(steps=[STEP, STEP])[0] == "no_story"
    assert code(steps=[{**STEP, "id": "<b>"}]) == ("no_story", 1, "id")
    assert code(steps=[{**STEP, "title": ["x"]}]) == ("no_story", 1, "title")


def test_signs_that_nobody_can_see_are_left_out():
    made = read(story(title="a\x00b\u202ec\nd", steps=[{**STEP, "text": "one\ntwo\x07"}]))
    assert made.title == "abcd"
    assert made.steps[0].text == "one\ntwo"


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=9),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=9), inside, max_size=4),
    max_leaves=12,
)


@given(JSON | st.fixed_dictionaries({"steps": st.lists(JSON, max_size=3)}) | st.builds(story, steps=JSON, title=JSON))
def test_whatever_comes_is_read_or_refused(anything):
    try:
        made = read(anything)
    except BadStory:
        return
    assert read(written(made)) == made
