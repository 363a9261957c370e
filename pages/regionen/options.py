"""The choices that the pages on the region's inside add to the view."""

from collections.abc import Mapping

from components.view import Option
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside import nuts3
from models.inside.industry_shares import IndustryJobs
from models.inside.subregion_profiles import MunicipalFigures
from models.inside.subregions import Level, Subregion, parts
from models.keeping import kept, noted

ALL, NONE = "all", "none"
LEVELS: tuple[Level, ...] = ("economic", "county")
NEIGHBOUR = "NO02"  # members of the alliance lie here, outside the region's usual definition
AROUND = (NEIGHBOUR, NONE)
BESIDE: Mapping[str, str] = {"growth": "population_total", "gdp": "gdp_per_inhabitant_pps"}
SINCE = "2012"
LAYERS = ("everything", "commuting", "clusters", "outlines")
ABROAD = "abroad"


@kept(4)
def municipal(figures: Figures, catalogue: Catalogue) -> MunicipalFigures:
    """The municipal figures of a release, gathered once."""
    return MunicipalFigures.of(figures, catalogue)


@kept(4)
def industry_jobs(figures: Figures, catalogue: Catalogue) -> IndustryJobs:
    """The jobs by industry of a release, gathered once."""
    return IndustryJobs.of(figures, catalogue)


@noted(32)
def subregions(catalogue: Catalogue, level: Level, lens: str, around: str) -> tuple[Subregion, ...]:
    """The sub-regions of a view."""
    return parts(catalogue, level, lens, () if around == NONE else (around,))


@noted(16)
def comparable_years(figures: Figures, catalogue: Catalogue, indicator: str, lens: str) -> tuple[int, ...]:
    """The years in which the region's own NUTS 3 regions have figures."""
    return tuple(nuts3.years(figures, catalogue, indicator, lens))


def level_of(code: str) -> Level:
    """The level that a code in the URL stands for."""
    return LEVELS[1] if code == LEVELS[1] else LEVELS[0]


def subregion_options(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """How the region is divided, whether Innlandet is shown, growth since when, one to point out, peers by what."""
    years = municipal(figures, catalogue).population.years[:-1]
    lens = catalogue.default_lens.id
    industries = tuple(industry_jobs(figures, catalogue).industries)  # none before a refresh has fetched them

    def known(chosen: Mapping[str, str]) -> tuple[str, ...]:
        shown = subregions(catalogue, level_of(chosen["level"]), lens, chosen["around"])
        return (NONE, *(part.id for part in shown))

    return (
        Option.among("level", "inndeling", LEVELS, LEVELS[0], label="Del inn etter", width=220),
        Option.among("around", "område", AROUND, AROUND[0], label="Vis", width=240),
        Option(
            "since",
            "vekst siden",
            allowed=lambda _: years,
            default=lambda _: SINCE if SINCE in years else (*years, NONE)[0],
            label="Vekst siden",
            width=120,
        ),
        Option("part", "delregion", allowed=known, default=lambda _: NONE, label="Merk en delregion", width=230),
        Option.among(
            "beside",
            "deler sammenlignet etter",
            tuple(BESIDE),
            next(iter(BESIDE)),
            label="Sammenlign delene etter",
            width=330,
        ),
        *(
            [Option.among("industry", "næring", industries, industries[0], label="Næring", width=330)]
            if industries
            else []
        ),
    )


def cluster_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """Which clusters to list, and what the map shows."""
    sectors = (ALL, *catalogue.within.sectors)
    places = (ALL, catalogue.default_lens.id, NEIGHBOUR, ABROAD)
    return (
        Option.among("sector", "næring", sectors, ALL, label="Næring", width=250),
        Option.among("where", "sted", places, ALL, label="Sted", width=190),
        Option.among("layers", "lag i kartet", LAYERS, LAYERS[0], label="Vis i kartet", width=260),
        Option.words("q", "søk", label="Søk i klyngene", width=240),
    )


def development_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """Which area of development to show."""
    areas = (ALL, *catalogue.within.areas)
    return (Option.among("area", "område", areas, ALL, label="Område", width=260),)
