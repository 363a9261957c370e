"""What the server wrote stands where Streamlit's page will have it: nothing moves when one goes and the other comes."""

import httpx
import pytest

from benchmarks.positions import positions

NEAR = 8  # pixels, across or down


@pytest.fixture
def ready(server):
    for slug in ("talent", "plassering"):  # the first time it may be made too late to be sent
        while 'id="first-view"' not in httpx.get(f"{server}/{slug}", trust_env=False, timeout=60).text:
            pass
    return server


def test_heading_charts_and_tools_stay_where_the_first_view_has_them(chromium, ready):
    for moved in positions(chromium, ready, ["talent", "plassering"]):
        assert moved.number >= 5, moved
        assert moved.lost == ()
        assert moved.pixels <= NEAR, moved
