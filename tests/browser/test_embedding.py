"""A figure on somebody's own page: the code from our menu, pasted there, shows it whole, and nothing scrolls inside."""

import pytest

from tests.browser.another_site import another_site
from tests.browser.reader import PATIENCE, Reader

WIDTHS = (340, 560, 1000)
STANDS = """() => document.documentElement.classList.contains('laid') && document.fonts.status === 'loaded'
    && [...document.querySelectorAll('.chart')].every(chart => chart.hasAttribute('data-drawn'))"""
STANDS_IN_FRAME = """() => !document.getElementById('first-view') && document.querySelector('#root .footer')
    && document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"""
INSIDE = "() => [document.documentElement.scrollHeight, innerHeight, document.querySelector('.board').offsetHeight]"
MOST_SPARE = {"ranking": 110, "all-figures": 700}  # pixels: lines of words, rows of cards that come between two widths


def codes(reader, address, key):
    """The two codes that the menu of a figure gives, once the preview has been measured."""
    reader.open(address)
    tools = reader.page.locator(f"#root .tools[data-of={key}]")
    tools.get_by_text("Last ned").click()
    tools.get_by_text("Kode til din egen nettside").click()
    body = reader.page.locator("dialog .over-body[data-measured]")
    body.wait_for(timeout=PATIENCE)
    return body.locator("pre.code").all_inner_texts()


@pytest.fixture(scope="module")
def pasted(browsers, server):
    """The codes of a chart and of cards."""
    context = browsers.take()
    reader = Reader(context.new_page(), server)
    found = {key: codes(reader, "/talent", key) for key in ("ranking", "all-figures")}
    browsers.leave(context)
    return found


def frames_of(page, count):
    page.wait_for_function(f"() => frames.length === {count}")
    inside = [frame for frame in page.frames if frame.parent_frame]
    for frame in inside:
        frame.wait_for_function(STANDS, timeout=PATIENCE)
    return inside


@pytest.mark.parametrize("key", ["ranking", "all-figures"])
def test_without_script_the_height_follows_the_width(reader, pasted, tmp_path, key):
    code, _ = pasted[key]
    assert "<script" not in code
    assert "release=" not in code, "it follows the figures"
    boxes = "".join(f'<div style="width:{width}px">{code}</div>' for width in WIDTHS)
    with another_site(tmp_path, f"<meta charset=utf-8>{boxes}".replace('loading="lazy"', "")) as address:
        reader.page.goto(address)
        for frame in frames_of(reader.page, len(WIDTHS)):
            whole, high, figure = frame.evaluate(INSIDE)
            assert whole <= high, "nothing scrolls inside"
            assert high - figure <= MOST_SPARE[key]


def test_with_our_script_each_frame_is_as_high_as_its_figure(reader, pasted, tmp_path):
    (_, first), (_, second) = pasted["ranking"], pasted["all-figures"]
    inside = f'<meta charset=utf-8><div style="width:480px">{first}{second}</div>'.replace('loading="lazy"', "")
    with another_site(tmp_path, inside) as address:
        reader.page.goto(address)
        same = "() => Math.abs(innerHeight - document.querySelector('.board').getBoundingClientRect().height) <= 1"
        for frame in frames_of(reader.page, 2):
            frame.wait_for_function(same, timeout=PATIENCE)
        chart = frames_of(reader.page, 2)[0]
        chart.locator("a[rel=next]").click()
        chart.wait_for_url("**/figur/talent/trend?*")
        chart = frames_of(reader.page, 2)[0]
        chart.wait_for_function(same, timeout=PATIENCE)


@pytest.mark.parametrize(("appearance", "colour"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(18, 24, 31)")])
def test_a_figure_may_be_light_or_dark_whatever_the_screen_is(reader, appearance, colour):
    page = reader.page
    page.emulate_media(color_scheme="dark" if appearance == "light" else "light")
    page.goto(f"{reader.server}/figur/talent/ranking?appearance={appearance}")
    page.wait_for_function(STANDS)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == colour
    own = {"light": "rgb(11, 83, 148)", "dark": "rgb(108, 180, 238)"}[appearance]
    fills = page.evaluate("[...document.querySelectorAll('.point path')].map(one => getComputedStyle(one).fill)")
    assert own in fills
    assert page.locator(".notice").count() == 0


def test_a_page_in_a_frame_has_no_menu_also_after_a_click(reader):
    reader.page.goto(f"{reader.server}/talent?embed=true")
    reader.page.wait_for_function(STANDS_IN_FRAME, timeout=PATIENCE)
    hidden = "#root :is(.st-key-header, .st-key-menu, .st-key-tabs)"
    assert reader.page.locator(hidden).count() >= 2
    assert not [part for part in reader.page.locator(hidden).all() if part.is_visible()]
    reader.follow("Kart")
    reader.until(view="map")
    assert not [part for part in reader.page.locator(hidden).all() if part.is_visible()]
    reader.open("/talent")
    assert reader.page.locator("#root .st-key-menu").first.is_visible()
