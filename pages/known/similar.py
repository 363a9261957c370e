"""Which regions are like Osloregionen, each list made once a release: the peer picker and the pages ask here."""

from dataclasses import dataclass

import pandas as pd

from models import peers
from models.catalogue.structure import StructuralVariable
from models.keeping import kept
from models.peers import PeerError, Similar, Structure
from pages.known import releases


@dataclass(frozen=True, eq=False)
class Likeness:
    """The regions most like one.

    Attributes:
        regions: nearest first.
        stability: for each candidate, the share of random weightings in which it is among the nearest.
    """

    regions: tuple[Similar, ...]
    stability: pd.Series


@kept(4)
def structure(release: int) -> Structure:
    """What every region is like, standardised, as of a release.

    Raises:
        PeerError: a variable without figures.
    """
    return peers.structure(releases.figures(release), releases.catalogue())


@kept(64)
def published(release: int, variable: StructuralVariable) -> dict[str, float]:
    """The published figures of a structural variable by region."""
    rows = releases.figures(release).indicator(variable.indicator)
    rows = rows.loc[rows["period"] == variable.period]
    return dict(zip(rows["region"].astype(str), rows["value"].astype(float), strict=True))


@kept(64)
def members(name: str, focus: str, release: int) -> tuple[str, ...]:
    """The members of a computed peer set; none where the region or release has too few figures for one."""
    try:
        return peers.computed_members(releases.figures(release), releases.catalogue(), structure(release), name, focus)
    except PeerError:
        return ()


@kept(64)
def likeness(focus: str, release: int, among: tuple[str, ...]) -> Likeness:
    """The most similar of some regions, and how firm the list is.

    Raises:
        PeerError: too few figures to compare by.
    """
    known, rules = structure(release), releases.catalogue().structure
    return Likeness(
        peers.nearest(known, focus, rules.nearest, among, rules.min_shared),
        peers.stability(known, focus, rules.nearest, among, min_shared=rules.min_shared),
    )


@kept(64)
def by_income(focus: str, release: int, among: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """The regions with the output per inhabitant nearest to a region's own, each with its difference.

    Raises:
        PeerError: the region has no such figure.
    """
    known = releases.catalogue()
    return peers.nearest_by_income(releases.figures(release), known, focus, known.structure.nearest, among)
