"""What came of a drill."""

from dataclasses import dataclass, field


@dataclass
class Outcome:
    """How often something was tried, how often the service came through, and what was seen."""

    tried: int = 0
    survived: int = 0
    notes: list[str] = field(default_factory=list)
    skipped: str = ""  # why nothing was tried

    def count(self, came_through: bool, note: str = "") -> None:
        """One more."""
        self.tried += 1
        self.survived += came_through
        if not came_through and note:
            self.notes.append(note)

    @property
    def lost(self) -> int:
        return self.tried - self.survived
