"""The options of the comparing pages: what their addresses may hold."""

from collections.abc import Mapping

from components.view import COUNTED, Option
from models.catalogue import Catalogue
from models.comparison.pairs import Pairs, opening_year, pairs
from models.figures.observations import Figures
from models.index.attractiveness import MEANS, ROOT, SCALES, Method, scored_themes
from models.keeping import noted
from pages.choices import NONE, comparable_regions, mark_option, others, shown_indicators, theme_option, view_option

WHOM = ("europe", "peers")  # among whom two figures are set against each other
POPULATION = "population_total"  # the size of the circles
ALIKE_BY = ("structure", "income")  # by what regions are alike
AMONG = ("abroad", "everywhere", "capitals")  # where similar regions are looked for
WEIGHTS = ("0", "0.5", "1", "1.5", "2", "3")  # steps of a reader's own theme weights; 1 is the usual one


def weight_name(theme: str) -> str:
    """Key of a theme's weight in the URL."""
    return f"w_{theme}"


def chosen_weights(options: Mapping[str, str]) -> dict[str, float]:
    """The theme weights of a view, by theme id."""
    return {name.removeprefix("w_"): float(code) for name, code in options.items() if name.startswith("w_")}


def ranking_options(catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the ranking adds: the index or a theme, a region to point out, the view, and the reader's own method."""
    nodes = (ROOT, *(theme.id for theme in scored_themes(catalogue)))
    return (
        Option.among("score", "poeng for", nodes, ROOT, label="Poeng for", width=260),
        mark_option(catalogue),
        *(
            Option.among(weight_name(theme.id), COUNTED, WEIGHTS, f"{theme.weight:g}", label=theme.title, width=220)
            for theme in scored_themes(catalogue)
        ),
        Option.among("mean", "gjennomsnitt", MEANS, MEANS[0], label="Gjennomsnitt av temaene", width=380),
        Option(
            "scale",
            "målestokk",
            allowed=_scales,
            default=lambda chosen: _usual_scale(catalogue, chosen),
            label="Tall utenfor målestokken",
        ),
        view_option(),
    )


def _scales(chosen: Mapping[str, str]) -> tuple[str, ...]:
    """The scales that a mean can follow (see `Method`)."""
    return SCALES if chosen["mean"] == MEANS[0] else SCALES[:1]


def _usual_scale(catalogue: Catalogue, chosen: Mapping[str, str]) -> str:
    return catalogue.rules.scale if chosen["mean"] == MEANS[0] else SCALES[0]


def chosen_method(options: Mapping[str, str]) -> Method:
    """The method of a view."""
    return Method(options["mean"], options["scale"])


def method_names(catalogue: Catalogue) -> tuple[str, ...]:
    """The options that make up a reader's own method and weights."""
    return ("mean", "scale", *(weight_name(theme.id) for theme in scored_themes(catalogue)))


def _first_peer(catalogue: Catalogue) -> str:
    return next(code for code in catalogue.default_peers.members if code != catalogue.default_lens.id)


def scorecard_options(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """What the scorecard adds: the region set beside ours, and a theme to show alone."""
    themes = [t.id for t in catalogue.themes.values() if any(i.id in figures for i in catalogue.of_theme(t.id))]
    return (
        Option(
            "with",
            "region ved siden av",
            allowed=lambda chosen: others(catalogue, chosen),
            default=lambda _: _first_peer(catalogue),
            label="Sett ved siden av",
            width=260,
        ),
        theme_option(themes, width=240),
    )


@noted(2)
def _paired(catalogue: Catalogue, figures: Figures) -> Mapping[str, frozenset[str]]:
    """Every indicator that may be set against another, with its years; by theme, then as the theme shows them."""
    years_of = {}
    for theme in catalogue.themes:
        for name in shown_indicators(catalogue, figures, theme):
            periods = figures.indicator(name)["period"]
            years_of[name] = frozenset(p for p in map(str, periods.unique()) if len(p) == 4)
    return {name: years for name, years in years_of.items() if years}


@noted(256)
def _paired_with(catalogue: Catalogue, figures: Figures, x: str) -> tuple[str, ...]:
    known = _paired(catalogue, figures)
    return tuple(name for name, years in known.items() if name != x and years & known.get(x, frozenset()))


def scatter_options(catalogue: Catalogue, figures: Figures) -> tuple[Option, ...]:
    """What the scatter adds: the two indicators, among whom, the year, and a region to point out.

    The figures of the newest release decide what may be chosen, as for the themes.
    """
    known = _paired(catalogue, figures)
    # What has one figure for a window of years makes no cloud over time to open with.
    scored = [i.id for i in sorted(catalogue.scored, key=lambda one: bool(one.windows)) if i.id in known]

    def years(chosen: Mapping[str, str]) -> tuple[str, ...]:
        return _paired_years(catalogue, figures, chosen["x"], chosen["y"])[0]

    def opening(chosen: Mapping[str, str]) -> str:
        return _paired_years(catalogue, figures, chosen["x"], chosen["y"])[1]

    def default_y(chosen: Mapping[str, str]) -> str:
        """Of the first other theme's scored ones that with the longest common series: there is most to see."""
        fitting = _paired_with(catalogue, figures, chosen["x"])
        elsewhere = [t.id for t in scored_themes(catalogue) if t.id != catalogue.indicators[chosen["x"]].theme]
        first = [name for name in scored if name in fitting and catalogue.indicators[name].theme == elsewhere[0]]
        return max(first or fitting, key=lambda name: len(known[name] & known[chosen["x"]]), default=NONE)

    return (
        Option.among("x", "tall på vannrett akse", tuple(known), scored[0], label="Vannrett akse", width=480),
        Option(
            "y",
            "tall på loddrett akse",
            allowed=lambda chosen: _paired_with(catalogue, figures, chosen["x"]),
            default=default_y,
            label="Loddrett akse",
            width=480,
        ),
        Option.among("whom", "blant hvem", WHOM, WHOM[0], label="Blant", width=230),
        Option("year", "år", allowed=years, default=opening, label="År", width=110),
        mark_option(catalogue),
    )


@noted(256)  # every link to the page asks for them
def _paired_years(catalogue: Catalogue, figures: Figures, x: str, y: str) -> tuple[tuple[str, ...], str]:
    """The years of two indicators together, and the one to open with; none where there is no second indicator."""
    if y == NONE:
        return (), NONE
    both = paired(catalogue, figures, x, y, comparable_regions(catalogue))
    return both.periods, opening_year(both, catalogue.default_lens.id) or NONE


@noted(64)
def paired(catalogue: Catalogue, figures: Figures, x: str, y: str, regions: tuple[str, ...]) -> Pairs:
    """Two indicators by region and year, put together once a release."""
    return pairs(figures, catalogue.indicators[x], catalogue.indicators[y], regions, POPULATION)


def likeness_options(_catalogue: Catalogue, _figures: Figures) -> tuple[Option, ...]:
    """What the page of similar regions adds: by what they are alike, and where they are looked for."""
    return (
        Option.among("alike", "lignende i hva", ALIKE_BY, ALIKE_BY[0], label="Lignende i", width=260),
        Option.among("among", "let blant hvem", AMONG, AMONG[0], label="Let blant"),
    )
