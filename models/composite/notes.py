"""What the scores alone do not tell: indicators left out, and scores that rest on nothing published."""

import numpy as np

from models.composite.checks import row_name
from models.composite.index import IndexResult

MOST = 5  # rows named one by one


def notes(result: IndexResult) -> tuple[str, ...]:
    """A line for each indicator left out, and for scores of groups that were filled in altogether."""
    lines = [f"left out: '{code}' {why}" for code, why in result.dropped.items()]
    published = result.figures.notna()
    invented = [
        f"'{group.code}' of {row_name(result.scores.index[row])}"
        for group in result.framework.groups
        for row in np.flatnonzero(
            result.scores[group.code].notna()
            & ~published[[leaf.code for leaf in result.framework.leaves_under(group.code)]].any(axis=1)
        )
    ]
    if invented:
        more = f" and {len(invented) - MOST} more" if len(invented) > MOST else ""
        lines.append(f"filled in altogether, without a published figure: {', '.join(invented[:MOST])}{more}")
    return tuple(lines)
