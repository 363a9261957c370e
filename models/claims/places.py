"""Claims about places in a theme or the total, and about strengths: from ranks with their range, and from calls."""

from models.advantages import Assessment
from models.claims.figures import ClaimScope
from models.claims.types import Caveat, Claim, Kind, RankRange, Refusal, RefusalCode, flag_caveats

SURE = 0.9  # chance of ranking above another region from which "above" may be said


def _own(speaker: ClaimScope) -> tuple[Caveat, ...]:
    weights = (Caveat("own_weights"),) if speaker.own_weights else ()
    return (*weights, Caveat("own_method")) if speaker.own_method else weights


def _known(
    speaker: ClaimScope, kind: Kind, node: str, year: str, subject: str, rank: RankRange | None, of: str
) -> RankRange | Refusal:
    """The rank of a region (`of`), or why nothing can be said of it."""
    code: RefusalCode = "missing"
    if (speaker.own_weights or speaker.own_method) and not speaker.own_said:
        code = "own_choices_unsaid"
    elif speaker.older(of):
        code = "older_territory"
    elif rank is not None:
        return rank
    return Refusal(code, kind, subject, node, year, of)


def _range_caveats(speaker: ClaimScope, rank: RankRange) -> tuple[Caveat, ...]:
    plain = () if rank.tested else (Caveat("rank_not_tested"),)
    few = (Caveat("few_peers", str(rank.count - 1)),) if rank.count - 1 < 8 else ()
    return (*_own(speaker), *plain, *few)


def place_claim(speaker: ClaimScope, node: str, region: str, year: str, rank: RankRange | None) -> Claim | Refusal:
    """ "Number 9 of 26 (between 6 and 11)" in a theme or the total.

    Refused: no rank, an older territory, own weights or an own method that are not said.
    """
    known = _known(speaker, "rank", node, year, region, rank, region)
    if isinstance(known, Refusal):
        return known
    return Claim("rank", region, region, node, year, rank=known, caveats=_range_caveats(speaker, known))


def above_place_claim(
    speaker: ClaimScope,
    node: str,
    region: str,
    other: str,
    year: str,
    ranks: tuple[RankRange | None, RankRange | None],
    chance: float | None = None,
) -> Claim | Refusal:
    """ "Above Göteborg" in a theme or the total.

    Allowed if the region ranks above in at least 90 % of the ways to compute it (`chance`); where that is unknown,
    if the two ranges do not touch.

    Args:
        speaker: of the view.
        node: theme id or "index".
        region: the subject.
        other: the region said to be below.
        year: what the scores are for.
        ranks: of the two, in that order.
        chance: share of the ways in which the subject ranks above, 0–1.
    """
    own = _known(speaker, "above", node, year, region, ranks[0], region)
    theirs = _known(speaker, "above", node, year, region, ranks[1], other)
    if isinstance(own, Refusal):
        return own
    if isinstance(theirs, Refusal):
        return theirs
    if chance is not None:
        sure = chance >= SURE
    else:
        sure = own.high is not None and theirs.low is not None and own.high < theirs.low
    if not sure:
        return Refusal("range_too_wide", "above", region, node, year, other)
    return Claim("above", region, region, node, year, other=other, rank=own, caveats=_own(speaker))


def upper_half_claim(speaker: ClaimScope, node: str, region: str, year: str, rank: RankRange | None) -> Claim | Refusal:
    """ "In the upper half": the whole range must lie there."""
    known = _known(speaker, "upper_half", node, year, region, rank, region)
    if isinstance(known, Refusal):
        return known
    if known.high is None or known.high > known.count / 2:
        return Refusal("range_too_wide", "upper_half", region, node, year, str(known.high or ""))
    return Claim("upper_half", region, region, node, year, rank=known, caveats=_range_caveats(speaker, known))


def _why_no_strength(assessment: Assessment) -> tuple[RefusalCode, str]:
    """What stopped the call: too few peers, a flag or an unusual year that capped it, else that it is unsettled."""
    reasons = {r.code: r for r in assessment.call.reasons}
    if assessment.call.kind == "not_rated" and (few := reasons.get("too_few_peers")):
        return "too_few_peers", str(few.n)
    if "capped" in reasons and (flagged := reasons.get("flagged")):
        return "flagged", flagged.detail
    if "capped" in reasons and (unusual := reasons.get("unusual_year")):
        return "unusual_year", unusual.detail
    return "unsettled", assessment.call.kind


def strength_claim(speaker: ClaimScope, region: str, assessment: Assessment) -> Claim | Refusal:
    """ "A strength (weakness) of the region": only for a call of that kind.

    Refused by what stopped the call: missing, older territory, flagged, unusual year, under eight peers, unsettled.
    """
    made, measures, node = assessment.call, assessment.measures, assessment.indicator.id
    kind: Kind = "weakness" if made.side < 0 else "strength"
    if speaker.older(region):
        return Refusal("older_territory", kind, region, node, measures.period if measures else "", region)
    if measures is None:
        return Refusal("missing", kind, region, node, "", region)
    if made.kind not in {"strength", "weakness"}:
        code, detail = _why_no_strength(assessment)
        return Refusal(code, kind, region, node, measures.period, detail)
    one_year = (Caveat("one_year", measures.period),) if any(r.code == "one_year" for r in made.reasons) else ()
    return Claim(
        kind,
        region,
        region,
        node,
        measures.period,
        measures.value,
        assessment.indicator.unit,
        other="median" if measures.median is not None else "",
        other_figure=measures.median,
        rank=RankRange(measures.rank, measures.count + 1),
        caveats=(*flag_caveats(measures.flag), *one_year),
    )
