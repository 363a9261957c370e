"""Which figures of an answer are of regions that the catalogue knows."""

import pandas as pd

from data_sources.base import Notice
from models.catalogue import Catalogue
from models.catalogue.sources import Publisher

_NAMED = 5


def some(codes: set[str]) -> str:
    """The first few of many codes."""
    shown = ", ".join(sorted(codes)[:_NAMED])
    return f"{shown} …" if len(codes) > _NAMED else shown


def at_our_codes(figures: pd.DataFrame, catalogue: Catalogue) -> pd.DataFrame:
    """Figures that come by short codes under the codes of the same territories: DE3 is DE30, alone of level 2 in it."""
    codes = set(figures["region"].astype(str).unique())
    nuts2 = [
        code for code, region in catalogue.regions.items() if region.level == "nuts2" and catalogue.is_current(code)
    ]
    same = {}
    for code in codes - catalogue.regions.keys():
        within = [c for c in nuts2 if c[:-1] == code]
        if len(within) == 1 and within[0] not in codes:
            same[code] = within[0]
    return figures.assign(region=figures["region"].astype(str).replace(same)) if same else figures


def known(
    figures: pd.DataFrame, publisher: Publisher | None, catalogue: Catalogue
) -> tuple[pd.DataFrame, tuple[Notice, ...]]:
    """The figures of regions that the catalogue knows, by codes that mean the same at that publisher."""
    if publisher and publisher.short_codes:
        figures = at_our_codes(figures, catalogue)
    levels = publisher.levels if publisher else ()
    codes = set(figures["region"].astype(str).unique())
    ours = {c for c in codes if c in catalogue.regions and (not levels or catalogue.regions[c].level in levels)}
    if ours == codes:
        return figures, ()
    others = codes - ours
    text = f"{len(others):,} regions that the catalogue does not know were left out: {some(others)}."
    return figures.loc[figures["region"].astype(str).isin(ours)], (Notice("regions_unknown", text),)
