"""The client against a server that it cannot rely on; what sources make of it is tested with them."""

import itertools
import os
import ssl
import subprocess
import threading
import time
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from data_sources.errors import RateLimited, Redirected, Refused, SourceError, Unreachable
from data_sources.http import AGENT, Client, Download
from data_sources.patience import Patience
from tests.fakes import FakePublisher, Fault
from tests.fakes.example import QUICK

PATH = "/gisco/file"


@pytest.fixture
def publisher():
    with FakePublisher(files={PATH: b"good " * 1000}) as running:
        yield running


def fetch(publisher, folder, *faults, patience=QUICK, accept=lambda _path: None, largest=100_000) -> Download:
    publisher.faults = list(faults)
    return Client(patience).download(publisher.url + PATH, folder / "file", largest=largest, accept=accept)


def test_the_answer_lies_in_its_file(publisher, tmp_path):
    came = fetch(publisher, tmp_path / "new" / "folder")
    assert came.path.read_bytes() == b"good " * 1000
    assert came.address == publisher.url + PATH
    assert publisher.seen[0].headers["user-agent"] == AGENT


def test_waits_are_doubled_and_bounded(publisher, tmp_path):
    patience = replace(QUICK, attempts=4, first_wait=0.1, longest_wait=0.25)
    with pytest.raises(SourceError):
        fetch(publisher, tmp_path, Fault("broken"), patience=patience)
    at = [seen.at for seen in publisher.seen]
    waits = [later - earlier for earlier, later in itertools.pairwise(at)]
    assert len(waits) == 3
    assert all(wait >= least for wait, least in zip(waits, (0.1, 0.2, 0.25), strict=True))


def test_defaults_are_patient_and_polite():
    patience = Patience()
    assert patience.attempts >= 3
    assert patience.connect < patience.read < patience.whole
    assert 1 <= patience.first_wait < patience.longest_wait <= 120
    assert patience.poll >= 5


@pytest.mark.parametrize(
    "fault", [Fault("limited", seconds=0.3, times=1), Fault("limited_until", seconds=1.2, times=1)]
)
def test_a_pause_asked_for_is_kept(publisher, tmp_path, fault):
    fetch(publisher, tmp_path, fault, patience=replace(QUICK, longest_wait=3))
    first, second = publisher.seen
    assert second.at - first.at >= fault.seconds - 1 + (fault.kind == "limited")


def test_an_allowance_used_up_holds_the_next_request_back(publisher, tmp_path):
    publisher.faults = [Fault("limit_used_up", seconds=0.3, times=1), Fault("limit_used_up", seconds=60)]
    client = Client(QUICK)
    for _ in range(2):
        client.download(publisher.url + PATH, tmp_path / "file", largest=100_000, accept=lambda _path: None)
    assert publisher.seen[1].at - publisher.seen[0].at >= 0.3
    with pytest.raises(RateLimited, match="60 seconds"):
        client.download(publisher.url + PATH, tmp_path / "file", largest=100_000, accept=lambda _path: None)
    assert len(publisher.seen) == 2


@pytest.mark.parametrize(
    "location",
    ["http://localhost:{port}/gisco/file", "http://127.0.0.1:1/gisco/file", "//example.org/", "ftp://127.0.0.1:{port}/",
     "file:///etc/passwd", "http://[", "https://127.0.0.1:{port}/"],
)  # fmt: skip
def test_pointers_elsewhere_are_not_followed(publisher, tmp_path, location, monkeypatch):
    port = publisher.url.rpartition(":")[2]
    from tests.fakes import faults

    away = faults.Reply(302, b"", {"Location": location.format(port=port)})
    monkeypatch.setitem(faults.REPLIES, "elsewhere", lambda *_: away)
    with pytest.raises(Redirected):
        fetch(publisher, tmp_path, Fault("elsewhere"))
    assert len(publisher.seen) == 1


def test_pointers_in_a_circle_end(publisher, tmp_path, monkeypatch):
    from tests.fakes import faults

    monkeypatch.setitem(faults.REPLIES, "elsewhere", lambda *_: faults.Reply(302, b"", {"Location": PATH}))
    with pytest.raises(Redirected, match="circles"):
        fetch(publisher, tmp_path, Fault("elsewhere"))
    assert len(publisher.seen) == 5


def test_a_refusal_carries_the_beginning_of_what_is_said(publisher, tmp_path):
    with pytest.raises(Refused) as caught:
        fetch(publisher, tmp_path, Fault("status", status=451, body=b"because " * 20_000))
    assert caught.value.status == 451
    assert caught.value.body == (b"because " * 20_000)[: 1 << 16]
    assert len(publisher.seen) == 1


def test_an_earlier_file_stays_until_a_better_one_has_come(publisher, tmp_path):
    fetch(publisher, tmp_path)
    for fault in ("cut", "broken", "gzip_cut"):
        with pytest.raises(SourceError):
            fetch(publisher, tmp_path, Fault(fault))
    with pytest.raises(SourceError):
        fetch(publisher, tmp_path, largest=10)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"good " * 1000


def test_what_a_killed_process_left_is_swept_away(publisher, tmp_path):
    left, current = tmp_path / ".file.0a.part", tmp_path / ".file.0b.part"
    for path in (left, current):
        path.write_bytes(b"half")
    os.utime(left, (0, 0))
    fetch(publisher, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [current.name, "file"]


def test_attempts_are_logged_in_words(publisher, tmp_path, caplog):
    caplog.set_level("INFO")
    fetch(publisher, tmp_path, Fault("broken", times=1))
    assert [record.name for record in caplog.records if "stamina" in record.name] == []
    assert "Attempt 2 in" in caplog.text
    assert "HTTP 500" in caplog.text


def test_a_request_that_hangs_is_given_up_in_time(publisher, tmp_path):
    start = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(publisher, tmp_path, Fault("slow", seconds=3), patience=replace(QUICK, read=0.2, attempts=2))
    assert time.monotonic() - start < 3


def test_a_host_that_is_not_there(tmp_path):
    with pytest.raises(Unreachable) as caught:
        Client(QUICK).download("http://127.0.0.1:9/", tmp_path / "file", largest=10, accept=lambda _path: None)
    assert caught.value.remedy


@pytest.fixture
def untrusted(tmp_path):
    """A server whose certificate nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate)]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("openssl is not here to make a certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"https://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def test_a_certificate_that_nobody_vouches_for_is_refused(untrusted, tmp_path):
    with pytest.raises(Unreachable) as caught:
        Client(QUICK).download(untrusted, tmp_path / "file", largest=10, accept=lambda _path: None)
    assert "CERTIFICATE_VERIFY_FAILED" in caught.value.detail
