"""A refresh as a process of its own, forked from one that has imported and loaded everything."""

import multiprocessing
import os
import signal
from pathlib import Path

from data_sources.patience import Patience
from data_sources.refresh.plan import make_plan
from data_sources.refresh.run import Refresh
from data_sources.registry import collectors
from data_sources.settings import Settings
from data_sources.store import engine as store
from data_sources.store import writer
from models.catalogue import load_catalogue

ASKED = ("nights_total", "nights_foreign", "population_total")
CATALOGUE = load_catalogue()
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload([__name__])


def refresh(url: str, folder: Path, addresses: dict[str, str], *, die_in: str = "") -> None:
    """What the process does; with `die_in` it kills itself there, in the middle of the transaction."""
    sources = collectors(Settings(database_url=url, **addresses), CATALOGUE, Patience(first_wait=0.01, attempts=2))
    plan = make_plan(CATALOGUE, sources, only_indicators=ASKED)
    if die_in:
        honest = getattr(writer, die_in)

        def dying(*arguments: object) -> None:
            honest(*arguments)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(writer, die_in, dying)
    Refresh(store.create(url), CATALOGUE, sources, plan, folder).run()
