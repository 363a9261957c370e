"""What the comparison with peers refuses."""


class AdvantageError(ValueError):
    """A strength or weakness cannot be computed; the message says why."""


class TooFewPeers(AdvantageError):
    """Too few peers have a figure for a distance in standard deviations: show rank and gap instead."""

    def __init__(self, present: int, needed: int) -> None:
        self.present, self.needed = present, needed
        super().__init__(f"{present} peers have a figure; {needed} are needed")


class NoSpread(AdvantageError):
    """All peers have the same figure (or half of them, for the median's spread), so there is no yardstick."""


class TooFewYears(AdvantageError):
    """Too few comparable years for a trend."""

    def __init__(self, present: int, needed: int) -> None:
        self.present, self.needed = present, needed
        super().__init__(f"{present} comparable years; {needed} are needed")
