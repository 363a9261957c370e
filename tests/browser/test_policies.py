"""What the policies refuse, and that nothing a reader sees needs it: the browser itself tells of each refusal."""

import pytest

OWN = (
    "/figur/talent/ranking",  # bold words in a chart, styles on elements
    "/figur/talent/all-figures",  # cards with bars
    "/tall/talent/ranking.table.html",
    "/tall/talent/ranking.claims.html",
    "/tall/talent/ranking.sheets.html",
    "/tall/talent/ranking.embed.html",
    "/bilde/talent/ranking.svg",
    "/forny",
    "/vis/klar/status",
    "/vis/veiledning",
)
# Not at once: what the test itself evaluates may do more than the page.
TRIED = """async () => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.documentElement.append(script);
    await new Promise(done => setTimeout(done, 50));
    let text = false;
    try { text = Boolean(new Function('return true')()); } catch { /* refused */ }
    return [window.ran ?? false, text];
}"""


@pytest.mark.parametrize("path", OWN)
def test_nothing_on_our_own_pages_is_refused(reader, path):
    reader.page.goto(reader.server + path)
    chart = reader.page.locator(".chart[data-figure]")
    if path.startswith("/figur/") and chart.count():
        reader.page.locator(".chart .main-svg").first.wait_for()
    assert reader.complaints == []


def test_styles_of_elements_hold_with_and_without_script(reader, chromium, server):
    address = server + "/figur/talent/all-figures"
    reader.page.set_viewport_size({"width": 1280, "height": 720})
    reader.page.goto(address)
    scripted = reader.page.evaluate("() => document.querySelectorAll('[style*=left]').length")
    assert scripted > 10
    plain = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 720})
    page = plain.new_page()
    page.goto(address)
    assert page.locator("[data-set]").count() >= scripted
    lefts = "all => all.map(one => getComputedStyle(one).left)"
    assert len(set(page.locator("[data-set^=left]").evaluate_all(lefts))) > 5
    plain.close()


@pytest.mark.parametrize("path", ["/figur/talent/ranking", "/talent"])
def test_scripts_of_strangers_and_scripts_from_text_do_not_run(reader, path):
    reader.page.goto(reader.server + path)
    if path == "/talent":
        reader.settled()
    assert reader.page.evaluate(TRIED) == [False, False]
    assert len([one for one in reader.complaints if "Content Security Policy" in one]) >= 1
