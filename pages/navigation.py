"""Every page in order, those of the menu first. The menu, the foot, the redirects and the tests read it."""

from collections.abc import Mapping
from functools import partial

from pages.barrierer import options as barriers
from pages.regionen import options as inside
from pages.sammenlign import options as comparing
from pages.spec import PageSpec
from pages.strategi.options import strategy_options
from pages.tallene import options as figures_about
from pages.temaer import options as themes


def _theme(slug: str, title: str, theme: str) -> PageSpec:
    """A theme's page: one template for all six."""
    return PageSpec(
        slug, "Temaer", title, "pages.temaer.tema", partial(themes.theme_options, theme=theme), {"theme": theme}
    )


STRENGTHS = "Styrker, svakheter og barrierer"
INSIDE = "I regionen"
SITE = "Om nettstedet"
NAVIGATION: tuple[PageSpec, ...] = (
    PageSpec("oversikt", "Oversikt", "Oversikt", "pages.oversikt.oversikt"),
    _theme("talent", "Talent", "talent"),
    _theme("investering", "Næringsliv og innovasjon", "investment"),
    _theme("besokende", "Besøkende", "visitors"),
    _theme("klynger", "Klynger", "clusters"),
    _theme("levekar", "Levekår", "living"),
    _theme("samarbeid", "Internasjonalt forskningssamarbeid", "cooperation"),
    PageSpec(
        "plassering",
        "Sammenlign",
        "Plassering",
        "pages.sammenlign.plassering",
        comparing.ranking_options,
        search=("plassering", "rangering", "indeks", "vekter", "rank", "ranking", "index", "weights"),
    ),
    PageSpec(
        "region",
        "Sammenlign",
        "Region mot region",
        "pages.sammenlign.region",
        comparing.scorecard_options,
        search=("sammenligne", "scorecard", "compare", "versus"),
    ),
    PageSpec(
        "to-tall",
        "Sammenlign",
        "To tall mot hverandre",
        "pages.sammenlign.to_tall",
        comparing.scatter_options,
        search=("sammenheng", "korrelasjon", "correlation", "relation", "scatter"),
    ),
    PageSpec(
        "lignende",
        "Sammenlign",
        "Lignende regioner",
        "pages.sammenlign.lignende",
        comparing.likeness_options,
        search=("ligner", "lignende", "lik", "likest", "tvilling", "similar", "alike", "twin"),
    ),
    PageSpec("styrker", STRENGTHS, "Styrker og svakheter", "pages.barrierer.styrker", barriers.strength_options),
    PageSpec("barrierer", STRENGTHS, "Barrierer", "pages.barrierer.barrierer", barriers.barrier_options),
    PageSpec("hva-skal-til", STRENGTHS, "Hva skal til?", "pages.barrierer.hva_skal_til", barriers.experiment_options),
    PageSpec(
        "delregioner",
        INSIDE,
        "Delregionene",
        "pages.regionen.delregioner",
        inside.subregion_options,
        search=("delregion", "kommunene", "vokser", "pendl", "subregion", "grow", "commut"),
    ),
    PageSpec("klyngekatalog", INSIDE, "Klyngekatalog", "pages.regionen.klyngekatalog", inside.cluster_options),
    PageSpec("utvikling", INSIDE, "Utviklingstrekk", "pages.regionen.utvikling", inside.development_options),
    PageSpec("strategi", "Strategi og mål", "Strategi og mål", "pages.strategi.strategi", strategy_options),
    PageSpec(
        "presentasjoner",
        "Presentasjoner",
        "Presentasjoner",
        "pages.presentasjoner.presentasjoner",
        search=("presentasjon", "lysark", "foredrag", "presentation", "slides", "deck"),
    ),
    PageSpec("tallene", "Om tallene", "Alle tall", "pages.tallene.tallene", figures_about.catalogue_options),
    PageSpec(
        "nyeste",
        "Om tallene",
        "Nyeste tall",
        "pages.tallene.nyeste",
        figures_about.by_theme,
        search=("nyeste", "nytt", "ferske", "oppdatert", "newest", "latest", "fresh", "updated", "feed"),
    ),
    PageSpec(
        "kan-jeg-si",
        "Om tallene",
        "Kan jeg si dette?",
        "pages.tallene.kan_jeg_si",
        figures_about.saying_options,
        search=("jeg", "påstand", "utsagn", "siter", "sitat", "faktaboks", "say", "claim", "quot", "cite", "fact"),
    ),
    PageSpec(
        "metode",
        "Om tallene",
        "Slik regner vi",
        "pages.tallene.metode",
        figures_about.method_options,
        search=("metode", "utregning", "beregning", "method", "calculation"),
    ),
    PageSpec(
        "kvalitet",
        "Om tallene",
        "Kvalitet",
        "pages.tallene.kvalitet",
        figures_about.by_theme,
        search=("kvalitet", "pålitelig", "stole", "quality", "reliable", "trust"),
    ),
    PageSpec(
        "kilder",
        "Om tallene",
        "Kilder og utgaver",
        "pages.tallene.kilder",
        figures_about.release_options,
        search=("kilder", "lisens", "datautgave", "revidert", "sources", "licence", "release", "revised"),
    ),
    PageSpec(
        "tilgjengelighet",
        SITE,
        "Tilgjengelighet",
        "pages.nettstedet.tilgjengelighet",
        search=("tilgjengelighetserklæring", "universell", "skjermleser", "accessibility", "wcag"),
        in_menu=False,
    ),
    PageSpec(
        "personvern",
        SITE,
        "Personvern",
        "pages.nettstedet.personvern",
        search=("personvern", "informasjonskaps", "cookie", "privacy", "gdpr"),
        in_menu=False,
    ),
)
FRONT = "oversikt"
# Addresses that were, or that people guess: they lead on.
OLD_SLUGS: Mapping[str, str] = {
    "start": "oversikt",
    "overview": "oversikt",
    "temaer": "talent",
    "sammenlign": "plassering",
    "i-regionen": "delregioner",
    "strategi-og-mal": "strategi",
    "om-tallene": "tallene",
}
