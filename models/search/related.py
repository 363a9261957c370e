"""Which indicators measure nearly the same: for whoever looks at one of them."""

from models.catalogue import Catalogue, Indicator
from models.keeping import noted
from models.search.search import search


@noted(512)
def related(catalogue: Catalogue, indicator: str, limit: int = 6) -> tuple[Indicator, ...]:
    """Other indicators, the nearest first: of the same weight group, then of the same subtheme, then alike in words.

    Args:
        catalogue: all indicators.
        indicator: id of the one looked at.
        limit: how many at most.
    """
    one = catalogue.indicators[indicator]
    others = [i for i in catalogue.indicators.values() if i.id != indicator and i.role != "series"]
    group = [i.id for i in others if one.score and i.score and i.score.group == one.score.group]
    side = [i.id for i in others if (i.theme, i.subtheme) == (one.theme, one.subtheme)]
    known = {i.id for i in others}
    alike = [h.id for h in search(catalogue, one.title.nb, 4 * limit) if h.kind == "indicator" and h.id in known]
    nearest = dict.fromkeys([*group, *(name for name in alike if name in side), *alike, *side])
    return tuple(catalogue.indicators[name] for name in list(nearest)[:limit])
