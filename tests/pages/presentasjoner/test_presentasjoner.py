"""The page of presentations, and the ways into one from figures, facts and barriers."""

from lxml import html

from models.presentations import TEMPLATES, read
from pages.presentasjoner.ready import READY


def test_those_that_are_ready_take_the_readers_view_along(show):
    page = show("presentasjoner", peers="SE11,DK01")
    ways = [one.get("href") for one in html.fromstring(page.html).xpath("//ul[@class='ready']//a")]
    for name in READY:
        assert f"/vis/klar/{name}?lang=nb&lens=NO08&peers=SE11,DK01&release=1" in ways
    assert "story-editor" in page.html
    assert "/vis/veiledning" in page.html


def test_figures_facts_and_barriers_lead_into_a_presentation(show):
    for slug, template, count in (
        ("talent", "figure", 4),
        ("utvikling", "number", 10),
        ("utvikling", "text", 10),
        ("barrierer", "barrier", 10),
    ):
        links = html.fromstring(show(slug).html).xpath(f"//a[@data-tool='collect'][@data-template='{template}']")
        assert len(links) >= count, slug
        for number, one in enumerate(links):
            views = [one.get("data-view")] if TEMPLATES[template] else []
            step = {"id": f"step{number}", "template": template, "views": views}
            step |= {"title": one.get("data-title"), "text": one.get("data-text")}
            assert read({"steps": [step]}).steps[0].template == template
            assert one.get("href").startswith("/presentasjoner?lang=nb")
