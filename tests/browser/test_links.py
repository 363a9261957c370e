"""Links between views: they change the page where the reader stands, and are links like any other all the same."""

import pytest

FOCUSED = "() => document.activeElement.textContent.trim()"
CHART = "#root .chart[data-key='talent/ranking']"


def stay(reader):
    """Leave a sign in the page that loading anew would wipe out."""
    reader.page.evaluate("() => { window.stayed = true; }")


def stayed(reader):
    return reader.page.evaluate("() => window.stayed === true")


def test_a_link_changes_page_and_address_without_loading_anew(reader):
    reader.open("/talent?peers=SE11,DK01")
    stay(reader)
    reader.go("Sammenlign")
    reader.at("plassering").until(peers="SE11,DK01")
    assert reader.title.startswith("Slik plasserer")
    assert reader.page.title() == f"{reader.title} · Osloregionen i Europa"
    reader.speak("English")
    reader.until(lang="en", peers="SE11,DK01")
    assert reader.page.evaluate("document.documentElement.lang") == "en"
    assert stayed(reader)
    assert reader.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0


def test_back_and_forward_walk_through_links(reader):
    views = [reader.open("/talent").view]
    stay(reader)
    reader.follow("Kart")
    views.append(reader.until(view="map").view)
    reader.go("Besøkende")
    views.append(reader.at("besokende").view)
    reader.speak("English")
    views.append(reader.until(lang="en").view)
    assert len({view["address"] for view in views}) == 4
    for view in reversed(views[:-1]):
        reader.page.go_back()
        reader.comes_to(view)
    for view in views[1:]:
        reader.page.go_forward()
        reader.comes_to(view)
    assert stayed(reader)


def test_the_second_of_two_fast_clicks_holds_and_both_are_steps_of_history(reader):
    reader.open("/talent")
    stay(reader)
    reader.page.evaluate(
        """() => {
            const link = slug => document.querySelector(`#root .st-key-menu a[data-slug=${slug}]`);
            link('plassering').click();
            link('tallene').click();
        }"""
    )
    reader.at("tallene")
    reader.page.go_back()
    reader.at("plassering")
    reader.page.go_back()
    reader.at("talent")
    assert stayed(reader)


@pytest.mark.parametrize(
    ("link", "query"),
    [
        (".st-key-menu a[data-slug=plassering]", {"peers": "alliance"}),
        (".st-key-tabs a[data-slug=talent]", {"lang": "nb"}),
        ("#ranking .switch a:has-text('Kart')", {"view": "map"}),
        ("#all-figures .switch a:has-text('Svakest først')", {"sort": "weak"}),
    ],
)
def test_focus_stays_on_the_link_used(reader, link, query):
    reader.open("/besokende" if "tabs" in link else "/talent")
    used = reader.page.locator(f"#root {link}")
    words = used.inner_text()
    used.focus()
    reader.page.keyboard.press("Enter")
    reader.until(**query)
    reader.page.wait_for_function(f"words => ({FOCUSED})() === words", arg=words)


def test_in_a_new_tab_a_link_is_a_link(reader, another):
    reader.open("/talent?peers=SE11")
    address = reader.page.locator("#root .st-key-menu a[data-slug=plassering]").get_attribute("href")
    another.open(address)
    reader.go("Sammenlign")
    another.comes_to(reader.at("plassering").view)


def test_a_chart_keeps_its_place_when_its_figure_changes(reader):
    reader.open("/talent")
    before = reader.page.locator(CHART).get_attribute("data-figure")
    reader.page.evaluate(f"""() => {{ document.querySelector("{CHART} .plot").kept = true; }}""")
    reader.choose("Merk en region", "Wien")
    reader.until(mark="AT13")
    assert reader.page.locator(CHART).get_attribute("data-figure") != before
    assert reader.page.evaluate(f"""() => document.querySelector("{CHART} .plot").kept === true""")
    reader.page.wait_for_function(f"""() => document.querySelector("{CHART} .main-svg").textContent.includes('Wien')""")


def test_a_chart_is_drawn_in_the_colours_that_the_reader_turns_to(reader):
    reader.open("/talent")
    drawn = f"""() => document.querySelector("{CHART} .main-svg").outerHTML.includes('rgb(11, 83, 148)')"""
    assert reader.page.evaluate(drawn)
    reader.page.emulate_media(color_scheme="dark")
    reader.page.wait_for_function(drawn.replace("rgb(11, 83, 148)", "rgb(108, 180, 238)"))
    assert not reader.page.evaluate(drawn)
