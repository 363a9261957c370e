"""What a page is, for the menu: its address, its name, where its module is and which choices it adds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from components.view import Option
from models.catalogue import Catalogue
from models.figures.observations import Figures

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
        search: words in both languages by which the header's search finds the page.
        in_menu: whether its entry stands in the menu; else the foot of every page leads to it.
    """

    slug: str
    entry: str
    title: str
    module: str
    options: Options = _no_options
    parameters: Mapping[str, str] = field(default_factory=dict)
    search: tuple[str, ...] = ()
    in_menu: bool = True
