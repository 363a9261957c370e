"""What one actor can do, as a sheet of A4: nothing to click, both sides filled by the sentences and their sources."""

from datetime import UTC, datetime
from html import escape

from components.html.markup import lead
from pages.barrierer import actor
from pages.barrierer.filters import field_words
from pages.exhibits.looked_at import Context


def sheet(context: Context, doable: actor.Possible, link: str) -> str:
    """The sheet as HTML: title, the measures by how far they have come, the sources with how they were read."""
    say, name = context.say, context.name(context.focus)
    about = say(
        "{count} tiltak mot {barriers} av barrierene som kan holde {name} tilbake{field}. De øverste er prøvd.",
        count=len(doable.measures),
        barriers=len({m.barrier for m in doable.measures}),
        name=name,
        field=field_words(context),
    )
    return (
        '<div class="sheet actor-sheet">'
        f'<p class="on-paper">{escape(_line(context))}</p>{lead(actor.title(context))}'
        f'<p class="measure">{escape(about)}</p>'
        f"{actor.measures_html(context, doable)}{actor.notes_html(context, doable, opened=True)}"
        f'<p class="note"><span data-absolute="{escape(link)}">{escape(link)}</span></p></div>'
    )


def _line(context: Context) -> str:
    """What the paper is, of when, from which release."""
    say = context.say
    release = say("datautgave {number}", number=context.view.release)
    return " · ".join(
        (say.of(context.catalogue.identity.name), say("Barrierer"), say.date(datetime.now(UTC).date()), release)
    )


def show_sheet(context: Context, doable: actor.Possible) -> None:
    """Draw the sheet."""
    context.page.html(sheet(context, doable, context.view.address))
