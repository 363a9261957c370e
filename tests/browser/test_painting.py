"""Steps are laid out once, before they are needed, and painted at once."""

from tests.browser.meeting import at, whole

# How often each chart was drawn.
_COUNTED = """window.times = {};
let library;
Object.defineProperty(window, 'Plotly', { get: () => library, set(real) {
    library = real;
    for (const name of ['newPlot', 'react']) {
        const draw = real[name];
        real[name] = (node, ...rest) => {
            const { key } = node.parentNode.dataset;
            times[key] = (times[key] ?? 0) + 1;
            return draw(node, ...rest);
        };
    }
} })"""


def test_steps_are_drawn_once_by_the_letters_they_are_read_in(window, kept):
    page = window(f"/vis/{kept[0]}")
    letters = []
    page.route("**/*.woff2", lambda route: letters.append(route))
    page.add_init_script(_COUNTED)
    page.reload(wait_until="commit")
    at(page, "first")
    page.evaluate("() => new Promise(done => requestIdleCallback(() => requestIdleCallback(done)))")
    assert page.locator("html[data-whole]").count() == 0
    assert page.evaluate("times") == {}
    for one in letters:
        one.continue_()
    whole(page)
    drawn = page.evaluate("times")
    assert len(drawn) == 2
    assert set(drawn.values()) == {1}


def test_all_stands_on_paper_before_the_letters_have_come(window, kept):
    page = window(f"/vis/{kept[0]}")
    page.route("**/*.woff2", lambda _: None)
    page.reload(wait_until="commit")
    at(page, "first")
    page.evaluate("() => osloregionen.loadCharts().then(() => dispatchEvent(new Event('beforeprint')))")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.chart')].every(one => one.querySelector('.main-svg'))"
    )
    assert page.locator("html[data-whole]").count() == 0


def test_a_step_is_painted_at_once(window):
    page = window("/vis/klar/status")
    whole(page)
    took = page.evaluate(
        """async () => {
            const times = [];
            for (let n = 0; n < 6; n++) {
                const start = performance.now();
                dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight' }));
                await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
                times.push(performance.now() - start);
            }
            return times.sort((one, other) => one - other);
        }"""
    )
    assert took[len(took) // 2] <= 100
