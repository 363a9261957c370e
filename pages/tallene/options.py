"""The options of the pages about the figures: what their addresses may hold."""

from components.view_state import Option
from models.catalogue import Catalogue
from models.observations import Figures
from pages.choices import ALL, NONE


def catalogue_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the catalogue page adds: a theme to show, and one entry to open."""
    themes = (ALL, *catalogue.themes)
    entries = (NONE, *catalogue.indicators)
    return (
        Option("theme", allowed=lambda _: themes, default=lambda _: ALL),
        Option("indicator", allowed=lambda _: entries, default=lambda _: NONE),
    )
