"""What the parts about industries share: the figures, by one set of them, and their names and source."""

from dataclasses import dataclass

import pandas as pd

from components.exhibit import SourceNote
from models.catalogue import Catalogue
from models.catalogue.structure import Sectors
from models.figures.observations import Figures
from models.industries.clusters import ClusterError, IndustryProfile
from models.industries.specialisation import change, profile
from models.keeping import noted
from pages.exhibits.looked_at import Context


@dataclass(frozen=True, eq=False)
class Industries:
    """The industries of a region by one set of figures: the first and the last year, and the change between them."""

    before: IndustryProfile
    now: IndustryProfile
    change: pd.DataFrame


@noted(16)
def industries(figures: Figures, catalogue: Catalogue, name: str, region: str) -> Industries | None:
    """The industries of a region by a set of figures of the catalogue; None where it has none."""
    sectors = catalogue.structure.profiles[name]
    try:
        return Industries(
            profile(figures, catalogue, region, period=sectors.since, sectors=sectors),
            profile(figures, catalogue, region, sectors=sectors),
            change(figures, catalogue, region, sectors=sectors),
        )
    except ClusterError:
        return None


def titles(context: Context, sectors: Sectors) -> dict[str, str]:
    """What the industries are called."""
    return {group.id: context.say.of(group.title) for group in sectors.group}


def industry_source(context: Context, sectors: Sectors) -> SourceNote:
    """Where the figures come from."""
    indicator = context.catalogue.indicators[sectors.group[-1].amount]
    return SourceNote(
        publisher=indicator.publisher,
        datasets=list(context.catalogue.dataset_links(indicator)),
        years=context.say("tall for {years}", years=f"{sectors.since}–{sectors.period}"),
        derived=True,
    )
