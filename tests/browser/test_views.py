"""The view and its address: what one reader sees, another finds by the link."""

from urllib.parse import urlsplit


def test_a_choice_changes_address_and_page(reader):
    reader.open("/talent")
    before = reader.view
    reader.choose("Indikator", "Arbeidsledighet 15–74 år")
    reader.until(indicator="unemployment_rate_15_74", year="2025")
    assert reader.findings[0] != before["findings"][0]
    assert "5,0 %" in reader.page.locator(".numbers").inner_text().replace("\u00a0", " ")
    reader.choose("Sammenlign med", "Nordiske hovedstadsregioner")
    reader.until(peers="nordic_capitals", indicator="unemployment_rate_15_74")
    assert "4 andre regioner" in reader.findings[0]  # four other capitals
    assert reader.notices == []


def test_back_and_forward_walk_through_views(reader):
    views = [reader.open("/talent").view]
    reader.choose("Indikator", "Arbeidsledighet 15–74 år")
    views.append(reader.until(indicator="unemployment_rate_15_74").view)
    reader.choose("Sammenlign med", "Nordiske hovedstadsregioner")
    views.append(reader.until(peers="nordic_capitals").view)
    reader.go("Sammenlign")
    views.append(reader.at("plassering").view)
    reader.choose("Poeng for", "Talent")
    views.append(reader.until(score="talent").view)
    for view in reversed(views[:-1]):
        reader.page.go_back()
        reader.comes_to(view)
    for view in views[1:]:
        reader.page.go_forward()
        reader.comes_to(view)


def test_a_copied_link_opens_the_same_view_elsewhere(reader, another):
    reader.open("/talent?peers=SE11,DK01,FI1B")
    reader.choose("Indikator", "Arbeidsledighet 15–74 år")
    reader.until(indicator="unemployment_rate_15_74")
    reader.choose("År", "2021")
    reader.until(year="2021")
    reader.choose("Merk en region", "Wien")
    reader.until(mark="AT13")
    reader.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    reader.page.locator("#root a[data-tool=copy]").first.click()
    reader.page.get_by_role("status").get_by_text("Lenken er kopiert").wait_for()
    link = reader.page.evaluate("navigator.clipboard.readText()")
    another.open(link).comes_to(reader.view)
    assert another.query["peers"] == "SE11,DK01,FI1B"
    assert another.chosen[1] == "2021"


def test_another_language_is_the_same_view(reader):
    reader.open("/talent?peers=SE11,DK01&indicator=unemployment_rate_15_74&year=2021&mark=AT13")
    before = reader.query
    reader.speak("English")
    reader.until(lang="en")
    assert reader.query == {**before, "lang": "en"}
    assert reader.chosen[0].startswith("Unemployment")
    assert reader.page.locator(".stMultiSelect").get_by_text("Copenhagen").count() == 1
    reader.speak("Norsk")
    reader.until(lang="nb")
    assert reader.query == before


def test_the_page_says_its_language_after_a_switch(reader):
    reader.open("/talent")
    assert reader.page.locator("html").get_attribute("lang") == "nb"
    reader.speak("English")
    reader.until(lang="en")
    reader.page.wait_for_function("() => document.documentElement.lang === 'en'")


def test_nonsense_in_a_link_is_named_and_the_page_valid(reader):
    reader.open("/talent?indicator=nonsense&year=-5")
    (notice,) = reader.notices
    assert "«nonsense»" in notice
    assert "«-5»" in notice
    assert reader.title == "Talent"
    assert reader.query["indicator"] != "nonsense"
    assert len(reader.findings) >= 2
    # The notice goes with the next choice.
    reader.choose("Indikator", "Arbeidsledighet 15–74 år")
    reader.until(indicator="unemployment_rate_15_74")
    assert reader.notices == []


def test_an_unknown_address_leads_to_the_front_page_and_says_so(reader):
    reader.open("/turisme?lang=nb")
    assert urlsplit(reader.page.url).path == "/oversikt"
    assert "«turisme»" in reader.notices[0]


def test_the_menu_keeps_the_peers_and_what_was_chosen_on_a_page(reader):
    reader.open("/talent?peers=SE11,DK01&indicator=unemployment_rate_15_74")
    reader.go("Sammenlign")
    reader.at("plassering").until(peers="SE11,DK01")
    assert "av 3" in reader.findings[0] or "av 3" in reader.page.locator(".summary").inner_text()
    reader.go("Temaer")
    reader.at("talent").until(peers="SE11,DK01", indicator="unemployment_rate_15_74")
    reader.go("Besøkende")
    reader.at("besokende").until(peers="SE11,DK01")
    assert reader.notices == []


def test_quick_choices_are_not_lost(reader):
    """Two choices without waiting for the first one's page: both hold."""
    reader.open("/talent")
    reader.choose("Indikator", "Arbeidsledighet 15–74 år")
    reader.choose("Sammenlign med", "Nordiske hovedstadsregioner")
    reader.until(indicator="unemployment_rate_15_74", peers="nordic_capitals")
    assert reader.chosen[0].startswith("Arbeidsledighet 15–74 år")


def test_back_leads_out_again(reader):
    """A short link is completed once; Back never gets caught in it."""
    reader.open("/oversikt")
    reader.open("/talent?lang=nb")
    reader.page.go_back()
    reader.page.wait_for_url(lambda url: url.endswith("/talent?lang=nb"))
    reader.settled()
    assert reader.title == "Talent"
    reader.page.go_back()
    reader.at("oversikt")


def test_back_and_forward_at_once_after_a_choice(reader):
    reader.open("/talent?lang=nb")
    reader.choose("Sammenlign med", "Nordiske hovedstadsregioner")
    chosen = reader.until(peers="nordic_capitals").view
    reader.page.go_back()
    reader.until(peers="alliance")
    reader.page.go_forward()
    reader.comes_to(chosen)


def test_a_link_between_pages_makes_one_step_of_history(reader):
    reader.open("/talent?lang=nb")
    before = reader.page.evaluate("history.length")
    for label, slug in (("Sammenlign", "plassering"), ("Om tallene", "tallene"), ("Temaer", "talent")):
        reader.go(label)
        reader.at(slug)
    assert reader.page.evaluate("history.length") == before + 3


def test_charts_fit_a_sheet_of_paper_and_are_as_before_afterwards(reader):
    reader.open("/talent")
    widest = """event => {
        dispatchEvent(new Event(event));
        return Math.max(...[...document.querySelectorAll('.main-svg')].map(svg => svg.getBoundingClientRect().width));
    }"""
    assert reader.page.evaluate(widest, "beforeprint") <= 701
    assert reader.page.evaluate(widest, "afterprint") > 900
