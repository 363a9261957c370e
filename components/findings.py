"""Words from figures: the sentences that stand as titles and as text alternatives."""

from collections.abc import Sequence

from components.text import Speaker


def index_finding(say: Speaker, name: str, rank: int, count: int) -> str:
    """Where a region stands in the total index."""
    if rank == 1:
        return say("{name} ligger øverst av {count} regioner samlet sett", name=name, count=count)
    if rank == count:
        return say("{name} ligger nederst av {count} regioner samlet sett", name=name, count=count)
    return say("{name} er nr. {rank} av {count} regioner samlet sett", name=name, rank=rank, count=count)


def theme_summary(say: Speaker, best: str, worst: str) -> str:
    """Which theme is strongest and which weakest."""
    return say("Sterkest på {best}, svakest på {worst}.", best=best.lower(), worst=worst.lower())


def ranking_alt(say: Speaker, measure: str, rows: Sequence[tuple[str, str]]) -> str:
    """A ranking in words: every region with its value, best first."""
    listed = "; ".join(f"{position}. {name}: {value}" for position, (name, value) in enumerate(rows, start=1))
    return f"{measure}. {listed}."
