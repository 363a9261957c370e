"""Presentasjoner: those that are ready, and the reader's own, put together from figures, facts and barriers."""

from urllib.parse import urlencode

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph
from pages.exhibits.looked_at import Context
from pages.presentasjoner.ready import ready_words


def _ready(context: Context) -> Markup:
    """What can be shown at once, with the reader's own region definition, peers and release."""
    say, view = context.say, context.view
    query = urlencode(
        {"lang": view.lang, "lens": view.lens, "peers": view.peers, "release": str(view.release)}, safe=","
    )
    listed = Markup().join(
        Markup(
            '<li><h3>%s</h3><p>%s</p><p class="ways"><a href="/vis/klar/%s?%s" target="_blank">%s</a>'
            '<a href="/vis/klar/%s.json?%s" data-story="copy">%s</a></p></li>'
        )
        % (title, about, name, query, say("Vis"), name, query, say("Lag en egen av den"))
        for name, title, about in ready_words(say)
    )
    return Markup('<ul class="ready">%s</ul>') % (listed,)


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    context.page.html(
        lead(say("Vis figurene i et møte"))
        + paragraph(
            say(
                "Trykk «Legg til i presentasjon» under en figur, et faktum eller en barriere. Her ordner du stegene, "
                "skriver egne ord og merknader, og viser dem på storskjerm. Andre kan følge med på egen telefon."
            ),
            "summary",
        )
        + Markup('<p class="way"><a href="/vis/veiledning?lang=%s" target="_blank">%s</a></p>')
        % (context.view.lang, say("Veiledning på to sider"))
        + heading(say("Klare til bruk"))
        + _ready(context)
        + heading(say("Din presentasjon"))
        + Markup('<div class="story-editor" data-lang="%s"><noscript>%s</noscript></div>')
        % (context.view.lang, say("Å lage egne presentasjoner krever JavaScript. De som er klare, kan vises uten."))
    )
