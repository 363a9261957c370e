"""The same view, as it follows the figures: without its release, and without a year that was the newest."""

from collections.abc import Mapping

from components.view import ViewState
from pages.exhibits.registry import PAGES, options_of

OF_RELEASE = ("release", "catalogue")  # parts of an address that are the release's, not the reader's
_FOLLOWS = ("year",)  # choices that follow the figures where they were the newest


def following(view: ViewState) -> dict[str, str]:
    """The query of a view that goes on to the newest release, and to the newest year where it shows its release's.

    Raises:
        DataError: the store cannot be read.
    """
    kept = {name: value for name, value in view.to_query().items() if name not in OF_RELEASE}
    chosen: Mapping[str, str] = {"lens": view.lens}
    for option in options_of(PAGES[view.page], view.release):
        if option.name in _FOLLOWS and view.options.get(option.name) == option.default(chosen):
            kept.pop(option.name, None)
        chosen = {**chosen, option.name: view.options[option.name]}
    return kept
