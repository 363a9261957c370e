"""Made-up files as answers, and what they must say."""

from datetime import UTC, datetime
from pathlib import Path

from data_sources.base import Answer, Query
from data_sources.eurostat import Eurostat
from data_sources.http import Client
from data_sources.oecd import Oecd
from models.catalogue.sources import Dataset
from models.catalogue.texts import Text

FOLDER = Path(__file__).resolve().parent.parent / "specimens"
NIGHTS = Query("tour_occ_nin2", {"c_resid": "TOTAL", "unit": "NR", "nace_r2": "I551-I553"})
NIGHTS_FILES = ("nights.json", "nights_whole.json", "nights.tsv", "nights_legacy.tsv", "nights.csv")
NIGHTS_FIGURES = {
    ("NO", "2020"): (23750000, ""),
    ("NO", "2021"): (28100000, ""),
    ("NO", "2022"): (36000000, "p"),
    ("NO01", "2020"): (3100000, "b"),
    ("NO08", "2020"): (2900000, ""),
    ("NO08", "2021"): (3300000.5, "b"),
    ("NO08", "2022"): (4100000, ""),
    ("NO081", "2021"): (0, "eu"),
    ("SE11", "2020"): (7000000, "e"),
    ("SE11", "2021"): (8250000, ""),
    ("SE11", "2022"): (12125000, ""),
}
NIGHTS_WITHHELD = [["NO081", "2022", "c"]]

EMISSIONS_FLOW = Dataset(
    code="DSD_REG_CLIM@DF_GHG",
    publisher="oecd",
    title=Text(nb="Utslipp", en="Emissions"),
    flow="OECD.CFE.EDS,DSD_REG_CLIM@DF_GHG,2.4",
    key=(
        *("FREQ", "TERRITORIAL_LEVEL", "REF_AREA", "TERRITORIAL_TYPE", "MEASURE", "RET_PERIOD", "HEAT_STRESS"),
        *("PROJ_SCENARIO", "POLLUTANT_CONCENTRATION", "UNIT_MEASURE"),
    ),
)
EMISSIONS = Query(
    EMISSIONS_FLOW.code,
    {"TERRITORIAL_LEVEL": "TL2", "MEASURE": "GHG_REG_TOTAL", "UNIT_MEASURE": "T_CO2E", "UNIT_MULT": "3"},
)


def answer(path: Path, query: Query = NIGHTS) -> Answer:
    """A file as if it had just come."""
    return Answer(query, "file", datetime.now(UTC), path, "")


def eurostat() -> Eurostat:
    """A source that only reads."""
    return Eurostat("http://127.0.0.1:9", Client())


def oecd() -> Oecd:
    """A source that only reads."""
    return Oecd("http://127.0.0.1:9", Client(), {EMISSIONS_FLOW.code: EMISSIONS_FLOW})
