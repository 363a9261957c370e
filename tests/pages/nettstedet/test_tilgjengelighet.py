"""The statement stands where it is set; else the page says that it is missing."""

from types import SimpleNamespace

from markupsafe import escape

from pages.exhibits.registry import look_at, view_of
from pages.nettstedet import tilgjengelighet


def drawn(monkeypatch, statement):
    monkeypatch.setattr(tilgjengelighet, "settings", lambda: SimpleNamespace(accessibility_statement=statement))
    context = look_at(view_of("tilgjengelighet", {})[0])
    tilgjengelighet.render(context)
    return "".join(part.text for part in context.page.parts)


def test_the_official_statement_is_led_to_where_it_is_set(monkeypatch, show):
    official = "https://uustatus.no/nb/erklaringer/publisert/1?a&b"
    assert f'href="{escape(official)}"' in drawn(monkeypatch, official)
    assert "ikke lagt inn lenken" in drawn(monkeypatch, "")
    assert "Dette virker ikke godt nok" in show("tilgjengelighet").text
