"""What a sample of residents answered in one city of each region: the newest answer to each question of a theme."""

from collections.abc import Sequence
from dataclasses import dataclass

from models.catalogue import Catalogue, Indicator
from models.change.comparable import year_told
from models.comparison.one_year import Comparison, compare
from models.figures.observations import Figures


@dataclass(frozen=True, eq=False)
class SurveyAnswers:
    """The answers to one question.

    Attributes:
        indicator: the question.
        comparison: the shares by region whose city was asked, the focus region's among them.
        margin: half of the 95 % interval around its share, in percentage points.
        beside: ids of the region's own figures on the same matter that are in the store.
    """

    indicator: Indicator
    comparison: Comparison
    margin: float
    beside: tuple[str, ...]

    @property
    def places(self) -> tuple[int, int]:
        """The best and the worst place that the sample leaves."""
        return self.comparison.places or (1, len(self.comparison.rows))

    @property
    def side(self) -> int:
        """1 or -1 where the share is above or below the middle city by more than the sample can be off, else 0."""
        gap = self.comparison.gap
        if gap is None or self.comparison.within_error:
            return 0
        return 1 if gap > 0 else -1


def questions_of(catalogue: Catalogue, figures: Figures, theme: str) -> tuple[Indicator, ...]:
    """The questions of a theme that have answers; of two series of one question the one with the newest answer."""
    asked = [i for i in catalogue.of_theme(theme) if i.asked is not None and i.id in figures]
    newest = {i.id: max(map(str, figures.indicator(i.id)["period"])) for i in asked}
    chosen: dict[str, Indicator] = {}
    for one in asked:
        key = one.concept or one.id
        if key not in chosen or newest[one.id] > newest[chosen[key].id]:
            chosen[key] = one
    return tuple(chosen.values())


def answers(
    figures: Figures, catalogue: Catalogue, theme: str, focus: str, peers: Sequence[str]
) -> tuple[SurveyAnswers, ...]:
    """The answers of a region's city among the cities of its peers, in the catalogue's order.

    Questions that were not put in the region's city, or in none of the others, are left out.

    Args:
        figures: a release.
        catalogue: the questions, and whose city stands for which region.
        theme: id.
        focus: code of the region.
        peers: regions to compare with.
    """
    given = []
    for one in questions_of(catalogue, figures, theme):
        year = year_told(figures, one, catalogue.default_lens.id, catalogue.reference_regions)
        comparison = compare(figures, one, year, focus, tuple(peers))
        if comparison.value is None or len(comparison.rows) < 2 or one.asked is None:
            continue
        beside = tuple(name for name in one.asked.beside if name in figures)
        given.append(SurveyAnswers(one, comparison, one.asked.margin(comparison.value), beside))
    return tuple(given)
