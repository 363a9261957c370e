"""Small pages of their own, readable without script: a figure's table, and what may be said of it."""

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.html.claims import claims_html
from components.html.sources import source_line
from components.html.tools import place_address
from components.theme import css
from components.view import ViewState
from components.words.text import Speaker


def page(title: str, body: Markup, language: str) -> Markup:
    """A page of HTML around a body that is safe already."""
    return Markup(
        '<!doctype html><html lang="%s"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><title>%s · Osloregionen i Europa</title><style>%s'
        '</style></head><body class="document"><main>%s</main></body></html>'
    ) % (language, title, css(), body)


def _back(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    way = escape(place_address(view, exhibit.key))
    return Markup('<p class="way back"><a href="%s" target="_self">%s</a></p>') % (way, say("Se figuren på siden"))


def table_page(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    """The numbers of an exhibit as a table."""
    body = Markup('<h1>%s</h1><p class="measure">%s</p>%s<p class="source">%s %s</p>') % (
        exhibit.finding,
        exhibit.measure,
        exhibit.table,
        source_line(exhibit.source, say, view.release),
        exhibit.credit,
    )
    return page(exhibit.finding, body + _back(exhibit, view, say), view.lang)


def claims_page(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    """What may be said of an exhibit, and what not."""
    said = claims_html(exhibit.claims, say)
    none = Markup("<p>%s</p>") % (say("Vi har ingen ferdig setning om dette tallet."),)
    body = Markup("<h1>%s</h1>%s") % (say("Kan jeg si dette?"), said or none)
    return page(say("Kan jeg si dette?"), body + _back(exhibit, view, say), view.lang)
