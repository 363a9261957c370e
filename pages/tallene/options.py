"""The options of the pages about the figures: what their addresses may hold."""

from collections.abc import Mapping

from components.view import Option
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.index.attractiveness import ROOT, gives_points, scored_themes
from pages.choices import NONE, first_rival, others, shown_indicators, theme_option
from pages.known import releases

OF_PLACES = ("rank", "above", "upper_half")  # statements about a theme or the total
OF_FIGURES = ("rank", "above", "gap", "change", "europe", "figure")  # statements about an indicator


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


def places(catalogue: Catalogue) -> tuple[str, ...]:
    """What a place can be told in: the total, and the themes that have points."""
    return (ROOT, *(theme.id for theme in scored_themes(catalogue)))


def saying_options(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """What is asked whether it can be said: the subject, the statement, and the region compared with."""
    of_places = places(catalogue)
    subjects = (
        *of_places,
        *(name for theme in catalogue.themes for name in shown_indicators(catalogue, figures, theme)),
    )
    return (
        Option.among(
            "subject",
            "tema eller tall",
            tuple(dict.fromkeys(subjects)),
            ROOT,
            label="Hva vil du si noe om?",
            width=460,
        ),
        Option(
            "claim",
            "utsagn",
            allowed=lambda chosen: OF_PLACES if chosen["subject"] in of_places else OF_FIGURES,
            default=lambda _: OF_FIGURES[0],
            label="Hva vil du si?",
            width=400,
        ),
        Option(
            "against",
            "region å sammenligne med",
            allowed=lambda chosen: others(catalogue, chosen)[1:],
            default=lambda chosen: first_rival(catalogue, chosen),
            label="Hvilken region?",
            width=260,
        ),
    )


def release_options(_catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """What the page of sources adds: an earlier release since which the news are told."""

    def since(_: Mapping[str, str]) -> tuple[str, ...]:
        return (NONE, *(str(number) for number in releases.releases() if number < figures.release))

    return (
        Option(
            "since",
            "nytt siden datautgave",
            allowed=since,
            default=lambda _: NONE,
            label="Nytt siden",
            width=220,
        ),
    )
