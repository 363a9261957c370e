"""Which view of a page goes on paper."""

from dataclasses import replace

from components.view import ViewState
from pages.barrierer.options import SHEET
from pages.choices import ALL
from pages.exhibits.registry import PAGES, options_of


def on_paper(view: ViewState) -> ViewState:
    """The view that is set: what one actor can do has a sheet of its own, with its sources."""
    forms = next((one for one in options_of(PAGES[view.page], view.release) if one.name == "form"), None)
    if view.options.get("actor", ALL) == ALL or forms is None:
        return view
    return replace(view, options={**view.options, "form": SHEET})
