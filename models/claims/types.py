"""Checked statements and refusals: what may be said, as codes and numbers. Words are made in `components/`."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "figure",
    "gap",
    "rank",
    "above",
    "upper_half",
    "strength",
    "weakness",
    "change",
    "trend",
    "europe",
    "season",
    "relation",
]
CaveatCode = Literal[
    "break",  # the series breaks in that year: not comparable with the year before
    "estimated",
    "provisional",
    "definition_differs",
    "few_peers",  # under eight regions compared with
    "missing_peers",  # peers without a figure (`detail`: how many)
    "own_weights",  # by the reader's own weights
    "own_method",  # by the reader's own mean or scale
    "rank_not_tested",  # a plain rank, without the range over ways to compute it
    "one_year",  # holds for one year; no earlier one to compare with
    "alike",  # peers whose figure looks the same (`detail`: which)
    "other_years",  # regions with a figure of another year (`detail`: how many, and the years)
    "caution",  # what the catalogue says must be said with the figure (`detail`: the indicator)
    "sample",  # from a sample whose error is not known
    "no_cause",  # two figures that go together; the one need not be why
    "uneven",  # the change between the ends, though the years between swing
]
RefusalCode = Literal[
    "missing",  # no figure
    "unusual_year",
    "flagged",  # flag b (for changes) or u: `detail` holds the letters
    "older_territory",  # a region that exists no more, or not with this border
    "too_few_peers",
    "range_too_wide",  # the rank's range does not allow "above"
    "same",  # no difference in the decimals shown
    "unsettled",  # the ways to compare disagree, or the difference is small
    "break",  # the series breaks in between
    "unclear_trend",
    "own_choices_unsaid",  # own weights or an own method that the sentence would not name
    "within_error",  # the difference is smaller than a sample can tell
    "newer",  # a newer figure of the same concept: `detail` is its indicator, or the indicator itself
    "one_year",  # no other year to compare with
    "redefined",  # the figure jumps in `detail` for several regions without a flag
    "current_prices",  # money of its year: `detail` is the indicator that tells the change, or "peers"
    "no_relation",  # the interval holds 0, or under ten regions: `detail` is how many
    "one_figure",  # whether the one is above the other turns on one extreme figure: `detail` is its indicator
]
_CAVEATS: dict[str, CaveatCode] = {"b": "break", "d": "definition_differs", "e": "estimated", "p": "provisional"}


@dataclass(frozen=True)
class Caveat:
    """What must be said with a claim; `detail` is a number, year or flag letters where there is one."""

    code: CaveatCode
    detail: str = ""


@dataclass(frozen=True)
class RankRange:
    """A place and how sure it is.

    Attributes:
        rank: the place said: the median over the ways to compute it, or the plain rank.
        count: regions ranked.
        low, high: places between which 90 % of the ways lie (5–95 %); None for a plain rank.
    """

    rank: int
    count: int
    low: int | None = None
    high: int | None = None

    @property
    def tested(self) -> bool:
        """Whether a range is known."""
        return self.low is not None and self.high is not None


@dataclass(frozen=True)
class Claim:
    """A statement that the figures carry.

    Attributes:
        kind: what is said.
        subject: code of the region it is about.
        definition: code of the region definition that must be named with it, the subject's own.
        node: indicator id, theme id or "index".
        year: the year the figure is for ("2023", "2022–2025", or "2010–2019" for changes).
        figure: the number said; None where only a place is.
        unit: unit id of the catalogue; "" for scores and places.
        other, other_figure: the region or the figure compared with ("median" for the peers' median).
        rank: the place, where one is said.
        caveats: must be said too.
    """

    kind: Kind
    subject: str
    definition: str
    node: str
    year: str
    figure: float | None = None
    unit: str = ""
    other: str = ""
    other_figure: float | None = None
    rank: RankRange | None = None
    caveats: tuple[Caveat, ...] = ()


@dataclass(frozen=True)
class Refusal:
    """A statement that may not be made, and why.

    Attributes:
        code: the reason.
        kind, subject, node, year: what was asked for.
        detail: flag letters, a code, a number or a year that belongs to the reason, or "".
    """

    code: RefusalCode
    kind: Kind
    subject: str
    node: str
    year: str
    detail: str = ""


def flag_caveats(flag: str) -> tuple[Caveat, ...]:
    """The caveats of a publisher's flag letters."""
    return tuple(Caveat(_CAVEATS[letter]) for letter in sorted(flag) if letter in _CAVEATS)
