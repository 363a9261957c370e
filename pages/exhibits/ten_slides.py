"""The ten slides that a delegation sees first: the region at a glance, then a figure of each theme."""

from collections.abc import Iterator

from components.exhibit import Exhibit
from components.view import ViewState
from pages.exhibits.registry import UnknownExhibit, exhibit, view_of

SLIDES = 10  # the front page is one of them
# Page, figure and choices; where one has nothing to draw in a view, the next ones move up.
_FIGURES: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("oversikt", "ranking", {}),
    ("oversikt", "certainty", {}),
    ("talent", "ranking", {}),
    ("investering", "ranking", {}),
    ("klynger", "industries", {}),
    ("besokende", "ranking", {}),
    ("levekar", "ranking", {}),
    ("samarbeid", "ranking", {}),
    ("delregioner", "growth", {}),
    ("talent", "distribution", {}),
    ("talent", "trend", {}),
    ("investering", "trend", {}),
    ("levekar", "trend", {}),
    ("delregioner", "commuting", {}),
    ("to-tall", "cloud", {}),
)


def ten_slides(view: ViewState) -> Iterator[tuple[ViewState, Exhibit]]:
    """The figures of the ten slides, each with its view: one fewer than slides, for the front page.

    Args:
        view: language, region definition, peers and release.
    """
    head = {"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(view.release)}
    left = SLIDES - 1
    for slug, key, chosen in _FIGURES:
        if not left:
            return
        at, _ = view_of(slug, {**head, **chosen})
        try:
            found = exhibit(at, key)
        except UnknownExhibit:
            continue
        if found.figure is not None:
            yield at, found
            left -= 1
