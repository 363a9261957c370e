"""One refresh from beginning to end."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from data_sources.base import Answer, Notice, Source
from data_sources.errors import StoreMoved
from data_sources.refresh.fetch import fetch, prepare_folder
from data_sources.refresh.plan import FetchPlan, PlannedQuery
from data_sources.refresh.work import Work
from data_sources.store.reader import Reader
from data_sources.store.summary import NotTaken
from data_sources.store.writer import write_release
from models.catalogue import Catalogue
from models.figures.revisions import Counts

_ATTEMPTS = 5  # times another refresh may be quicker before this one gives up
Told = Callable[[PlannedQuery, "Answer | Exception"], object]


@dataclass(frozen=True)
class Outcome:
    """What came of a refresh.

    Attributes:
        release: number of the new release; None if there is none.
        changed: what it changes, or would change, by indicator.
        renewed: indicators that were fetched or computed anew, changed or not.
        refused: those that keep their last good figures, and why.
        notices: by indicator.
        newest: where an indicator gets a newer period, the newest it had ("" for none) and the one that comes.
    """

    release: int | None
    changed: Mapping[str, Counts]
    renewed: tuple[str, ...]
    refused: Mapping[str, NotTaken]
    notices: Mapping[str, tuple[Notice, ...]]
    newest: Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Refresh:
    """A refresh with all it needs.

    Attributes:
        engine: of the store, which has a release.
        catalogue, sources, plan: what is asked of whom.
        folder: where raw answers are kept.
        jobs: questions under way at a time.
        again: read answers even where they are the very ones that the newest figures come from.
        told: hears of each answer as it comes.
    """

    engine: Engine
    catalogue: Catalogue
    sources: Mapping[str, Source]
    plan: FetchPlan
    folder: Path
    jobs: int = 4
    again: bool = False
    told: Told = lambda _question, _result: None

    def run(self, *, dry: bool = False) -> Outcome:
        """Fetch, check and write.

        Args:
            dry: write nothing into the store.

        Raises:
            DataError: the store or the folder cannot be used; no release is made then.
        """
        prepare_folder(self.folder)
        reader = Reader(self.engine)
        results: list[tuple[PlannedQuery, Answer | Exception]] = []
        work = self._work(reader)
        for question, result in fetch(self.plan.questions, self.sources, self.folder, self.jobs):
            self.told(question, result)
            results.append((question, result))
            self._take(work, question, result)
        work.compute(self.plan)
        for _ in range(_ATTEMPTS):
            renewal = None if dry else work.renewal()
            if renewal is None:
                return self._outcome(None, work)
            try:
                return self._outcome(write_release(self.engine, work.base.release, renewal), work)
            except StoreMoved:  # another refresh was quicker: work it out against what that one made
                work = self._work(reader)
                for question, result in results:
                    self._take(work, question, result)
                work.compute(self.plan)
        raise StoreMoved("Other refreshes kept making releases meanwhile.", remedy="Refresh again later.")

    def _work(self, reader: Reader) -> Work:
        return Work(reader, self.catalogue, self.sources, reader.newest())

    def _take(self, work: Work, question: PlannedQuery, result: Answer | Exception) -> None:
        if isinstance(result, Exception):
            work.refuse(question.indicators, result)
        else:
            work.take(question, result, again=self.again)

    @staticmethod
    def _outcome(release: int | None, work: Work) -> Outcome:
        return Outcome(release, work.changed, work.renewed, work.refused, work.notices, work.newest)
