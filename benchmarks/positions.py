"""Where the first view has heading, charts and tools, against where they stand when the page is settled."""

from collections.abc import Sequence
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from benchmarks.settled import STANDS
from tests.browser.reader import PATIENCE

SIZES = ((1440, 900), (360, 780))
# Remembers, frame by frame until the first view goes, where in the page its things stand.
_REMEMBER = """
window.places = (root, scroller) => {
    const found = {};
    for (const one of root.querySelectorAll('h1, .chart, .tools')) {
        const box = one.getBoundingClientRect();
        if (!box.width || !one.checkVisibility()) continue;
        const kind = one.matches('h1') ? 'h1' : one.matches('.chart') ? 'chart' : 'tools';
        let name = `${kind} ${(one.dataset.key || one.dataset.of || '').split('/').pop()}`.trim();
        while (name in found) name += '*';
        found[name] = [box.left, box.top + scroller.scrollTop];
    }
    return found;
};
window.remembered = [];
const look = () => {
    const view = document.getElementById('first-view');
    if (view && view.querySelector('.footer')?.checkVisibility({visibilityProperty: true})) {
        const now = places(view, view);
        if (JSON.stringify(now) !== JSON.stringify(remembered.at(-1))) remembered.push(now);
    }
    if (!view && remembered.length) return;
    requestAnimationFrame(look);
};
look();
"""
SETTLED = f"""() => new Promise(done => {{
    let last = '', same = 0;
    const look = () => {{
        const now = ({STANDS})() && JSON.stringify(places(document.getElementById('root'),
            document.querySelector('[data-testid=stMain]')));
        same = now && now === last ? same + 1 : 0;
        last = now;
        same > 30 ? done(JSON.parse(now)) : requestAnimationFrame(look);
    }};
    look();
}})"""
_ROOT = "() => places(document.getElementById('root'), document.querySelector('[data-testid=stMain]'))"
Places = dict[str, tuple[float, float]]


@dataclass(frozen=True)
class Moved:
    """What moved most between the first view and the settled page.

    Attributes:
        slug: of the page.
        size: of the window, width and height in pixels.
        pixels: the largest distance, across or down, at any time while the first view stood.
        element: what moved as far.
        number: how many things were compared.
        lost: what stands in one of the two only.
        each: distance across and down of every thing, from where the first view had it last.
    """

    slug: str
    size: tuple[int, int]
    pixels: float
    element: str
    number: int
    lost: tuple[str, ...]
    each: dict[str, tuple[float, float]]


def compare(slug: str, size: tuple[int, int], remembered: Sequence[Places], settled: Places) -> Moved:
    """What moved most.

    Args:
        slug: of the page.
        size: of the window.
        remembered: places of everything, each time they changed while the first view was seen.
        settled: places on the settled page.

    Returns:
        Infinitely far where there was no first view, or nothing of it is on the settled page.
    """
    if not remembered:
        return Moved(slug, size, float("inf"), "no first view", 0, (), {})
    far: dict[str, float] = {}
    for then in remembered:
        for name in then.keys() & settled.keys():
            distance = max(abs(a - b) for a, b in zip(then[name], settled[name], strict=True))
            far[name] = max(far.get(name, 0.0), distance)
    if not far:
        return Moved(slug, size, float("inf"), "nothing in common", 0, (), {})
    last = remembered[-1]
    each = {
        name: (settled[name][0] - last[name][0], settled[name][1] - last[name][1]) for name in last if name in settled
    }
    lost = tuple(sorted(last.keys() ^ settled.keys()))
    farthest = max(far, key=lambda name: far[name])
    return Moved(slug, size, far[farthest], farthest, len(far), lost, each)


def _look(page: Page, address: str) -> tuple[list[Places], Places]:
    page.goto(address)
    settled = page.wait_for_function(SETTLED).json_value()
    return page.evaluate("remembered"), settled


def positions(browser: Browser, server: str, slugs: Sequence[str]) -> list[Moved]:
    """Open every page at every size, as someone who comes by a link.

    Args:
        browser: to open them in.
        server: address of the application.
        slugs: of the pages.
    """
    found = []
    for width, height in SIZES:
        context = browser.new_context(locale="nb-NO", viewport={"width": width, "height": height})
        context.add_init_script(_REMEMBER)
        for slug in slugs:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            remembered, settled = _look(page, f"{server}/{slug}")
            found.append(compare(slug, (width, height), remembered, settled))
            page.close()
        context.close()
    return found


def table(rows: Sequence[Moved]) -> str:
    """One line a page and size."""
    lines = ["| page | window | largest px | what | compared | in one only |", "| --- | --- | --: | --- | --: | --- |"]
    lines += [
        f"| /{row.slug} | {row.size[0]} × {row.size[1]} | {row.pixels:.1f} | {row.element} | {row.number} "
        f"| {', '.join(row.lost)} |"
        for row in rows
    ]
    return "\n".join(lines)
