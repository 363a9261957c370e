"""The answer of the form "Kan jeg si dette?": yes, yes but, no because; with texts that are ready to be pasted."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from components.html.markup import bullets, paragraph, to_copy
from components.words.said import Said
from components.words.text import LANGUAGES, Speaker

_COPY = {"nb": "På norsk", "en": "På engelsk"}
# Its own colours, on a light page and on a dark one.
_BOX = "border-left:4px solid #0b4f8a;background:#f3f6f9;color:#1c2530;padding:.75em 1em;margin:1em 0"
_LINK = "color:#0b4f8a"


def verdict(said: Said, caveats: Sequence[str], say: Speaker) -> str:
    """The answer in a word or a few."""
    if not said.allowed:
        return say("Nei")
    return say("Ja, men ta med forbeholdet") if caveats else say("Ja")


def verdict_html(said: Said, caveats: Sequence[str], say: Speaker) -> Markup:
    """The verdict, then the sentence in both languages, the reader's first, or the reason.

    Args:
        said: the answer.
        caveats: what must be said with it; the answer is "yes, but" where there are any.
        say: the reader's language.
    """
    if not said.allowed:
        head = Markup('<h2 class="answer-no"><span aria-hidden="true">✕</span> %s</h2>') % (
            verdict(said, caveats, say),
        )
        reason = paragraph(say("Fordi: {reason}", reason=said.text[say.language]), "refused")
        return Markup('<section class="verdict no" role="status">%s%s</section>') % (head, reason)
    kind = "but" if caveats else "yes"
    head = Markup('<h2 class="answer-%s"><span aria-hidden="true">%s</span> %s</h2>') % (
        kind,
        "!" if caveats else "✓",
        verdict(said, caveats, say),
    )
    known = bullets([one[:1].upper() + one[1:] + "." for one in caveats], "caveats") if caveats else Markup()
    own, *others = sorted(LANGUAGES, key=lambda code: code != say.language)
    other = Markup().join(
        Markup('<details class="fold aside"><summary>%s</summary><div lang="%s">%s</div></details>')
        % (say(_COPY[code]), code, to_copy(said.text[code], say))
        for code in others
    )
    return Markup('<section class="verdict %s" role="status">%s%s%s%s</section>') % (
        kind,
        head,
        known,
        to_copy(said.text[own], say),
        other,
    )


def complete(text: str, address: str) -> Markup:
    """A text with a view's address in it, which the page's script makes complete."""
    span = Markup('<span data-absolute="%s">%s</span>') % (address, address)
    return escape(text).replace(str(escape(address)), span)


def fact_box(title: str, sentence: str, known: str, service: str, address: str) -> Markup:
    """A box for a page of one's own: plain HTML that needs neither script nor style sheet.

    Args:
        title: what it is about.
        sentence: what may be said.
        known: what must be known of it.
        service: whom it is from.
        address: of the view.
    """
    return Markup(
        '<aside style="%s">\n  <p><strong>%s</strong></p>\n  <p>%s</p>\n'
        '  <p><small>%s <a style="%s" href="%s">%s</a></small></p>\n</aside>'
    ) % (_BOX, title, sentence, known, _LINK, address, service)
