"""The page where figures cannot be shown, or not yet: what is wrong, in the reader's words."""

import streamlit as st
from markupsafe import Markup

from components.words.text import Speaker

# The server lets these scripts run, and no others (server/policies.py).
COME_BACK = Markup("<script>setTimeout(() => location.reload(), 3000)</script>")
# Once the store can be read, or another fault has taken the place of the one told. A reader who is still not shown
# anything where all is said to be well tries again once a minute, and not again and again; one whose login has run out
# is led to it.
WHEN_MENDED = Markup("""<script>(() => {
  if (window.waitsForMending) return;
  window.waitsForMending = true;
  const here = () => document.querySelector('[data-mending]');
  let may = performance.getEntriesByType('navigation')[0]?.type !== 'reload', before;
  setTimeout(() => { may = true; }, 60000);
  const look = async () => {
    let well = false, reason;
    try {
      const answer = await fetch('/ready', { redirect: 'manual', signal: AbortSignal.timeout(4000) });
      if (answer.type === 'opaqueredirect') well = true;
      else { ({ reason } = await answer.json()); well = answer.ok && !reason; }
    } catch { /* nobody answers: then later */ }
    if (!here()) { window.waitsForMending = false; return; }
    if (well ? may : before && reason && reason !== before) return location.reload();
    if (!well) may = true;
    before = reason ?? before;
    setTimeout(look, 5000);
  };
  look();
})()</script>""")
# What went wrong, in the reader's words; the log has the technical ones, for the one who mends it.
_TROUBLE = {
    "snapshot": "De innebygde tallene mangler eller er skadet.",
    "store_unavailable": "Databasen med tallene kan ikke åpnes.",
    "store_missing": "Databasen med tallene er borte.",
    "store_locked": "Et annet program skriver til databasen med tallene.",
    "store_forbidden": "Tjenesten har ikke lov til å åpne databasen med tallene.",
    "disk_full": "Disken med tallene er full.",
    "disk_fails": "Disken med tallene svikter.",
    "store_empty": "Databasen er tom. Tallene er ikke lastet inn ennå.",
    "store_too_old": "Databasen er laget av en eldre versjon av tjenesten og må oppdateres.",
    "store_too_new": "Databasen er laget av en nyere versjon av tjenesten.",
    "store_damaged": "Databasen er skadet eller inneholder noe annet enn våre tall.",
}


def no_figures(say: Speaker, error: Exception, code: str) -> None:
    """The page when figures cannot be shown: what is wrong, and a code by which the log tells the rest.

    It comes back by itself once the store can be read.

    Args:
        say: the reader's language.
        error: what is wrong; paths, hosts and users in it are not for everybody.
        code: what the log's line is marked with.
    """
    kind = getattr(error, "kind", "")
    st.title(say("Vi kan ikke vise tall akkurat nå"), anchor=False)
    st.error(say(_TROUBLE.get(kind, "Tjenesten er satt opp feil.")), icon=":material/error:")
    st.write(say("Gi beskjed til den som drifter tjenesten, og oppgi koden. Loggen sier hva som må gjøres."))
    st.code(code, language=None)
    back = say("Siden kommer av seg selv når feilen er rettet.")
    st.html(Markup("<p data-mending>%s</p>") % back + WHEN_MENDED, unsafe_allow_javascript=True)


def starting(say: Speaker) -> None:
    """The page while the figures are being loaded; it comes back by itself."""
    st.title(say("Tjenesten starter"), anchor=False)
    st.write(say("Tallene lastes inn. Siden kommer av seg selv om noen sekunder."))
    st.html(COME_BACK, unsafe_allow_javascript=True)


def fault(say: Speaker) -> None:
    """When a page breaks through a fault of ours."""
    st.error(
        say("Noe gikk galt da siden skulle vises. Feilen er logget. Prøv et annet valg, eller last siden på nytt."),
        icon=":material/error:",
    )
