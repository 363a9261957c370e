"""Asking the publishers, several questions at a time, and keeping what they answer."""

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from pathlib import Path
from uuid import uuid4

from data_sources.base import Answer, Source
from data_sources.errors import DataError
from data_sources.refresh.plan import PlannedQuery


class NoRoom(DataError):
    """The folder of raw answers cannot be written."""

    kind = "no_room"


def prepare_folder(folder: Path) -> None:
    """Make the folder of raw answers.

    Raises:
        NoRoom: it cannot be made or written.
    """
    probe = folder / f".{uuid4().hex}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise NoRoom(
            f"The folder of raw answers cannot be written: {error}.",
            remedy="Give the user that runs this program write access, or set OSLOREGION_RAW_ANSWERS elsewhere.",
        ) from error


def _describe(answer: Answer) -> None:
    """Put beside the answer what it is: question, address, time, hash."""
    about = {
        "dataset": answer.query.dataset,
        "filter": dict(answer.query.filter),
        "address": answer.address,
        "fetched": answer.fetched.isoformat(),
        "sha256": answer.sha256,
    }
    path = answer.path.with_name(f"{answer.path.name}.about.json")
    fresh = path.with_name(f".{path.name}.{uuid4().hex}.part")
    fresh.write_text(json.dumps(about, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(path)


def _one(source: Source, question: PlannedQuery, folder: Path) -> Answer:
    answer = source.fetch(question.query, folder)
    _describe(answer)
    return answer


def fetch(
    questions: Sequence[PlannedQuery], sources: Mapping[str, Source], folder: Path, jobs: int
) -> Iterator[tuple[PlannedQuery, Answer | Exception]]:
    """Ask everything; answers come in the order in which they are ready.

    Args:
        questions: what to ask.
        sources: collectors by publisher id.
        folder: where raw answers are kept, a folder for each source.
        jobs: questions under way at a time; each source holds itself to its publisher's limits besides.

    Yields:
        Each question with its answer, or with what went wrong.
    """
    pool = ThreadPoolExecutor(max_workers=jobs, thread_name_prefix="fetch")
    try:
        under_way: dict[Future[Answer], PlannedQuery] = {
            pool.submit(_one, sources[q.source], q, folder / q.source): q for q in questions
        }
        for done in as_completed(list(under_way)):
            question = under_way.pop(done)
            try:
                yield question, done.result()
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one answer must not stop the others
                yield question, error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
