"""Working out a new release: what the answers change in the newest one, indicator by indicator."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Literal

import pandas as pd

from data_sources.base import Answer, Notice, Source
from data_sources.errors import DataError
from data_sources.refresh.check import Checked, check, check_computed
from data_sources.refresh.computed import FIGURE, after, among, missed
from data_sources.refresh.plan import FetchPlan, PlannedQuery
from data_sources.store.reader import Reader, Release
from data_sources.store.summary import NotTaken, Summary, last_answers
from data_sources.store.writer import Renewal
from models.catalogue import Catalogue, Indicator
from models.catalogue.formulas import FormulaError, inputs
from models.figures.derivations import depends, evaluate
from models.figures.observations import Figures
from models.figures.revisions import KEY, Counts, counts, differences


def _series_id(row: Mapping[str, str]) -> str:
    """Another series for another data set, filter, formula or address; the same for the same."""
    identity = "|".join(str(part) for part in row.values())
    return f"{row['indicator']}.{sha1(identity.encode(), usedforsecurity=False).hexdigest()[:8]}"


def _words(error: Exception) -> str:
    detail = getattr(error, "detail", "")
    return f"{error}" + (f" [{' '.join(detail.split())[:300]}]" if detail else "")


@dataclass(eq=False)
class Work:
    """The new figures against one release. Holds that release and what changes in it, never whole answers.

    Attributes:
        base: the release that the changes are worked out against.
        kind: what the new figures come by, for the release's summary.
        refused: why an indicator's new figures were not taken.
        notices: by indicator or question, what a person should know.
    """

    reader: Reader
    catalogue: Catalogue
    sources: Mapping[str, Source]
    base: Figures
    kind: Literal["refresh", "upload"] = "refresh"
    refused: dict[str, NotTaken] = field(default_factory=dict)
    notices: dict[str, tuple[Notice, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._releases: list[Release] = self.reader.releases()
        self._seen = last_answers(release.summary for release in self._releases)
        self._changes: dict[str, pd.DataFrame] = {}
        self._series: dict[str, dict[str, str]] = {}
        self._renewed: dict[str, None] = {}
        self._answers: dict[str, str] = {}
        self._updated: dict[str, str] = {}
        self._next_updates: dict[str, str] = {}

    # --- answers -------------------------------------------------------------------------------------------------

    def refuse(self, indicators: Iterable[Indicator], error: Exception) -> None:
        """Keep the last good figures of some indicators, and say why."""
        kind = error.kind if isinstance(error, DataError) else "fault"
        words = _words(error) if isinstance(error, DataError) else f"A fault of this program: {error!r}"
        for indicator in indicators:
            self.refused[indicator.id] = NotTaken(kind, words)

    def take(self, question: PlannedQuery, answer: Answer, *, again: bool = False) -> None:
        """Read an answer and keep what it changes.

        Args:
            question: what was asked.
            answer: what came.
            again: read it even if it is the very answer that the newest figures come from.
        """
        known = all(i.id in self.base for i in question.indicators)
        if known and not again and self._seen.get(question.name) == answer.sha256:
            self._renewed |= dict.fromkeys(i.id for i in question.indicators)
            return
        try:
            reading = self.sources[question.source].parse(answer)
        except Exception as error:  # noqa: BLE001 - one broken answer must not stop the others
            self.refuse(question.indicators, error)
            return
        for indicator in question.indicators:
            last = self.base.indicator(indicator.id)
            try:
                checked = check(reading, indicator, question.source, self.catalogue, last)
                changes = self._differences(indicator, checked.figures, last, checked.spoken_for.to_numpy())
            except Exception as error:  # noqa: BLE001 - the same
                self.refuse([indicator], error)
                continue
            self._keep(indicator, changes, question.query.dataset, question.dimensions, "", answer.address)
            if checked.notices:
                self.notices[indicator.id] = checked.notices
        if not any(i.id in self.refused for i in question.indicators):
            self._answers[question.name] = answer.sha256
            dataset = question.query.dataset
            for said, kept in ((reading.updated, self._updated), (reading.next_update, self._next_updates)):
                if said:
                    kept[dataset] = max(said, kept.get(dataset, ""))

    def give(self, indicator: Indicator, checked: Checked, dataset: str, origin: str) -> None:
        """Keep what figures of one's own change: they speak for themselves alone."""
        last = self.base.indicator(indicator.id)
        changes = self._differences(indicator, checked.figures, last, checked.spoken_for.to_numpy())
        dimensions = ";".join(f"{k}={v}" for k, v in sorted(indicator.filter.items()))
        self._keep(indicator, changes, dataset, dimensions, "", origin)

    def _differences(
        self, indicator: Indicator, figures: pd.DataFrame, last: pd.DataFrame, scope: "pd.Series[bool]"
    ) -> pd.DataFrame:
        """What new figures change among those that they speak for."""
        old = last[[*FIGURE, "series"]].astype(dict.fromkeys((*KEY, "flag", "series"), str))
        here = pd.MultiIndex.from_frame(old[KEY]).isin(pd.MultiIndex.from_frame(figures[KEY]))
        return differences(old.loc[scope | here], figures[FIGURE]).assign(indicator=indicator.id)

    def _keep(
        self, indicator: Indicator, changes: pd.DataFrame, dataset: str, dimensions: str, derived: str, origin: str
    ) -> None:
        self._renewed[indicator.id] = None
        if changes.empty:
            return
        described = {
            "indicator": indicator.id,
            "publisher": indicator.publisher,
            "dataset": dataset,
            "dimensions": dimensions,
            "unit": self._unit(indicator),
            "derived": derived,
            "origin": origin,
        }
        name = _series_id(described)
        self._series[name] = {"id": name, **described}
        self._changes[indicator.id] = changes.assign(series=name)

    def _unit(self, indicator: Indicator) -> str:
        """As the indicator's other series have it."""
        series = self.base.series
        units = series.loc[series["indicator"] == indicator.id, "unit"]
        return str(units.mode().iloc[0]) if len(units) else self.catalogue.units[indicator.unit].title.en

    # --- computed figures ----------------------------------------------------------------------------------------

    def _reached(self, indicator: Indicator) -> pd.DataFrame | None:
        """The keys whose figures may differ now; None for all."""
        needs = inputs(indicator.derivation)
        changed = {name: self._changes[name] for name in needs if name in self._changes}
        if (since := missed(self._releases, indicator.id)) is not None and since >= 1:
            earlier = self.reader.revisions(since, self.base.release)
            for name in needs:
                changed[name] = pd.concat([changed.get(name, pd.DataFrame(columns=KEY)), earlier.of([name])])
        return depends(indicator.derivation, changed)

    def compute(self, plan: FetchPlan) -> None:
        """Work out the computed indicators where their inputs have changed."""
        for indicator in plan.computed:
            needs = inputs(indicator.derivation)
            if not any(name in self._renewed for name in needs):
                continue  # nothing is known of them that was not known before
            figures = {name: after(self.base.indicator(name), self._changes.get(name)) for name in needs}
            if empty := [name for name, frame in figures.items() if frame.empty]:
                if refused := [name for name in empty if name in self.refused]:
                    why = f"There are no figures of {', '.join(refused)} to compute it from."
                    self.refused[indicator.id] = NotTaken("input_missing", why)
                continue
            last = self.base.indicator(indicator.id)
            try:
                reached = None if last.empty else self._reached(indicator)
                if reached is not None and reached.empty:
                    self._renewed[indicator.id] = None
                    continue
                made, mask = among(evaluate(indicator.derivation, figures), last, reached)
                check_computed(made, indicator, self.catalogue, last)
                changes = self._differences(indicator, made, last, mask.to_numpy())
            except (FormulaError, DataError, ValueError) as error:
                self.refuse([indicator], error)
                continue
            dimensions = ";".join(f"{k}={v}" for k, v in indicator.filter.items())
            made_by = indicator.derivation
            self._keep(indicator, changes, indicator.dataset, dimensions, made_by, "+".join(needs))

    # --- the result ----------------------------------------------------------------------------------------------

    @property
    def renewed(self) -> tuple[str, ...]:
        """Indicators that were fetched or computed anew and may be taken, changed or not."""
        return tuple(name for name in self._renewed if name not in self.refused)

    @property
    def changed(self) -> dict[str, Counts]:
        """What changes, by indicator."""
        return {name: counts(frame) for name, frame in self._changes.items()}

    @property
    def newest(self) -> dict[str, tuple[str, str]]:
        """The newest period so far and the one that comes, where an indicator gets a newer one."""
        found = {}
        for name, frame in self._changes.items():
            before = max(map(str, self.base.indicator(name)["period"].unique()), default="")
            after = max(map(str, frame.loc[frame["kind"] != "withdrawn", "period"]), default="")
            if after > before:
                found[name] = before, after
        return found

    def renewal(self) -> Renewal | None:
        """What a new release would change; None if nothing."""
        if not self._changes:
            return None
        frame = pd.concat(self._changes.values(), ignore_index=True)
        closing = frame.loc[frame["kind"] != "added", ["old_series", *KEY]].rename(columns={"old_series": "series_id"})
        adding = frame.loc[frame["kind"] != "withdrawn", ["series", *FIGURE]].rename(columns={"series": "series_id"})
        summary = Summary(
            kind=self.kind,
            counts=counts(frame),
            indicators=self.changed,
            renewed=self.renewed,
            refused=self.refused,
            answers=self._answers,
            updated=self._updated,
            next_updates=self._next_updates,
            catalogue=self.catalogue.rules.version,
        )
        return Renewal(closing, adding, pd.DataFrame(list(self._series.values())), summary)
