"""An indicator with all that a reader may ask about it, validated by itself; `checks.py` holds what spans several."""

from math import sqrt
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from models.catalogue.texts import LANGUAGES, Filled, Frozen, Identifier, Period, Text, Words

Role = Literal["score", "context", "series"]
Direction = Literal["higher_better", "lower_better", "none"]
Audience = Literal["talent", "investors", "visitors", "cooperation"]


class UnusualPeriods(Text):
    """Periods that are no normal level (a pandemic, say), with the reason."""

    periods: tuple[Period, ...] = Field(min_length=1)


class Survey(Frozen):
    """What several indicators are figures of.

    Attributes:
        datasets: codes; an indicator belongs to the survey of its first one.
        sample: whether it asks a sample, so that figures have a sampling error.
        breaks: years from which it was made in another way, for all regions.
        unusual: periods that are no normal level for any of its figures.
    """

    id: Identifier
    title: Text
    datasets: tuple[Filled, ...] = Field(min_length=1)
    sample: bool = False
    breaks: tuple[Period, ...] = ()
    unusual: tuple[UnusualPeriods, ...] = ()


class SmallestChange(Frozen):
    """What must part two figures before one is called higher or lower, in the indicator's unit, and how it was got."""

    value: float = Field(gt=0)
    basis: Text


class Score(Frozen):
    """How an indicator enters the index.

    Attributes:
        group: weight group (near-twins that share one weight), "theme.name".
        weight: share inside the group; the shares of a group sum to 1.
        periods: the reference year; several where a mean over years is scored.
        statistic: "value", or "mean_absolute": the absolute value of the mean over the periods (target zero).
        year_reason: why the periods are not the year that the rule of `models.index.reference_year` proposes.
        low, high: goalposts that are not the lowest and highest figure of the reference set, because one region alone
            would stretch the scale.
        posts_reason: why, where either is given.
    """

    group: Annotated[str, Field(pattern=r"^[a-z]+\.[a-z_]+$")]
    weight: float = Field(gt=0, le=1)
    periods: tuple[Period, ...] = Field(min_length=1)
    statistic: Literal["value", "mean_absolute"] = "value"
    year_reason: Text | None = None
    low: float | None = None
    high: float | None = None
    posts_reason: Text | None = None

    @model_validator(mode="after")
    def _one_year_or_a_mean(self) -> Self:
        if self.statistic == "value" and len(self.periods) != 1:
            raise ValueError("statistic 'value' takes exactly one period")
        if (self.low is None and self.high is None) != (self.posts_reason is None):
            raise ValueError("'low' or 'high' and 'posts_reason' go together")
        return self


class Composition(Frozen):
    """How an indicator composes over regions: as a sum, weighted by a denominator, or not at all and why."""

    rule: Literal["sum", "weighted", "none"]
    by: str | None = None
    reason_nb: str | None = None
    reason_en: str | None = None

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        if (self.by is not None) != (self.rule == "weighted"):
            raise ValueError("'by' belongs to rule 'weighted', and only there")
        if self.rule == "none" and not (self.reason_nb and self.reason_en):
            raise ValueError("rule 'none' needs reason_nb and reason_en")
        return self


