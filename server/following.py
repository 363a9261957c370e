"""Following the store: what it holds is made ready at first, and what has come since is taken up."""

import asyncio
import logging
import time
from datetime import UTC, datetime
from typing import Any

from data_sources.errors import DataError
from data_sources.settings import SettingsError, settings
from data_sources.store.reader import Release
from models.catalogue import CatalogueError
from pages.exhibits import warm_up
from pages.known import releases

LOOK_EVERY = 2.0  # seconds between two looks
IN_TROUBLE = 5.0  # seconds to the next look where one failed
SPARE_EVERY = 600.0  # seconds; sessions that were open the last time stay in memory until then
LATE = 60.0  # seconds without a look after which nobody is following any more
_log = logging.getLogger("osloregionen")


class Following:
    """How the service stands towards its store."""

    def __init__(self) -> None:
        self._newest: Release | None = None  # what is shown; None until there has been something to show
        self._looked: float | None = None
        self._trouble = ""
        self._replaced = False
        self._spared = time.monotonic()

    def look(self) -> None:
        """Look at the store once. Nothing that goes wrong ends the following: it is logged, and tried again."""
        try:
            if self._newest is None:
                warm_up.start()
            elif self._replaced:
                # What a reader's page was just working out while the store was replaced may have been kept since.
                warm_up.anew()
                self._replaced = False
            else:
                self._replaced = warm_up.take_up()
            if time.monotonic() - self._spared > SPARE_EVERY:
                releases.spare_from_collection()
                self._spared = time.monotonic()
            if self._trouble:
                _log.warning("The store can be read again.")
            self._newest, self._trouble = releases.history()[-1], ""
        except (DataError, SettingsError, CatalogueError) as error:
            self._trouble = getattr(error, "kind", "configuration")
            _log.warning("No look at the store: %s", error)
        except Exception:  # noqa: BLE001 - a fault of ours must not end the following in silence
            self._trouble = "fault"
            _log.exception("No look at the store")
        finally:
            self._looked = time.monotonic()
            releases.starting.clear()

    async def follow(self) -> None:
        """Look again and again; what readers meet first is made beside that, once a release."""
        made: Release | None = None
        making: asyncio.Task[None] | None = None
        while True:
            await asyncio.to_thread(self.look)
            if self._newest != made and (making is None or making.done()):
                made = self._newest
                if settings().first_views:
                    making = asyncio.create_task(asyncio.to_thread(warm_up.first_views))
            await asyncio.sleep(IN_TROUBLE if self._trouble else LOOK_EVERY)

    @property
    def ready(self) -> bool:
        """Whether there are figures to show."""
        return self._newest is not None

    def report(self) -> tuple[int, dict[str, Any]]:
        """Status and content of `/ready`; the store is not asked, so the answer never waits for it."""
        if self._newest is None:
            return 503, {"ready": False, "reason": self._trouble or "starting"}
        newest = self._newest
        since = time.monotonic() - (self._looked or 0.0)
        told = {
            "ready": True,
            "release": newest.id,
            "made": newest.created.isoformat(timespec="seconds"),
            "age_days": round((datetime.now(UTC) - newest.created).total_seconds() / 86_400, 2),
            "looked_seconds_ago": round(since, 1),
            "following": since < LATE,
            "from_memory": bool(self._trouble),
        }
        return 200, told | ({"reason": self._trouble} if self._trouble else {})


following = Following()
