"""A real server that is tried hard: started, looked into, killed."""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Self

import httpx

from tests.conftest import PROJECT

PATIENCE = 120.0  # seconds that a loaded machine may take to start
SIGNS = ("Traceback", "Too many open files", "RuntimeError", "Task exception was never retrieved")


def free_port() -> int:
    """A port of loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Service:
    """`streamlit run app.py` on a free loopback port.

    Args:
        url: of the store.
        folder: for the log.
        soft: limit of open files that it is started with; as here by default.
        settings: more environment variables.
    """

    def __init__(self, url: str, folder: Path, soft: int = 0, **settings: str) -> None:
        limits = {"OSLOREGION_LIMITS": "false"}  # all who come here come from one address
        self._environment = {**limits, **os.environ, "OSLOREGION_DATABASE_URL": url, **settings}
        self._soft = soft
        self.log = folder / f"log-{time.monotonic_ns()}.txt"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"

    def command(self) -> list[str]:
        """How it is started."""
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        return [*command, "--server.port", str(self.port), "--server.address", "127.0.0.1"]

    def start(self) -> Self:
        """Start, without waiting."""

        def limit() -> None:
            if self._soft:
                resource.setrlimit(resource.RLIMIT_NOFILE, (self._soft, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))

        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command(),
                cwd=PROJECT,
                env=self._environment,
                stdout=log,
                stderr=subprocess.STDOUT,
                preexec_fn=limit,
            )
        return self

    def __enter__(self) -> Self:
        return self.start().come_up()

    def come_up(self) -> Self:
        """Wait until it knows whether it can show figures."""
        if self.until(lambda: self.ready()[0] in (200, 503) and self.ready()[1].get("reason") != "starting"):
            return self
        self.end()
        raise RuntimeError(f"The server did not come up:\n{self.log.read_text()[-2000:]}")

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self, sign: int = signal.SIGTERM) -> None:
        """Stop it, or kill it."""
        self.process.send_signal(sign)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def until(self, holds: Any, patience: float = PATIENCE) -> bool:
        """Whether it comes to hold in time, while the server runs."""
        end = time.monotonic() + patience
        while time.monotonic() < end and self.process.poll() is None:
            if holds():
                return True
            time.sleep(0.1)
        return False

    def get(self, path: str, **options: Any) -> httpx.Response:
        """Ask once."""
        return httpx.get(self.address + path, trust_env=False, timeout=60, **options)

    def ready(self) -> tuple[int, dict[str, Any]]:
        """Status and words of /ready; status 0 where nobody answers."""
        try:
            answer = self.get("/ready")
            return answer.status_code, answer.json()
        except (httpx.TransportError, ValueError):
            return 0, {}

    def shows(self, release: int, *, reason: str | None = None) -> bool:
        """Whether /ready names the release, and why it serves from memory, if it does."""
        status, told = self.ready()
        return (status, told.get("release"), told.get("reason")) == (200, release, reason)

    @property
    def memory(self) -> float:
        """Megabytes that it has in memory."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))) / 1024

    @property
    def open_files(self) -> int:
        """Its open files."""
        return len(os.listdir(f"/proc/{self.process.pid}/fd"))

    def connections(self) -> int:
        """How many connections it holds to those who ask it."""
        mine = f"0100007F:{self.port:04X}"
        rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
        return sum(row[1] == mine and row[3] == "01" for row in rows)

    def faults(self) -> list[str]:
        """Lines of the log that no fault of others should cause; of a traceback also how it ends."""
        lines = self.log.read_text(errors="replace").splitlines()
        found = []
        for number, line in enumerate(lines):
            if any(sign in line for sign in SIGNS):
                ends = (later for later in lines[number + 1 :] if not later.startswith((" ", "Traceback")))
                found.append(f"{lines[number - 1][:150] if number else ''} | {line[:60]} | {next(ends, '')[:200]}")
        return found
