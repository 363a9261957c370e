"""nginx as deploy/nginx sets it up, before two instances as deploy/systemd starts them, over one PostgreSQL."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import httpx

from tests.conftest import PROJECT
from tests.drills.service import PATIENCE, Service, free_port
from tests.drills.stores import Stores

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
WITHOUT = "no nginx was found (Debian: apt-get install nginx-light)"
FILES = PROJECT / "deploy" / "nginx"
PAGES = ("no-answer.html", "too-large.html")  # what nginx answers by itself
MEMBER = {"Cookie": "member=yes"}
# A login that lets everybody in who has the cookie, in the place of the organisation's own.
_LOGIN = """
server {
    listen 127.0.0.1:%d;
    location = /oauth2/auth { if ($cookie_member = "yes") { return 204; } return 401; }
    location /oauth2/start { return 200 "log in"; }
}
"""
_AROUND = """
%s
daemon off;
worker_processes 1;
pid %s/nginx.pid;
error_log %s/error.log warn;
events { worker_connections 1024; }
http {
    client_body_temp_path %s/body;
    proxy_temp_path %s/proxy;
    fastcgi_temp_path %s/fastcgi;
    uwsgi_temp_path %s/uwsgi;
    scgi_temp_path %s/scgi;
    include %s/osloregionen.conf;
    %s
}
"""


class Instance(Service):
    """An instance as osloregionen@.service starts it."""

    def command(self) -> list[str]:
        """The unit's command, with this port and this Python."""
        unit = (PROJECT / "deploy" / "systemd" / "osloregionen@.service").read_text(encoding="utf-8")
        line = re.search(r"^ExecStart=\S+/uvicorn (.+)$", unit, re.MULTILINE)
        assert line is not None
        return [sys.executable, "-m", "uvicorn", *line[1].replace("%i", str(self.port)).split()]


class Proxy:
    """nginx with the files of deploy/nginx; only ports, paths and the certificate are this machine's.

    Args:
        folder: for its files.
        ports: of the instances.
        members_only: whether readers must log in.
    """

    def __init__(self, folder: Path, ports: list[int], *, members_only: bool = False) -> None:
        if NGINX is None:
            raise RuntimeError(WITHOUT)
        self.folder = folder
        folder.mkdir()
        folder.chmod(0o755)
        self.port, plain, login = (free_port() for _ in range(3))
        self.address = f"https://127.0.0.1:{self.port}"
        (folder / "tls").mkdir()
        _certificate(folder / "tls")
        site = (FILES / "osloregionen.conf").read_text(encoding="utf-8")
        site = site.replace("/etc/nginx/osloregionen", str(folder)).replace("/var/log/nginx", str(folder))
        site = re.sub(r"^ *listen \[::\].*\n", "", site, flags=re.MULTILINE)
        site = site.replace("listen 80;", f"listen 127.0.0.1:{plain};")
        site = site.replace("listen 443 ", f"listen 127.0.0.1:{self.port} ")
        if members_only:
            site = site.replace("# include ", "include ")
        (folder / "osloregionen.conf").write_text(site, encoding="utf-8")
        for name in ("passed-on.conf", *PAGES):
            shutil.copyfile(FILES / name, folder / name)
        instances = (FILES / "instances.conf").read_text(encoding="utf-8")
        for usual, port in zip((8501, 8502), ports, strict=True):
            instances = instances.replace(f"127.0.0.1:{usual} ", f"127.0.0.1:{port} ")
        (folder / "instances.conf").write_text(instances, encoding="utf-8")
        members = (FILES / "members-only.conf").read_text(encoding="utf-8").replace(":4180", f":{login}")
        (folder / "members-only.conf").write_text(members, encoding="utf-8")
        user = "user root;" if Path("/proc/self").owner() == "root" else ""
        self.file = folder / "nginx.conf"
        self.file.write_text(_AROUND % (user, *[folder] * 8, _LOGIN % login if members_only else ""), encoding="utf-8")

    def command(self, *more: str) -> list[str]:
        """Its command line."""
        return [str(NGINX), "-p", str(self.folder), "-c", str(self.file), "-e", str(self.folder / "error.log"), *more]

    def tested(self) -> subprocess.CompletedProcess[str]:
        """What `nginx -t` says of the files."""
        return subprocess.run(self.command("-t"), capture_output=True, text=True, check=False)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self.command(), stderr=subprocess.PIPE)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.05)
        self._process.kill()
        raise RuntimeError(f"nginx does not start: {self._process.communicate()[1].decode()[-500:]}")

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.wait(20)

    def get(self, path: str, **options: object) -> httpx.Response:
        """Ask once, as a reader does."""
        return httpx.get(self.address + path, trust_env=False, timeout=60, verify=False, **options)  # type: ignore[arg-type]


def _certificate(folder: Path) -> None:
    command = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
    ]
    command += ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    command += ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run(command, check=True, capture_output=True)


@dataclass
class Two:
    """Two instances behind a proxy, and the address of their store."""

    proxy: Proxy
    instances: list[Instance]
    url: str

    def serving(self) -> Instance:
        """The instance that has an open page."""
        return max(self.instances, key=lambda one: one.connections())

    def faults(self) -> list[str]:
        """What stands in their logs that should not."""
        return [fault for one in self.instances for fault in one.faults()]


@contextmanager
def two_instances(stores: Stores, folder: Path, *, members_only: bool = False) -> Iterator[Two]:
    """Start all of it, and end it."""
    with ExitStack() as stack:
        url = stack.enter_context(stores.postgresql())
        started = [Instance(url, folder).start() for _ in range(2)]
        for one in started:
            stack.callback(one.end)
        for one in started:
            one.come_up()
        place = folder / f"nginx-{started[0].port}"
        proxy = stack.enter_context(Proxy(place, [one.port for one in started], members_only=members_only))
        yield Two(proxy, started, url)
