"""Can this be said? Results in, checked statements or refusals with a reason out; no words."""

from models.claims.changes import change_claim, money_refusal, trend_claim
from models.claims.figures import ClaimScope, above_claim, figure_claim, gap_claim, rank_claim
from models.claims.places import above_place_claim, place_claim, strength_claim, upper_half_claim
from models.claims.types import Caveat, CaveatCode, Claim, Kind, RankRange, Refusal, RefusalCode
from models.claims.wider import europe_claim, relation_claim, season_claim

__all__ = [
    "Caveat",
    "CaveatCode",
    "Claim",
    "ClaimScope",
    "Kind",
    "RankRange",
    "Refusal",
    "RefusalCode",
    "above_claim",
    "above_place_claim",
    "change_claim",
    "europe_claim",
    "figure_claim",
    "gap_claim",
    "money_refusal",
    "place_claim",
    "rank_claim",
    "relation_claim",
    "season_claim",
    "strength_claim",
    "trend_claim",
    "upper_half_claim",
]
