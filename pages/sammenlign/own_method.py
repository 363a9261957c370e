"""The reader's own way to compute the index: theme weights, the mean between themes, and the scale's ends."""

from markupsafe import Markup

from components.html.markup import paragraph, way
from models.index.attractiveness import Method, scored_themes, usual
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.sammenlign import options


def own_weights(context: Context) -> releases.Weights:
    """The reader's theme weights where they differ from the catalogue's, else nothing."""
    chosen = options.chosen_weights(context.view.options)
    own = {theme.id: theme.weight for theme in scored_themes(context.catalogue)}
    return () if chosen == own or not any(chosen.values()) else tuple(sorted(chosen.items()))


def own_method(context: Context) -> Method | None:
    """The mean and the scale of this view where they differ from the index's."""
    chosen = options.chosen_method(context.view.options)
    return None if chosen == usual(context.catalogue) else chosen


def own_method_filters(context: Context) -> None:
    """The widgets, in a part that is closed until the reader wants them."""
    say = context.say
    means = {
        "arithmetic": say("Vanlig: sterke temaer veier opp for svake"),
        "geometric": say("Geometrisk: svake temaer trekker mer ned"),
    }
    scales = {
        "minmax": say("Gir under 0 eller over 100 poeng"),
        "clipped": say("Gir 0 eller 100 poeng"),
    }
    with context.page.fold(say("Regn på din egen måte")):
        note = say("Vekt temaene selv. 0 betyr at temaet ikke teller. De som teller, veier like mye fra før.")
        context.page.html(paragraph(note, "note"))
        for theme in scored_themes(context.catalogue):
            if theme.weight_note:
                context.page.html(paragraph(say.of(theme.weight_note), "note"))
        with context.row("weights"):
            for theme in scored_themes(context.catalogue):
                context.steps(options.weight_name(theme.id))
        with context.row("method"):
            context.choice("mean", means.__getitem__, resets=("scale",))
            context.choice("scale", scales.__getitem__)
        back = context.here(*options.method_names(context.catalogue))
        context.page.html(Markup('<p class="way">%s</p>') % (way(say("Tilbake til vår måte"), back.address),))
