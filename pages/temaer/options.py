"""The options of the theme pages: what their addresses may hold."""

from components.view import Option
from models.catalogue import Catalogue
from models.figures.observations import Figures
from models.inside.units import Units
from models.keeping import kept
from pages.choices import comparable_regions, indicator_option, mark_option, shown_indicators, view_option, year_option

USUAL, STRONGEST, WEAKEST = "usual", "strong", "weak"  # orders of a theme's figures
SOME, EVERY = "some", "all"  # how many of them
FEW, SPARE = 12, 3  # so many are some; a few more are shown at once


def beside_option(catalogue: Catalogue) -> Option:
    """The region whose year stands beside ours; the first of the usual peers by default."""
    known = tuple(code for code in comparable_regions(catalogue) if code != catalogue.default_lens.id)
    first = next(code for code in catalogue.default_peers.members if code in known)
    return Option.among("beside", "region ved siden av", known, first, label="Sett ved siden av", width=330)


def industries_option(catalogue: Catalogue) -> Option:
    """By which set of figures the industries are measured; the catalogue's first by default."""
    known = tuple(catalogue.structure.profiles)
    return Option.among("by", "målt ved", known, known[0], label="Målt ved")


@kept(4)
def units(figures: Figures, catalogue: Catalogue) -> Units:
    """The counts of enterprises and workplaces of a release, gathered once."""
    return Units.of(figures, catalogue)


def units_option(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """The industry whose enterprises and workplaces are counted; none before a refresh has fetched the counts."""
    known = units(figures, catalogue).industries
    return (Option.among("units", "næring", known, known[0], label="Næring", width=330),) if known else ()


def theme_options(catalogue: Catalogue, figures: Figures, theme: str) -> tuple[Option, ...]:
    """What a theme page adds to the view; nothing where the theme has no figures."""
    if not shown_indicators(catalogue, figures, theme):
        return ()
    own = {"visitors": (beside_option,), "clusters": (industries_option,)}.get(theme, ())
    return (
        indicator_option(catalogue, figures, theme),
        year_option(catalogue, figures),
        mark_option(catalogue),
        view_option(),
        Option.among("sort", "rekkefølge", (USUAL, STRONGEST, WEAKEST), USUAL, label="Rekkefølge"),
        Option.among("shown", "antall tall", (SOME, EVERY), SOME, label="Antall tall"),
        *(option(catalogue) for option in own),
        *(units_option(catalogue, figures) if theme == "clusters" else ()),
    )
