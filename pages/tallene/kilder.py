"""Kilder og utgaver: who publishes the figures, under which licence, and the releases they came in."""

from components.html.markup import heading, lead, paragraph
from components.html.tables import Cell, CellLink, Column, Links, table
from models.catalogue import Publisher
from pages.choices import NONE
from pages.exhibits.looked_at import Context
from pages.known import releases
from pages.oversikt.digest import show_digest, show_since


def _publishers(context: Context) -> None:
    say = context.say
    rows: list[list[Cell]] = [
        [
            Links([(say.of(publisher.name), publisher.url)]),
            Links([(publisher.licence, publisher.licence_url)]),
            say.of(publisher.attribution),
        ]
        for publisher in context.catalogue.publishers.values()
    ]
    columns = [Column(say("Utgiver")), Column(say("Lisens")), Column(say("Slik navngir vi kilden"))]
    context.page.html(heading(say("Utgivere og lisenser")) + table(columns, rows, say("Alle kilder")))


def _datasets(context: Context, publisher: Publisher) -> None:
    """The data sets of a publisher that some indicator uses, with how many use each."""
    say, catalogue = context.say, context.catalogue
    used: dict[str, int] = {}
    addresses: dict[str, str] = {}
    for indicator in catalogue.indicators.values():
        if catalogue.publisher_of(indicator.publisher) is publisher:
            for code, address in catalogue.dataset_links(indicator):
                used[code] = used.get(code, 0) + 1
                addresses[code] = address
    if not used:
        return
    rows: list[list[Cell]] = [
        [
            Links([(code, addresses[code])]),
            say.of(catalogue.datasets[code].title) if code in catalogue.datasets else "–",
            say.number(used[code]),
        ]
        for code in sorted(used)
    ]
    columns = [Column(say("Datasett")), Column(say("Innhold")), Column(say("Indikatorer"), numeric=True)]
    title = say("Datasett fra {name} ({n})", name=say.of(publisher.name), n=len(used))
    with context.page.fold(title):
        context.page.html(table(columns, rows, title))


def _releases(context: Context) -> None:
    """Every release, with the way to what has come since."""
    say, newest = context.say, context.choosable.releases[-1]

    def since(number: int) -> Cell:
        if number == newest:
            return "–"
        address = context.here(release=str(newest), since=str(number)).address
        return CellLink(say("Nytt siden utgave {number}", number=number), address)

    rows = [[str(one.id), say.date(one.created), since(one.id)] for one in reversed(releases.history())]
    columns = [Column(say("Utgave")), Column(say("Lagt inn")), Column(say("Nytt siden da"))]
    context.page.html(
        heading(say("Datautgaver"))
        + paragraph(say("En lenke viser alltid tallene fra den utgaven den ble laget med."))
        + table(columns, rows, say("Alle datautgaver, den nyeste først"))
    )


def render(context: Context) -> None:
    """Draw the page; what is new since a release that the reader names comes first."""
    say, since = context.say, context.view.option("since")
    context.page.html(
        lead(say("Kilder og utgaver"))
        + paragraph(say("Alle tall er publisert av andre. Navngi kilden når du bruker dem videre."), "measure")
    )
    if since != NONE:
        show_since(context, int(since))
    with context.page.box("publishers"):
        _publishers(context)
    context.page.html(heading(say("Datasett fra hver utgiver")))
    for publisher in context.catalogue.publishers.values():
        _datasets(context, publisher)
    if since == NONE:
        show_digest(context)
    _releases(context)
