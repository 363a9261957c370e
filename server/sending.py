"""Files as answers: to be kept, or to be asked for again."""

from urllib.parse import quote

from starlette.responses import Response

from components.words.text import Speaker
from server.asked import SOON, said


def sent(content: bytes, name: str, media: str) -> Response:
    """A file to be kept under a name."""
    return Response(
        content, media_type=media, headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
    )


def busy(say: Speaker) -> Response:
    """Too many files are being made."""
    title = say("Mange lager filer akkurat nå")
    return said(503, title, say("Filen kommer av seg selv om noen sekunder."), say, again=SOON)
