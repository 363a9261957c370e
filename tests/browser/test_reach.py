"""Reaching things: by keyboard, by search."""

_FOCUS = """() => {
    const at = document.activeElement;
    const shown = node => {
        const style = getComputedStyle(node);
        return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
    };
    const around = [at, at.parentElement, at.parentElement?.parentElement].filter(Boolean);
    return {
        name: at.getAttribute('aria-label') || at.innerText.trim(),
        kind: at.tagName,
        visible: around.some(shown) || at.classList.contains('stMain'),
    };
}"""


def stops(reader, count):
    """What the Tab key comes to, one after the other."""
    found = []
    for _ in range(count):
        reader.page.keyboard.press("Tab")
        found.append(reader.page.evaluate(_FOCUS))
    return found


def test_tab_comes_to_search_menu_and_filters_and_shows_where(reader):
    reader.open("/talent")
    found = stops(reader, 26)
    names = [stop["name"] for stop in found]
    wanted = ["Søk", "Norsk", "Oversikt", "Sammenlign", "Besøkende", "Indikator", "År", "Sammenlign med"]
    places = [names.index(name) for name in wanted]
    assert places == sorted(places)
    assert [stop for stop in found if not stop["visible"]] == []


def test_a_filter_works_by_keyboard_alone(reader):
    reader.open("/talent")
    box = reader.page.get_by_role("combobox", name="År")
    box.focus()
    before = reader.query["year"]
    reader.page.keyboard.press("ArrowDown")
    reader.page.get_by_role("option").first.wait_for()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(lambda url: f"year={before}" not in url and "year=" in url)
    assert reader.settled().chosen[1] == reader.query["year"]


def search(reader, text):
    reader.page.get_by_role("textbox", name="Søk").fill(text)
    reader.page.keyboard.press("Enter")
    reader.page.locator(".st-key-found").get_by_text(f"«{text}»").wait_for()
    return reader.page.locator(".st-key-found")


def test_search_finds_an_indicator_and_leads_to_it(reader):
    reader.open("/oversikt?peers=SE11,DK01")
    found = search(reader, "arbeidsledighet")
    found.get_by_role("link", name="Arbeidsledighet 15–74 år").click()
    reader.at("talent").until(indicator="unemployment_rate_15_74", peers="SE11,DK01")
    assert reader.chosen[0].startswith("Arbeidsledighet 15–74 år")


def test_search_answers_honestly_where_there_are_no_figures(reader):
    reader.open("/oversikt")
    found = search(reader, "internasjonale studenter")
    assert "Nei, " in found.inner_text()
    assert "ikke sammenlignbare tall" in found.inner_text() or "ingen sammenlignbare tall" in found.inner_text()
    assert "Kan ha tall:" in found.inner_text()
    found.get_by_role("button", name="Lukk søket").click()
    found.wait_for(state="hidden")
