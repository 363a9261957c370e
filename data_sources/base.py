"""What every source of figures has in common: what is asked of it, what it answered, what was read from that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pandas as pd


@dataclass(frozen=True)
class Query:
    """One question to a publisher: a data set under one filter, for every region and year it has.

    Attributes:
        dataset: the publisher's code.
        filter: a code for each dimension but region and time, exactly as the catalogue has it. Codes joined by
            "+" ask for their sum: a figure is there only where all of them are published.
        since: first year wanted, or None for all.
    """

    dataset: str
    filter: Mapping[str, str]
    since: int | None = None


@dataclass(frozen=True)
class Answer:
    """A raw answer, kept as it came.

    Attributes:
        query: what was asked.
        address: the full address asked; several, a line each, where the question had to be split.
        fetched: when, UTC.
        path: the file that holds the body, decompressed.
        sha256: of that file.
    """

    query: Query
    address: str
    fetched: datetime
    path: Path
    sha256: str


@dataclass(frozen=True)
class Notice:
    """Something a person should know of an answer that could be read all the same.

    Attributes:
        kind: stable name: "codes_dropped", "empty_dimension", "warning" …
        text: what was noticed, in English, for the terminal.
    """

    kind: str
    text: str


@dataclass(frozen=True)
class Reading:
    """What an answer says.

    Attributes:
        figures: columns region, period ("YYYY" or "YYYY-MM"), value (finite float64), flag (normalised letters),
            the texts as categories; sorted by region and period, no key twice, a missing figure has no row. Regions
            stand as published: all levels, and codes that our catalogue may not know.
        withheld: columns region, period, flag: cells that the publisher lists without a value (confidential, say).
        updated: when the publisher last changed the data set, as it writes it; empty where it does not say.
        notices: what else a person should know.
        next_update: when the publisher says that it changes the data set next, as it writes it; empty where it does
            not say.
    """

    figures: pd.DataFrame
    withheld: pd.DataFrame
    updated: str = ""
    notices: tuple[Notice, ...] = field(default=())
    next_update: str = ""


class Source(Protocol):
    """A publisher. `fetch` does all the talking; `parse` is pure: the same file gives the same reading.

    One source serves many threads: it holds itself to the publisher's limits.
    """

    @property
    def name(self) -> str:
        """Id of the publisher in the catalogue's `sources.toml`."""
        ...

    def fetch(self, query: Query, folder: Path) -> Answer:
        """Ask, and keep the answer in a file of `folder`.

        The same question is kept under the same name. Where `folder` holds an earlier answer and the publisher
        offers it, the source asks whether that has changed and gives it again if not; a file is replaced in one
        step, never written over.

        Raises:
            SourceError: with the kind of trouble and what a person can do about it.
        """
        ...

    def parse(self, answer: Answer) -> Reading:
        """Read an answer.

        Raises:
            SourceError: the answer is not what was asked for, or cannot be read.
        """
        ...
