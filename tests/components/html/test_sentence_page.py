import re

from components.html.figure_page import PageFiles
from components.html.sentence_page import sentence_page

FILES = PageFiles("/assets/figur-x.css", "/assets/figur-x.js", "/assets/igjen-x.js")


def test_a_sentence_says_why_there_is_no_figure():
    found = sentence_page("Starter", "Vent litt", ("Til siden", "/talent?a=1&b=2"), "nb", FILES, again=3)
    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in found
    assert '<script src="/assets/igjen-x.js" data-seconds="3" defer></script>' in found
    assert '<a href="/talent?a=1&amp;b=2">Til siden</a>' in found
    for never in ("refresh", "<script"):
        assert never not in sentence_page("Nei", "Finnes ikke", None, "nb", FILES)


def test_it_bears_the_services_name_and_leads_to_the_front_and_to_the_other_language():
    for language, other in (("nb", "en"), ("en", "nb")):
        found = sentence_page("Nei", "Finnes ikke", None, language, FILES)
        assert f'<a class="name" href="/?lang={language}">Osloregionen i Europa</a>' in found
        assert re.findall(r'href="\?lang=(..)" hreflang="(..)" lang="(..)"', found) == [(other, other, other)]


def test_a_page_that_asks_again_keeps_its_whole_address():
    assert 'href="?lang=' not in sentence_page("Starter", "Vent litt", None, "nb", FILES, again=3)
