"""To tall mot hverandre: two figures over Europe's regions, year by year, and how closely they go together."""

import streamlit as st

from components import filters, frame, view_state
from components.markup import lead
from components.wording import within
from models.correlation import Correlation, CorrelationError, correlation
from models.pairs import Pairs
from pages import choices
from pages.context import Context
from pages.sammenlign import options
from pages.sammenlign.cloud import show_cloud

_PLAYING, _NEXT = "to-tall.playing", "to-tall.next"  # session keys: the switch, and the position of the year to come
_PACE = 1.2  # seconds a year stands


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue

    def title(code: str) -> str:
        indicator = catalogue.indicators[code]
        return f"{say.of(catalogue.themes[indicator.theme].title)}: {within(say.of(indicator.short))}"

    with filters.row("scatter"):
        filters.choice(
            say("Bortover"), "x", choices.chosen_again(context, "x"), title, say, width=480, resets=("year",)
        )
        filters.choice(say("Oppover"), "y", choices.chosen_again(context, "y"), title, say, width=480, resets=("year",))
    words = {"europe": say("Hele Europa"), "peers": say("Sammenligningsregionene")}
    with filters.row("scatter-among"):
        filters.choice(say("Blant"), "whom", options.WHOM, words.__getitem__, say, width=230)
        choices.mark_filter(context)
        choices.peer_filter(context)


def _switched(periods: tuple[str, ...]) -> None:
    """Start from the first year; stop at the year that is on the screen."""
    if st.session_state[_PLAYING]:
        st.session_state[_NEXT] = 0
    else:
        view_state.choose("year", periods[st.session_state[_NEXT] - 1])


def _years(context: Context, periods: tuple[str, ...], playing: bool) -> None:
    """The year, with buttons to step through the years and to let them play; all of them work by keyboard."""
    say, now = context.say, context.view.option("year")
    at = periods.index(now)
    with filters.row("scatter-year"), st.container(horizontal=True, vertical_alignment="bottom", key="years"):
        filters.choice(say("År"), "year", periods[::-1], str, say, width=110)
        st.button(
            say("Året før"),
            icon=":material/chevron_left:",
            disabled=at == 0 or playing,
            on_click=view_state.choose,
            args=("year", periods[max(at - 1, 0)]),
        )
        st.button(
            say("Året etter"),
            icon=":material/chevron_right:",
            disabled=at == len(periods) - 1 or playing,
            on_click=view_state.choose,
            args=("year", periods[min(at + 1, len(periods) - 1)]),
        )
        if len(periods) > 1:
            st.toggle(say("Spill av årene"), key=_PLAYING, on_change=_switched, args=(periods,))


def _related(found: Pairs, period: str, shown: list[str]) -> Correlation | CorrelationError:
    rows = found.of(period)
    rows = rows.loc[rows.index.isin(shown)]
    try:
        countries = [str(code)[:2] for code in rows.index]
        return correlation(rows["x"].to_numpy(dtype=float), rows["y"].to_numpy(dtype=float), countries)
    except CorrelationError as refused:
        return refused


def _draw(context: Context, found: Pairs, period: str, regions: list[str]) -> None:
    show_cloud(context, found, period, regions, _related(found, period, regions))


def _play(context: Context, found: Pairs, regions: list[str]) -> None:
    """One year of the playing; the next one is shown when this runs again, and after the last one it is over.

    The address keeps still meanwhile: a year that nobody chose is no step to go back to.
    """
    at = st.session_state[_NEXT]
    if at >= len(found.periods):
        st.rerun()
    st.session_state[_NEXT] = at + 1
    _draw(context, found, found.periods[at], regions)


def _end(periods: tuple[str, ...]) -> None:
    """After the last year: the switch goes off, and that year is the one chosen. Before their widgets are drawn."""
    if st.session_state.get(_PLAYING) and st.session_state[_NEXT] >= len(periods):
        view_state.choose("year", periods[-1])
        st.session_state[_PLAYING] = False
        st.rerun()


def render(context: Context) -> None:
    """Draw the page."""
    say, view = context.say, context.view
    st.html(lead(say("To tall mot hverandre")))
    _filters(context)
    if view.option("y") == choices.NONE:
        frame.missing(say("Ingen andre tall har samme år som dette. Velg et annet tall bortover."))
        return
    everyone = choices.comparable_regions(context.catalogue)
    found = options.paired(context.catalogue, context.figures, view.option("x"), view.option("y"), everyone)
    if view.option("year") not in found.periods:
        frame.missing(say("De to tallene finnes ikke for de samme regionene i samme år. Velg et annet tall."))
        return
    regions = list(everyone) if view.option("whom") == "europe" else context.ranked
    if (marked := view.option("mark")) not in (choices.NONE, *regions):
        regions.append(marked)
    _end(found.periods)
    playing = bool(st.session_state.get(_PLAYING))
    _years(context, found.periods, playing)
    if playing:
        st.fragment(_play, run_every=_PACE)(context, found, regions)
    else:
        _draw(context, found, view.option("year"), regions)
