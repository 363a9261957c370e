"""Claims about one indicator in one year, from a comparison."""

from dataclasses import dataclass

from models.catalogue import Catalogue
from models.change.comparable import newer
from models.claims.types import Caveat, Claim, Kind, RankRange, Refusal, RefusalCode, flag_caveats
from models.comparison.one_year import FEW, Comparison
from models.figures.observations import Figures


@dataclass(frozen=True)
class ClaimScope:
    """What holds for every claim of a view.

    Attributes:
        catalogue: for units, decimals and older territories.
        figures: the release, to know of newer figures; without, none is looked for.
        own_weights: whether the reader has set weights.
        own_method: whether the reader has chosen another mean or scale.
        own_said: whether the sentence will say so; without, claims by own weights or method are refused.
    """

    catalogue: Catalogue
    figures: Figures | None = None
    own_weights: bool = False
    own_method: bool = False
    own_said: bool = False

    def older(self, region: str) -> bool:
        """Whether a code stands for a territory that was replaced by another one."""
        entry = self.catalogue.history.get(region)
        return entry is not None and not entry.same_territory


def obstacle(speaker: ClaimScope, comparison: Comparison, region: str) -> tuple[RefusalCode, str] | None:
    """Why nothing can be said of a region's figure, or None.

    Older territory, missing, unreliable, unusual year, a newer figure of the same concept.
    """
    if speaker.older(region):
        return "older_territory", region
    if region not in comparison.rows.index:
        return "missing", region
    if "u" in (flag := str(comparison.rows.at[region, "flag"])):
        return "flagged", flag
    if comparison.indicator.unusual_reason(comparison.period) is not None:
        return "unusual_year", comparison.period
    if speaker.figures is not None and region == comparison.focus:
        successor = newer(speaker.figures, speaker.catalogue, comparison.indicator, comparison.period, region)
        if successor is not None:
            return "newer", successor.id
    return None


def _refuse(kind: Kind, comparison: Comparison, code: RefusalCode, detail: str = "") -> Refusal:
    return Refusal(code, kind, comparison.focus, comparison.indicator.id, comparison.period, detail)


def _others(comparison: Comparison) -> tuple[Caveat, ...]:
    """What to say about the peers: few of them, or some without a figure."""
    count = _peers(comparison)
    few = (Caveat("few_peers", str(count)),) if count < FEW else ()
    missing = (Caveat("missing_peers", ",".join(comparison.missing)),) if comparison.missing else ()
    years = tuple(Caveat("other_years", f"{year}:{n}") for year, n in comparison.other_years.items())
    return (*few, *missing, *years)


def _peers(comparison: Comparison) -> int:
    """How many regions beside the focus region have a figure."""
    return len(comparison.rows.index.drop(comparison.focus, errors="ignore"))


def _own(speaker: ClaimScope, comparison: Comparison) -> tuple[Caveat, ...]:
    """What to say about the figure itself: its flags, what the catalogue asks for, a sample of unknown error."""
    indicator = comparison.indicator
    survey = speaker.catalogue.surveys.get(indicator.survey)
    unknown = survey is not None and survey.sample and indicator.smallest_change is None
    return (
        *flag_caveats(str(comparison.rows.at[comparison.focus, "flag"])),
        *((Caveat("caution", indicator.id),) if indicator.caution else ()),
        *((Caveat("sample", indicator.survey),) if unknown else ()),
    )


def figure_claim(speaker: ClaimScope, comparison: Comparison) -> Claim | Refusal:
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
        caveats=_own(speaker, comparison),
    )


def gap_claim(speaker: ClaimScope, comparison: Comparison) -> Claim | Refusal:
    """ "More (less) than the middle of the peers", for any number of peers; refused where rounding hides the gap."""
    if stop := obstacle(speaker, comparison, comparison.focus):
        return _refuse("gap", comparison, *stop)
    if comparison.median is None or comparison.value is None:
        return _refuse("gap", comparison, "too_few_peers", "0")
    if not comparison.differs(comparison.value, comparison.median):
        return _refuse("gap", comparison, "same")
    if comparison.within_error:
        return _refuse("gap", comparison, "within_error")
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
        caveats=(*_own(speaker, comparison), *_others(comparison)),
    )


def rank_claim(speaker: ClaimScope, comparison: Comparison) -> Claim | Refusal:
    """ "Third highest of 12" by one indicator, or between which places the sampling error leaves it.

    Refused under eight peers, where only the gap is said, and where the error leaves more than half of the places.
    """
    if stop := obstacle(speaker, comparison, comparison.focus):
        return _refuse("rank", comparison, *stop)
    if comparison.rank is None or comparison.places is None or _peers(comparison) < FEW:
        return _refuse("rank", comparison, "too_few_peers", str(_peers(comparison)))
    count, (best, worst) = len(comparison.rows), comparison.places
    if worst - best + 1 > count / 2:
        return _refuse("rank", comparison, "within_error", f"{best}–{worst}")
    between = (best, worst) if comparison.indicator.smallest_change else (None, None)
    alike = (Caveat("alike", ",".join(comparison.alike)),) if comparison.alike and best == worst else ()
    return Claim(
        "rank",
        comparison.focus,
        comparison.focus,
        comparison.indicator.id,
        comparison.period,
        comparison.value,
        comparison.indicator.unit,
        rank=RankRange(comparison.rank, count, *between),
        caveats=(*_own(speaker, comparison), *alike, *_others(comparison)),
    )


def above_claim(speaker: ClaimScope, comparison: Comparison, other: str) -> Claim | Refusal:
    """ "More (less) than Stockholm": both figures must be sound and differ in the decimals shown."""
    for region in (comparison.focus, other):
        if stop := obstacle(speaker, comparison, region):
            return _refuse("above", comparison, *stop)
    own, theirs = (float(comparison.rows.at[r, "value"]) for r in (comparison.focus, other))
    if not comparison.differs(own, theirs):
        return _refuse("above", comparison, "same", other)
    if not comparison.apart(own - theirs):
        return _refuse("above", comparison, "within_error", other)
    years = {str(comparison.rows.at[region, "period"]) for region in (comparison.focus, other)}
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
        caveats=(
            *dict.fromkeys((*_own(speaker, comparison), *theirs_flag)),
            *((Caveat("other_years", f"{comparison.rows.at[other, 'period']}:1"),) if len(years) > 1 else ()),
        ),
    )
