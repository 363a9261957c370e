"""Two regions against each other in two sentences, in the reader's language and ready to send in both."""

from functools import partial

from markupsafe import Markup

from components.html.markup import paragraph, to_copy
from components.words.quantities import quantity
from components.words.text import LANGUAGES, Speaker
from components.words.two_regions import RANKABLE, Two, reasons_sentence, standing_sentence
from components.words.wording import sentence, within
from models.comparison.parting import Parting, parting
from models.index.attractiveness import ROOT, gives_points, scored_themes
from models.index.rank_ranges import RankRanges
from pages.choices import ALL
from pages.exhibits.describe import span
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign.strips import Pair


def _found(context: Context, pair: Pair) -> Parting | None:
    if pair.other is None:
        return None
    points = [s for s in pair.strips if gives_points(context.catalogue, s.indicator)]
    return parting(pair.strips, pair.other, points)


def _ranges(context: Context, peers: tuple[str, ...]) -> RankRanges | None:
    """The places in the theme chosen, or in the total, where enough regions are compared for a place to be quoted."""
    theme = context.view.option("theme")
    known = {t.id for t in scored_themes(context.catalogue)}
    if len(peers) + 1 < RANKABLE or (theme != ALL and theme not in known):
        return None
    return releases.ranks(context.focus, peers, context.view.release).get(ROOT if theme == ALL else theme)


def _two(context: Context, say: Speaker, other: str) -> Two:
    theme, name = context.view.option("theme"), partial(context.catalogue.region_name, language=say.language)
    what = "" if theme == ALL else say(" på {theme}", theme=within(say.of(context.catalogue.themes[theme].title)))
    return Two(context.focus, other, name(context.focus), name(other), what)


def _source(context: Context, say: Speaker, parted: Parting) -> str:
    """Publishers and years of the figures named, and how the region is measured."""
    strips = (*parted.focus_ahead, *parted.other_ahead)
    publishers = say.listing(sorted({s.indicator.publisher for s in strips}))
    measured = context.catalogue.measured_as(context.focus, say.language)
    name = context.catalogue.region_name(context.focus, say.language)
    return say(
        "Tall: {publishers}, {years}. {name} er {measured}. Datautgave {number}.",
        publishers=publishers,
        years=span([s.indicator.years_of(s.periods[context.focus]) for s in strips]),
        name=sentence(name),
        measured=measured,
        number=context.view.release,
    )


def sentences(context: Context, say: Speaker, pair: Pair, peers: tuple[str, ...]) -> tuple[str, str] | None:
    """Two sentences and what belongs under them, in a language; None where there is nobody to compare with.

    Args:
        context: the view.
        say: the language, which may be another than the reader's.
        pair: the two and their strips.
        peers: the regions compared with, the second region among them.
    """
    parted = _found(context, pair)
    if parted is None or pair.other is None:
        return None
    two, quantities = _two(context, say, pair.other), partial(quantity, say, context.catalogue)
    told = standing_sentence(say, two, parted, _ranges(context, peers))
    reasons = reasons_sentence(say, two, parted, quantities)
    return f"{told} {reasons}".strip(), _source(context, say, parted) if reasons else ""


def show_sentences(context: Context, pair: Pair, peers: tuple[str, ...]) -> None:
    """Draw the two sentences, and the same in both languages to copy."""
    say = context.say
    own = sentences(context, say, pair, peers)
    if own is None:
        return
    context.page.html(paragraph(own[0], "summary"))
    with context.page.fold(say("Kopier setningene"), key="copy-sentences", aside=True):
        for language in sorted(LANGUAGES, key=lambda code: code != say.language):
            if told := sentences(context, Speaker(language), pair, peers):
                text = to_copy(f"{told[0]}\n{told[1]}", say, context.here(lang=language).address)
                context.page.html(Markup('<div lang="%s">%s</div>') % (language, text))
