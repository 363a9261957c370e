"""How long files take beside their page: cards, slides, the ten slides, a page's workbook and its hand-out.

A page that has been seen is kept, and a file is made for each name of the server: asked by another name, the same
server makes the file anew and the page not.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import httpx

_HOST = "bench-{number}.example"
CARDS = (
    "/bilde/talent/ranking.png",
    "/bilde/talent/trend.png",
    "/bilde/talent/distribution.png",
    "/bilde/plassering/certainty.png",
    "/bilde/talent/all-figures.png",
    "/bilde/besokende/months-abroad.png",
)
CARD, TEN = "card", "ten slides"
_FILES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (CARD, CARDS),
    ("one slide", ("/fil/talent/ranking.pptx", "/fil/talent/trend.pptx", "/fil/talent/distribution.pptx")),
    (TEN, ("/fil/ti-lysbilder.pptx", "/fil/ti-lysbilder.pptx?lang=en")),
    ("workbook of a page", ("/fil/talent.xlsx", "/fil/region.xlsx")),
    ("hand-out of a page, PDF", ("/fil/talent.pdf", "/fil/barrierer.pdf", "/fil/talent.pdf?lang=en")),
)


@dataclass(frozen=True)
class Timed:
    """A kind of file.

    Attributes:
        what: the kind.
        first: seconds of the first answers, with the page, by median.
        made: seconds of each file made while its page was kept.
    """

    what: str
    first: float
    made: Sequence[float]

    @property
    def median(self) -> float:
        """Seconds, in the middle."""
        return median(self.made)


def _ask(client: httpx.Client, address: str, number: int) -> float:
    began = time.perf_counter()
    answer = client.get(address, headers={"Host": _HOST.format(number=number)})
    took = time.perf_counter() - began
    answer.raise_for_status()
    return took


def files(server: str, rounds: int) -> list[Timed]:
    """Ask for each file `rounds` times by names of the server that it has not heard before.

    Raises:
        httpx.HTTPStatusError: a file was not made.
    """
    found = []
    with httpx.Client(base_url=server, timeout=120, trust_env=False) as client:
        for what, addresses in _FILES:
            first = [_ask(client, address, 0) for address in addresses]
            made = [_ask(client, address, number) for number in range(1, rounds + 1) for address in addresses]
            found.append(Timed(what, median(first), made))
    return found


def table(rows: Sequence[Timed]) -> str:
    """In Markdown, milliseconds."""
    lines = ["| file | with its page, ms | beside it, ms | slowest, ms | made |", "| --- | --: | --: | --: | --: |"]
    lines += [
        f"| {row.what} | {row.first * 1000:.0f} | {row.median * 1000:.0f} | {max(row.made) * 1000:.0f} "
        f"| {len(row.made)} |"
        for row in rows
    ]
    return "\n".join(lines)
