"""A theme that nobody publishes comparable figures of: what comes nearest, what can be fetched, and who knows more."""

from dataclasses import replace

from markupsafe import Markup

from components.html.markup import answer, links, paragraph, part
from models.catalogue import Indicator, Theme
from models.comparison.scorecard import Strip
from models.comparison.theme_figures import ThemeFigures, theme_figures
from models.keeping import kept
from pages import choices
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.temaer.all_figures import figures_exhibit, grid
from pages.temaer.head import show_head


@kept(64)
def _nearest(release: int, theme: str, focus: str, peers: tuple[str, ...]) -> ThemeFigures:
    """The figures of other themes that the answers to this theme's questions name."""
    known, of_release = releases.catalogue_of(release), releases.figures(release)
    named = (name for question in known.questions.values() if question.theme == theme for name in question.related)
    return theme_figures(of_release, known, [n for n in dict.fromkeys(named) if n in of_release], focus, peers)


def _show_nearest(context: Context, known: ThemeFigures) -> None:
    themes = context.catalogue.themes

    def way_to(strip: Strip) -> str:
        return context.at(themes[strip.indicator.theme].slug, indicator=strip.indicator.id).address

    exhibit = figures_exhibit(context, known, known.strips)
    context.page.exhibit(replace(exhibit, body=grid(context, known.strips, way_to)))


def _coming(context: Context, indicator: Indicator) -> Markup:
    """A figure that is published and could be fetched."""
    say = context.say
    where = links(context.catalogue.dataset_links(indicator))
    return Markup('<div class="answer"><p><b>%s</b></p>%s%s<p class="note">%s %s</p></div>') % (
        say.of(indicator.title),
        paragraph(say.of(indicator.description)),
        paragraph(say.of(indicator.why), "note"),
        say("Publisert av {publisher}:", publisher=indicator.publisher),
        where,
    )


def show_without_figures(context: Context, theme: Theme) -> None:
    """Draw what there is."""
    say, catalogue = context.say, context.catalogue
    nearest = _nearest(context.view.release, theme.id, context.focus, context.peers)
    coming = [i for i in catalogue.of_theme(theme.id) if i.id not in context.figures]
    asked = [q for q in catalogue.questions.values() if q.theme == theme.id]
    parts = [
        (say("Det nærmeste vi har"), "naermest", bool(nearest.strips)),
        (say("Tall vi ikke har ennå"), "kan-hentes", bool(coming)),
        (say("Det folk spør om"), "spoersmaal", bool(asked)),
    ]
    there = [(title, anchor) for title, anchor, some in parts if some]
    show_head(context, theme, there)
    context.missing(
        say(
            "Vi har ingen sammenlignbare tall om dette for europeiske regioner. Under står det nærmeste vi har, hva "
            "andre har publisert, og hvem som kan vite mer."
        )
    )
    with context.row("theme"):
        choices.peer_filter(context)
    for title, anchor in there:
        context.page.html(part(title, anchor))
        if anchor == "naermest":
            _show_nearest(context, nearest)
        elif anchor == "kan-hentes":
            context.page.html(
                Markup('<div class="answers">%s</div>') % (Markup().join(_coming(context, i) for i in coming),)
            )
        else:
            context.page.html(
                Markup('<div class="answers">%s</div>') % (Markup().join(answer(question, say) for question in asked),)
            )
