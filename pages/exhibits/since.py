"""A figure of an older release, alone on its page: how many of its numbers have changed since, then and now."""

from markupsafe import Markup

from components.exhibit import Exhibit
from components.export.moved import moved, told
from components.html.markup import paragraph
from components.html.tables import Column, table
from components.html.tools import figure_address
from components.view import ViewState
from pages.exhibits.index_version import other_index
from pages.exhibits.registry import UnknownExhibit, exhibit, seen

SHOWN = 50  # numbers in the table; the page of the figure and the terminal tell more


def since(view: ViewState, shown: Exhibit) -> Markup:
    """What has changed in a figure since its release; empty where that is the newest.

    Args:
        view: where it stands.
        shown: the figure.

    Raises:
        DataError: the store cannot be read.
    """
    context = seen(view).context
    say, newest = context.say, context.choosable.releases[-1]
    if view.release == newest:
        return Markup()
    there = context.here(release=str(newest))
    release = {"release": view.release, "newest": newest}
    try:
        now = exhibit(there, shown.key)
    except UnknownExhibit:
        words = say("Du ser datautgave {release}. Figuren finnes ikke i datautgave {newest}.", **release)
        return _notice(words, say("Vis datautgave {newest}", newest=newest), there.address, Markup())
    moves = moved(shown.rows, now.rows, context.catalogue)
    fold = other_index(context)
    if not moves:
        words = say("Lenken viser datautgave {release}. Tallene her er de samme i datautgave {newest}.", **release)
    else:
        words = say.count(
            "{n} tall i denne figuren er endret siden lenken ble laget. Du ser datautgave {release}.",
            "{n} tall i denne figuren er endret siden lenken ble laget. Du ser datautgave {release}.",
            len(moves),
            **release,
        )
        own = sorted(moves, key=lambda move: move.code("region") != view.lens)
        listed = told(own[:SHOWN], (now.rows, shown.rows), context.catalogue, say)
        columns = [
            Column(say("Tall")),
            Column(say("Datautgave {number}", number=view.release), numeric=True),
            Column(say("Datautgave {number}", number=newest), numeric=True),
        ]
        rows = table(columns, [[one.what, one.before, one.now] for one in listed], say("Tall som er endret"))
        if len(moves) > SHOWN:
            few = say("De {shown} første av {count}.", shown=SHOWN, count=say.number(len(moves)))
            rows += paragraph(few, "note")
        fold += Markup("<details><summary>%s</summary>%s</details>") % (say("Se hva som er endret"), rows)
    return _notice(words, say("Vis datautgave {newest}", newest=newest), figure_address(there, shown.key), fold)


def _notice(words: str, way: str, address: str, inside: Markup) -> Markup:
    return Markup('<div class="since"><p class="drift" role="status">%s <a href="%s">%s</a></p>%s</div>') % (
        words,
        address,
        way,
        inside,
    )
