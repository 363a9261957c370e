"""Types of the alliance's dated strategies: fields, activities, and the UN goals they work towards."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from models.catalogue.register import Documented
from models.catalogue.texts import Frozen, Identifier, Text

ActivityId = Annotated[str, Field(pattern=r"^([a-z0-9-]+/)?\d\.\d{1,2}[a-z]?$")]


class Activity(Frozen):
    """A prioritised activity of a strategy, in our own short words.

    Attributes:
        id: unique over all strategies, since indicators, barriers and questions name it: "3.5", or "2025/3.5".
        indicators: shown first, in this order; indicators that name the activity themselves come after them.
        continues: activities of earlier strategies whose indicators, barriers and questions belong here too.
    """

    id: ActivityId
    title: Text
    indicators: tuple[Identifier, ...] = ()
    continues: tuple[ActivityId, ...] = ()

    @property
    def number(self) -> str:
        """What readers see: "3.5"."""
        return self.id.split("/")[-1]


class StrategyField(Frozen):
    """A field of a strategy with its activities."""

    id: Identifier
    number: int
    title: Text
    activity: tuple[Activity, ...] = Field(min_length=1)


class AdvantageField(Frozen):
    """A field in which a strategy asks for the region's comparative advantages.

    Attributes:
        figures: what belongs to it: "theme.subtheme" for all its indicators, or the id of one, which goes before.
        evidence: the themes of findings that belong to it.
    """

    id: Identifier
    title: Text
    figures: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


class Goal(Frozen):
    """A UN sustainable development goal; what is `documented` goes first, then `indicators`, as for activities."""

    number: int = Field(ge=1, le=17)
    title: Text
    documented: Documented | None = None
    indicators: tuple[Identifier, ...] = ()


class Strategy(Frozen):
    """A dated strategy of the alliance: a file of `strategy/`.

    Attributes:
        advantage_field: none where those of the strategy before still hold.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: Text
    valid_from: date
    valid_to: date
    goal: tuple[Goal, ...]
    field: tuple[StrategyField, ...]
    advantage_field: tuple[AdvantageField, ...] = ()

    @model_validator(mode="after")
    def _begins_before_it_ends(self) -> Self:
        if not self.valid_from < self.valid_to:
            raise ValueError(f"it ends ({self.valid_to}) before it begins ({self.valid_from})")
        return self

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All activities, in order."""
        return tuple(a for f in self.field for a in f.activity)

    @property
    def activity_ids(self) -> frozenset[str]:
        """The ids of all activities."""
        return frozenset(a.id for a in self.activities)
