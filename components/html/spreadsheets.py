"""How a figure's numbers come into a spreadsheet and stay new, as a small page: what to paste, and where."""

from markupsafe import Markup

from components.html.markup import heading, paragraph, to_copy
from components.words.text import Speaker


def _steps(items: list[str]) -> Markup:
    return Markup('<ol class="steps-to">%s</ol>') % (Markup().join(Markup("<li>%s</li>") % (one,) for one in items),)


def spreadsheets(say: Speaker, address: str, query: str, formula: str) -> Markup:
    """What to do in Excel and in Google Sheets.

    Args:
        say: the reader's language.
        address: of the numbers, complete; it always holds the newest.
        query: for Excel's Power Query.
        formula: for Google Sheets.
    """
    excel = [
        say("Velg Data → Hent data → Fra andre kilder → Tom spørring."),
        say("Velg Hjem → Avansert redigering, bytt ut alt som står der, med teksten under, og velg Ferdig."),
        say("Velg Lukk og last inn. Senere henter Data → Oppdater alle de nyeste tallene."),
    ]
    return (
        paragraph(say("Lim inn dette, så henter regnearket selv de nyeste tallene. Ingen fil må lastes ned igjen."))
        + heading("Excel")
        + _steps(excel)
        + to_copy(query, say)
        + heading(say("Google Regneark"))
        + paragraph(say("Lim formelen inn i en tom celle. Den virker også når arket har norske innstillinger."))
        + to_copy(formula, say)
        + heading(say("Andre programmer"))
        + paragraph(say("Adressen gir CSV med komma mellom kolonnene og punktum i tallene."))
        + to_copy(address, say)
    )
