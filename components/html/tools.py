"""What can be done with a figure, as links: they work without a session, after a restart, in a new tab.

The script of the page opens what they lead to where the reader stands; without it each is a page or a file of its own.
"""

from urllib.parse import quote, urlencode

from markupsafe import Markup

from components.exhibit import Exhibit
from components.view import ViewState
from components.words.text import Speaker


def figure_address(view: ViewState, key: str) -> str:
    """The page of a figure alone."""
    return f"/figur/{view.page}/{quote(key)}?{query_of(view)}"


def file_address(view: ViewState, key: str, ending: str, **also: str) -> str:
    """A file with a figure's numbers, or a part of its page ("table.html", "claims.html")."""
    return f"/tall/{view.page}/{quote(key)}.{ending}?{query_of(view)}{'&' + urlencode(also) if also else ''}"


def office_address(view: ViewState, key: str, ending: str) -> str:
    """A file of Office with a figure: "pptx" or "xlsx"; with all of its page's figures where the key is empty."""
    return f"/fil/{view.page}{'/' if key else ''}{quote(key)}.{ending}?{query_of(view)}"


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


def _tool(name: str, address: str, words: str, *, more: str = "") -> Markup:
    return Markup('<a class="tool %s" data-tool="%s" href="%s" target="_self"%s>%s</a>') % (
        name,
        name,
        address,
        more,
        words,
    )


