"""What is kept: named, and nobody to ask where none is set. A real browser holds the list (tests/browser)."""

from types import SimpleNamespace

import pytest

from components.words.text import Speaker
from pages.nettstedet import contact
from pages.nettstedet.personvern import kept_by_browsers


@pytest.mark.parametrize("language", ["nb", "en"])
def test_everything_kept_is_named_with_its_purpose_and_time(show, language):
    page = show("personvern", lang=language)
    for one in kept_by_browsers(Speaker(language)):
        for told in (one.name, one.where, one.why, one.how_long):
            assert told in page.text


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("post@example.org", '<p>Hit: <a href="mailto:post@example.org?subject=Om%20oss">post@example.org</a></p>'),
        ("https://example.org/skjema?a=1&b", 'href="https://example.org/skjema?a=1&amp;b"'),
        ("", "har ikke oppgitt en kontaktadresse"),
    ],
)
def test_the_way_to_the_people_behind_follows_the_setting(monkeypatch, given, expected):
    monkeypatch.setattr(contact, "settings", lambda: SimpleNamespace(contact=given))
    assert expected in contact.contact_html(Speaker("nb"), "Hit:", "Om oss")


def test_every_page_leads_there_from_its_foot(show):
    foot = show("talent", lang="en", peers="nordic_capitals").html.partition('<footer class="footer">')[2]
    for slug, words in (("tilgjengelighet", "Accessibility"), ("personvern", "Privacy")):
        assert f'href="/{slug}?lang=en&amp;lens=NO08&amp;peers=nordic_capitals' in foot
        assert f">{words}</a>" in foot
