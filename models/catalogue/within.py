"""Types of what goes on inside the region: municipalities, clusters, city facts, membership, areas of development."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.catalogue.register import Documented
from models.catalogue.texts import Filled, Frozen, Identifier, RegionCode, Text
from models.catalogue.types import Holder

Address = Annotated[str, Field(pattern=r"^https?://\S+$")]
YearWords = Annotated[str, Field(pattern=r"^((ca\. )?\d{4})?$")]
Moment = Annotated[str, Field(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$")]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-90, le=90)]


class Municipality(Frozen):
    """A municipality as of 2024 in and around the region, with the larger areas it belongs to.

    Attributes:
        code: four digits.
        county: code of its county.
        nuts3, nuts2: regions of NUTS 2024.
        code_2020: its code 2020–2023, under which the embedded figures stand; the territory is the same.
        economic_id, economic_region: Statistics Norway's economic region, between municipality and county. Those of
            Telemark mix two versions of the division and are used for nothing.
        lon, lat: a point inside it, for drawing.
    """

    code: Annotated[str, Field(pattern=r"^\d{4}$")]
    name: Filled
    county: Annotated[str, Field(pattern=r"^\d{2}$")]
    nuts3: RegionCode
    nuts2: RegionCode
    code_2020: Annotated[str, Field(pattern=r"^\d{4}$")]
    economic_id: Identifier
    economic_region: Filled
    lon: Longitude
    lat: Latitude


class BusinessCluster(Frozen):
    """A business cluster as its source presents it: an entry of the directory, never a score.

    Attributes:
        regions: the NUTS 2 regions it belongs to.
        sector: id of a `ClusterSector`; `field` says it more exactly.
        status: programmes and labels, with their years.
        seat: where it sits; `municipality`, `lon` and `lat` where a Norwegian municipality is known.
        size: members or jobs as the source counts them; the ways differ.
        year: of the source's figures; empty where the source has no date.
        seen: the newest year in which a source shows it at work; empty where none has a date.
        as_found: the source's own words, for whoever checks.
    """

    id: Identifier
    name: Text
    regions: tuple[RegionCode, ...] = Field(min_length=1)
    sector: Identifier
    field: Text
    status: Text
    seat: Text
    municipality: str = ""
    lon: Longitude | None = None
    lat: Latitude | None = None
    size: Text
    year: YearWords
    seen: Annotated[str, Field(pattern=r"^(\d{4})?$")]
    source: Address
    as_found: Filled

    @model_validator(mode="after")
    def _point_with_municipality(self) -> Self:
        if len({bool(self.municipality), self.lon is not None, self.lat is not None}) != 1:
            raise ValueError("municipality, lon and lat go together")
        return self


class ClusterSector(Frozen):
    """A group that clusters are sorted by."""

    id: Identifier
    title: Text


class CityFact(Frozen):
    """A single cited fact about a place: context, never scored and never joined with another.

    Attributes:
        card: facts of one card come from one publication.
        area: id of the `DevelopmentArea` beside which it stands.
        value, unit: the number as written in each language; no value where `place` lists places of a ranking.
        period: what the fact is true of.
        note: what belongs to it; may be empty.
        source: where it was read, which may be another than the publisher.
        as_found: the row as it was found.
    """

    id: Identifier
    card: Identifier
    area: Identifier
    topic: Text
    place: Text
    value: Text | None = None
    unit: Text
    period: Moment
    publisher: Filled
    note: Text | None = None
    source: Address
    as_found: Filled


class MembershipNote(Frozen):
    """What a source says of who belongs to the alliance at a date; no source lists all members.

    Attributes:
        as_of: the date as the source gives it; empty where it gives none.
        municipalities, inhabitants: how many, where the source says so; inhabitants are rounded by it.
        source: address; empty where the text was kept without one.
    """

    as_of: Moment | Annotated[str, Field(max_length=0)]
    municipalities: int | None = Field(default=None, gt=0)
    inhabitants: int | None = Field(default=None, gt=0)
    statement: Text
    source: Address | Annotated[str, Field(max_length=0)]
    as_found: Filled


class Member(Frozen):
    """A municipality that is or was a member of the alliance.

    Attributes:
        code: of the municipality of 2024.
        since: first day, or its year or month; None where it has always been a member.
        until: last day, or its year or month; None where it still is one.
    """

    code: str
    since: Moment | None = None
    until: Moment | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and not self.on(self.since):
            raise ValueError("'until' lies before 'since'")
        return self

    def on(self, day: str) -> bool:
        """Whether it is a member on a day ("2022-01-01"); a year or month stands for all of its days."""
        return (self.since or "") <= day and (self.until is None or day[: len(self.until)] <= self.until)


class MissingFigure(Frozen):
    """Figures that this service lacks: why, and who has them."""

    id: Identifier
    title: Text
    reason: Text
    holders: tuple[Holder, ...] = Field(min_length=1)


class DevelopmentArea(Frozen):
    """An area in which the strategy wants the region's development followed.

    Attributes:
        documented: what cited findings answer, before the figures.
        indicators: catalogue ids, the most telling first.
        questions: ids of questions without comparable figures.
        missing: ids of `MissingFigure`.
    """

    id: Identifier
    title: Text
    question: Text
    documented: Documented | None = None
    indicators: tuple[str, ...] = Field(min_length=1)
    questions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Within:
    """What the catalogue knows of the region's inside, by id. Made by `within_files.read`.

    Attributes:
        members: an analyst's own list of the alliance's municipalities; empty where none is given.
    """

    municipalities: Mapping[str, Municipality]
    clusters: Mapping[str, BusinessCluster]
    sectors: Mapping[str, ClusterSector]
    city_facts: Mapping[str, CityFact]
    membership: tuple[MembershipNote, ...]
    areas: Mapping[str, DevelopmentArea]
    missing: Mapping[str, MissingFigure]
    members: tuple[Member, ...] = ()

    @property
    def alliance(self) -> MembershipNote | None:
        """The newest note that says both how many municipalities and how many inhabitants the alliance has."""
        whole = [note for note in self.membership if note.municipalities and note.inhabitants and note.as_of]
        return max(whole, key=lambda note: note.as_of, default=None)

    @property
    def cards(self) -> dict[str, tuple[CityFact, ...]]:
        """The city facts of each card, in the file's order."""
        by_card: dict[str, tuple[CityFact, ...]] = {}
        for fact in self.city_facts.values():
            by_card[fact.card] = (*by_card.get(fact.card, ()), fact)
        return by_card
