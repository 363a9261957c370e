"""The options of the comparing pages: what their addresses may hold."""

from collections.abc import Mapping

from components.view_state import Option
from models.attractiveness import ROOT, scored_themes
from models.catalogue import Catalogue
from models.observations import Figures
from pages.choices import ALL, NONE, comparable_regions, mark_option

WEIGHTS = ("0", "0.5", "1", "1.5", "2", "3")  # steps of a reader's own theme weights; 1 is the usual one


def weight_name(theme: str) -> str:
    """Key of a theme's weight in the URL."""
    return f"w_{theme}"


def chosen_weights(options: Mapping[str, str]) -> dict[str, float]:
    """The theme weights of a view, by theme id."""
    return {name.removeprefix("w_"): float(code) for name, code in options.items() if name.startswith("w_")}


def ranking_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the ranking adds: the index or a theme, and a region to point out."""
    nodes = (ROOT, *(theme.id for theme in scored_themes(catalogue)))
    return (
        Option("score", allowed=lambda _: nodes, default=lambda _: ROOT),
        mark_option(catalogue),
        *(
            Option(weight_name(theme.id), allowed=lambda _: WEIGHTS, default=lambda _: WEIGHTS[2])
            for theme in scored_themes(catalogue)
        ),
    )


def _first_peer(catalogue: Catalogue) -> str:
    return next(code for code in catalogue.default_peers.members if code != catalogue.default_lens.id)


def scorecard_options(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """What the scorecard adds: the region set beside ours, and a theme to show alone."""
    regions = (NONE, *comparable_regions(catalogue))
    themes = (
        ALL,
        *(t.id for t in catalogue.themes.values() if any(i.id in figures for i in catalogue.of_theme(t.id))),
    )
    return (
        Option("with", allowed=lambda _: regions, default=lambda _: _first_peer(catalogue)),
        Option("theme", allowed=lambda _: themes, default=lambda _: ALL),
    )
