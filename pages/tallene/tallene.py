"""Om tallene: can I trust it, may I quote it?"""

from functools import lru_cache
from html import escape

import streamlit as st

from components import filters
from components.chrome import SEARCH
from components.markup import answer, heading
from components.tables import Cell, Column, Links, table
from models.catalogue import Catalogue, Indicator
from models.coverage import Coverage, coverage
from models.observations import Figures
from models.search import search
from pages import choices
from pages.context import Context
from pages.digest import show_digest
from pages.tallene.entry import show_entry


def _filters(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    with filters.row("catalogue"):
        filters.choice(
            say("Tema"),
            "theme",
            choices.chosen_again(context, "theme"),
            lambda code: say("Alle temaer") if code == choices.ALL else say.of(catalogue.themes[code].title),
            say,
        )
        filters.choice(
            say("Åpne en indikator"),
            "indicator",
            _ordered(context),
            lambda code: say("Ingen valgt") if code == choices.NONE else say.of(catalogue.indicators[code].title),
            say,
            width=460,
        )


def _ordered(context: Context) -> list[str]:
    codes = [c for c in choices.chosen_again(context, "indicator") if c != choices.NONE]
    titles = {c: context.say.sort_key(context.say.of(context.catalogue.indicators[c].title)) for c in codes}
    return [choices.NONE, *sorted(codes, key=titles.__getitem__)]


def _row(context: Context, indicator: Indicator, found: Coverage) -> list[Cell]:
    say = context.say
    role = {"score": say("Gir poeng"), "context": say("Uten poeng"), "series": say("Grunnlagstall")}[indicator.role]
    if not found.years:
        own = say("ikke hentet ennå") if not found.any_years else say("ingen tall")
    else:
        own = found.years[0] if len(found.years) == 1 else f"{found.years[0]}–{found.years[-1]}"
    if found.older:
        own += f" ({found.older})" if found.years else f"; {found.older}"
    return [
        say.of(indicator.title),
        role,
        own,
        f"{found.peers_newest}/{found.peers}" if found.newest else "–",
        say.listing([context.name(code, short=True) for code in found.missing[:4]])
        + (" …" if len(found.missing) > 4 else ""),
        indicator.publisher,
        Links(list(context.catalogue.dataset_links(indicator))),
    ]


@lru_cache(maxsize=4096)  # some ten sets of peers for every indicator
def _coverage(figures: Figures, catalogue: Catalogue, indicator: str, focus: str, peers: tuple[str, ...]) -> Coverage:
    return coverage(figures, catalogue, catalogue.indicators[indicator], focus, peers)


def _catalogue(context: Context) -> None:
    say, catalogue = context.say, context.catalogue
    chosen = context.view.option("theme")
    text = str(st.session_state.get(SEARCH) or "")
    hits = {h.id for h in search(catalogue, text, 50) if h.kind == "indicator"}
    asked = (context.focus, context.peers)
    for theme in catalogue.themes.values():
        if chosen not in (choices.ALL, theme.id):
            continue
        entries = [i for i in catalogue.indicators.values() if i.theme == theme.id and (not hits or i.id in hits)]
        if not entries:
            continue
        entries.sort(key=lambda i: (("score", "context", "series").index(i.role), say.sort_key(say.of(i.title))))
        rows = [_row(context, i, _coverage(context.figures, catalogue, i.id, *asked)) for i in entries]
        st.html(
            heading(say.of(theme.title))
            + table(
                [
                    Column(say("Indikator")),
                    Column(say("Bruk")),
                    Column(say("År for {name}", name=context.name(context.focus))),
                    Column(say("Regioner med nyeste tall"), numeric=True),
                    Column(say("Mangler")),
                    Column(say("Utgiver")),
                    Column(say("Datasett")),
                ],
                rows,
                say.count("{n} indikator", "{n} indikatorer", len(rows)),
            )
        )


def _missing(context: Context) -> None:
    """What people ask for that nobody publishes comparably."""
    say = context.say
    st.html(heading(say("Spørsmål vi ikke har tall for")))
    for theme in context.catalogue.themes.values():
        asked = [q for q in context.catalogue.questions.values() if q.theme == theme.id]
        if asked:
            with st.expander(f"{say.of(theme.title)} ({len(asked)})"):
                st.html("".join(answer(question, say) for question in asked))


def _sources(context: Context) -> None:
    say = context.say
    rows = [
        [publisher.name, publisher.licence, say.of(publisher.attribution)]
        for publisher in context.catalogue.publishers.values()
    ]
    st.html(
        heading(say("Kilder og lisenser"))
        + table(
            [Column(say("Utgiver")), Column(say("Lisens")), Column(say("Slik navngir vi kilden"))],
            rows,
            say("Alle kilder"),
        )
    )


def _method(context: Context) -> None:
    say, rules = context.say, context.catalogue.rules
    lines = [
        say(
            "Hver indikator brukes for ett referanseår, det samme for alle regioner. "
            "Mangler en region tallet, brukes et naboår, og det står ved tallet."
        ),
        say(
            "0 og 100 poeng er det laveste og høyeste tallet blant 26 faste regioner. "
            "Valg av sammenligningsregioner endrer plasseringen, aldri poengene."
        ),
        say("Indikatorer som måler nesten det samme, deler én vekt."),
        say(
            "Et tema får poeng fra {count} indikatorer, og den samlede poengsummen krever {themes} temaer.",
            count=rules.min_indicators,
            themes=rules.min_themes,
        ),
        say(
            "En region med under {share} prosent av tallene får ingen samlet poengsum.",
            share=say.number(100 * rules.min_coverage),
        ),
        say("År med pandemi og andre uvanlige år gir ikke poeng."),
    ]
    with st.expander(say("Slik regner vi"), icon=":material/functions:"):
        st.html(
            "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
            f'<p class="note">{escape(say("Metodeversjon {version}.", version=rules.version))}</p>'
        )


def render(context: Context) -> None:
    """Draw the page."""
    say, catalogue = context.say, context.catalogue
    with_figures = sum(i.id in context.figures for i in catalogue.indicators.values())
    st.html(
        f'<h1 class="lead">{escape(say("Om tallene"))}</h1><p class="measure">'
        + escape(
            say(
                "{count} indikatorer har tall, {scored} av dem gir poeng. "
                "Alle tall er publisert av andre; beregnede tall er merket.",
                count=with_figures,
                scored=len(catalogue.scored),
            )
        )
        + "</p>"
    )
    _filters(context)
    opened = context.view.option("indicator")
    if opened != choices.NONE:
        show_entry(context, catalogue.indicators[opened])
    _method(context)
    show_digest(context)
    _catalogue(context)
    _missing(context)
    _sources(context)
