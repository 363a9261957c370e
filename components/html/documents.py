"""Small pages of their own, readable without script: a figure's table, what may be said of it, how it is renewed."""

from markupsafe import Markup, escape

from components.exhibit import Exhibit
from components.html.claims import claims_html
from components.html.sources import source_line
from components.html.spreadsheets import spreadsheets
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


def spreadsheets_page(
    exhibit: Exhibit, view: ViewState, say: Speaker, address: str, query: str, formula: str
) -> Markup:
    """How an exhibit's numbers come into a spreadsheet and stay new (`spreadsheets`)."""
    title = say("Tall som oppdaterer seg selv")
    body = Markup("<h1>%s</h1>%s") % (title, spreadsheets(say, address, query, formula))
    return page(title, body + _back(exhibit, view, say), view.lang)


def claims_page(exhibit: Exhibit, view: ViewState, say: Speaker, asking: str = "") -> Markup:
    """What may be said of an exhibit, and what not.

    Args:
        exhibit: of what.
        view: where it stands.
        say: the reader's language.
        asking: address of the form by which more can be asked; none where it is empty.
    """
    said = claims_html(exhibit.claims, say)
    none = Markup("<p>%s</p>") % (say("Vi har ingen ferdig setning om dette tallet."),)
    body = Markup("<h1>%s</h1>%s") % (say("Kan jeg si dette?"), said or none)
    if asking:
        words = say("Spør om noe annet, og få faktaboks og kildehenvisning")
        body += Markup('<p class="way"><a href="%s" target="_self">%s</a></p>') % (asking, words)
    return page(say("Kan jeg si dette?"), body + _back(exhibit, view, say), view.lang)
