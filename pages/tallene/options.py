"""The options of the pages about the figures: what their addresses may hold."""

from components.view import Option
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.index.attractiveness import gives_points
from pages.choices import NONE, theme_option


def catalogue_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the catalogue adds: a theme to show, and an indicator whose own page is opened."""
    entries = (NONE, *catalogue.indicators)
    return (
        theme_option(catalogue.themes),
        Option.among("indicator", "indikator", entries, NONE, label="Åpne en indikator", width=460),
        Option.words("q", "søk", label="Søk i tallene", width=240),
    )


def method_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the explained method adds: the indicator that is followed from figure to rank."""
    scored = tuple(i.id for i in catalogue.indicators.values() if gives_points(catalogue, i))
    first = next((name for name in scored if not catalogue.indicators[name].windows), scored[0])  # of one plain year
    return (Option.among("indicator", "indikator", scored, first, label="Følg dette tallet", width=420),)


def by_theme(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the overviews of quality and of the newest figures add: a theme to show alone."""
    return (theme_option(catalogue.themes),)
