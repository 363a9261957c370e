"""Names beside points: none on another at any width, and always the same."""

from hypothesis import given
from hypothesis import strategies as st

from components.charts.labels.label_places import Named, Rectangle, box, dot, inside, meet, place, thread

WIDTHS, HEIGHT = (250.0, 1800.0), 430.0
POINTS = st.lists(
    st.builds(
        Named,
        across=st.floats(0.02, 0.98),
        down=st.floats(5, HEIGHT - 5),
        radius=st.floats(3, 22),
        name=st.text(st.characters(codec="latin-1", categories=["L"]), min_size=1, max_size=16),
    ),
    max_size=14,
)


def drawn(found, width):
    """A box as it stands at one width: left, right, top, bottom."""
    return found.across * width + found.left, found.across * width + found.right, found.top, found.bottom


def overlap(one, other):
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


@given(POINTS, st.floats(*WIDTHS))
def test_no_name_lies_on_another_or_on_a_named_point_at_any_width(points, width):
    places = place(points, WIDTHS, HEIGHT)
    boxes = {at.point: drawn(box(points[at.point], at.right, at.below), width) for at in places}
    for one, its in boxes.items():
        assert its[0] >= -1e-6
        assert its[1] <= width + 1e-6
        for other, theirs in boxes.items():
            assert one == other or not overlap(its, theirs)
        assert not any(overlap(its, drawn(dot(point), width)) for k, point in enumerate(points) if k != one)


@given(POINTS, st.floats(*WIDTHS))
def test_no_thread_runs_through_a_name_and_no_name_lies_where_none_may_stand(points, width):
    corner = Rectangle(1.0, -110.0, 0.0, 0.0, 60.0)
    places = place(points, WIDTHS, HEIGHT, [corner])
    boxes = {at.point: box(points[at.point], at.right, at.below) for at in places}
    for at in places:
        assert not overlap(drawn(boxes[at.point], width), drawn(corner, width))
        for line in thread(points[at.point], boxes[at.point], at.below):
            others = [name for k, name in boxes.items() if k != at.point]
            assert not any(overlap(drawn(line, width), drawn(name, width)) for name in others)


@given(POINTS)
def test_the_same_points_give_the_same_places_and_the_first_choose_first(points):
    found = place(points, WIDTHS, HEIGHT)
    assert found == place(points, WIDTHS, HEIGHT)
    if points:
        beside = box(points[0], 1, 0)
        if inside(beside, WIDTHS, HEIGHT) and not any(meet(beside, dot(point), WIDTHS) for point in points[1:]):
            assert (found[0].point, found[0].right, found[0].below) == (0, 1, 0)


def test_two_that_are_apart_at_both_ends_may_meet_in_between():
    """At 250 pixels the names stand in the other order than at 1800, so somewhere they must pass through each other."""
    left, right = Named(0.45, 100, 5, "Stockholm"), Named(0.55, 100, 5, "København")
    one, other = box(left, 1, 0), box(right, -1, 0)
    ends = [overlap(drawn(one, width), drawn(other, width)) for width in (30.0, 4000.0)]
    assert ends == [False, False]
    assert meet(one, other, (30.0, 4000.0))


def test_a_lone_point_is_named_beside_itself():
    (only,) = place([Named(0.5, 200, 10, "Oslo")], WIDTHS, HEIGHT)
    assert (only.right, only.below, only.x, only.y) == (1, 0, 13, 0)


def test_at_the_right_edge_the_name_goes_to_the_left():
    (only,) = place([Named(0.99, 200, 5, "Dublin")], WIDTHS, HEIGHT)
    assert only.right == -1


def test_crowded_points_hang_their_names_by_threads():
    crowd = [Named(0.5, 200 + k, 6, f"Region {k}") for k in range(7)]
    found = place(crowd, WIDTHS, HEIGHT)
    assert len(found) >= 6
    assert any(abs(at.below) >= 2 for at in found)
