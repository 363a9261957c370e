"""A walk through a page by Tab alone: what is reached, in which order, and whether one sees where one is."""

from dataclasses import dataclass

from playwright.sync_api import Page

MOST = 700  # presses: more is a trap
# What can be reached, and how it looks while nothing is focused. What is closed (a fold) or hidden cannot.
_BEFORE = """() => {
    const look = node => {
        const told = [];
        for (let one = node, up = 0; one && up < 5; one = one.parentElement, up++) {
            const style = getComputedStyle(one);
            told.push([style.outlineStyle === 'none' ? '' : style.outline, style.boxShadow, style.borderColor,
                style.backgroundColor].join('|'));
        }
        return told.join('/');
    };
    const walk = window.tabWalk = { steps: [], look };
    document.activeElement?.blur();
    const reachable = 'a[href], button, input, select, textarea, summary, [tabindex]';
    walk.all = [...document.querySelectorAll(reachable)].filter(e =>
        e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) && !e.closest('[inert]'));
    walk.before = new Map(walk.all.map(e => [e, look(e)]));
    walk.seen = new Set();
    walk.listen = event => {
        const node = event.target;
        if (walk.seen.has(node)) { walk.again = true; return; }
        walk.seen.add(node);
        const box = node.getBoundingClientRect();
        walk.steps.push({
            node, changed: look(node) !== walk.before.get(node),
            inView: box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
        });
    };
    document.addEventListener('focusin', walk.listen);
    return walk.all.length;
}"""
_AFTER = """() => {
    const walk = window.tabWalk;
    document.removeEventListener('focusin', walk.listen);
    const words = e => (e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 50);
    const name = e => `${e.tagName}.${e.className} ${words(e)}`;
    const order = walk.steps.map(step => step.node);
    const before = Node.DOCUMENT_POSITION_PRECEDING;
    const back = order.filter((e, n) => n && order[n - 1].compareDocumentPosition(e) & before);
    document.activeElement?.blur();
    const told = {
        reached: order.length,
        missed: walk.all.filter(e => e.isConnected && !walk.seen.has(e)).map(name),
        unseen: walk.steps.filter(step => !step.changed).map(step => name(step.node)),
        away: walk.steps.filter(step => !step.inView).map(step => name(step.node)),
        back: back.map(name),
        trapped: !walk.again && walk.steps.length < walk.all.length,
    };
    delete window.tabWalk;
    return told;
}"""


@dataclass(frozen=True)
class Walk:
    """What came of it; names of elements.

    Attributes:
        reached: how many elements had the focus.
        missed: could be reached by their kind, and were not.
        unseen: looked the same with the focus.
        away: were out of sight while they had it.
        back: came after one that stands behind them in the page.
        trapped: the walk did not come round.
    """

    reached: int
    missed: tuple[str, ...]
    unseen: tuple[str, ...]
    away: tuple[str, ...]
    back: tuple[str, ...]
    trapped: bool


def walk(page: Page) -> Walk:
    """Press Tab until the focus has come round, or would have with certainty."""
    count = page.evaluate(_BEFORE)
    for _ in range(min(count + 3, MOST)):
        page.keyboard.press("Tab")
    told = page.evaluate(_AFTER)
    return Walk(**{name: tuple(value) if isinstance(value, list) else value for name, value in told.items()})
