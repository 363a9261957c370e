"""Kilder og utgaver: who publishes the figures, under which licence, and the releases they came in."""

from markupsafe import Markup

from components.html.markup import heading, lead, paragraph, way
from components.html.tables import Cell, Column, Links, table
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


def _since(context: Context) -> None:
    """The choice of a release since which the news are told, where there is an earlier one."""
    say = context.say
    if len(context.codes("since")) > 1:
        with context.row("since"):
            context.choice(
                "since",
                lambda code: say("Forrige datautgave") if code == NONE else say("Datautgave {number}", number=code),
            )


def _releases(context: Context) -> None:
    say = context.say
    rows = [[str(one.id), say.date(one.created)] for one in reversed(releases.history())]
    context.page.html(
        heading(say("Datautgaver"))
        + paragraph(say("En lenke viser alltid tallene fra den utgaven den ble laget med."))
        + table([Column(say("Utgave")), Column(say("Lagt inn"))], rows, say("Alle datautgaver, den nyeste først"))
    )


def render(context: Context) -> None:
    """Draw the page; what is new since a release that the reader names comes first."""
    say, since = context.say, context.view.option("since")
    context.page.html(
        lead(say("Kilder og utgaver"))
        + paragraph(say("Alle tall er publisert av andre. Navngi kilden når du bruker dem videre."), "measure")
        + Markup("<p>%s</p>") % (way(say("Datasettene for datakataloger (DCAT-AP-NO)"), "/katalog.ttl"),)
    )
    if since != NONE:
        _since(context)
        show_since(context, int(since))
    with context.page.box("publishers"):
        _publishers(context)
    context.page.html(heading(say("Datasett fra hver utgiver")))
    for publisher in context.catalogue.publishers.values():
        _datasets(context, publisher)
    if since == NONE:
        _since(context)
        show_digest(context)
    _releases(context)
