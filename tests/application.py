"""The application as a process of its own: what the server's and the browser's tests talk to."""

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

PROJECT = Path(__file__).resolve().parent.parent
_PATIENCE = 300  # seconds a loaded machine may take to start


class Application:
    """`streamlit run app.py` on loopback (a free port unless one is given), ready until the end of the `with` block."""

    def __init__(
        self,
        database_url: str,
        log: Path,
        script: Path = PROJECT / "app.py",
        ready: str = "/ready",
        port: int = 0,
        *,
        first_views: bool = False,
    ) -> None:
        # Limits are off: all who come here come from one address, and ask for more than people do. So are first views
        # ahead of readers, unless they are asked for: a test opens a few pages of the fifty.
        given = {"OSLOREGION_LIMITS": "false", "OSLOREGION_FIRST_VIEWS": str(first_views).lower()}
        self._environment = {**given, **os.environ, "OSLOREGION_DATABASE_URL": database_url}
        self._log = log
        self._script = script
        self._ready = ready
        self._port = port

    def __enter__(self) -> str:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", self._port))
            port = probe.getsockname()[1]
        address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "streamlit", "run", str(self._script)]
        command += ["--server.port", str(port), "--server.address", "127.0.0.1"]
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command, cwd=PROJECT, env=self._environment, stdout=log, stderr=subprocess.STDOUT
            )
        deadline = time.monotonic() + _PATIENCE
        with httpx.Client(trust_env=False, verify=False) as client:  # no certificates to read: it is not encrypted
            while time.monotonic() < deadline and self._process.poll() is None:
                try:
                    if client.get(address + self._ready).status_code == 200:
                        return address
                except httpx.TransportError:
                    pass
                time.sleep(0.1)
        self.__exit__()
        raise RuntimeError(f"The application did not become ready:\n{self._log.read_text()}")

    @property
    def pid(self) -> int:
        """Its process, while it runs."""
        return self._process.pid

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:  # open event streams hold uvicorn back
            self._process.kill()
            self._process.wait()


@contextmanager
def everybodys(database_url: str, folder: Path) -> Iterator[str]:
    """The address of one application for all test processes that have this folder in common.

    The first that needs it starts it while the others wait, and ends it when nobody needs it any more. A start costs
    ten seconds of work, and what it has made of a page for one process is there for the others.
    """
    written, mine = folder / "application.txt", None
    with (folder / "application.start").open("a") as start, (folder / "application.users").open("a") as users:
        fcntl.flock(start, fcntl.LOCK_EX)
        fcntl.flock(users, fcntl.LOCK_SH)  # waits where the one before is just being ended
        if not written.exists():
            # A store of its own: it writes short links, and a store is locked while other processes read it whole.
            store = folder / "application.sqlite"
            shutil.copyfile(database_url.removeprefix("sqlite:///"), store)
            mine = Application(f"sqlite:///{store}", folder / "application.log")
            written.write_text(mine.__enter__(), encoding="ascii")
        fcntl.flock(start, fcntl.LOCK_UN)
        try:
            yield written.read_text(encoding="ascii")
        finally:
            if mine is not None:
                fcntl.flock(users, fcntl.LOCK_EX)  # waits for the others
                written.unlink()
                mine.__exit__()
