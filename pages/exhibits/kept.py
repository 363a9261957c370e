"""What stays the same whatever a page's own choices are: it is made once for all of its views."""

from collections.abc import Callable, Hashable
from typing import Concatenate, ParamSpec, TypeVar

from models.keeping import kept
from pages.exhibits.looked_at import Context

KEPT = 128
P = ParamSpec("P")
T = TypeVar("T")


def same_for_all_choices(
    *but: str,
) -> Callable[[Callable[Concatenate[Context, P], T]], Callable[Concatenate[Context, P], T]]:
    """Keep what a function makes of a page, by language, region definition, peers and release.

    Its other arguments must follow from these, and from the choices named; nothing it makes may hold an address of the
    view itself.

    Args:
        *but: choices of the page that it does depend on.
    """

    def key(context: Context, *_: object, **__: object) -> Hashable:
        view = context.view
        chosen = tuple(view.options.get(name) for name in but)
        return view.page, view.lang, view.lens, view.peers, view.release, chosen

    def keep(make: Callable[Concatenate[Context, P], T]) -> Callable[Concatenate[Context, P], T]:
        return kept(KEPT, key=key)(make)

    return keep
