"""A file of any kind that people get figures in, to a reading of one indicator.

Publishers' own files (Eurostat's TSV, SDMX-CSV) are asked for the indicator's filter, as a refresh would; their values
are in the publisher's unit. A table of one's own has values in the indicator's unit.
"""

from dataclasses import dataclass
from pathlib import Path

from data_sources import eurostat, oecd, sdmx
from data_sources.base import Query, Reading
from data_sources.errors import SourceError
from data_sources.readings import asked, reading
from data_sources.upload.table import BadTable, read_table
from models.catalogue import Catalogue, Indicator
from models.tables import TableError, read
from models.tables.reading import LARGEST

_HEAD = 4096


@dataclass(frozen=True)
class Upload:
    """What a file holds.

    Attributes:
        reading: its figures.
        divide_by: how many of the file's units one of ours is.
    """

    reading: Reading
    divide_by: float


def read_file(path: Path, indicator: Indicator, catalogue: Catalogue) -> Upload:
    """Read a file by what it holds, not by its name.

    Raises:
        BadTable: with everything that is wrong, and where.
    """
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise BadTable(f"{path.name} is larger than the {LARGEST / 1e6:.0f} MB that are read.")
        with path.open("rb") as file:
            first = file.read(_HEAD).lstrip(b"\xef\xbb\xbf").partition(b"\n")[0]
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}.") from error
    how = indicator.collecting
    query = Query(how.dataset or indicator.datasets[0], how.filter or indicator.filter)
    try:
        if b"TIME_PERIOD\t" in first or b"\\time\t" in first.lower():
            table = sdmx.read_tsv(path, asked(query))
            uploaded = reading(table.cells, query, region="geo", time="time", letters=eurostat.letters)
            return Upload(uploaded, how.divide_by)
        if b"OBS_VALUE" in first and b"TIME_PERIOD" in first:
            table = sdmx.read_csv(path, asked(query))
            region = "REF_AREA" if "REF_AREA" in table.cells else "geo"
            letters = oecd.letters if region == "REF_AREA" else eurostat.letters
            return Upload(reading(table.cells, query, region=region, time="time", letters=letters), how.divide_by)
        return Upload(read_table(read(path), catalogue.regions), 1)
    except TableError as error:
        raise BadTable(f"{error}.") from error
    except SourceError as error:
        raise BadTable(f"{path.name}: {error.message}", detail=error.detail) from error