def _pictures(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    """The figure as a picture: made by the page where a chart stands on it, else (and without script) by the server."""

    def item(words: str, ending: str, size: str, paper: str = "white") -> Markup:
        address = picture_address(view, exhibit.key, ending, size=size)
        return Markup(
            '<li><a data-tool="picture" data-picture="%s" data-size="%s" data-paper="%s" data-name="%s" href="%s"'
            ' target="_self">%s</a></li>'
        ) % (ending, size, paper, exhibit.file_name, address, words)

    sizes = (
        item(say("PNG til lysbilde (1920\u00a0×\u00a01080)"), "png", "1920x1080"),
        item(say("PNG til nettsak og innlegg (1200\u00a0×\u00a0627)"), "png", "1200x627"),
        item(say("PNG i høyden, til mobil (1080\u00a0×\u00a01350)"), "png", "1080x1350"),
        item(say("PNG uten bakgrunn (1920\u00a0×\u00a01080)"), "png", "1920x1080", "none"),
        item(say("SVG til trykk"), "svg", "1920x1080"),
    )
    card = picture_address(view, exhibit.key, "pdf", size="1920x1080")
    drawn = sizes if exhibit.figure is not None and not exhibit.body else (*sizes[:3], sizes[4])
    text = Markup(
        '<li><a data-tool="alternative" data-done="%s" data-else="%s" href="%s" target="_self">%s</a></li>'
    ) % (
        say("Teksten er kopiert"),
        say("Kopier teksten herfra:"),
        picture_address(view, exhibit.key, "txt"),
        say("Kopier tekst til bildet (alternativ tekst)"),
    )
    whole = Markup('<li><a href="%s" target="_self" download>%s</a></li>') % (card, say("PDF av kortet"))
    return Markup().join((*drawn, whole, text))


def _file(address: str, words: str) -> Markup:
    """A file that the script fetches, telling that it is being made; without script the browser does."""
    return Markup('<li><a data-tool="file" href="%s" target="_self" download>%s</a></li>') % (address, words)


def _files(exhibit: Exhibit, view: ViewState, say: Speaker) -> Markup:
    key = exhibit.key
    files = (
        _file(office_address(view, key, "pptx"), say("Lysbilde du kan redigere (PowerPoint)")),
        _file(office_address(view, key, "xlsx"), say("Arbeidsbok med tall og kilder (Excel)")),
        _file(file_address(view, key, "csv"), say("Tall som åpnes i regneark (CSV)")),
        Markup('<li><a data-tool="sheets" href="%s" target="_self">%s</a></li>')
        % (file_address(view, key, "sheets.html"), say("Tall som oppdaterer seg selv (Excel og Google)")),
        _file(file_address(view, key, "csv", form="machine"), say("CSV for programmer")),
        _file(file_address(view, key, "json"), say("JSON for programmer")),
    )
    links = (
        Markup('<li><a data-tool="links" href="%s" target="_self">%s</a></li>')
        % (place_address(view, key), say("Kort lenke, lang lenke og QR-kode")),
        Markup('<li><a href="%s" target="_self">%s</a></li>')
        % (file_address(view, key, "mail"), say("Send funnet på e-post")),
        Markup('<li><a data-tool="alternative" data-done="%s" data-else="%s" href="%s" target="_self">%s</a></li>')
        % (
            say("Kildehenvisningen er kopiert"),
            say("Kopier kildehenvisningen herfra:"),
            file_address(view, key, "apa.txt"),
            say("Kopier kildehenvisning (APA)"),
        ),
        _file(file_address(view, key, "bib"), say("Kildehenvisning til Zotero og LaTeX (BibTeX)")),
        Markup('<li><a data-tool="embed" href="%s" target="_self">%s</a></li>')
        % (file_address(view, key, "embed.html"), say("Kode til din egen nettside")),
    )
    groups = (
        (say("Lysbilde og tall"), Markup().join(files)),
        (say("Lenke og kilde"), Markup().join(links)),
        (say("Bilde"), _pictures(exhibit, view, say)),
    )
    inside = Markup().join(Markup('<div class="group"><p class="of">%s</p><ul>%s</ul></div>') % one for one in groups)
    return Markup('<details class="tool download"><summary>%s</summary><div class="menu">%s</div></details>') % (
        say("Last ned"),
        inside,
    )


def tools_html(exhibit: Exhibit, view: ViewState, say: Speaker, *, bare: bool = False) -> Markup:
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
    parts.append(collected(say, view, "figure", place_address(view, key)))
    return Markup('<div class="tools" data-of="%s">%s</div>') % (key, Markup().join(parts))


def page_files(view: ViewState, say: Speaker, *, figures: bool, slides: bool, ten: bool) -> Markup:
    """The way to files with all of a page.

    Args:
        view: the page's.
        say: the reader's language.
        figures: whether it has figures.
        slides: whether it has figures that a slide can show.
        ten: whether the ten slides for a delegation belong here.
    """
    files = [handout_way(view, say)]
    if slides:
        files.append((office_address(view, "", "pptx"), say("Lysbilder (PowerPoint)")))
    if figures:
        files.append((office_address(view, "", "xlsx"), say("Arbeidsbok (Excel)")))
        files.append((office_address(view, "", "zip"), say("CSV og JSON (ZIP)")))
    if ten:
        files.append((f"/fil/ti-lysbilder.pptx?{query_of(view)}", say("Osloregionen i ti lysbilder (PowerPoint)")))
    ways = Markup().join(_file(*one) for one in files)
    if slides:
        ways += Markup('<li><a href="/forny?%s" target="_self">%s</a></li>') % (
            query_of(view),
            say("Forny lysbilder du har fra før"),
        )
    return Markup('<div class="page-files"><span>%s</span><ul>%s</ul></div>') % (say("Last ned hele siden:"), ways)


def handout_way(view: ViewState, say: Speaker) -> tuple[str, str]:
    """The page on paper: address and words."""
    return office_address(view, "", "pdf"), say("Til utdeling (PDF, to A4-sider)")


def copy_link(say: Speaker, address: str) -> Markup:
    """A link that is copied when followed; what the script says of it stands with it."""
    words = Markup(' data-done="%s" data-else="%s"') % (say("Lenken er kopiert"), say("Kopier lenken herfra:"))
    return _tool("copy", address, say("Kopier lenke"), more=words)


def collected(say: Speaker, view: ViewState, template: str, address: str, title: str = "", text: str = "") -> Markup:
    """A link that puts something into the presentation that the browser holds; without the script it leads to the page.

    Args:
        say: the reader's language.
        view: where it stands.
        template: of the step it becomes.
        address: of what the step shows; "" for words alone.
        title: heading of the step, where it is no figure's own.
        text: what stands under it.
    """
    query = urlencode({"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(view.release)})
    more = Markup(' data-template="%s" data-view="%s" data-title="%s" data-text="%s"') % (
        template,
        address,
        title,
        text,
    )
    return _tool("collect", f"/presentasjoner?{query}", say("Legg til i presentasjon"), more=more)


def print_button(say: Speaker) -> Markup:
    """A button that prints the page; what is only for the screen is left out by the style sheet."""
    return Markup('<button class="print" type="button" data-print>%s</button>') % (say("Skriv ut siden"),)
