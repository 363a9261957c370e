"""An exhibit with what its slides need to know."""

from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from components.exhibit import Exhibit
from components.export.plain_text import clean
from components.export.slides.picture import Outlines
from components.export.slides.words import plain
from components.html.exhibit import alternative
from components.html.sources import source_line
from components.html.tools import place_address
from components.view import ViewState
from components.words.text import Speaker
from models.catalogue import Catalogue


@dataclass(frozen=True)
class Told:
    """An exhibit with what its slides need to know.

    Attributes:
        exhibit: the figure.
        view: where it stands.
        catalogue: for definitions.
        base: address of the server, without slash at its end.
        outlines: of areas, for maps.
        short: the link that is read and scanned, whole: the short one where one could be made; "" for the long one.
    """

    exhibit: Exhibit
    view: ViewState
    catalogue: Catalogue
    base: str
    outlines: Outlines
    short: str = ""

    @property
    def say(self) -> Speaker:
        """The language of the view."""
        return Speaker(self.view.lang)

    @property
    def address(self) -> str:
        """Where the figure stands, whole."""
        return f"{self.base}{place_address(self.view, self.exhibit.key)}"

    @property
    def link(self) -> str:
        """Where its code leads: the short link where there is one."""
        return self.short or self.address

    @property
    def shown(self) -> str:
        """The link as it is read: without "https://", and without its query where it is a long one."""
        parts = urlsplit(self.link)
        return f"{parts.netloc}{parts.path}"

    @property
    def words(self) -> str:
        """The figure for those who cannot see it."""
        return alternative(self.exhibit, self.say) or f"{self.exhibit.finding}. {self.exhibit.measure}"

    @property
    def source(self) -> str:
        """Source and release, as words."""
        line = source_line(self.exhibit.source, self.say, self.view.release)
        return f"{unescape(plain(line))} {clean(self.exhibit.credit)}".strip()