def _without(periods: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    return tuple(p for p in periods if p not in known)


class Collecting(Frozen):
    """How a collector asks for an indicator, where the entry's own data set and filter are not the question.

    Attributes:
        dataset: the one data set to ask for; the entry's own where empty.
        filter: its filter; the entry's own where empty. Codes joined by "+" are asked for one by one and summed.
        divide_by: how many of the publisher's units one of ours is (1000000 for nights in millions).
        low, high: bounds that no figure may pass, where the unit's own are too narrow or too wide.
        may_lose: share of the regions of the newest common year that a new answer may lack.
        may_leap: whether a figure may be a hundred times, or a hundredth of, all that its region had before.
        reason: why no collector asks for it, else None.
    """

    dataset: str = ""
    filter: dict[str, str] = Field(default_factory=dict)
    divide_by: float = Field(default=1, gt=0)
    low: float | None = None
    high: float | None = None
    may_lose: float = Field(default=0.1, ge=0, le=1)
    may_leap: bool = False
    reason: Text | None = None


class SurveyQuestion(Frozen):
    """A question put to a sample of the residents of one city in each region: perception, told apart from figures.

    Attributes:
        question: as it was asked, in short.
        interviews: in each city, about; the number of an earlier, smaller round where that of the newest is not known.
        design_effect: how much the sample's variance exceeds that of a simple one.
        beside: indicators of the region that the answers stand beside.
    """

    question: Text
    interviews: int = Field(gt=0)
    design_effect: float = Field(ge=1)
    beside: tuple[Identifier, ...] = ()

    def margin(self, share: float) -> float:
        """Half of the 95 % interval around a share, both in per cent."""
        return 1.96 * sqrt(self.design_effect * share * (100 - share) / self.interviews)


class Indicator(Frozen):
    """One measured thing in one unit, with all a reader may ask about it.

    Attributes:
        asked: the survey question, where it is what residents of a city answered, not a figure of the region.
        windows: the years that a period stands for, where it is the last of several ("2014–2020").
        counted: for a share or rate, what its gaps are counted in: "17 000 flere *sysselsatte i høyteknologi*".
        concept: what several indicators measure in almost the same way; the one with the newest figure speaks for it.
        smallest_change: for a sample, the least difference that is one; between two years and between two regions.
        steady: for what hardly moves (railways), the per cent that a figure may move between two published years; a
            larger jump in several regions is a new definition, flagged or not.
        told_by: for money of its year, the indicator by which its change is told.
        caution: what must be said with the figure.
        survey, breaks: from `surveys.toml`, by the first data set; never written in an entry.
    """

    id: Identifier
    theme: str
    subtheme: Identifier
    role: Role
    figures: Literal["embedded", "collector"] = "embedded"
    direction: Direction
    score: Score | None = None
    why: Text
    unusual: tuple[UnusualPeriods, ...] = ()
    unit: str
    decimals: int = Field(ge=0, le=6)
    audience: tuple[Audience, ...] = ()
    goals: tuple[int, ...] = ()
    activities: tuple[str, ...] = ()
    publisher: Filled
    dataset: Filled
    filter: dict[str, str]
    derivation: str = ""
    collecting: Collecting = Collecting()
    composition: Composition
    licence: str
    max_age: int = Field(ge=1, le=25)
    headline: bool = True  # false: near its ceiling everywhere, never among the strengths shown first
    scope: Literal["europe", "norway"] = "europe"
    title: Text
    short: Text
    description: Text
    search: Words
    counted: Text | None = None
    concept: str = Field(default="", pattern=r"^[a-z_]*$")
    smallest_change: SmallestChange | None = None
    steady: float | None = Field(default=None, gt=0)
    told_by: str = ""
    caution: Text | None = None
    asked: SurveyQuestion | None = None
    windows: dict[Period, Filled] = Field(default_factory=dict)
    twins: dict[str, str] = Field(default_factory=dict)
    survey: str = ""
    breaks: tuple[Period, ...] = ()

    def __hash__(self) -> int:
        """By id, so that it can be the key of caches; equal entries are equal in every field."""
        return hash(self.id)

    @field_validator("short")
    @classmethod
    def _short_is_short(cls, short: Text) -> Text:
        for language in LANGUAGES:
            if len(short[language]) > 28:
                raise ValueError(f"short.{language} has {len(short[language])} characters, at most 28 fit on a card")
        return short

    @model_validator(mode="after")
    def _scored_means_score(self) -> Self:
        if (self.role == "score") != (self.score is not None):
            raise ValueError("role 'score' and the key 'score' go together")
        if self.role == "score" and self.direction == "none":
            raise ValueError("a scored indicator needs a direction")
        return self

    @property
    def sign(self) -> int:
        """-1 where lower is better, else 1."""
        return -1 if self.direction == "lower_better" else 1

    @property
    def datasets(self) -> tuple[str, ...]:
        """The publisher's data set codes."""
        return tuple(part.strip() for part in self.dataset.split(","))

    @property
    def collected_from(self) -> tuple[str, ...]:
        """The data sets that its figures are asked for in: the one of its `collecting`, else its own."""
        return (self.collecting.dataset,) if self.collecting.dataset else self.datasets

    def surveyed(self, survey: Survey) -> Self:
        """The same with what its survey brings: breaks, and the years that are unusual for all of its figures."""
        own = {p for u in self.unusual for p in u.periods}
        further = [u.model_copy(update={"periods": rest}) for u in survey.unusual if (rest := _without(u.periods, own))]
        return self.model_copy(
            update={"survey": survey.id, "breaks": survey.breaks, "unusual": (*self.unusual, *further)}
        )

    def years_of(self, period: str) -> str:
        """What a reader is told instead of a period: the window that it stands for, else the period itself."""
        return self.windows.get(period, period)

    def unusual_reason(self, period: str) -> UnusualPeriods | None:
        """Why `period` (a year or month) is no normal level, or None."""
        return next((u for u in self.unusual if period in u.periods or period[:4] in u.periods), None)
