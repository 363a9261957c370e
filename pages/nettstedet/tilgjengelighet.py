"""Tilgjengelighet: the official statement, what is known not to work, what has been tested, and how to report."""

from markupsafe import Markup

from components.html.markup import bullets, heading, lead, out, paragraph
from data_sources.settings import settings
from pages.exhibits.looked_at import Context
from pages.nettstedet.contact import contact_html

AUTHORITY = "https://www.uutilsynet.no/"


def _statement(context: Context) -> Markup:
    """The way to the official statement, or that none is named."""
    say, address = context.say, settings().accessibility_statement
    if not address:
        return paragraph(
            say("Den som drifter nettstedet, har ikke lagt inn lenken til den offisielle erklæringen ennå."), "note"
        )
    return Markup("<p>%s</p>") % (out(say("Den offisielle tilgjengelighetserklæringen"), address),)


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    context.page.html(
        lead(say("Tilgjengelighet"))
        + paragraph(
            say(
                "Alle skal kunne lese tallene her, også med tastatur, skjermleser eller forstørret tekst. Målet er "
                "kravene i WCAG 2.2 på nivå A og AA."
            ),
            "summary",
        )
        + _statement(context)
        + heading(say("Dette virker ikke godt nok"))
        + bullets(
            (
                say(
                    "Merkelappene i diagrammene kommer bare fram med mus eller finger. De samme tallene står i Tabell "
                    "under diagrammet, og en tekst sier hva det viser."
                ),
                say(
                    "I kartet over kommuner og klynger i Klyngekatalog ser du tallet for én kommune bare med mus eller "
                    "finger. Alle står i Tabell under kartet."
                ),
                say(
                    "Uten JavaScript kan du lese alle sider, men valg i nedtrekkslister, søk og diagrammer virker ikke."
                ),
                say(
                    "Nedtrekkslistene lages av programvaren Streamlit. Når lista er åpen, er noen av beskjedene til "
                    "skjermlesere på engelsk."
                ),
                say(
                    "Prikkene for andre regioner i Europa, søylene for land og EU og feltet for den midtre halvdelen "
                    "er lysere enn 3:1 mot siden, også i lysbilder, PDF og bilder. Tallene står ved siden av eller i "
                    "Tabell; for feltet står bare midten."
                ),
                say(
                    "PNG-bilder har ingen tekst for skjermlesere i seg. Du kopierer den under Last ned, og skriver den "
                    "inn der du bruker bildet. I SVG, PDF og PowerPoint følger den med."
                ),
                say(
                    "Vi har ikke prøvd sidene og filene sammen med brukere av hjelpemidler, bare med verktøy og "
                    "tastatur."
                ),
            ),
            "prose",
        )
        + heading(say("Slik er det prøvd"))
        + bullets(
            (
                say("Hver side, på norsk og engelsk og i lyse og mørke farger, med kontrollverktøyet axe."),
                say("Hver side med bare tastatur: alt som kan velges, nås, og du ser hvor du er."),
                say(
                    "Hver side på en smal skjerm (320 punkter) og forstørret til det dobbelte, uten å rulle sidelengs."
                ),
                say(
                    "Lysbildene i PowerPoint: tittel, språk, rekkefølge, tekst til hvert diagram og bilde, og "
                    "kontrasten i all tekst. PDF-ene lages etter PDF/UA, som skjermlesere bruker. I Excel er det tall "
                    "med overskrifter, og ingen diagrammer."
                ),
            ),
            "prose",
        )
        + heading(say("Si fra"))
        + contact_html(say, say("Finner du noe du ikke får brukt, så si fra her:"), say("Tilgjengelighet"))
        + Markup("<p>%s %s</p>")
        % (
            say("Digitaliseringsdirektoratet fører tilsyn med at offentlige nettsteder kan brukes av alle:"),
            out("uutilsynet.no", AUTHORITY),
        )
    )
