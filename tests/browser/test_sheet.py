"""What one actor can do prints on both sides of one sheet of A4."""

import re
from urllib.parse import urlencode

import pytest

# The longest sheets; a page of a PDF is an object of the type Page.
LONGEST = [{"actor": "state"}, {"actor": "municipality", "lang": "en"}]


def sides(pdf: bytes) -> int:
    """How many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("query", LONGEST, ids=lambda query: query["actor"])
def test_it_fits_on_two_sides(reader, query):
    reader.open(f"/barrierer?{urlencode(query)}&form=sheet")
    assert reader.page.locator(".actor-sheet ul.actions li").count() > 20
    assert 1 <= sides(reader.page.pdf(format="A4", print_background=True)) <= 2
    assert reader.complaints == []
