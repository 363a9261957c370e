"""Personvern: what the site keeps, what a reader's browser is asked to keep, and what neither does."""

from dataclasses import dataclass

from markupsafe import Markup

from components.html.markup import bullets, heading, lead, paragraph
from components.words.text import Speaker
from pages.exhibits.looked_at import Context
from pages.nettstedet.contact import contact_html

COOKIE = "_streamlit_xsrf"
LAST_SEEN = "osloregionen.release"  # in the browser's storage of the site, and in that of the visit
STORIES = "osloregionen.presentasjoner"
SHOWING = "vis-"  # and the code of a presentation
COLOURS = "stActiveTheme"  # Streamlit's, one a page


@dataclass(frozen=True)
class Kept:
    """Something that a browser keeps for the site.

    Attributes:
        name: as the browser lists it.
        where: cookie or storage.
        why: what it is for.
        how_long: until when.
    """

    name: str
    where: str
    why: str
    how_long: str


def kept_by_browsers(say: Speaker) -> tuple[Kept, ...]:
    """All that a reader's browser keeps for the site; a test in a real browser holds it."""
    return (
        Kept(
            COOKIE,
            say("Informasjonskapsel"),
            say(
                "Sikkerhet: hindrer at et annet nettsted sender noe hit på dine vegne. Et tilfeldig tall og et "
                "klokkeslett."
            ),
            say("til du lukker nettleseren"),
        ),
        Kept(
            LAST_SEEN,
            say("Nettleserens lager"),
            say(
                "Nummeret på datautgaven du så sist, så Oversikt kan si hva som er nytt siden da. Sendes ikke til oss."
            ),
            say("til du sletter det"),
        ),
        Kept(
            STORIES,
            say("Nettleserens lager"),
            say(
                "Presentasjonene du lager, med dine egne ord og lenkene til å endre dem. De kommer til oss først når "
                "du lagrer eller viser dem."
            ),
            say("til du sletter det"),
        ),
        Kept(
            SHOWING,
            say("Nettleserens lager"),
            say("Lenken til å endre eller styre presentasjonen du viser. Sendes bare når du gjør det."),
            say("til du lukker vinduet"),
        ),
        Kept(
            COLOURS,
            say("Nettleserens lager"),
            say("Lyse eller mørke farger, som i innstillingene på maskinen din. Sendes ikke til oss."),
            say("til du sletter det"),
        ),
    )


def _browser(context: Context) -> None:
    say = context.say
    items = Markup().join(
        Markup("<dt>%s</dt><dd>%s</dd>") % (one.name, f"{one.where}, {one.how_long}. {one.why}")
        for one in kept_by_browsers(say)
    )
    context.page.html(
        heading(say("Dette ligger i nettleseren din"))
        + paragraph(
            say(
                "Nettstedet bruker én informasjonskapsel. Den er nødvendig for at sidene skal virke trygt, og krever "
                "ikke samtykke. Ingenting av dette sier hvem du er."
            )
        )
        + Markup('<dl class="facts terms">%s</dl>') % (items,)
    )


def render(context: Context) -> None:
    """Draw the page."""
    say = context.say
    context.page.html(
        lead(say("Personvern"))
        + paragraph(
            say(
                "Du kan lese alt her uten å logge inn, og vi vet ikke hvem du er. Ingen måler eller følger det du gjør."
            ),
            "summary",
        )
    )
    _browser(context)
    context.page.html(
        heading(say("Dette gjør vi ikke"))
        + bullets(
            (
                say("Ingen statistikk over besøk, verken vår egen eller andres."),
                say("Ikke noe innhold fra andre nettsteder: tekst, kart, skrifter og programkode kommer herfra."),
                say("Ingen oversikt over hva du søker etter eller velger."),
                say("Ingen deling med andre, ingen annonser og ingen profiler."),
            ),
            "prose",
        )
        + heading(say("Dette ligger hos oss"))
        + bullets(
            (
                say(
                    "Mens en side er åpen, husker serveren valgene dine for å kunne tegne siden. De slettes når du "
                    "lukker den."
                ),
                say(
                    "Lager du en kort lenke, lagrer vi hvilken visning den leder til, uten hvem som laget den. Den "
                    "virker for alle som har den."
                ),
                say(
                    "Lagrer du en presentasjon, ligger den hos oss med ordene du skrev, uten hvem som skrev dem. Den "
                    "som har lenken, kan lese den. Skal den slettes, må du be om det."
                ),
                say("Feil skrives i en logg: hva som sviktet, og hvilken visning det gjaldt, ikke hvem som så på den."),
                say(
                    "Nettleseren sender IP-adressen din til serveren, ellers får du ikke svar. Tjenesten lagrer den "
                    "ikke. Den som drifter serveren, kan ha en logg av hensyn til sikkerheten; spør dem om den."
                ),
            ),
            "prose",
        )
        + heading(say("Har du spørsmål?"))
        + contact_html(say, say("Spør om personvern her:"), say("Personvern"))
        + paragraph(
            say(
                "Du har rett til å vite hva som er lagret om deg, og til å få det rettet eller slettet. Du kan klage "
                "til Datatilsynet."
            )
        )
    )
