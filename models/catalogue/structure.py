"""Types of what describes a region's structure: by what regions are alike, and the sectors of its economy."""

from typing import Literal, Self

from pydantic import Field, model_validator

from models.catalogue.texts import Frozen, Identifier, Period, RegionCode, Text


class StructuralVariable(Frozen):
    """One thing by which regions are alike or not: an indicator in one year, or a tag of the regions.

    Attributes:
        indicator: id, with `period`; the same year for all regions.
        log: whether the natural logarithm is compared (skewed, positive figures).
        tag: a tag of regions.toml; a region has it or not.
        step: for a tag, how many standard deviations apart regions with and without it are set.
    """

    indicator: str = ""
    period: Period | None = None
    log: bool = False
    tag: str = ""
    step: float = Field(default=1.0, gt=0)

    @model_validator(mode="after")
    def _indicator_or_tag(self) -> Self:
        if bool(self.indicator) == bool(self.tag):
            raise ValueError("give either an indicator or a tag")
        if bool(self.indicator) != (self.period is not None):
            raise ValueError("'period' goes with an indicator, and only there")
        return self

    @property
    def id(self) -> str:
        """The indicator's or the tag's name."""
        return self.indicator or self.tag


class StructureDimension(Frozen):
    """A side of structure; `weight` is against the other sides, and the variables inside one share it."""

    id: Identifier
    title: Text
    weight: float = Field(default=1.0, gt=0)
    variable: tuple[StructuralVariable, ...] = Field(min_length=1)


class YearOf(Frozen):
    """An indicator in one year."""

    indicator: str
    period: Period


class ComputedSet(Frozen):
    """A peer set whose members follow from the figures: they are worked out for each release and region definition.

    Attributes:
        by: "structure" (the smallest structural distance) or "income" (the nearest `income` figure).
    """

    id: Identifier
    by: Literal["structure", "income"]
    title: Text
    description: Text


class SectorGroup(Frozen):
    """A group of industries: its amount and, where it is published, its share of the total, as indicators."""

    id: Identifier
    title: Text
    amount: str
    share: str = ""


class Sectors(Frozen):
    """A set of figures by industry that specialisation is measured by. Two sets are never joined.

    Attributes:
        title: what is counted.
        region: whose figures show the Oslo Region in this set.
        note: which territory and years that is, and what to know of the figures.
        total: the indicator that the groups sum to.
        base: region whose mix is the yardstick (LQ = 1).
        growth_base: area whose growth is the yardstick of the region's; for money the country, in whose currency it is.
        growth_base_title: what that area is called, in the middle of a sentence.
        money: whether the amounts are money of their year: levels are told then, never a change in euros.
        period: the year of the profile; `since` the first year of the change shown.
        survey: whether the amounts are counts from a sample, so that quotients have a sampling interval.
    """

    id: Identifier
    title: Text
    region: RegionCode
    note: Text
    total: str
    base: str
    growth_base: str
    growth_base_title: Text
    money: bool = False
    period: Period
    since: Period
    survey: bool
    group: tuple[SectorGroup, ...] = Field(min_length=2)


class RegionStructure(Frozen):
    """How similar regions are found, and by which sectors regions are specialised.

    Attributes:
        min_shared: share of the weight that two regions must both have figures for.
        nearest: how many similar regions are shown.
        income: the alternative, regions nearest by this figure.
        industries: the sets of figures by industry, the one to show first in front.
        computed_set: the peer sets made from these, each `nearest` long and of other countries only.
    """

    min_shared: float = Field(gt=0, le=1)
    nearest: int = Field(ge=1)
    income: YearOf
    dimension: tuple[StructureDimension, ...] = Field(min_length=1)
    industries: tuple[Sectors, ...] = Field(min_length=1)
    computed_set: tuple[ComputedSet, ...] = ()

    @property
    def sectors(self) -> Sectors:
        """The first set of figures by industry."""
        return self.industries[0]

    @property
    def profiles(self) -> dict[str, Sectors]:
        """The sets of figures by industry, by id."""
        return {sectors.id: sectors for sectors in self.industries}

    @property
    def computed_sets(self) -> dict[str, ComputedSet]:
        """The computed peer sets by id."""
        return {s.id: s for s in self.computed_set}
