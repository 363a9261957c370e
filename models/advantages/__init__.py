"""What a region is better and worse at than its peers, how sure that is, and what closing a gap would take."""

from models.advantages.assess import Assessment, Assessments, assess, verdict
from models.advantages.calls import Call, Kind, Reason, call
from models.advantages.closing import GapTrend, gap_trend
from models.advantages.errors import AdvantageError, NoSpread, TooFewPeers, TooFewYears
from models.advantages.measures import Measures, frontier_gap, relative_gap, robust_z, z_score
from models.advantages.real_gap import RealGap, is_money, real_gap
from models.advantages.scenarios import Scenario
from models.advantages.sets import OWN, comparable_sets, judged_against
from models.advantages.thresholds import BASE, STEPS, Thresholds

__all__ = [
    "BASE",
    "OWN",
    "STEPS",
    "AdvantageError",
    "Assessment",
    "Assessments",
    "Call",
    "GapTrend",
    "Kind",
    "Measures",
    "NoSpread",
    "RealGap",
    "Reason",
    "Scenario",
    "Thresholds",
    "TooFewPeers",
    "TooFewYears",
    "assess",
    "call",
    "comparable_sets",
    "frontier_gap",
    "gap_trend",
    "is_money",
    "judged_against",
    "real_gap",
    "relative_gap",
    "robust_z",
    "verdict",
    "z_score",
]
