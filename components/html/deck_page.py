"""A presentation as one page: every step in it, so that it goes on without a network, and readable without a script."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from components.deck import Deck
from components.html.deck_step import step_html
from components.html.figure_page import PageFiles, document
from components.words.flags import release_words
from components.words.text import Speaker

# What the script says.
_WORDS = {
    "next": "Neste steg",
    "last": "Dette er det siste steget",
    "notes": "Merknader",
    "nonotes": "Ingen merknader til dette steget.",
    "secretnotes": "Merknadene ser bare den som har redigeringslenken, eller som styrer presentasjonen.",
    "speaker": "Foredragsvindu",
    "gone": "Vinduet med presentasjonen er lukket eller lastes på nytt. Åpne presentasjonen igjen og trykk S.",
    "followhere": "Følg presentasjonen her",
    "steered": "Du styrer. Alle som har lenken åpen, ser det samme steget.",
    "begin": "Start visning som andre kan følge",
    "takeover": "Ta over visningen",
    "remote": "Fjernkontroll: skann med telefonen din, eller gi lenken til den som tar over",
    "remoteshow": "Vis fjernkontrollen (hemmelig)",
    "takeback": "Ta styringen alene",
    "takenback": "Bare du styrer nå",
    "nothere": "Denne presentasjonen er ikke lagret. Lagre den først, så kan andre følge.",
    "follows": "Følger",
    "again": "Følg igjen",
    "full": "Flere følger allerede enn det er plass til. Du kan bla selv, og følger når noen går.",
    "away": "Den som viser, er borte. Du kan bla selv.",
    "lost": "Ingen forbindelse. Den kommer tilbake av seg selv.",
    "faulty": "Tjenesten svarte med en feil. Prøv igjen om litt.",
    "unsent": "Ingen forbindelse. Du kan bla videre her; de som følger, kommer etter.",
    "lostsecret": "Noen andre har tatt over styringen.",
    "partlink": "Lenken er ikke hel, så du kan bare se på. Kopier hele lenken på nytt.",
    "close": "Lukk",
    "closer": "Se nærmere",
    "peers": "Sammenlign med",
    "mark": "Merk en region",
    "none": "Ingen",
    "loading": "Henter …",
    "escape": "Escape fører tilbake til steget.",
    "unasked": "Vi når ikke tjenesten akkurat nå. Steget står som det var.",
    "files": "Tall og filer for dette steget",
    "nofiles": "Dette steget har ingen tall å laste ned.",
    "nofigure": "Dette steget har ingen figur å se nærmere på.",
    "blocked": "Nettleseren slapp ikke fram det nye vinduet. Tillat nye vinduer for denne siden.",
}


def _told(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def releases_words(deck: Deck, say: Speaker) -> str:
    """Which release the figures are of; the oldest and the newest where they are of several."""
    if not deck.releases:
        return ""
    first, last = deck.releases[0], deck.releases[-1]
    if first == last:
        return release_words(say, first)
    return say("Datautgave {first} til {last}.", first=first, last=last)


def _drift(deck: Deck, say: Speaker) -> Markup:
    """How many steps' numbers have changed since their release; each step tells which."""
    steps = [step for step in deck.steps if step.changed]
    if not steps:
        return Markup()
    words = say.count(
        "{n} steg har tall som er endret siden presentasjonen ble laget. Steget viser tallet da og nå.",
        "{n} steg har tall som er endret siden presentasjonen ble laget. Hvert steg viser tallet da og nå.",
        len(steps),
    )
    return Markup('<p class="deck-drift" role="note">%s</p>') % (words,)


def _contents(deck: Deck, say: Speaker) -> Markup:
    listed = Markup().join(
        Markup('<li><a href="#%s">%s</a></li>') % (step.id, step.heading or say("Uten tittel")) for step in deck.steps
    )
    return Markup('<nav class="contents" aria-label="%s"><ol>%s</ol></nav>') % (say("Innhold"), listed)


def _button(name: str, words: str) -> Markup:
    return Markup(
        '<button type="button" data-do="%s" title="%s" aria-label="%s"><span class="sign"></span></button>'
    ) % (
        name,
        words,
        words,
    )


def _bar(say: Speaker) -> Markup:
    """What can be done with a pointer or a thumb; keys do the same."""
    buttons = (
        _button("back", say("Forrige (pil venstre)")),
        Markup('<span class="where" role="status"></span>'),
        _button("on", say("Neste (pil høyre, mellomrom)")),
        _button("overview", say("Oversikt (O)")),
        _button("dark", say("Mørk skjerm (B eller punktum)")),
        _button("speaker", say("Foredragsvindu med merknader (S)")),
        _button("closer", say("Se nærmere (L)")),
        _button("follow", say("La andre følge (Q)")),
        _button("files", say("Tall og filer (F)")),
        _button("print", say("Skriv ut eller lagre som PDF (P)")),
    )
    return Markup('<div class="bar" role="toolbar" aria-label="%s">%s</div>') % (
        say("Presentasjonen"),
        Markup().join(buttons),
    )


def deck_page(deck: Deck, say: Speaker, files: PageFiles, data: Mapping[str, object], appearance: str = "") -> Markup:
    """The page.

    Args:
        deck: what is shown.
        say: its language.
        files: what the page is made with.
        data: what else the script must know: for one that is not kept its notes.
        appearance: "light" or "dark", whatever the screen is; empty to follow it.
    """
    head = Markup(
        '<meta name="robots" content="noindex"><meta name="referrer" content="same-origin">'
        '<script src="%s" defer></script>'
    ) % (files.script,)
    steps = Markup().join(step_html(step, number, len(deck.steps), say) for number, step in enumerate(deck.steps, 1))
    opening = Markup('<header class="deck-head"><h1>%s</h1><p class="measure">%s %s</p>%s%s</header>') % (
        deck.title or say("Presentasjon"),
        deck.service + ".",
        releases_words(deck, say),
        _drift(deck, say),
        _contents(deck, say) if deck.steps else Markup(),
    )
    empty = (
        Markup() if deck.steps else Markup('<p class="missing">%s</p>') % (say("Presentasjonen har ingen steg ennå."),)
    )
    told = {"title": deck.title, "code": deck.code, "service": deck.service, **data}
    told["words"] = {name: say(_WORDS[name]) for name in _WORDS}
    body = Markup('<div id="deck" data-deck="%s">%s<main>%s%s%s</main></div>') % (
        _told(told),
        opening,
        steps,
        empty,
        _bar(say) if deck.steps else Markup(),
    )
    return document(deck.lang, f"{deck.title or say('Presentasjon')} · {deck.service}", head, body, files, appearance)
