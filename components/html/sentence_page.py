"""A page that says in a sentence why what was asked for is not there, under the service's name; it needs no figures."""

from markupsafe import Markup

from components.html.figure_page import SERVICE, PageFiles, document
from components.words.text import LANGUAGES

_NAMES = {"nb": "Norsk", "en": "English"}


def service_head(language: str, *, other: bool = True) -> Markup:
    """The service's name, which leads to the front page, and the way to the other language.

    Args:
        language: of the page.
        other: whether the way leads there; its address keeps the path alone.
    """
    ways = [
        Markup('<a href="?lang=%s" hreflang="%s" lang="%s">%s</a>') % (one, one, one, _NAMES[one])
        for one in LANGUAGES
        if other and one != language
    ]
    name = Markup('<a class="name" href="/?lang=%s">%s</a>') % (language, SERVICE)
    return Markup('<header class="masthead">%s%s</header>') % (name, Markup().join(ways))


def sentence_page(
    title: str, sentence: str, way: tuple[str, str] | None, language: str, files: PageFiles, *, again: int = 0
) -> Markup:
    """A page that says why there is no figure.

    Args:
        title: what has happened.
        sentence: what it means.
        way: where to go instead, words and address.
        language: of the words.
        files: what the page is made with.
        again: seconds until the browser looks again, for the whole address; 0 for never.
    """
    link = Markup('<p class="way"><a href="%s">%s</a></p>') % (way[1], way[0]) if way else Markup()
    head = Markup('<meta name="robots" content="noindex">')
    if again:
        head += Markup(
            '<noscript><meta http-equiv="refresh" content="%s"></noscript>'
            '<script src="%s" data-seconds="%s" defer></script>'
        ) % (again, files.again, again)
    body = Markup('%s<main class="board said"><h1 class="finding">%s</h1><p class="measure">%s</p>%s</main>') % (
        service_head(language, other=not again),
        title,
        sentence,
        link,
    )
    return document(language, f"{title} · {SERVICE}", head, body, files)
