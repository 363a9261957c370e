"""What can be done with a figure, as links: they work without a session, after a restart, in a new tab.

The script of the page opens what they lead to where the reader stands; without it each is a page or a file of its own.
"""

from html import escape
from urllib.parse import quote, urlencode

from components.exhibit import Exhibit
from components.view import ViewState
from components.words.text import Speaker


def figure_address(view: ViewState, key: str) -> str:
    """The page of a figure alone."""
    return f"/figur/{view.page}/{quote(key)}?{query_of(view)}"


def file_address(view: ViewState, key: str, ending: str, **also: str) -> str:
    """A file with a figure's numbers, or a part of its page ("table.html", "claims.html")."""
    return f"/tall/{view.page}/{quote(key)}.{ending}?{query_of(view)}{'&' + urlencode(also) if also else ''}"


def picture_address(view: ViewState, key: str, ending: str = "png", **also: str) -> str:
    """A figure as a picture made by the server; the page's own picture where `key` is empty."""
    name = f"{view.page}/{quote(key)}" if key else view.page
    return f"/bilde/{name}.{ending}?{query_of(view)}{'&' + urlencode(also) if also else ''}"


def place_address(view: ViewState, key: str) -> str:
    """The figure in its place on its page."""
    return f"{view.address}#{quote(key)}"


def query_of(view: ViewState) -> str:
    """The view's whole query."""
    return urlencode(view.to_query(), safe=",")


def _tool(name: str, address: str, words: str, *, more: str = "") -> str:
    return (
        f'<a class="tool {name}" data-tool="{name}" href="{escape(address)}" target="_self"{more}>{escape(words)}</a>'
    )


def _pictures(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    """The figure as a picture: made by the page where a chart stands on it, else (and without script) by the server."""

    def item(words: str, ending: str, size: str, paper: str = "white") -> str:
        address = picture_address(view, exhibit.key, ending, size=size)
        marks = f'data-tool="picture" data-picture="{ending}" data-size="{size}" data-paper="{paper}"'
        return (
            f'<li><a {marks} data-name="{escape(exhibit.file_name)}" href="{escape(address)}" target="_self"'
            f">{escape(words)}</a></li>"
        )

    sizes = (
        item(say("PNG til lysbilde (1920 × 1080)"), "png", "1920x1080"),
        item(say("PNG til nettsak og innlegg (1200 × 627)"), "png", "1200x627"),
        item(say("PNG i høyden, til mobil (1080 × 1350)"), "png", "1080x1350"),
        item(say("PNG uten bakgrunn (1920 × 1080)"), "png", "1920x1080", "none"),
        item(say("SVG til trykk"), "svg", "1920x1080"),
    )
    card = escape(picture_address(view, exhibit.key, "pdf", size="1920x1080"))
    copied = f'data-done="{escape(say("Teksten er kopiert"))}" data-else="{escape(say("Kopier teksten herfra:"))}"'
    text = escape(picture_address(view, exhibit.key, "txt"))
    drawn = sizes if exhibit.figure is not None and not exhibit.body else (*sizes[:3], sizes[4])
    return (
        "".join(drawn)
        + f'<li><a href="{card}" target="_self" download>{escape(say("PDF av kortet"))}</a></li>'
        + f'<li><a data-tool="alternative" {copied} href="{text}" target="_self">'
        + f"{escape(say('Kopier tekst til bildet (alternativ tekst)'))}</a></li>"
    )


def _files(exhibit: Exhibit, view: ViewState, say: Speaker) -> str:
    files = (
        (file_address(view, exhibit.key, "csv"), say("Regneark (CSV)")),
        (file_address(view, exhibit.key, "csv", form="machine"), say("CSV for programmer")),
        (file_address(view, exhibit.key, "json"), "JSON"),
    )
    listed = "".join(
        f'<li><a href="{escape(address)}" target="_self" download>{escape(words)}</a></li>' for address, words in files
    )
    link = escape(place_address(view, exhibit.key))
    words = escape(say("Kort lenke, lang lenke og QR-kode"))
    listed_links = f'<li><a data-tool="links" href="{link}" target="_self">{words}</a></li>'
    groups = ((say("Bilde"), _pictures(exhibit, view, say)), (say("Tallene"), listed), (say("Lenke"), listed_links))
    inside = "".join(f'<p class="of">{escape(title)}</p><ul>{items}</ul>' for title, items in groups)
    return (
        f'<details class="tool download"><summary>{escape(say("Last ned"))}</summary>'
        f'<div class="menu">{inside}</div></details>'
    )


def tools_html(exhibit: Exhibit, view: ViewState, say: Speaker, *, bare: bool = False) -> str:
    """The row of tools under an exhibit.

    Args:
        exhibit: whose.
        view: where it stands.
        say: the reader's language.
        bare: whether its figures stand as a table on the page already.
    """
    key = exhibit.key
    parts = [] if bare else [_tool("show", figure_address(view, key), say("Vis stort"))]
    if exhibit.table and not bare:
        parts.append(_tool("table", file_address(view, key, "table.html"), say("Tabell")))
    parts += [_files(exhibit, view, say), copy_link(say, place_address(view, key) if not bare else view.address)]
    if exhibit.claims:
        parts.append(_tool("claims", file_address(view, key, "claims.html"), say("Kan jeg si dette?")))
    return f'<div class="tools" data-of="{escape(key)}">{"".join(parts)}</div>'


def copy_link(say: Speaker, address: str) -> str:
    """A link that is copied when followed; what the script says of it stands with it."""
    words = f' data-done="{escape(say("Lenken er kopiert"))}" data-else="{escape(say("Kopier lenken herfra:"))}"'
    return _tool("copy", address, say("Kopier lenke"), more=words)


def print_button(say: Speaker) -> str:
    """A button that prints the page; what is only for the screen is left out by the style sheet."""
    return f'<button class="print" type="button" data-print>{escape(say("Skriv ut siden"))}</button>'
