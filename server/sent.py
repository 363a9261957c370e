"""What pages of ours send: bounded, from our own pages only, and refused with a sentence."""

from starlette.requests import Request

from components.words.text import Speaker
from models.presentations import MOST_STEPS, BadStory
from models.presentations.story import FIELDS

LONGEST = 1_000_000  # bytes
_FIELDS = {"title": "tittelen", "text": "teksten", "notes": "merknadene"}


class TooLong(Exception):
    """More was sent than is read."""


def same_site(request: Request) -> bool:
    """Whether a page of ours sends it; browsers say so, and what is no browser has no one to mislead."""
    return request.headers.get("sec-fetch-site", "same-origin") == "same-origin"


async def whole_body(request: Request, longest: int = LONGEST) -> bytes:
    """All that is sent.

    Raises:
        TooLong: it is more than `longest` bytes.
    """
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > longest:
            raise TooLong
    return body


def secret_of(request: Request) -> str:
    """The secret that is sent along, never in the address: `Authorization: Bearer …`."""
    kind, _, secret = request.headers.get("authorization", "").partition(" ")
    return secret.strip() if kind.lower() == "bearer" else ""


def refused_words(error: Exception, say: Speaker) -> str:
    """Why a presentation is refused."""
    if isinstance(error, TooLong):
        return say("Presentasjonen er for stor. Ta bort noen steg, eller kort ned merknadene.")
    if not isinstance(error, BadStory):
        return say("Dette er ikke en presentasjon fra denne tjenesten.")
    match error.code:
        case "too_many_steps":
            return say("Presentasjonen har {n} steg. Den kan ha {most}.", n=say.number(error.step), most=MOST_STEPS)
        case "too_long":
            most = say.number(FIELDS[error.field][0])
            if not error.step:
                return say("Tittelen på presentasjonen er for lang. Den kan ha {most} tegn.", most=most)
            field = say(_FIELDS[error.field])
            return say(
                "I steg {n} er {field} for lang. Det er plass til {most} tegn.", n=error.step, field=field, most=most
            )
        case "unknown_template":
            return say("Steg {n} har en mal som tjenesten ikke kjenner.", n=error.step)
        case "wrong_views":
            return say("Steg {n} viser noe som ikke er en side her.", n=error.step)
        case "newer_format":
            return say("Filen er laget av en nyere utgave av tjenesten.")
    return say("Dette er ikke en presentasjon fra denne tjenesten.")
