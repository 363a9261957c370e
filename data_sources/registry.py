"""Every source of figures, by the publisher's id in the catalogue's `sources.toml`.

A new one: `data_sources/<name>.py` with a class that is a `Source` (see `base.py`), and a line here.
"""

from collections.abc import Callable, Mapping

from data_sources import brreg, eurostat, oecd, ssb
from data_sources.base import Source
from data_sources.http import Client
from data_sources.patience import Patience
from data_sources.settings import Settings
from models.catalogue import Catalogue

Factory = Callable[[Settings, Catalogue, Patience | None], Source]


def _eurostat(settings: Settings, _: Catalogue, patience: Patience | None) -> Source:
    return eurostat.Eurostat(settings.eurostat_url, Client(patience, at_once=eurostat.AT_ONCE))


def _oecd(settings: Settings, catalogue: Catalogue, patience: Patience | None) -> Source:
    client = Client(patience, at_once=1, per_hour=oecd.PER_HOUR)
    return oecd.Oecd(settings.oecd_url, client, catalogue.datasets)


def _ssb(settings: Settings, catalogue: Catalogue, patience: Patience | None) -> Source:
    client = Client(patience, at_once=1, per_minute=ssb.PER_MINUTE, pause=ssb.PAUSE)
    return ssb.Ssb(settings.ssb_url, client, catalogue.datasets, catalogue.regions)


def _brreg(settings: Settings, catalogue: Catalogue, patience: Patience | None) -> Source:
    client = Client(patience, at_once=brreg.AT_ONCE)
    return brreg.Brreg(settings.brreg_url, client, catalogue.within.municipalities)


SOURCES: Mapping[str, Factory] = {"eurostat": _eurostat, "oecd": _oecd, "ssb": _ssb, "brreg": _brreg}


def collectors(settings: Settings, catalogue: Catalogue, patience: Patience | None = None) -> dict[str, Source]:
    """Every source, each holding all threads to its publisher's limits; made anew for each refresh."""
    return {name: factory(settings, catalogue, patience) for name, factory in SOURCES.items()}
