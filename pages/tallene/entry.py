"""One indicator of the catalogue in full: what it measures, from where, how far it reaches."""

from html import escape

import streamlit as st

from components.markup import links
from models.catalogue import Indicator
from models.coverage import coverage
from pages.context import Context
from pages.describe import span, unit_title


def _composition(context: Context, indicator: Indicator) -> str:
    say, rule = context.say, indicator.composition
    if rule.rule == "sum":
        return say("Kan summeres over regioner.")
    if rule.rule == "weighted" and rule.by:
        return say(
            "Kan vektes sammen over regioner med «{by}».", by=say.of(context.catalogue.indicators[rule.by].title)
        )
    reason = (rule.reason_en if say.language == "en" else rule.reason_nb) or ""
    return say("Kan ikke settes sammen over regioner.") + " " + reason


def show_entry(context: Context, indicator: Indicator) -> None:
    """Draw the entry: definition, use, source, filter, coverage and gaps."""
    say, catalogue = context.say, context.catalogue
    found = coverage(context.figures, catalogue, indicator, context.focus, context.peers)
    publisher = catalogue.publisher_of(indicator.publisher)
    codes = links(catalogue.dataset_links(indicator))
    facts = [
        (say("Hva tallet viser"), escape(say.of(indicator.description))),
        (say("Bruk"), escape(say.of(indicator.why))),
        (say("Enhet"), escape(unit_title(context, indicator))),
        (say("Kilde"), f"{escape(indicator.publisher)}: {codes}"),
        (
            say("Filter hos utgiver"),
            f"<code>{escape('; '.join(f'{k}={v}' for k, v in indicator.filter.items()) or '–')}</code>",
        ),
        (
            say("Utregning"),
            f"<code>{escape(indicator.derivation)}</code>" if indicator.derivation else escape(say("Som publisert")),
        ),
        (say("Lisens"), escape(publisher.licence if publisher else "")),
        (
            say("År for {name}", name=context.name(context.focus)),
            escape(
                span(list(found.years))
                or (
                    say("Ingen tall ennå. Kommer når kilden er hentet.")
                    if indicator.figures == "collector"
                    else say("Ingen tall.")
                )
            ),
        ),
        (say("Over regioner"), escape(_composition(context, indicator))),
    ]
    if found.older:
        name = context.catalogue.region_name(found.older, say.language)
        facts.append(
            (
                say("Eldre område"),
                escape(
                    say("{name} ({code}) har egne, eldre tall. De settes aldri sammen.", name=name, code=found.older)
                ),
            )
        )
    if found.missing and found.newest:
        names = say.listing([context.name(c) for c in found.missing])
        facts.append(
            (say("Mangler"), escape(say("Ikke publisert for {year}: {names}.", year=found.newest, names=names)))
        )
    facts += [
        (say("Uvanlige år"), escape(f"{span(list(unusual.periods))}: {say.of(unusual)}"))
        for unusual in indicator.unusual
    ]
    listed = "".join(f"<dt>{escape(term)}</dt><dd>{words}</dd>" for term, words in facts)
    with st.container(border=True, key="entry"):
        st.html(f'<h2>{escape(say.of(indicator.title))}</h2><dl class="facts">{listed}</dl>')
        if indicator.id in context.figures and indicator.role != "series" and indicator.scope == "europe":
            context.link(catalogue.themes[indicator.theme].slug, say("Se tallene"), indicator=indicator.id)
