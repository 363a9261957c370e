"""Where readers can write, as the settings say."""

from urllib.parse import quote

from markupsafe import Markup

from components.html.markup import out, paragraph
from components.words.text import Speaker
from data_sources.settings import settings


def contact_html(say: Speaker, before: str, subject: str) -> Markup:
    """A line with the way to the people behind the service, or that no way is set.

    Args:
        say: the reader's language.
        before: what they can be told or asked, already in that language, up to a colon.
        subject: of a letter to them.
    """
    given = settings().contact
    if not given:
        return paragraph(say("Den som drifter nettstedet, har ikke oppgitt en kontaktadresse her."), "note")
    if "://" in given:
        return Markup("<p>%s %s</p>") % (before, out(given, given))
    address = f"mailto:{quote(given, safe='@+')}?subject={quote(subject)}"
    return Markup('<p>%s <a href="%s">%s</a></p>') % (before, address, given)
