"""Every page in both languages, made twice from its address in a process that has no Streamlit; told as JSON.

Run by `test_without_streamlit.py`. It begins with its block, so that nothing else has imported Streamlit before; for
the first views, whose header stands beside what draws it on the screen, the block is taken away.
"""

import gc
import json
import sys
import weakref
from hashlib import sha256


class Blocked:
    """Finds no Streamlit."""

    def find_spec(self, name, path=None, target=None):  # noqa: ARG002 - what Python asks with
        if name.split(".")[0] == "streamlit":
            raise ImportError(f"{name} is not here")


BLOCK = Blocked()
sys.meta_path.insert(0, BLOCK)

from markupsafe import escape  # noqa: E402

from components.parts import Box, Choice, Columns, Fold, Html, Several, Shown, Steps, Typed  # noqa: E402
from components.words.text import LANGUAGES  # noqa: E402
from models import keeping  # noqa: E402
from pages.exhibits.registry import PAGES, seen, view_of  # noqa: E402
from pages.known import releases  # noqa: E402


def marks(parts):
    """Of each part what a reader sees of it first, as HTML, in the order in which the parts stand."""
    for part in parts:
        if isinstance(part, Html):
            yield part.text
        elif isinstance(part, Shown):
            if not part.bare:
                yield escape(part.exhibit.finding)
        elif isinstance(part, Choice | Several | Steps | Typed):
            yield escape(part.label)
        elif isinstance(part, Fold):
            yield escape(part.label)
            yield from marks(part.parts)
        elif isinstance(part, Box):
            yield from marks(part.parts)
        elif isinstance(part, Columns):
            for column in part.parts:
                yield from marks(column)
        else:
            raise TypeError(f"{type(part).__name__}: say what a reader sees of it first")


def left_out(parts, body):
    """What the first view does not show of a page's parts, each after the one before."""
    at, missing = 0, []
    for mark in marks(parts):
        found = body.find(str(mark), at)
        if found < 0:
            missing.append(str(mark)[:80])
        else:
            at = found + len(mark)
    return missing


def made(slug, language):
    """A page by its address: its exhibits' keys, and what it is as one number."""
    page = seen(view_of(slug, {"lang": language})[0])
    whole = repr(page.parts)
    assert " at 0x" not in whole, f"{slug}: a part is more than a value"
    return {
        "exhibits": list(page.exhibits),
        "parts": len(page.parts),
        "whole": sha256(whole.encode()).hexdigest(),
    }


def first_views(every):
    """What the first views of pages leave out."""
    sys.meta_path.remove(BLOCK)
    from pages.exhibits.first_view import told

    views = {f"{slug} {language}": view_of(slug, {"lang": language})[0] for slug, language in every}
    return {name: left_out(seen(view).arranged, str(told(view, ()).body)) for name, view in views.items()}


def forget_pages():
    """Let go of what pages made; figures, index and places stay."""
    for name, let_go in keeping._lets_go.items():
        if name.startswith("pages.") and not name.startswith("pages.known."):
            let_go()


def main():
    """Tell of every page, made twice, and whether the release leaves memory afterwards."""
    every = [(slug, language) for slug in PAGES for language in LANGUAGES]
    first = {f"{slug} {language}": made(slug, language) for slug, language in every}
    forget_pages()
    again = {f"{slug} {language}": made(slug, language) for slug, language in every}
    assert "streamlit" not in sys.modules
    left = first_views(every)
    held = weakref.ref(releases.figures())
    keeping.forget()
    gc.unfreeze()
    gc.collect()
    print(json.dumps({"first": first, "again": again, "left_out": left, "held": held() is not None}))  # noqa: T201 - its answer


if __name__ == "__main__":
    main()
