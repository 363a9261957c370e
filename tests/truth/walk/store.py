"""The bare rows of a release, and what follows from them by plain arithmetic: no code of the pages."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property
from statistics import median

from components.words.text import Speaker
from tests.truth.sentences import plain


@dataclass(frozen=True, eq=False)
class Bare:
    """Rows by indicator, year and region.

    Attributes:
        frame: columns indicator, region, period, value.
        catalogue: names, units, decimals, directions.
        focus: the region spoken of.
        peers: those it is compared with.
        language: of the numbers.
    """

    frame: object
    catalogue: object
    focus: str
    peers: tuple[str, ...]
    language: str

    @cached_property
    def rows(self) -> dict[str, dict[str, dict[str, float]]]:
        """Indicator → period → region → figure."""
        found: dict = defaultdict(lambda: defaultdict(dict))
        columns = (self.frame[name].astype(str) for name in ("indicator", "period", "region"))
        for name, period, region, value in zip(*columns, self.frame["value"].astype(float), strict=True):
            found[name][period][region] = value
        return found

    def speaking(self, language: str) -> "Bare":
        """The same rows with the numbers of a language."""
        other = replace(self, language=language)
        other.__dict__["rows"] = self.rows
        return other

    def text(self, value: float, decimals: int) -> str:
        """A number as it stands in sentences."""
        return plain(Speaker(self.language).number(round(value, 9), decimals))

    def near(self, name: str, year: str, regions: tuple[str, ...]) -> dict[str, float]:
        """Figures of a year; in a scoring year the year after, else the one before, stands in."""
        years, indicator = self.rows.get(name, {}), self.catalogue.indicators[name]
        own = years.get(year, {})
        found = {region: own[region] for region in regions if region in own}
        if indicator.score and year in indicator.score.periods:
            for step in (1, -1):
                other = years.get(str(int(year) + step), {})
                found |= {region: other[region] for region in regions if region in other and region not in found}
        return found

    @cache  # noqa: B019
    def among(self, name: str, year: str) -> dict[str, float]:
        """Figures of the region and its peers in a year."""
        return self.near(name, year, (self.focus, *self.peers))

    @cache  # noqa: B019
    def middle(self, name: str, year: str) -> float | None:
        """The median of the peers."""
        others = [v for region, v in self.among(name, year).items() if region != self.focus]
        return round(median(others), 9) if others else None

    def place(self, name: str, year: str, region: str = "") -> tuple[int, int] | None:
        """Place among the region and its peers, the best (or else the highest) first, and of how many."""
        values, region = self.among(name, year), region or self.focus
        if region not in values:
            return None
        lower = self.catalogue.indicators[name].direction == "lower_better"
        ahead = sum((v < values[region] - 1e-9) if lower else (v > values[region] + 1e-9) for v in values.values())
        return 1 + ahead, len(values)

    @cache  # noqa: B019 - one for a whole run of tests
    def broken(self, name: str) -> frozenset[str]:
        """The years that the publisher marked as a break (b) for the region."""
        rows = self.frame.loc[(self.frame["indicator"] == name) & (self.frame["region"] == self.focus)]
        return frozenset(rows.loc[rows["flag"].astype(str).str.contains("b"), "period"].astype(str))

    @cache  # noqa: B019 - one for a whole run of tests
    def years(self, name: str) -> tuple[str, ...]:
        """The years with a figure of the region, newest first."""
        return tuple(
            sorted((y for y, v in self.rows.get(name, {}).items() if self.focus in v and len(y) == 4), reverse=True)
        )

    @cache  # noqa: B019
    def points(self, node: str, region: str) -> float | None:
        """Score of an indicator, a theme or the total ("index"), worked out from the goalposts; None without one."""
        catalogue = self.catalogue
        if node in catalogue.indicators:
            indicator = catalogue.indicators[node]
            low, high = catalogue.goalposts[node]
            value = self.scored_figure(node, region)
            if value is None:
                return None
            share = min(max((value - low) / (high - low), 0), 1)
            return 100 * (1 - share if indicator.direction == "lower_better" else share)
        if node == "index":
            counted = [theme for theme in catalogue.themes.values() if theme.weight > 0 and self.scored(theme.id)]
            known = [(self.points(theme.id, region), theme.weight) for theme in counted]
            share = [self.points(i.id, region) is not None for theme in counted for i in self.scored(theme.id)]
            if any(score is None for score, _ in known) or sum(share) < catalogue.rules.min_coverage * len(share):
                return None
            return sum(score * weight for score, weight in known) / sum(weight for _, weight in known)
        groups: dict = defaultdict(list)
        for indicator in self.scored(node):
            if (score := self.points(indicator.id, region)) is not None:
                groups[indicator.score.group].append((score, indicator.score.weight))
        if sum(map(len, groups.values())) < catalogue.rules.min_indicators:
            return None
        weights = {group: catalogue.rules.group_weights.get(group, 1.0) for group in groups}
        means = {group: sum(s * w for s, w in all_) / sum(w for _, w in all_) for group, all_ in groups.items()}
        return sum(means[group] * weights[group] for group in groups) / sum(weights.values())

    def scored_figure(self, name: str, region: str) -> float | None:
        """The figure behind the points: of the scoring year, or the mean over several."""
        periods = self.catalogue.indicators[name].score.periods
        if len(periods) == 1:
            return self.near(name, periods[0], (region,)).get(region)
        known = [v for p in periods if (v := self.rows[name].get(p, {}).get(region)) is not None]
        return sum(known) / len(known) if known else None

    @cache  # noqa: B019
    def scored(self, theme: str) -> list:
        """The indicators that give a theme its points; none where they are too few."""
        found = [i for i in self.catalogue.scored if i.theme == theme]
        return found if len(found) >= self.catalogue.rules.min_indicators else []

    def weight(self, name: str) -> float:
        """The share of an indicator in the total, 0–1, where all have a figure."""
        return self.weight_in_theme(name) * self._theme_share(self.catalogue.indicators[name].theme)

    def weight_in_theme(self, name: str) -> float:
        """The share of an indicator in its theme, 0–1, where all have a figure."""
        indicator = self.catalogue.indicators[name]
        mates = self.scored(indicator.theme)
        groups = {i.score.group for i in mates}
        of = self.catalogue.rules.group_weights
        group = indicator.score.group
        inside = sum(i.score.weight for i in mates if i.score.group == group)
        return of.get(group, 1.0) / sum(of.get(g, 1.0) for g in groups) * indicator.score.weight / inside

    def _theme_share(self, theme: str) -> float:
        counted = [one for one in self.catalogue.themes.values() if self.scored(one.id)]
        return self.catalogue.themes[theme].weight / sum(one.weight for one in counted)

    @cache  # noqa: B019
    def placed(self, node: str, region: str = "") -> tuple[int, int] | None:
        """Place in a node of the index among the region and its peers, and of how many."""
        scores = {r: s for r in (self.focus, *self.peers) if (s := self.points(node, r)) is not None}
        region = region or self.focus
        if region not in scores:
            return None
        return 1 + sum(s > scores[region] + 1e-9 for s in scores.values()), len(scores)
