"""A letter with a figure, as an address that opens the reader's own program (RFC 6068)."""

from urllib.parse import quote

LONGEST = 1_900  # characters of the address; some programs cut what is longer than about two thousand


def mailto(subject: str, lines: list[str], link: str, longest: int = LONGEST) -> str:
    """The address: subject, lines, and the link on a line of its own, each line ended as letters want it.

    What is too long loses its last words, never the link.

    Args:
        subject: of the letter.
        lines: of the letter before the link; empty ones part paragraphs.
        link: complete.
        longest: characters of the address.
    """
    head, end = _fitted(_one_line(subject), longest // 3), quote(f"\r\n\r\n{link}", safe="")
    room = longest - len(f"mailto:?subject={head}&body={end}")
    body = _fitted("\r\n".join(_one_line(line) for line in lines), room)
    return f"mailto:?subject={head}&body={body}{end}"


def _fitted(text: str, room: int) -> str:
    """A text as it stands in an address, without the last words that have no room; nothing where none has."""
    coded = quote(text, safe="")
    while len(coded) > room:
        text, _, last = text.rpartition(" ")
        if not last or not text:
            return ""
        coded = quote(f"{text} …", safe="")
    return coded


def _one_line(text: str) -> str:
    """A text without line breaks and other signs that steer: they would begin new heads of a letter."""
    return " ".join("".join(sign if sign.isprintable() or sign == "\u00a0" else " " for sign in text).split())
