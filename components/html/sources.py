"""The line that says where figures come from, and what stands where there are none."""

from html import escape

from components.exhibit import SourceNote
from components.html.markup import links
from components.words.flags import release_words
from components.words.text import Speaker


def source_line(source: SourceNote, say: Speaker, release: int) -> str:
    """The line under a figure, as HTML."""
    own = f" {say('Beregnet av oss ut fra publiserte tall.')}" if source.derived else ""
    named = f" ({links(source.datasets)})" if source.datasets else ""
    return (
        f"{say('Kilde:')} {escape(source.publisher)}{named}, {escape(source.years)}.{own} {release_words(say, release)}"
    )


def missing(reason: str) -> str:
    """The designed state for figures that are not there, with the reason."""
    return f'<div class="missing" role="note">{escape(reason)}</div>'
