"""Figures of an upload into a new release: checked like an answer of a publisher, but speaking only for themselves."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Engine

from data_sources.base import Notice
from data_sources.errors import StoreMoved
from data_sources.refresh.check import check
from data_sources.refresh.plan import FetchPlan, computed_from
from data_sources.refresh.work import Work
from data_sources.store.reader import Reader
from data_sources.store.summary import NotTaken
from data_sources.store.writer import write_release
from data_sources.upload.files import Upload
from models.catalogue import Catalogue, Indicator
from models.figures.revisions import Counts

_ATTEMPTS = 5  # times another program may be quicker


@dataclass(frozen=True)
class Taken:
    """What came of an upload.

    Attributes:
        release: number of the new release; None if there is none.
        changed: what it changes, or would change, by indicator: those computed from the figures too.
        refused: computed indicators that keep their figures, and why.
        notices: what a person should know.
    """

    release: int | None
    changed: Mapping[str, Counts]
    refused: Mapping[str, NotTaken]
    notices: tuple[Notice, ...]


def take(
    engine: Engine, catalogue: Catalogue, indicator: Indicator, upload: Upload, origin: str, *, dry: bool = False
) -> Taken:
    """Make a release of what an upload changes.

    Args:
        engine: of the store, which has a release.
        catalogue: regions, units and formulas.
        indicator: whose figures they are.
        upload: the figures.
        origin: file and hash, kept with the series.
        dry: write nothing into the store.

    Raises:
        Implausible: the figures cannot be right.
        DataError: the store cannot be used.
    """
    reader = Reader(engine)
    how = indicator.collecting.model_copy(update={"divide_by": upload.divide_by})
    asked = indicator.model_copy(update={"collecting": how})
    publisher = catalogue.publisher_of(indicator.publisher)
    plan = FetchPlan((), computed_from(catalogue, {indicator.id}), {})
    for _ in range(_ATTEMPTS):
        work = Work(reader, catalogue, {}, reader.newest(), kind="upload")
        last = work.base.indicator(indicator.id)
        checked = check(upload.reading, asked, publisher.id if publisher else "", catalogue, last, whole=False)
        work.give(indicator, checked, indicator.datasets[0], origin)
        work.compute(plan)
        renewal = None if dry else work.renewal()
        try:
            release = write_release(engine, work.base.release, renewal) if renewal else None
        except StoreMoved:  # another program was quicker: work it out against what that one made
            continue
        return Taken(release, work.changed, work.refused, checked.notices)
    raise StoreMoved("Other programs kept making releases meanwhile.", remedy="Upload again later.")
