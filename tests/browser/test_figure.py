"""A figure alone in a real browser: type for the back row, screens, keys, frames, paper."""

import re
from urllib.parse import urlsplit

import pytest

from tests.browser.another_site import another_site
from tests.browser.axe import violations
from tests.browser.reader import PATIENCE, Reader

BIG, SMALL = {"width": 1920, "height": 1080}, {"width": 1280, "height": 720}
PHONE, NARROW = {"width": 360, "height": 780}, {"width": 320, "height": 640}
LEAST = 28  # pixels
# Every kind of chart, cards, a table, a map whose layers only its page draws.
EVERY = {
    "ranking": "talent/ranking",
    "trend": "talent/trend",
    "distribution": "talent/distribution",
    "map": "talent/ranking?view=map",
    "months": "besokende/months-abroad",
    "profile": "klynger/industries",
    "contributions": "klynger/industries-change",
    "rank range": "plassering/certainty",
    "scorecard": "region/strips-talent?lang=en",
    "cloud": "to-tall/cloud",
    "likeness": "lignende/alike",
    "matrix": "styrker/matrix?lang=en",
    "panels": "delregioner/panels",
    "strip": "delregioner/beside",
    "quality": "kvalitet/quality",
    "reach": "tallene/reach?indicator=tertiary_25_64",
    "cards": "talent/all-figures",
    "table": "strategi/strategy",
    "layers": "klyngekatalog/map",
}
# Laid out for this window, and drawn as large as its place is.
DRAWN = """wide => {
    const board = document.querySelector('.board'), chart = document.querySelector('.chart');
    const plot = document.querySelector('.chart .main-svg');
    const same = (one, other) => Math.abs(one - other) < 3;
    return document.documentElement.classList.contains('laid') && document.fonts.status === 'loaded'
        && (!board.style.transform || same(board.getBoundingClientRect().width, wide))
        && (!chart || chart.hasAttribute('data-drawn') && plot
            && same(plot.getBoundingClientRect().width, chart.getBoundingClientRect().width)
            && same(plot.getBoundingClientRect().height, chart.getBoundingClientRect().height));
}"""
# Every text that can be seen: its size on the screen, and whether it stands within the window.
TYPE = """() => {
    const board = document.querySelector('.board');
    const enlarged = board.getBoundingClientRect().width / board.offsetWidth;
    const found = [];
    const walk = document.createTreeWalker(board, NodeFilter.SHOW_TEXT);
    for (let node; node = walk.nextNode();) {
        const of = node.parentElement, drawn = of.closest('text');
        const place = document.createRange();
        place.selectNode(node);
        const box = place.getBoundingClientRect();
        if (!node.textContent.trim() || !box.width || !of.checkVisibility({ visibilityProperty: true })) continue;
        if (of.closest('caption') && box.width < 2) continue;
        const matrix = drawn?.getScreenCTM();
        const size = parseFloat(getComputedStyle(of).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : enlarged);
        const out = box.left < -2 || box.top < -2 || box.right > innerWidth + 2 || box.bottom > innerHeight + 2;
        if (getComputedStyle(of.closest('td, th') ?? of).clipPath === 'none' && !of.closest('caption'))
            found.push([node.textContent.trim().slice(0, 40), Math.round(size * 10) / 10, out]);
    }
    return found;
}"""
SHARE = "() => document.querySelector('.stage').getBoundingClientRect().bottom / innerHeight"


@pytest.fixture(scope="module")
def looker(browsers, server):
    """Someone who looks at figure after figure in one window."""
    context = browsers.take()
    yield Reader(context.new_page(), server)
    browsers.leave(context)


@pytest.fixture
def figure(looker):
    """Opens a figure and waits until it stands."""

    def opened(address, size=SMALL, scheme="light"):
        looker.complaints.clear()
        looker.page.set_viewport_size(size)
        looker.page.emulate_media(color_scheme=scheme)
        looker.page.goto(f"{looker.server}/figur/{address}")
        return settled(looker.page)

    return opened


def settled(page):
    page.wait_for_function(DRAWN, arg=page.viewport_size["width"])
    return page


def screen(page):
    return page.locator(".at-screen").inner_text()


@pytest.mark.parametrize("kind", EVERY)
def test_all_type_can_be_read_from_the_back_row(figure, looker, kind):
    page = figure(EVERY[kind], BIG)
    for size in (BIG, SMALL):
        page.set_viewport_size(size)
        settled(page)
        texts = page.evaluate(TYPE)
        assert len(texts) > 8
        assert [text for text in texts if text[1] < LEAST - 0.1] == []
        assert [text for text in texts if text[2]] == []
        assert page.evaluate(SHARE) >= 0.8
    assert looker.complaints == []


@pytest.mark.parametrize("kind", ["ranking", "map", "cloud", "cards", "layers"])
def test_a_phone_shows_all_without_scrolling_sideways(figure, kind):
    for size in (PHONE, NARROW):
        page = figure(EVERY[kind], size)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert page.locator(".screens").is_hidden()
        assert page.evaluate("document.querySelector('.board').getBoundingClientRect().width") == size["width"]


