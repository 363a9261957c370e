"""What a release brings for one region: the newest figure of each indicator that is new, revised or withdrawn."""

from dataclasses import dataclass

import pandas as pd

from models.catalogue import Catalogue, Indicator
from models.figures.revisions import KINDS, Revisions


@dataclass(frozen=True)
class News:
    """One figure that is not as it was.

    Attributes:
        indicator: id.
        kind: "added", "revised" or "withdrawn".
        period: year or month.
        old_value, old_flag: as it stood; None and "" where it was not there.
        value, flag: as it stands now; None and "" where it is gone.
        others: further figures of the indicator and the region of the same kind.
    """

    indicator: str
    kind: str
    period: str
    old_value: float | None
    old_flag: str
    value: float | None
    flag: str
    others: int


def _number(value: float) -> float | None:
    return None if pd.isna(value) else float(value)


def _weight(indicator: Indicator) -> tuple[bool, bool, bool]:
    """What a reader looks at first: scored figures, then what is published as such, then shares before amounts."""
    return (indicator.role != "score", bool(indicator.derivation), indicator.composition.rule == "sum")


def news(revisions: Revisions, catalogue: Catalogue, region: str) -> dict[str, tuple[News, ...]]:
    """The news for a region, by kind, the most telling first.

    Bare series and figures of Norwegian municipalities are left out: no page shows them among the regions of Europe.
    """
    shown = {i.id: i for i in catalogue.indicators.values() if i.role != "series" and i.scope == "europe"}
    rows = revisions.of(shown, [region])
    by_kind: dict[str, list[News]] = {kind: [] for kind in KINDS}
    for (kind, name), part in rows.groupby(["kind", "indicator"], sort=False, observed=True):
        row = part.loc[part["period"].astype(str).idxmax()]
        by_kind[str(kind)].append(
            News(
                indicator=str(name),
                kind=str(kind),
                period=str(row["period"]),
                old_value=_number(row["old_value"]),
                old_flag=str(row["old_flag"]),
                value=_number(row["value"]),
                flag=str(row["flag"]),
                others=len(part) - 1,
            )
        )
    return {kind: tuple(sorted(items, key=lambda n: _weight(shown[n.indicator]))) for kind, items in by_kind.items()}
