"""Regions, their codes over time, and the sets of them that are compared with."""

from typing import Annotated, Literal

from pydantic import Field

from models.catalogue.texts import Filled, Frozen, Identifier, RegionCode, Text

Level = Literal["country", "union", "nuts1", "nuts2", "nuts3", "oecd_tl2", "oecd_tl3", "county", "municipality"]


class Region(Frozen):
    """A territory with a code; `name` is the native one, `names` what readers of each language call it."""

    code: RegionCode
    name: Filled
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")]
    level: Level
    version: str = ""
    successor: str = ""


class RegionName(Frozen):
    """What Norwegian and English readers call a region, and how the definition is stated beside it."""

    nb: Filled
    en: Filled
    short_nb: str = Field(default="", max_length=16)
    short_en: str = Field(default="", max_length=16)
    measured_as_nb: str = ""
    measured_as_en: str = ""


class RegionComposition(Frozen):
    """A region of our own making: the union of published ones."""

    code: RegionCode
    members: tuple[RegionCode, ...] = Field(min_length=2)
    name: Text
    measured_as: Text


class Lens(Frozen):
    """A definition of Osloregionen that the reader may choose."""

    id: RegionCode
    title: Text
    note: Text
    default: bool = False


class CodeHistory(Frozen):
    """A region that comes before another but is not the same territory."""

    code: RegionCode
    follows: RegionCode | Literal[""] = ""
    same_territory: bool
    note: Text


class PeerSet(Frozen):
    """Regions to compare with. `all` means every valid NUTS 2 region."""

    id: Identifier
    title: Text
    description: Text
    members: tuple[RegionCode, ...] = ()
    default: bool = False
    fixed: bool = False
    all: bool = False
