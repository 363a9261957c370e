"""Another version of the index than the one in force, as links to older releases tell it."""

from markupsafe import Markup

from components.html.markup import paragraph
from pages.exhibits.looked_at import Context


def other_index(context: Context) -> Markup:
    """That points and places are of an index that is no longer in force; empty where it is."""
    newest = context.choosable.releases[-1]
    then, now = context.choosable.version(context.view.release), context.choosable.version(newest)
    if then == now:
        return Markup()
    words = context.say(
        "Poeng og plasser her er av indeks {then}, som da lenken ble laget. Nå gjelder indeks {now}, med andre "
        "indikatorer og en annen målestokk. En annen plass der er ikke en endring i regionen.",
        then=then,
        now=now,
    )
    return paragraph(words, "notice")
