"""Types of the barrier register: documented hindrances, given conditions, the findings behind them, measures."""

from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from models.catalogue.indicator import Audience
from models.catalogue.texts import Filled, Frozen, Identifier, Text, Words

ActorId = Literal["municipality", "county", "state", "business"]
# The literature names universities as actors too; the register of barriers does not.
FindingActor = Literal["municipality", "county", "state", "business", "academia"]
FindingId = Annotated[str, Field(pattern=r"^[A-Z]\d{2}$")]
MeasureKind = Literal["in_place_here", "in_place_elsewhere", "decided", "proposed"]
_KINDS = {"A": "advantage", "B": "barrier", "G": "given"}
_VOWELS = "aeiouyæøå"


class Cited(Frozen):
    """What was read somewhere.

    Attributes:
        year: what it is true of, as the source says it ("2023", "c. 2019", "2008–2020", "undated").
        publisher, title, address: the source.
        confidence: how it was read; `confidence_note` says what was inferred, for whoever checks.
    """

    year: Filled
    publisher: Filled
    title: Filled
    address: Annotated[str, Field(pattern=r"^https?://\S+$")]
    confidence: Literal["read_in_full", "excerpt", "secondary_source"]
    confidence_note: str = ""


class Actor(Frozen):
    """Somebody who can do something about barriers.

    Attributes:
        title: "Staten".
        can: the title of what it can do.
        search: other words for it.
    """

    id: ActorId
    title: Text
    can: Text
    search: Words


class Finding(Cited):
    """A cited fact about the region: a row of `evidence.csv`.

    Attributes:
        id: A for advantages, B for barriers, G for given conditions, N for either kind found later, then a number.
        statement: the fact in our own words.
        figure, unit: the number in it, as written; empty where the finding is no number.
        checked: what came of reading the source again; empty where it was not. `check_note` says what was read.
        related_indicator: which statistic would measure it; a suggestion, no catalogue id.
        beside: a finding that must be shown with this one, or empty.
    """

    id: FindingId
    kind: Literal["advantage", "barrier", "given"]
    theme: Filled
    affects: tuple[Audience, ...] = Field(min_length=1)
    statement: Text
    figure: str
    unit: Filled
    geography: Filled
    who_can_act: tuple[FindingActor, ...] = Field(min_length=1)
    checked: Literal["confirmed", "corrected", "replaced", "not_found", ""] = ""
    check_note: str = ""
    related_indicator: str = ""
    beside: str = ""

    @model_validator(mode="after")
    def _letter_says_the_kind(self) -> Self:
        if _KINDS.get(self.id[0], self.kind) != self.kind:
            raise ValueError(f"an id with {self.id[0]} is of the kind '{_KINDS[self.id[0]]}'")
        return self


class Documented(Frozen):
    """What cited findings answer where no figure here does.

    Attributes:
        text: a title without a full stop; every number in it stands in one of the findings.
        findings: ids, those behind the title first.
    """

    text: Text
    findings: tuple[FindingId, ...] = Field(min_length=1)


class Measure(Cited):
    """What an actor can do about a barrier: a row of `measures.csv`.

    Attributes:
        kind: whether it is done here or elsewhere, decided or proposed.
        effect: whether its sentence tells what came of it where it was done.
        text: begins with the verb and has no full stop, so that it reads after "The state can".
        where: the place that the source speaks of.
        doubt: what a reader must know of the source; None where there is nothing.
    """

    id: Annotated[str, Field(pattern=r"^M\d{2}$")]
    barrier: Identifier
    actor: ActorId
    kind: MeasureKind
    effect: bool
    text: Text
    where: Text
    doubt: Text | None = None

    @field_validator("text")
    @classmethod
    def _verb_first(cls, text: Text) -> Text:
        if text.nb.split()[0][-1] not in _VOWELS:  # every infinitive in bokmål ends in a vowel
            raise ValueError(f"must begin with a verb in the infinitive (got '{text.nb.split()[0]}')")
        if text.nb.endswith(".") or text.en.endswith("."):
            raise ValueError("must not end with a full stop")
        return text


class Barrier(Frozen):
    """An entry of the register (`barriers.toml`).

    Attributes:
        kind: "barrier" (somebody can do something about it) or "given" (nobody can change it).
        affects: whom it keeps away or slows down.
        who_can_act: who can remove it, or, for given conditions, who can ease what follows.
        activities, goals: the strategy's activities and the UN goals it belongs to.
        indicators: catalogue ids that show it; may be empty.
        missing: which source would bring figures; needed where no indicator shows it.
        findings: ids of the evidence.
        search: words that people use for it, beside those of its title.
    """

    id: Identifier
    kind: Literal["barrier", "given"]
    title: Text
    description: Text
    affects: tuple[Audience, ...] = Field(min_length=1)
    who_can_act: tuple[ActorId, ...] = Field(min_length=1)
    activities: tuple[str, ...] = Field(min_length=1)
    goals: tuple[int, ...] = ()
    indicators: tuple[str, ...] = ()
    missing: Text | None = None
    findings: tuple[FindingId, ...] = Field(min_length=1)
    search: Words = Words(nb=(), en=())

    @field_validator("affects", "who_can_act", "activities", "goals", "indicators", "findings")
    @classmethod
    def _each_once(cls, values: tuple[object, ...]) -> tuple[object, ...]:
        if len(set(values)) < len(values):
            raise ValueError("holds something twice")
        return values

    @model_validator(mode="after")
    def _shown_or_said(self) -> Self:
        if not self.indicators and self.missing is None:
            raise ValueError("name an indicator that shows it, or say in 'missing' which source would")
        return self
