"""Numbers that differ between two releases, whatever order they stand in."""

from models.presentations import CellChange, cell_changes

OLD = [("NO08", "2023", 48.4, ""), ("SE11", "2023", 50.1, ""), ("DK01", "2023", 47.0, "")]
NEW = [("SE11", "2023", 50.1, ""), ("NO08", "2023", 48.6, "b"), ("FI1B", "2023", None, "")]


def test_what_differs_is_told_with_what_it_is_of():
    assert cell_changes(OLD, NEW, (0, 1), (2,)) == (
        CellChange(("NO08", "2023"), 2, 48.4, 48.6),
        CellChange(("DK01", "2023"), 2, 47.0, None),
    )


def test_the_same_in_another_order_is_no_change():
    assert cell_changes(OLD, OLD[::-1], (0, 1), (2, 3)) == ()
