"""The page where a deck is given and comes back with the newest figures; it works without script."""

from markupsafe import Markup

from components.html.figure_page import SERVICE, PageFiles, document
from components.html.sentence_page import service_head
from components.words.text import Speaker


def renew_page(say: Speaker, address: str, largest: int, files: PageFiles, trouble: str = "") -> Markup:
    """The page.

    Args:
        say: the reader's language.
        address: where the deck is sent.
        largest: megabytes it may have.
        files: what the page is made with.
        trouble: what was wrong with the deck given before; empty for nothing.
    """
    title = say("Forny lysbilder")
    told = (
        say("Lysbilder du har lastet ned her, får tallene i den nyeste datautgaven."),
        say(
            "Det du har skrevet, flyttet eller lagt til selv, står som det er. Sist i filen ligger skjulte lysbilder "
            "som sier hva som er endret, figur for figur, fra hva til hva."
        ),
    )
    words = Markup().join(Markup("<p>%s</p>") % (one,) for one in told)
    wrong = Markup('<p class="notice" role="alert">%s</p>') % (trouble,) if trouble else Markup()
    form = Markup(
        '<form class="renew" method="post" enctype="multipart/form-data" action="%s">'
        '<p><label for="deck">%s</label><br><input id="deck" name="deck" type="file" required '
        'accept=".pptx,application/vnd.openxmlformats-officedocument.presentationml.presentation"></p>'
        '<p><button type="submit">%s</button></p></form><p class="note">%s</p>'
    ) % (
        address,
        say("PowerPoint-fil (.pptx), høyst {size} MB", size=largest),
        say("Forny"),
        say("Filen blir ikke lagret her. Den leses, fornyes og sendes tilbake."),
    )
    body = service_head(say.language) + Markup('<main class="board said"><h1 class="finding">%s</h1>%s%s%s</main>') % (
        title,
        wrong,
        words,
        form,
    )
    return document(say.language, f"{title} · {SERVICE}", Markup(), body, files)
