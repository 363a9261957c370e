"""A deck that somebody gives us: opened only where it is a presentation, and not larger than memory should hold."""

import io
from zipfile import BadZipFile, LargeZipFile, ZipFile

from lxml import etree
from pptx import Presentation
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation as Deck

LARGEST = 25 * 1024 * 1024  # bytes
LARGEST_UNPACKED = 100 * 1024 * 1024  # bytes; photographs hardly shrink
LARGEST_XML = 30 * 1024 * 1024  # bytes of it that become trees, which take ten times as much
MOST_PARTS, MOST_SLIDES = 8_000, 300
_MAIN = "ppt/presentation.xml"


class NotADeck(Exception):
    """What is given is no presentation, or a damaged or far too large one."""


class TooLarge(NotADeck):
    """It is larger than we open."""


def opened(content: bytes) -> Deck:
    """The presentation in a file.

    Raises:
        TooLarge: it is, or would become so when unpacked, or holds more slides than `MOST_SLIDES`.
        NotADeck: it is no PowerPoint file, or a damaged one.
    """
    if len(content) > LARGEST:
        raise TooLarge
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            # A size that lies is found when it is read: reading ends there, and the check sum is wrong.
            trees = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
            unpacked = sum(part.file_size for part in parts)
            if len(parts) > MOST_PARTS or trees > LARGEST_XML or unpacked > LARGEST_UNPACKED:
                raise TooLarge
            if _MAIN not in archive.namelist():
                raise NotADeck
        deck = Presentation(io.BytesIO(content))
        if len(deck.slides._sldIdLst) > MOST_SLIDES:
            raise TooLarge
        list(deck.slides)  # each is there
    except (
        BadZipFile,
        LargeZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
        etree.XMLSyntaxError,
    ) as error:
        raise NotADeck from error
    return deck
