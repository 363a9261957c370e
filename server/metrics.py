"""The operator's figures at /metrics, in OpenMetrics, for the networks that the settings name."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from data_sources.settings import settings
from pages.known import releases
from pages.shell.measured import REGISTRY
from server.following import following

# What a proxy adds, ours or somebody else's: an operator's own program asks an instance without one.
_PROXIED = ("x-forwarded-for", "forwarded", "x-real-ip", "via", "x-forwarded-host")


def may_read(peer: str | None, headers: Iterable[str], networks: str) -> bool:
    """Whether who asks is the operator.

    A server that trusts a proxy puts the address that the proxy names in the place of the peer's. It does so by a
    header, and whoever comes with such a header is refused: no header can make anybody an operator.

    Args:
        peer: address at the other end of the connection; None where it has none.
        headers: names of the request's headers.
        networks: those that may, separated by spaces.
    """
    if peer is None or {name.lower() for name in headers} & set(_PROXIED):
        return False
    try:
        address = ip_address(peer)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return any((mapped or address) in ip_network(one) for one in networks.split())


def _gauge(name: str, words: str, value: float) -> Metric:
    made = GaugeMetricFamily(f"osloregion_{name}", words)
    made.add_metric([], value)
    return made


class State(Collector):
    """How the service stands, worked out when it is asked for."""

    def describe(self) -> Iterable[Metric]:
        """Nothing before it is asked for."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Release, store, and what came of the last refresh."""
        status, told = following.report()
        yield _gauge("ready", "Whether figures can be shown", status == 200)
        if status == 200:
            made = datetime.fromisoformat(told["made"])
            yield _gauge("release_number", "The newest release that is shown", told["release"])
            age = (datetime.now(UTC) - made).total_seconds()
            yield _gauge("release_age_seconds", "How old the newest release is", age)
            yield _gauge("store_following", "Whether the store is looked at", told["following"])
            yield _gauge("store_from_memory", "Whether the store cannot be read just now", told["from_memory"])
        found = releases.checked()
        if found is None:
            return
        asked = datetime.fromisoformat(found.at)
        since = (datetime.now(UTC) - asked).total_seconds()
        yield _gauge("refresh_age_seconds", "Since publishers were last asked", since)
        yield _gauge("refresh_indicators", "Indicators that the last refresh asked for", found.indicators)
        yield _gauge("refresh_refused", "Indicators that the last refresh could not renew", found.refused)
        yield _gauge("refresh_waiting_figures", "Figures it found and did not take up", sum(found.waiting.values()))


REGISTRY.register(State())


def metrics(request: Request) -> Response:
    """Counts and times of this process; 404 to everybody but the operator."""
    peer = request.client.host if request.client else None
    if not may_read(peer, request.headers.keys(), settings().metrics_from):
        return PlainTextResponse("no such address", status_code=404)
    headers = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
    return Response(generate_latest(REGISTRY), headers=headers)  # type: ignore[no-untyped-call]


METRICS = [Route("/metrics", metrics)]
