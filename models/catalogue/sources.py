"""Publishers and their data sets."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from models.catalogue.regions import Level
from models.catalogue.texts import Filled, Frozen, Identifier, Name, Text


class Publisher(Frozen):
    """Who publishes figures, under which licence, and the line to show.

    Attributes:
        matches: how indicators name it.
        levels: of the regions whose codes mean the same there as in the catalogue; any where none is given.
        short_codes: whether a region of level 2 that is alone in its level 1 goes by that one's code: DE3 for DE30.
    """

    id: Identifier
    name: Name
    matches: tuple[str, ...] = ()
    url: str
    licence: Filled
    licence_url: str
    attribution: Text
    dataset_url: str = ""
    levels: tuple[Level, ...] = ()
    short_codes: bool = False


class Dataset(Frozen):
    """A publisher's table.

    Attributes:
        flow: agency, data flow and version, where a service is asked by them ("OECD.CFE.EDS,DSD_REG_ECO@DF_GDP,2.4").
        key: the dimensions of the flow in the order of its key, but for time.
        not_collected: why no collector asks for it, else None.
        region, time: names of these dimensions at a service that every table names its own way (PxWeb). Like the
            filters of indicators they are held against the table's own description before it is asked.
        codelists: lists of codes to ask by, for dimensions where the table's own are not wanted (PxWeb).
        unverified: dimensions whose name, or whose codes in the filters, nobody has seen in the table itself yet. A
            refresh that finds another says so and where to put it right; one that finds them says that too.
        since: first year asked for, where earlier figures are of other territories; else None.
    """

    code: Filled
    publisher: str
    title: Text
    not_collected: Text | None = None
    flow: Annotated[str, Field(pattern=r"^$|^[A-Za-z0-9_.-]+,[A-Za-z0-9_@.-]+,[0-9.]+$")] = ""
    key: tuple[Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")], ...] = ()
    region: str = ""
    time: str = ""
    codelists: dict[str, str] = Field(default_factory=dict)
    unverified: tuple[str, ...] = ()
    since: Annotated[int, Field(ge=1900, le=2100)] | None = None

    @model_validator(mode="after")
    def _flow_has_a_key(self) -> Self:
        if bool(self.flow) != bool(self.key):
            raise ValueError("'flow' and 'key' go together")
        if self.flow and "REF_AREA" not in self.key:
            raise ValueError("'key' must hold REF_AREA, the region")
        if self.unverified and not self.region:
            raise ValueError("'unverified' goes with 'region' and 'time'")
        if bool(self.region) != bool(self.time):
            raise ValueError("'region' and 'time' go together")
        return self
