"""The options that pages add to the view, and the widgets that belong to them."""

from collections.abc import Iterable, Mapping

from components.parts import Choice, Several
from components.view import OWN, WIDTH, Option
from models.catalogue import Catalogue, Indicator
from models.change.comparable import spoken_for, year_told
from models.comparison.one_year import years
from models.figures.observations import Figures
from models.keeping import noted
from pages.exhibits.looked_at import Context
from pages.exhibits.why_similar import show_why_these

NONE = "none"
ALL = "all"
BARS, MAP = "bars", "map"  # the views of a ranking
SERIES = 3  # years that make a series worth opening a page with


@noted(2)
def comparable_regions(catalogue: Catalogue) -> tuple[str, ...]:
    """Every region that may be compared with or marked."""
    return tuple(sorted(catalogue.members("europe")))


@noted(32)
def shown_indicators(catalogue: Catalogue, figures: Figures, theme: str) -> tuple[str, ...]:
    """The indicators of a theme that have figures by European region, the most telling first.

    The one that the theme opens with, then scored ones before others, what residents answered last, those with a series
    for Osloregionen before those without, shares before counts. Those that another indicator has a newer figure of come
    last.
    """
    focus, opening = catalogue.default_lens.id, catalogue.themes[theme].opens_with

    def order(indicator: Indicator) -> tuple[bool, ...]:
        series = int((figures.indicator(indicator.id)["region"] == focus).sum()) >= SERIES
        return (
            indicator.id != opening,
            spoken_for(figures, catalogue, indicator.id, focus) is not None,
            indicator.role != "score",
            indicator.asked is not None,
            not indicator.headline,
            not series,
            indicator.composition.rule == "sum",
        )

    return tuple(i.id for i in sorted((i for i in catalogue.of_theme(theme) if i.id in figures), key=order))


def indicator_option(catalogue: Catalogue, figures: Figures, theme: str) -> Option:
    """Which indicator of the theme to show; the first by default."""
    known = shown_indicators(catalogue, figures, theme)
    return Option(
        "indicator",
        "indikator",
        allowed=lambda _: known,
        default=lambda _: known[0] if known else NONE,
        label="Indikator",
        width=400,
    )


@noted(1024)  # every link to a theme asks for them
def _years(catalogue: Catalogue, figures: Figures, indicator: str) -> tuple[tuple[str, ...], str]:
    """The years of an indicator, newest first, and the one shown by default."""
    if indicator not in catalogue.indicators:
        return (), ""
    asked = (figures, catalogue.indicators[indicator], catalogue.default_lens.id, catalogue.reference_regions)
    return tuple(years(*asked)), year_told(*asked)


def year_option(catalogue: Catalogue, figures: Figures) -> Option:
    """Which year; the newest that most regions have by default."""
    return Option(
        "year",
        "år",
        allowed=lambda chosen: _years(catalogue, figures, chosen["indicator"])[0],
        default=lambda chosen: _years(catalogue, figures, chosen["indicator"])[1],
        label="År",
        # Some have one figure for several years.
        width=lambda chosen: 136 if catalogue.indicators[chosen["indicator"]].windows else 110,
    )


def others(catalogue: Catalogue, chosen: Mapping[str, str]) -> tuple[str, ...]:
    """What may be set beside the reader's own region: no region, or any but itself."""
    return (NONE, *(code for code in comparable_regions(catalogue) if code != chosen["lens"]))


def first_rival(catalogue: Catalogue, chosen: Mapping[str, str]) -> str:
    """The region that the reader's own is set against by default: the first of the usual peers."""
    known = others(catalogue, chosen)[1:]
    return next((code for code in catalogue.default_peers.members if code in known), known[0])


def mark_option(catalogue: Catalogue) -> Option:
    """A region to point out beside Osloregionen."""
    return Option(
        "mark",
        "merket region",
        allowed=lambda chosen: others(catalogue, chosen),
        default=lambda _: NONE,
        label="Merk en region",
        width=200,
    )


def view_option() -> Option:
    """Which view of a ranking; bars by default."""
    return Option.among("view", "visning", (BARS, MAP), BARS, label="Vis som")


def theme_option(themes: Iterable[str], *, width: int = WIDTH) -> Option:
    """One theme, or all of them by default."""
    return Option.among("theme", "tema", (ALL, *themes), ALL, label="Tema", width=width)


def mark_filter(context: Context) -> None:
    """The widget for the region to point out."""
    region_filter(context, "mark")


def region_filter(context: Context, name: str) -> None:
    """The widget for one other region, or none where the option knows it: the peers first, then all others."""
    codes, say = [c for c in context.codes(name) if c != context.focus], context.say

    def order(code: str) -> tuple[object, ...]:
        return () if code == NONE else (code not in context.peers, say.sort_key(context.name(code)))

    context.choice(
        name,
        lambda code: say("Ingen") if code == NONE else context.label(code),
        codes=sorted(codes, key=order),
    )


def theme_filter(context: Context) -> None:
    """The widget for one theme or all of them."""
    say, themes = context.say, context.catalogue.themes
    context.choice("theme", lambda code: say("Alle temaer") if code == ALL else say.of(themes[code].title))


def peer_filter(context: Context) -> None:
    """The widget for the regions to compare with."""
    say, catalogue = context.say, context.catalogue
    codes = sorted(
        (c for c in comparable_regions(catalogue) if c != context.focus), key=lambda c: say.sort_key(context.label(c))
    )

    def words(code: str) -> str:
        title = catalogue.set_title(code)
        return say.of(title) if title else say("Eget utvalg …")

    own = not context.choosable.is_set(context.view.peers)
    sets = (*catalogue.peer_sets, *catalogue.structure.computed_sets, OWN)
    context.page.add(
        Choice(
            say("Sammenlign med"),
            "peers",
            sets,
            tuple(words(code) for code in sets),
            OWN if own else context.view.peers,
            say("Velg"),
            330,
        )
    )
    if own:
        names = tuple(context.label(code) for code in codes)
        context.page.add(Several(say("Regioner i utvalget"), tuple(codes), names, context.peers, say("Velg regioner")))
    if context.view.peers in context.catalogue.structure.computed_sets:
        show_why_these(context)
