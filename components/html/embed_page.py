"""The code that shows a figure on somebody's own page, with a preview of it."""

from collections.abc import Sequence
from math import ceil

from markupsafe import Markup

from components.exhibit import Exhibit, Switch
from components.html.documents import page
from components.html.switch import switch_html
from components.html.tools import place_address
from components.view import ViewState
from components.words.text import Speaker

SCRIPT = "/embed.js"
_AROUND = 280  # pixels of words around a chart, before the page's script has measured them
_OTHERS = 900  # what a table or cards may take
_STYLE = "width:100%;border:0;display:block;"


def frame(address: str, title: str, style: str, *, name: str = "") -> Markup:
    """A frame with a figure."""
    of = Markup(' class="%s"') % (name,) if name else Markup()
    return Markup('<iframe%s src="%s" title="%s" loading="lazy" style="%s"></iframe>') % (of, address, title, style)


def code_without_script(address: str, title: str, narrow: str, height: str) -> Markup:
    """A frame whose height follows the width of what it stands in.

    Args:
        address: of the figure, whole.
        title: what the frame shows.
        narrow: pixels, for browsers that cannot measure what a frame stands in.
        height: as CSS says it, with `100cqi` for the width.
    """
    high = f"height:{narrow}px;height:{height}"
    return Markup('<div style="container-type:inline-size">%s</div>') % (frame(address, title, f"{_STYLE}{high}"),)


def code_with_script(base: str, address: str, title: str, narrow: str) -> Markup:
    """A frame whose height is always the figure's own."""
    inside = frame(address, title, f"{_STYLE}height:{narrow}px", name="osloregionen")
    return inside + Markup('\n<script src="%s" async></script>') % (f"{base}{SCRIPT}",)


def first_height(exhibit: Exhibit) -> int:
    """How high a figure may be where nobody has measured it."""
    if exhibit.figure is None:
        return _OTHERS
    return ceil(float(exhibit.figure["layout"].get("height", 400)) + _AROUND)


def embed_page(
    exhibit: Exhibit, view: ViewState, say: Speaker, base: str, address: str, switches: Sequence[Switch]
) -> Markup:
    """The page; the script of our pages measures the preview, and writes the heights into the code.

    Args:
        exhibit: the figure.
        view: where it stands.
        say: the reader's language.
        base: address of the server, without slash at its end.
        address: of the figure alone, whole.
        switches: what may be chosen: which figures it shows, light or dark.
    """
    title = say("Figur fra Osloregionen: {title}", title=exhibit.measure)
    high = str(first_height(exhibit))
    ways = Markup().join(switch_html(one, labelled=True) for one in switches)
    plain = _code(
        say("Uten skript. Høyden følger bredden på siden din."),
        code_without_script(address, title, "{narrow}", "{height}"),
        code_without_script(address, title, high, f"{high}px"),
        say,
    )
    scripted = _code(
        say("Med skriptet vårt. Høyden er alltid figurens egen, også når tallene fornyes."),
        code_with_script(base, address, title, "{narrow}"),
        code_with_script(base, address, title, high),
        say,
    )
    preview = frame(f"{address}&form=embed", title, f"{_STYLE}height:{high}px", name="preview")
    body = Markup('<h1>%s</h1><p>%s</p><div class="choices">%s</div>%s%s<p class="note">%s</p>%s') % (
        say("Vis figuren på din egen side"),
        say("Lim koden inn i siden din der figuren skal stå."),
        ways,
        plain,
        scripted,
        say("Slik blir det:"),
        preview,
    )
    back = Markup('<p class="way back"><a href="%s" target="_self">%s</a></p>') % (
        place_address(view, exhibit.key),
        say("Se figuren på siden"),
    )
    return page(say("Vis figuren på din egen side"), body + back, view.lang)


def _code(label: str, template: Markup, code: Markup, say: Speaker) -> Markup:
    """A code to copy; the template of it is for the script that has measured."""
    return Markup(
        '<p class="note">%s</p><pre class="quote code" data-template="%s">%s</pre>'
        '<button type="button" class="copy-text" data-copy data-done="%s">%s</button>'
    ) % (label, str(template), str(code), say("Kopiert"), say("Kopier koden"))
