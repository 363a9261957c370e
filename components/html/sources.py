"""The line that says where figures come from, and what stands where there are none."""

from markupsafe import Markup

from components.exhibit import SourceNote
from components.html.markup import links
from components.words.flags import release_words
from components.words.text import Speaker


def source_line(source: SourceNote, say: Speaker, release: int) -> Markup:
    """The line under a figure, as HTML."""
    own = f" {say('Beregnet av oss ut fra publiserte tall.')}" if source.derived else ""
    named = Markup(" (%s)") % (links(source.datasets),) if source.datasets else Markup()
    return Markup("%s %s%s, %s.%s %s") % (
        say("Kilde:"),
        source.publisher,
        named,
        source.years,
        own,
        release_words(say, release),
    )


def missing(reason: str) -> Markup:
    """The designed state for figures that are not there, with the reason."""
    return Markup('<div class="missing" role="note">%s</div>') % (reason,)
