"""Statistics Norway's table of inhabitants, a few municipalities of it."""

import pandas as pd

from data_sources.base import Query
from data_sources.http import Client
from data_sources.ssb import Ssb
from models.catalogue.sources import Dataset
from models.catalogue.texts import Text
from tests.fakes.example import QUICK
from tests.fakes.tables import table

TABLE = Dataset(code="07459", publisher="ssb", title=Text(nb="F", en="P"), region="Region", time="Tid", since=2020)
PEOPLE = Query("07459", {"ContentsCode": "Personer1"})
NAMES = {
    "0": "The whole country",
    "0101": "Halden (-2019)",
    "3001": "Halden (2020-2023)",
    "1507": "Ålesund (2020-2023)",
    "5055": "Heim (2020-)",
}


def people():
    """Halden under three codes, Ålesund before and after its split, Oslo throughout, a cell withheld."""
    rows = [
        ("0", "2020", 5_367_580, ""),
        ("0", "2024", 5_550_203, ""),
        ("0101", "2019", 31_373, ""),
        ("3001", "2020", 31_373, ""),
        ("3001", "2023", 31_935, ""),
        ("3101", "2024", 31_973, ""),
        ("1507", "2023", 67_520, ""),
        ("1508", "2024", 58_509, ""),
        ("1580", "2024", 9_402, ""),
        ("0301", "2019", 681_071, ""),
        ("0301", "2023", 709_037, ""),
        ("0301", "2024", 717_710, ""),
        ("5055", "2024", float("nan"), "c"),
        ("5055", "2023", float("nan"), ""),
    ]
    frame = pd.DataFrame(rows, columns=["region", "period", "value", "flag"])
    return table(frame.assign(ContentsCode="Personer1"))


def asking(publisher, folder, catalogue):
    """A function that asks Statistics Norway as it is here, with faults in force, and reads the answer."""

    def one(*faults, query=PEOPLE, dataset=TABLE):
        publisher.faults = list(faults)
        datasets = {dataset.code: dataset}
        source = Ssb(publisher.addresses["ssb_url"], Client(QUICK, at_once=1), datasets, catalogue.regions)
        return source.parse(source.fetch(query, folder))

    return one