def test_what_has_no_room_stands_on_the_next_screen(figure):
    page = figure("region/strips-talent")
    count = int(re.fullmatch(r"Del 1 av (\d+)", screen(page))[1])
    names = set()
    shown = "[...document.querySelectorAll('.chart .textpoint text')].map(text => text.textContent)"
    for number in range(1, count + 1):
        page.get_by_text(f"Del {number} av {count}").wait_for()
        page.wait_for_function(f"() => !{shown}.some(text => {sorted(names)!r}.includes(text))")
        names |= {text for text in page.evaluate(shown) if re.search("[a-zæøå]{4}", text) and "%" not in text} - {
            "dårligst",
            "best",
        }
        page.keyboard.press("ArrowDown")
    assert len([name for name in names if not re.match(r"nr\. ", name)]) >= 15
    for key, number in {
        "Home": 1,
        "PageDown": 2,
        "Space": 3,
        "Shift+Space": 2,
        "End": count,
        "ArrowUp": count - 1,
    }.items():
        page.keyboard.press(key)
        assert screen(page) == f"Del {number} av {count}"
    page.get_by_role("button", name="Neste del").click()
    assert screen(page) == f"Del {count} av {count}"


def test_a_figure_answers_the_pointer_though_it_is_enlarged(figure):
    page = figure("talent/ranking")
    bar = page.locator(".chart .point path").nth(1).bounding_box()
    page.mouse.move(bar["x"] + bar["width"] / 2, bar["y"] + bar["height"] / 2)
    page.locator(".hoverlayer .hovertext").wait_for()
    assert page.locator(".hoverlayer .hovertext").text_content().startswith("Stockholm")


def test_arrow_keys_lead_to_the_pages_other_figures_and_escape_to_the_page(figure, looker):
    page = figure("talent/ranking?lang=en&mark=SE11", scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(18, 24, 31)"
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**/figur/talent/trend?*mark=SE11*")
    settled(page).keyboard.press("ArrowLeft")
    page.wait_for_url("**/figur/talent/ranking?*")
    settled(page).keyboard.press("Escape")
    page.wait_for_url(lambda url: urlsplit(url).path == "/talent" and urlsplit(url).fragment == "ranking")
    assert looker.query["mark"] == "SE11"
    assert looker.query["lang"] == "en"


@pytest.mark.parametrize(
    ("kind", "size", "scheme"),
    [("ranking", SMALL, "dark"), ("table", SMALL, "light"), ("cards", PHONE, "light"), ("matrix", SMALL, "dark")],
)
def test_has_no_accessibility_violations(figure, kind, size, scheme):
    assert violations(figure(EVERY[kind], size, scheme=scheme)) == {}


def test_without_script_finding_table_and_source_are_there(chromium, server):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/figur/talent/ranking?indicator=working_age_growth_5y")
    assert page.locator("h1").is_visible()
    assert page.locator("tr.marked").is_visible()
    assert page.locator(".source").is_visible()
    assert page.locator(".notices").is_visible()
    context.close()


@pytest.mark.parametrize("kind", ["cloud", "scorecard", "table"])
def test_a_screen_fills_one_sheet_of_paper(figure, kind):
    sheet = figure(EVERY[kind]).pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1
    (box,) = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", sheet)
    assert [round(float(side)) for side in box] == [842, 595]  # points: A4, landscape


def test_another_site_shows_it_as_high_as_it_is(reader, tmp_path):
    page = reader.page
    inside = f'<iframe width="900" height="200" src="{reader.server}/figur/talent/ranking"></iframe>'
    listening = "<script>addEventListener('message', event => { window.told = event.data; });</script>"
    with another_site(tmp_path, listening + inside) as address:
        page.goto(address)
        page.wait_for_function(
            "() => window.told?.osloregionen === 'height' && window.told.value > 400", timeout=PATIENCE
        )
        frame = page.frames[1]
        assert not frame.evaluate("document.documentElement.classList.contains('large')")
        assert frame.evaluate("document.cookie") == ""
        assert page.context.cookies() == []


def test_the_tool_on_a_page_opens_it_over_the_window(reader):
    reader.page.set_viewport_size(SMALL)
    reader.open("/talent")
    reader.page.locator("#root a.tool.show").first.click()
    inside = reader.page.frame_locator("dialog.big iframe")
    inside.locator(".chart[data-drawn]").wait_for()
    first = inside.locator("h1").inner_text()
    reader.page.keyboard.press("ArrowRight")
    inside.locator("h1").filter(has_not_text=first).wait_for()
    reader.page.keyboard.press("Escape")
    reader.page.locator("dialog.big").wait_for(state="detached")
    assert reader.page.evaluate("document.activeElement.classList.contains('show')")
