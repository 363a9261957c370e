"""Claims about one indicator in one year, from a comparison."""

from dataclasses import dataclass

from models.catalogue import Catalogue
from models.claims.types import Caveat, Claim, Kind, RankRange, Refusal, RefusalCode, flag_caveats
from models.comparison import Comparison

FEW = 8  # peers


@dataclass(frozen=True)
class Speaker:
    """What holds for every claim of a view.

    Attributes:
        catalogue: for units, decimals and older territories.
        own_weights: whether the reader has set weights.
        own_method: whether the reader has chosen another mean or scale.
        own_said: whether the sentence will say so; without, claims by own weights or method are refused.
    """

    catalogue: Catalogue
    own_weights: bool = False
    own_method: bool = False
    own_said: bool = False

    def older(self, region: str) -> bool:
        """Whether a code stands for a territory that was replaced by another one."""
        entry = self.catalogue.history.get(region)
        return entry is not None and not entry.same_territory


def obstacle(speaker: Speaker, comparison: Comparison, region: str) -> tuple[RefusalCode, str] | None:
    """Why nothing can be said of a region's figure, or None: older territory, missing, unreliable, unusual year."""
    if speaker.older(region):
        return "older_territory", region
    if region not in comparison.rows.index:
        return "missing", region
    if "u" in (flag := str(comparison.rows.at[region, "flag"])):
        return "flagged", flag
    if comparison.indicator.unusual_reason(comparison.period) is not None:
        return "unusual_year", comparison.period
    return None


def _refuse(kind: Kind, comparison: Comparison, code: RefusalCode, detail: str = "") -> Refusal:
    return Refusal(code, kind, comparison.focus, comparison.indicator.id, comparison.period, detail)


def _others(comparison: Comparison) -> tuple[Caveat, ...]:
    """What to say about the peers: few of them, or some without a figure."""
    count = len(comparison.rows.index.drop(comparison.focus, errors="ignore"))
    few = (Caveat("few_peers", str(count)),) if count < FEW else ()
    missing = (Caveat("missing_peers", str(len(comparison.missing))),) if comparison.missing else ()
    return (*few, *missing)


def _own(comparison: Comparison) -> tuple[Caveat, ...]:
    return flag_caveats(str(comparison.rows.at[comparison.focus, "flag"]))


def figure_claim(speaker: Speaker, comparison: Comparison) -> Claim | Refusal:
    """ "The region has X": refused for older territories, missing and unreliable figures and unusual years."""
    if stop := obstacle(speaker, comparison, comparison.focus):
        return _refuse("figure", comparison, *stop)
    return Claim(
        "figure",
        comparison.focus,
        comparison.focus,
        comparison.indicator.id,
        comparison.period,
        comparison.value,
        comparison.indicator.unit,
        caveats=_own(comparison),
    )


def gap_claim(speaker: Speaker, comparison: Comparison) -> Claim | Refusal:
    """ "More (less) than the middle of the peers", for any number of peers; refused where rounding hides the gap."""
    if stop := obstacle(speaker, comparison, comparison.focus):
        return _refuse("gap", comparison, *stop)
    if comparison.median is None or comparison.value is None:
        return _refuse("gap", comparison, "too_few_peers", "0")
    if not differs(comparison, comparison.value, comparison.median):
        return _refuse("gap", comparison, "same")
    return Claim(
        "gap",
        comparison.focus,
        comparison.focus,
        comparison.indicator.id,
        comparison.period,
        comparison.value,
        comparison.indicator.unit,
        other="median",
        other_figure=comparison.median,
        caveats=(*_own(comparison), *_others(comparison)),
    )


def rank_claim(speaker: Speaker, comparison: Comparison) -> Claim | Refusal:
    """ "Number 3 of 12" by one indicator. With under eight peers the claim says so."""
    if stop := obstacle(speaker, comparison, comparison.focus):
        return _refuse("rank", comparison, *stop)
    if comparison.rank is None or len(comparison.rows) < 2:
        return _refuse("rank", comparison, "too_few_peers", "0")
    return Claim(
        "rank",
        comparison.focus,
        comparison.focus,
        comparison.indicator.id,
        comparison.period,
        comparison.value,
        comparison.indicator.unit,
        rank=RankRange(comparison.rank, len(comparison.rows)),
        caveats=(*_own(comparison), *_others(comparison)),
    )


def above_claim(speaker: Speaker, comparison: Comparison, other: str) -> Claim | Refusal:
    """ "More (less) than Stockholm": both figures must be sound and differ in the decimals shown."""
    for region in (comparison.focus, other):
        if stop := obstacle(speaker, comparison, region):
            return _refuse("above", comparison, *stop)
    own, theirs = (float(comparison.rows.at[r, "value"]) for r in (comparison.focus, other))
    if not differs(comparison, own, theirs):
        return _refuse("above", comparison, "same", other)
    theirs_flag = flag_caveats(str(comparison.rows.at[other, "flag"]))
    return Claim(
        "above",
        comparison.focus,
        comparison.focus,
        comparison.indicator.id,
        comparison.period,
        own,
        comparison.indicator.unit,
        other=other,
        other_figure=theirs,
        caveats=tuple(dict.fromkeys((*_own(comparison), *theirs_flag))),
    )


def differs(comparison: Comparison, one: float, two: float) -> bool:
    """Whether two figures differ in the decimals that readers see."""
    decimals = comparison.indicator.decimals
    return round(one, decimals) != round(two, decimals)
