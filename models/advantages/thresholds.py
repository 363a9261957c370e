"""The thresholds behind calls: parameters, shown to the reader and part of the link."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from models.advantages.errors import AdvantageError


@dataclass(frozen=True)
class Thresholds:
    """When a difference is called a strength or a weakness.

    Attributes:
        strength: least median |z| of a strength or weakness.
        tendency: least median |z| of a tendency.
        in_line: |z| below which a scenario counts as in line.
        agreement: share of the scenarios that must have the same sign.
        sign: |z| below which a scenario has no sign.
        in_line_agreement: share of the scenarios that must be in line.
        min_peers: fewest peers with a figure for a z; below, only rank and gap.
        years_back: how many years the previous usable year may lie behind the newest.
    """

    strength: float = 0.5
    tendency: float = 0.3
    in_line: float = 0.5
    agreement: float = 0.9
    sign: float = 0.1
    in_line_agreement: float = 0.8
    min_peers: int = 8
    years_back: int = 5

    def __post_init__(self) -> None:
        if not 0 < self.tendency <= self.strength:
            raise AdvantageError(
                f"a tendency must begin above 0 and not above a strength (got {self.tendency:g}, {self.strength:g})"
            )
        if not 0 <= self.sign <= self.tendency:
            raise AdvantageError(f"a sign must begin at 0 or above, and not above a tendency (got {self.sign:g})")
        if not self.in_line > 0:
            raise AdvantageError(f"in_line must be above 0 (got {self.in_line:g})")
        for name in ("agreement", "in_line_agreement"):
            if not 0.5 < (share := getattr(self, name)) <= 1:
                raise AdvantageError(f"{name} must be above 0.5 and at most 1 (got {share:g})")
        if self.min_peers < 2:
            raise AdvantageError(f"min_peers must be at least 2, a spread needs them (got {self.min_peers})")
        if self.years_back < 1:
            raise AdvantageError(f"years_back must be at least 1 (got {self.years_back})")


BASE = Thresholds()
# What a reader may choose: how much it takes before a difference gets a name.
STEPS: Mapping[str, Thresholds] = MappingProxyType(
    {
        "looser": Thresholds(strength=0.3, tendency=0.2, in_line=0.3, agreement=0.8),
        "usual": BASE,
        "stricter": Thresholds(strength=0.8, tendency=0.5, agreement=0.95),
    }
)
