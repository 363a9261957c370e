"""Parts of a page written as HTML keep their order, and nothing of them is lost."""

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from components.arrangement import Arrangement
from components.charts.region_map import RegionMap
from components.exhibit import Exhibit, SourceNote
from components.html.arrangement import is_plain, ready
from components.html.first_view import first_view
from components.parts import Box, Choice, Columns, Fold, Html, Live, Shown, Steps, Typed, exhibits
from components.rows import Rows
from components.view import ViewState
from components.words.text import Speaker
from tests.parts import every

VIEW, SAY = ViewState("talent"), Speaker("nb")
SOURCE = SourceNote("SSB", [("07459", "https://www.ssb.no/07459")], "2024")
WIDGETS = Choice | Steps | Typed | Live


def exhibit(number, kind):
    figure = {"data": [], "layout": {"height": 200}} if kind == "chart" else None
    drawn = RegionMap((), (), "Se tabellen.") if kind == "map" else None
    return Exhibit(f"e{number}", f"Funn {number}", "", figure, "Ord", SOURCE, "", Rows((), ()), "fil", map=drawn)


LEAVES = st.sampled_from(["html", "chart", "map", "nothing", "bare", "choice", "steps", "typed", "live"])
TREES = st.recursive(
    LEAVES,
    lambda inside: st.one_of(
        st.tuples(st.just("box"), st.lists(inside, max_size=4)),
        st.tuples(st.just("fold"), st.lists(inside, max_size=4)),
        st.tuples(st.just("columns"), st.lists(st.lists(inside, max_size=3), min_size=1, max_size=3)),
    ),
    max_leaves=14,
)


def fill(page, tree, numbers):
    """Fill a page as pages do; each leaf bears a number of its own, in the order in which it is added."""
    if isinstance(tree, str):
        number = next(numbers)
        if tree == "html":
            page.html(Markup("<i>%s</i>") % (number,))
        elif tree == "choice":
            page.add(Choice(str(number), "mark", ("a",), ("A",), "a", "", 300))
        elif tree == "steps":
            page.add(Steps(str(number), "mark", ("1",), ("1",), "1", 220))
        elif tree == "typed":
            page.add(Typed(str(number), "q", "", "", 240))
        elif tree == "live":
            page.add(Live(lambda: None, (Html(Markup("<i>%s</i>") % (number,)),)))
        elif tree == "bare":
            page.tools(exhibit(number, "nothing"))
        else:
            page.exhibit(exhibit(number, tree))
        return
    kind, inside = tree
    if kind == "columns":
        for column, trees in zip(page.columns(len(inside)), inside, strict=True):
            with column:
                for one in trees:
                    fill(page, one, numbers)
        return
    with page.box("a") if kind == "box" else page.fold("B"):
        for one in inside:
            fill(page, one, numbers)


def filled(trees):
    page, numbers = Arrangement(), iter(range(1000))
    for tree in trees:
        fill(page, tree, numbers)
    return page.parts, next(numbers)


def numbers_in(html):
    """The numbers of leaves in HTML, in order: each exhibit bears its own in the class of its tools."""
    found = re.findall(r'<i>(\d+)</i>|data-of="e(\d+)"|<span class="label">(\d+)</span>', html)
    return [int(one or two or three) for one, two, three in found]


PAGES = st.lists(TREES, max_size=6)


@given(PAGES)
def test_every_leaf_is_written_once_and_in_the_order_in_which_it_was_added(trees):
    parts, count = filled(trees)
    for waiting in (False, True):
        written = first_view(ready(parts, VIEW, SAY, waiting=waiting), VIEW, SAY)
        assert numbers_in(written) == list(range(count))


@given(PAGES)
def test_no_exhibit_is_lost_and_only_maps_are_left_to_the_session(trees):
    parts, _ = filled(trees)
    made = ready(parts, VIEW, SAY)
    assert [one.key for one in exhibits(made)] == [one.key for one in exhibits(parts) if one.map is not None]
    assert all(isinstance(part, Html | Shown | WIDGETS | Box | Fold | Columns) for part in every(made))
    assert [part for part in every(made) if isinstance(part, WIDGETS)] == [
        part for part in every(parts) if isinstance(part, WIDGETS)
    ]


@given(PAGES)
def test_what_needs_no_session_is_html_and_as_few_pieces_as_hold_it(trees):
    made = ready(filled(trees)[0], VIEW, SAY)
    assert [part for part in every(made) if isinstance(part, Box | Fold | Columns) and is_plain(part)] == []
    alone = [isinstance(part, Html) and part.text.startswith("<section") for part in made]
    for (one, first), (other, second) in zip(
        zip(made, alone, strict=True), zip(made[1:], alone[1:], strict=True), strict=False
    ):
        assert not (isinstance(one, Html) and isinstance(other, Html)) or first or second


@given(PAGES)
def test_ready_parts_stay_as_they_are(trees):
    made = ready(filled(trees)[0], VIEW, SAY)
    plain = tuple(part for part in made if isinstance(part, Html))
    assert "".join(part.text for part in ready(plain, VIEW, SAY)) == "".join(part.text for part in plain)


def test_nothing_is_added_by_empty_html():
    page = Arrangement()
    page.html(Markup())
    assert page.parts == ()
