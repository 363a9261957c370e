"""Units, themes, questions without figures, and the rules of the index; `checks.py` holds what spans several."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.catalogue.texts import Filled, Frozen, Identifier, Name, Suffix, Text, Words


class Unit(Frozen):
    """A unit of measurement.

    Attributes:
        title, suffix: its name, and what follows a number.
        true_zero: whether zero means none, so that "half as much" can be said.
        current_prices: whether it is money of its year, so that a rise may be no more than inflation.
        per: for a share or rate, how many of the denominator it counts against (100 for per cent), else None.
        times: how many single things one unit is (1000 for thousands of persons).
        money: whether those things are money, of which one has more or less, not more or fewer.
        note: what a reader must be told where the suffix stands without the title.
    """

    id: Identifier
    title: Text
    suffix: Suffix
    true_zero: bool = True
    current_prices: bool = False
    per: int | None = Field(default=None, gt=0)
    times: int = Field(default=1, gt=0)
    money: bool = False
    note: Text | None = None


class Holder(Frozen):
    """Somebody who may have figures that this service lacks."""

    name: Name
    url: Annotated[str, Field(pattern=r"^https?://")]


class OpenQuestion(Frozen):
    """A question people ask for which no comparable figures exist here, answered honestly.

    Attributes:
        findings: ids of the evidence that tells something all the same.
    """

    id: Identifier
    theme: str
    title: Text
    answer: Text
    search: Words
    related: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()
    goals: tuple[int, ...] = ()
    activities: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()
    gap_reason: Literal["not_published", "not_comparable", "no_source"]


class Theme(Frozen):
    """One of the themes of attractiveness.

    Attributes:
        slug: its address.
        weight: in the total; 0 where the theme has a score of its own that does not enter it.
        weight_note: why a theme weighs nothing.
        search: how people name what it is about.
        opens_with: the indicator shown first, where it is not the most telling one by rule.
    """

    id: Identifier
    slug: Annotated[str, Field(pattern=r"^[a-z-]+$")]
    weight: float = Field(ge=0)
    title: Text
    question: Text
    opens_with: str = ""
    weight_note: Text | None = None
    search: Words = Words(nb=(), en=())

    @model_validator(mode="after")
    def _no_weight_says_why(self) -> Self:
        if (self.weight == 0) != (self.weight_note is not None):
            raise ValueError("weight 0 and the key 'weight_note' go together")
        return self


class IndexRules(Frozen):
    """When a score exists in the product's own index (see `index.toml`).

    Attributes:
        min_themes: theme scores that a total needs; every theme that weighs, where it is None.
        scale: "clipped" ends at the goalposts, "minmax" goes on beyond them.
    """

    version: Filled
    min_indicators: int = Field(ge=1)
    min_themes: int | None = Field(default=None, ge=1)
    scale: Literal["minmax", "clipped"] = "clipped"
    min_coverage: float = Field(ge=0, le=1)
    year_tolerance: int = Field(ge=0)
    reference_set: str
    group_weights: dict[str, float] = Field(default_factory=dict)
