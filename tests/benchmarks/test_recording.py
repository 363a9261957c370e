import pytest

from benchmarks.cases import CASES, Case
from benchmarks.recording import record


@pytest.mark.parametrize("case", [CASES[0], CASES[2]], ids=lambda case: case.slug)
def test_a_recording_holds_every_chart_table_and_choice_of_a_page(case):
    found = record(case)
    kinds = [piece["kind"] for view in found["views"] for piece in _all(view)]
    assert kinds.count("chart") >= 2
    assert {"choice", "popover", "download", "html"} <= set(kinds)
    assert len(set(found["labels"])) == 2
    assert found["views"][0] != found["views"][1]


def test_what_a_page_does_not_have_is_not_recorded():
    with pytest.raises(ValueError, match="talent has no indicator=nothing"):
        record(Case("talent", "indicator", ("nothing", "nothing")))


def _all(pieces):
    for piece in pieces:
        if isinstance(piece, list):
            yield from _all(piece)
        else:
            yield piece
            yield from _all(piece.get("inside", []))
