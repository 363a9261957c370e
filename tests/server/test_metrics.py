"""The operator's figures: what they tell, and that nobody else gets them."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from data_sources.last_check import Check
from data_sources.settings import Settings, SettingsError, settings
from pages.navigation import NAVIGATION
from pages.shell import measured, page
from server import making, metrics
from server.crowd import Crowd
from server.metrics import METRICS, may_read

NETWORKS = "127.0.0.0/8 ::1"


@pytest.mark.parametrize(
    ("peer", "headers", "networks", "may"),
    [
        ("127.0.0.1", [], NETWORKS, True),
        ("::1", [], NETWORKS, True),
        ("::ffff:127.0.0.1", [], NETWORKS, True),
        ("10.1.2.3", [], NETWORKS, False),
        ("10.1.2.3", [], "10.1.0.0/16", True),
        ("10.2.2.3", [], "10.1.0.0/16", False),
        ("127.0.0.1", ["X-Forwarded-For"], NETWORKS, False),
        ("127.0.0.1", ["forwarded"], NETWORKS, False),
        ("127.0.0.1", ["X-Real-IP"], NETWORKS, False),
        ("127.0.0.1", ["via"], NETWORKS, False),
        ("127.0.0.1", [], "", False),
        ("/run/socket", [], NETWORKS, False),
        (None, [], NETWORKS, False),
    ],
)
def test_the_operator_is_known_by_the_other_end_of_the_connection_alone(peer, headers, networks, may):
    assert may_read(peer, headers, networks) is may


def test_a_network_that_is_none_is_named(monkeypatch):
    monkeypatch.setenv("OSLOREGION_METRICS_FROM", "10.0.0.0/8 everybody")
    settings.cache_clear()
    with pytest.raises(SettingsError, match=r"OSLOREGION_METRICS_FROM.*'everybody'"):
        settings()
    settings.cache_clear()
    assert Settings(metrics_from="").metrics_from == ""


def asked_from(peer, trusted=""):
    """The application behind uvicorn's own treatment of proxies."""
    return TestClient(ProxyHeadersMiddleware(Starlette(routes=METRICS), trusted_hosts=trusted), client=(peer, 5000))


def read(name, **labels):
    """A figure, as a program that collects them reads it."""
    answer = asked_from("127.0.0.1").get("/metrics")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    samples = [one for family in text_string_to_metric_families(answer.text) for one in family.samples]
    found = [one.value for one in samples if one.name == f"osloregion_{name}" and labels.items() <= one.labels.items()]
    return sum(found) if found else None


def test_no_header_makes_anybody_the_operator():
    """Also where the server trusts a proxy on this machine, and puts in the peer's place what it names."""
    for sent in ({}, {"X-Forwarded-For": "127.0.0.1"}, {"X-Forwarded-For": "127.0.0.1, 10.0.0.1"}):
        assert asked_from("192.0.2.7").get("/metrics", headers=sent).status_code == 404
        assert asked_from("192.0.2.7", "127.0.0.1").get("/metrics", headers=sent).status_code == 404
    for sent in ("127.0.0.1", "192.0.2.7", "::1, 127.0.0.1"):
        assert (
            asked_from("127.0.0.1", "127.0.0.1").get("/metrics", headers={"X-Forwarded-For": sent}).status_code == 404
        )
    assert asked_from("127.0.0.1", "127.0.0.1").get("/metrics").status_code == 200


def test_release_and_refresh(monkeypatch):
    made = (datetime.now(UTC) - timedelta(days=3)).isoformat(timespec="seconds")
    told = {"release": 4, "made": made, "following": True, "from_memory": False}
    monkeypatch.setattr(metrics, "following", SimpleNamespace(report=lambda: (200, told)))
    asked = (datetime.now(UTC) - timedelta(hours=2)).isoformat()
    found = Check(asked, 120, None, {"pm25": 3, "nights_total": 4}, {}, refused=5)
    monkeypatch.setattr(metrics.releases, "checked", lambda: found)
    assert (read("ready"), read("release_number"), read("store_following"), read("store_from_memory")) == (1, 4, 1, 0)
    assert read("release_age_seconds") == pytest.approx(3 * 86_400, abs=60)
    assert read("refresh_age_seconds") == pytest.approx(7200, abs=60)
    assert (read("refresh_indicators"), read("refresh_refused"), read("refresh_waiting_figures")) == (120, 5, 7)


def test_what_is_not_known_is_not_told(monkeypatch):
    monkeypatch.setattr(metrics, "following", SimpleNamespace(report=lambda: (503, {"reason": "store_missing"})))
    monkeypatch.setattr(metrics.releases, "checked", lambda: None)
    assert read("ready") == 0
    assert (read("release_number"), read("release_age_seconds"), read("refresh_age_seconds")) == (None, None, None)


def test_runs_of_a_page_are_counted_and_timed(monkeypatch):
    before = read("page_seconds_count", page="talent") or 0
    spec = next(one for one in NAVIGATION if one.slug == "talent")
    monkeypatch.setattr(page, "_drawn", lambda _: None)
    page._page(spec)
    monkeypatch.setattr(page, "_drawn", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        page._page(spec)
    assert read("page_seconds_count", page="talent") == before + 2


def test_files_are_counted_when_they_are_made_not_when_they_are_kept(monkeypatch):
    monkeypatch.setattr(making, "_kept", making.LRUCache(maxsize=100, getsizeof=len))
    before = read("file_seconds_count")
    for _ in range(3):
        making.made_once("counted", lambda: b"file")
    assert read("file_seconds_count") == before + 1


def test_open_pages_are_counted():
    async def stream(_scope, receive, send):
        await receive()
        await send({"type": "websocket.accept"})
        await receive()

    client = TestClient(Crowd(stream, room=1))
    before, turned = read("open_pages"), read("turned_away_total")
    with client.websocket_connect("/_stcore/stream"):
        assert read("open_pages") == before + 1
        assert client.get("/talent").status_code == 503
    assert (read("open_pages"), read("turned_away_total")) == (before, turned + 1)


def test_no_figure_names_a_reader():
    assert {name for one in measured.REGISTRY.collect() for sample in one.samples for name in sample.labels} <= {
        "page",
        "le",
    }
