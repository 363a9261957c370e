"""Small pages of their own, readable without script: a figure's table, and what may be said of it."""

from html import escape

from components.exhibit import Exhibit
from components.html.claims import claims_html
from components.html.sources import source_line
from components.html.tools import place_address
from components.theme import css
from components.view import ViewState
from components.words.text import Speaker


def page(title: str, body: str, language: str) -> str:
    """A page of HTML around a body that is safe already."""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">'
        f"<title>{escape(title)} · Osloregionen i Europa</title><style>{css()}</style></head>"
        f'<body class="document"><main>{body}</main></body></html>'
    )


def _back(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    way = escape(place_address(view, exhibit.key))
    return f'<p class="way back"><a href="{way}" target="_self">{escape(say("Se figuren på siden"))}</a></p>'


def table_page(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    """The numbers of an exhibit as a table."""
    body = (
        f'<h1>{escape(exhibit.finding)}</h1><p class="measure">{escape(exhibit.measure)}</p>{exhibit.table}'
        f'<p class="source">{source_line(exhibit.source, say, view.release)} {escape(exhibit.credit)}</p>'
    )
    return page(exhibit.finding, body + _back(exhibit, view, say), view.lang)


def claims_page(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    """What may be said of an exhibit, and what not."""
    said = claims_html(exhibit.claims, say)
    none = f"<p>{escape(say('Vi har ingen ferdig setning om dette tallet.'))}</p>"
    body = f"<h1>{escape(say('Kan jeg si dette?'))}</h1>{said or none}"
    return page(say("Kan jeg si dette?"), body + _back(exhibit, view, say), view.lang)
