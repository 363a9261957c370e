"""From a click in a drop-down to the painted page: ours, plain Streamlit and Dash with the same charts."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser

from benchmarks.cases import Case
from benchmarks.driver import DASH, OURS, PLAIN, Hand
from benchmarks.servers import Servers


@dataclass(frozen=True)
class Clicks:
    """Milliseconds of every click on one page.

    Attributes:
        slug: of the page.
        ours: our page.
        plain: the plain Streamlit page.
        dash: the Dash page; empty where the page has no chart.
    """

    slug: str
    ours: tuple[float, ...]
    plain: tuple[float, ...]
    dash: tuple[float, ...]

    @property
    def to_plain(self) -> float:
        """Median of ours over the plain page's."""
        return statistics.median(self.ours) / statistics.median(self.plain)

    @property
    def to_dash(self) -> float | None:
        """Median of ours over Dash's."""
        return statistics.median(self.ours) / statistics.median(self.dash) if self.dash else None


def clicks(browser: Browser, servers: Servers, case: Case, number: int) -> Clicks:
    """Click the three pages by turns, so that other work on the machine meets all alike.

    Args:
        browser: to open them in.
        servers: that serve them.
        case: the page and its drop-down.
        number: of clicks on each page.
    """
    pages = [
        (OURS, f"{servers.ours}/{case.slug}?lang=nb&{case.option}={case.codes[0]}"),
        (PLAIN, f"{servers.plain}/?page={case.slug}"),
    ]
    if case.slug in servers.charted:
        pages.append((DASH, f"{servers.dash}/{case.slug}/"))
    labels, hands = servers.labels[case.slug], []
    for kind, address in pages:
        page = browser.new_context(locale="nb-NO", viewport={"width": 1440, "height": 900}).new_page()
        hands.append(Hand(page, kind, servers.switches[case.slug], labels))
        hands[-1].open(address)
    took: list[list[float]] = [[] for _ in hands]
    for turn in range(number):
        for hand, times in zip(hands, took, strict=True):
            hand.page.bring_to_front()
            times.append(hand.click(labels[turn % 2]))
    for hand in hands:
        hand.page.context.close()
    return Clicks(case.slug, tuple(took[0]), tuple(took[1]), tuple(took[2]) if len(took) > 2 else ())


def table(rows: Sequence[Clicks]) -> str:
    """Medians and ratios."""
    lines = [
        "| page | ours ms | plain Streamlit ms | Dash ms | ours ÷ plain | ours ÷ Dash |",
        "| --- | --: | --: | --: | --: | --: |",
    ]
    for row in rows:
        ours, plain = statistics.median(row.ours), statistics.median(row.plain)
        dash = f"{statistics.median(row.dash):.0f} | {row.to_plain:.2f} | {row.to_dash:.2f}" if row.dash else None
        lines.append(f"| /{row.slug} | {ours:.0f} | {plain:.0f} | {dash or f'– | {row.to_plain:.2f} | –'} |")
    return "\n".join(lines)
