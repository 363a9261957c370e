"""Code that shows a figure on somebody's page: what it asks for, and how it looks."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from lxml import html

from components.html.tools import file_address
from pages.exhibits.registry import seen, view_of
from server.redirects import target

pytestmark = pytest.mark.usefixtures("store")


def codes(client, **also):
    """The codes as HTML, and the preview's address."""
    view, _ = view_of("talent", {"lang": "nb", "indicator": "tertiary_25_64"})
    answer = client.get(file_address(view, "ranking", "embed.html", **also))
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    return [html.fromstring(one.text_content()) for one in page.xpath("//pre[contains(@class, 'code')]")], page


def query_of(code):
    (frame,) = code.xpath(".//iframe | self::iframe")
    parts = urlsplit(frame.get("src"))
    assert (parts.netloc, parts.path) == ("testserver", "/figur/talent/ranking")
    assert frame.get("title").startswith("Figur fra Osloregionen: Innbyggere 25–64 år")
    return dict(parse_qsl(parts.query))


def test_the_newest_figures_are_asked_for_without_release_and_without_a_year_that_is_the_newest(client):
    (plain, scripted), _ = codes(client)
    for code in (plain, scripted):
        query = query_of(code)
        assert query["indicator"] == "tertiary_25_64"
        assert not {"release", "catalogue", "year", "appearance"} & set(query)
    assert not plain.xpath("//script")
    assert scripted.xpath("//script/@src") == ["http://testserver/embed.js"]


def test_a_year_that_was_chosen_stays(client):
    view, _ = view_of("talent", {"indicator": "tertiary_25_64", "year": "2019"})
    page = html.fromstring(client.get(file_address(view, "ranking", "embed.html")).text)
    assert query_of(html.fromstring(page.xpath("//pre[contains(@class, 'code')]")[0].text_content()))["year"] == "2019"


def test_those_of_a_release_and_an_appearance_may_be_chosen(client):
    (plain, _), page = codes(client, numbers="these", appearance="dark")
    assert query_of(plain).items() >= {"release": "1", "year": "2024", "appearance": "dark"}.items()
    chosen = [way.text for way in page.xpath("//div[@class='choices']//a[@aria-current]")]
    assert chosen == ["Datautgave 1, for alltid", "Mørke"]
    assert page.xpath("//iframe[@class='preview']")[0].get("src").endswith("&form=embed")


def test_what_is_not_offered_is_the_usual(client):
    (plain, _), page = codes(client, numbers="x", appearance="<script>")
    assert "appearance" not in query_of(plain)
    assert [way.text for way in page.xpath("//div[@class='choices']//a[@aria-current]")] == [
        "Alltid de nyeste",
        "Som skjermen til leseren",
    ]


def test_an_appearance_is_the_figure_s_alone(client):
    dark = client.get("/figur/talent/ranking?appearance=dark").text
    assert '<html lang="nb" data-appearance="dark">' in dark
    assert "Sett bort fra" not in dark
    assert "data-appearance=" not in client.get("/figur/talent/ranking?appearance=pink").text.partition("<head>")[0]


def test_any_site_may_load_the_script(client):
    answer = client.get("/embed.js")
    assert answer.headers["content-type"].startswith("text/javascript")
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    assert target("/embed.js", "") is None


def test_an_unknown_figure_says_so(client):
    assert client.get("/tall/talent/none.embed.html").status_code == 404


def test_the_menu_of_a_figure_leads_to_its_code():
    view, _ = view_of("talent", {})
    page = "".join(part.text for part in seen(view).parts if hasattr(part, "text"))
    assert file_address(view, "ranking", "embed.html").replace("&", "&amp;") in page
