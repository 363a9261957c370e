"""What a release says of itself: the JSON in its column `summary`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

from models.figures.revisions import Counts


@dataclass(frozen=True)
class NotTaken:
    """Why the new figures of an indicator were not taken; its last good ones stay.

    Attributes:
        kind: stable name of the trouble: that of the error, or of the check that failed.
        why: what happened and what a person can do, in English, for the terminal.
    """

    kind: str
    why: str


@dataclass(frozen=True)
class Summary:
    """How a release came about.

    Attributes:
        kind: "snapshot" (the embedded figures, or another catalogue over the same figures), "refresh", or "upload" (a
            table of one's own).
        counts: figures that differ from the release before.
        made: when the embedded figures were compiled, ISO; empty where none were taken up.
        indicators: the same by indicator, where any figure differs.
        renewed: indicators whose figures were fetched or computed anew, changed or not.
        refused: those that could not be, by id.
        answers: for each question to a publisher the SHA-256 of the answer whose figures were taken.
        updated: for each data set of those answers when its publisher last changed it, as that writes it.
        next_updates: for each of those data sets when its publisher said that it would change it next, where it did.
        catalogue: version of the catalogue that it was made with: sets, scored indicators, goalposts. Empty where
            releases did not name it yet.
    """

    kind: Literal["snapshot", "refresh", "upload"]
    counts: Counts
    made: str = ""
    indicators: Mapping[str, Counts] = field(default_factory=dict)
    renewed: tuple[str, ...] = ()
    refused: Mapping[str, NotTaken] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    updated: Mapping[str, str] = field(default_factory=dict)
    next_updates: Mapping[str, str] = field(default_factory=dict)
    catalogue: str = ""

    def to_json(self) -> str:
        """The text that is kept; counts stand at its top, for whoever reads the table by hand."""
        content = asdict(self)
        return json.dumps({"kind": self.kind, **content.pop("counts"), **content}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> "Summary":
        """A summary as it was kept.

        Raises:
            ValueError: the text is none.
        """
        try:
            data = json.loads(text)
            return cls(
                kind=data["kind"] if data.get("kind") in ("refresh", "upload") else "snapshot",
                counts=Counts(*(int(data.get(kind, 0)) for kind in ("added", "revised", "withdrawn"))),
                made=str(data.get("made", "")),
                indicators={name: Counts(**counts) for name, counts in data.get("indicators", {}).items()},
                renewed=tuple(data.get("renewed", ())),
                refused={name: NotTaken(**refusal) for name, refusal in data.get("refused", {}).items()},
                answers=dict(data.get("answers", {})),
                updated=dict(data.get("updated", {})),
                next_updates=dict(data.get("next_updates", {})),
                catalogue=str(data.get("catalogue", "")),
            )
        except (AttributeError, TypeError, KeyError) as error:
            raise ValueError(f"no summary of a release: {text[:80]!r}") from error


def last_answers(summaries: Iterable[Summary]) -> dict[str, str]:
    """For each question the answer that the newest figures come from; summaries oldest first."""
    answers: dict[str, str] = {}
    for summary in summaries:
        answers.update(summary.answers)
    return answers


def last_catalogue(summaries: Iterable[Summary]) -> str:
    """The version of the catalogue that the newest of some releases was made with; summaries oldest first.

    One that names none goes on with the version before it; "" where none does.
    """
    named = [summary.catalogue for summary in summaries if summary.catalogue]
    return named[-1] if named else ""
