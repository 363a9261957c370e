"""The menu: every page in order. The menu, the redirects and the tests read it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from components.view_state import Option
from models.catalogue import Catalogue
from models.observations import Figures

Options = Callable[[Catalogue, Figures], tuple[Option, ...]]


def _no_options(_catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    return ()


@dataclass(frozen=True)
class PageSpec:
    """A page.

    Attributes:
        slug: its address, the same in both languages.
        entry: the menu entry it belongs to (bokmål msgid); pages of one entry are tabs.
        title: its name (bokmål msgid).
        module: where its `render(context)` is.
        options: the choices it adds to the view.
        parameters: fixed values that a shared template needs.
    """

    slug: str
    entry: str
    title: str
    module: str
    options: Options = _no_options
    parameters: Mapping[str, str] = frozenset()  # type: ignore[assignment]


NAVIGATION: tuple[PageSpec, ...] = (PageSpec("oversikt", "Oversikt", "Oversikt", "pages.oversikt.oversikt"),)
FRONT = "oversikt"
OLD_SLUGS: Mapping[str, str] = {}
