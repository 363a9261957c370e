"""The address of a view that follows the figures: without release, and without a year that is the newest anyway."""

from components.view import ViewState
from pages.exhibits.registry import PAGES, options_of

_PERIOD = "year"  # the choice by which pages are asked for one


def lasting_query(view: ViewState) -> dict[str, str]:
    """The query of a view that always shows the newest figures of the same.

    A year that is the usual one goes, so that the next year comes by itself; one that the reader chose stays.
    """
    chosen = {"lens": view.lens, "peers": view.peers, **view.options}
    kept = dict(view.options)
    for option in options_of(PAGES[view.page], view.release):
        if option.name == _PERIOD and kept.get(_PERIOD) == option.default(chosen):
            del kept[_PERIOD]
    return {"lang": view.lang, "lens": view.lens, "peers": view.peers, **kept}
