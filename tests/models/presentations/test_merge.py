"""Two people who edit one presentation: neither loses a word."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.presentations import MOST_STEPS, Step, Story, merge
from models.presentations.text_merge import merged_text

A, B, C = (Step(name, "text", title=name) for name in ("aaaa", "bbbb", "cccc"))
BASE = Story("Status", "nb", (A, B, C))


def ids(merged):
    return [step.id for step in merged.story.steps]


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected", "both"),
    [
        ("en to tre", "en to tre", "en fire tre", "en fire tre", False),
        ("en to tre", "en TO tre", "en to tre fire", "en TO tre fire", False),
        ("en to tre", "null en to tre", "en to tre fire", "null en to tre fire", False),
        ("en to tre", "en X tre", "en Y tre", "en X / Y tre", True),
        ("en to tre", "en X tre", "en X tre", "en X tre", False),
        ("", "A", "B", "A / B", True),
        ("", "A", "A og B", "A og B", True),
        ("en to tre", "", "en to fire", "en to fire", True),
    ],
)
def test_texts(base, theirs, ours, expected, both):
    assert merged_text(base, theirs, ours) == (expected, both)


def test_changes_of_different_fields_and_steps_are_both_there():
    theirs = replace(BASE, steps=(replace(A, notes="theirs"), B, C))
    ours = replace(BASE, title="Ours", steps=(replace(A, title="ours"), B, replace(C, text="ours")))
    merged = merge(BASE, theirs, ours)
    assert merged.clashes == ()
    assert merged.story == Story("Ours", "nb", (replace(A, title="ours", notes="theirs"), B, replace(C, text="ours")))


def test_where_both_wrote_both_stand_and_it_is_told():
    theirs = replace(BASE, steps=(replace(A, title="one", notes="x"), B, C))
    ours = replace(BASE, steps=(replace(A, title="two", notes="y"), B, C))
    merged = merge(BASE, theirs, ours)
    assert merged.story.steps[0] == replace(A, title="one / two", notes="x\n\ny")
    assert merged.clashes == (("aaaa", "title"), ("aaaa", "notes"))


def test_steps_added_by_both_stand_where_each_put_them():
    new, other = Step("newn", "text"), Step("othe", "text")
    theirs = replace(BASE, steps=(A, new, B, C))
    ours = replace(BASE, steps=(A, B, C, other))
    assert ids(merge(BASE, theirs, ours)) == ["aaaa", "newn", "bbbb", "cccc", "othe"]


def test_moved_by_one_and_removed_by_the_other():
    theirs = replace(BASE, steps=(A, B))
    ours = replace(BASE, steps=(C, B, A))
    assert ids(merge(BASE, theirs, ours)) == ["bbbb", "aaaa"]


def test_what_one_removed_while_the_other_wrote_in_it_stays():
    theirs = replace(BASE, steps=(A, C))
    ours = replace(BASE, steps=(A, replace(B, notes="important"), C))
    assert ids(merge(BASE, theirs, ours)) == ["aaaa", "bbbb", "cccc"]
    assert ids(merge(BASE, ours, theirs)) == ["aaaa", "bbbb", "cccc"]


def test_more_than_has_room_leaves_out_none_that_was_kept():
    full = Story("x", "nb", tuple(Step(f"st{n:02}", "text") for n in range(MOST_STEPS)))
    ours = replace(full, steps=(Step("mine", "text"), *full.steps))
    theirs = replace(full, steps=(*full.steps[:-1], replace(full.steps[-1], title="kept")))
    assert ids(merge(full, theirs, ours)) == [step.id for step in full.steps]


WORDS = st.lists(st.sampled_from(["oslo", "bergen", "tall", "og", "\n", "vekst"]), max_size=8).map(" ".join)


@given(WORDS, WORDS, WORDS)
def test_no_word_that_anybody_wrote_is_lost(base, theirs, ours):
    merged, _ = merged_text(base, theirs, ours)
    before, there = Counter(base.split()), Counter(merged.split())
    for version in (theirs, ours):
        for word, count in (Counter(version.split()) - before).items():
            assert there[word] >= min(count, 1), (word, merged)


@given(WORDS, WORDS)
def test_what_only_one_changed_is_taken_as_it_is(base, changed):
    assert merged_text(base, changed, base) == (changed, False)
    assert merged_text(base, base, changed) == (changed, False)


STEPS = st.lists(
    st.builds(Step, st.sampled_from(["aaaa", "bbbb", "cccc", "dddd"]), st.just("text"), title=WORDS.map(str.strip)),
    max_size=4,
    unique_by=lambda step: step.id,
).map(tuple)
STORIES = st.builds(Story, st.just("x"), st.just("nb"), STEPS)


@given(STORIES, STORIES, STORIES)
def test_stories(base, theirs, ours):
    merged = merge(base, theirs, ours)
    there = {step.id: step for step in merged.story.steps}
    assert len(there) == len(merged.story.steps)
    then = {step.id: step for step in base.steps}
    for version in (theirs, ours):
        for step in version.steps:
            if then.get(step.id) != step:  # theirs to say
                assert step.id in there
                written = set(re.split(r"\s+", step.title)) - set(then.get(step.id, A).title.split()) - {""}
                assert all(word in there[step.id].title for word in written)
    assert merge(base, theirs, base).story == theirs
    assert merge(base, base, ours).story == ours
