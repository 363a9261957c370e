"""How pages speak of figures: values with units, years, sources with links, addresses of views."""

from html import escape
from urllib.parse import urlencode

import streamlit as st

from components import view_state
from models.catalogue import Indicator
from pages.context import Context
from pages.navigation import NAVIGATION


def quantity(context: Context, indicator: Indicator, value: float) -> str:
    """A figure with its unit in the reader's language."""
    unit = context.catalogue.units[indicator.unit]
    suffix = unit.suffix[context.say.language]
    return context.say.quantity(value, indicator.decimals, suffix)


def span(periods: list[str]) -> str:
    """The years that occur: "2020–2025"; one year alone."""
    years = sorted({part for period in periods for part in period.replace("–", " ").split()})
    if not years:
        return ""
    return years[0] if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def dataset_links(context: Context, indicator: Indicator) -> list[tuple[str, str]]:
    """Data set codes of an indicator with their addresses at the publisher."""
    return list(context.catalogue.dataset_links(indicator))


def figure_source(context: Context, indicator: Indicator, period: str) -> str:
    """Year, publisher and linked data sets of one figure, as HTML."""
    links = ", ".join(
        f'<a href="{escape(url)}" target="_blank" rel="noopener">{escape(code)}</a>' if url else escape(code)
        for code, url in dataset_links(context, indicator)
    )
    return f"{escape(context.say('Tall for {year}.', year=period))} {escape(indicator.publisher)} ({links})"


def link_to(context: Context, slug: str, **options: str) -> str:
    """Address of another page with this view's choices; empty while there is no such page."""
    spec = next((s for s in NAVIGATION if s.slug == slug), None)
    if spec is None:
        return ""
    names = [o.name for o in spec.options(context.catalogue, context.figures)]
    return f"/{slug}?{urlencode({**view_state.link_query(context.view, names), **options})}"


def link_here(context: Context) -> str:
    """Full address of this very view."""
    base = (st.context.url or "").split("?")[0]
    root = base.removesuffix(f"/{context.view.page}").rstrip("/")
    return f"{root}/{context.view.page}?{urlencode(context.view.to_query(), safe=',')}"
