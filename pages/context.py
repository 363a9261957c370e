"""What every page gets: the reader's view and what it speaks of."""

from dataclasses import dataclass

from components.text import Speaker
from components.theme import Palette
from components.view_state import Option, ViewState
from models.attractiveness import Attractiveness
from models.catalogue import Catalogue
from models.observations import Figures
from pages.navigation import PageSpec


@dataclass(frozen=True)
class Context:
    """One run of one page for one reader.

    Attributes:
        spec: the page.
        view: what the reader chose.
        options: the page's own choices, with what they may be.
        say: words and numbers in the reader's language.
        colours: for the reader's appearance, light or dark.
        peers: the peer regions chosen, without the focus region.
    """

    spec: PageSpec
    view: ViewState
    options: tuple[Option, ...]
    say: Speaker
    colours: Palette
    catalogue: Catalogue
    figures: Figures
    index: Attractiveness
    peers: tuple[str, ...]

    @property
    def focus(self) -> str:
        """Code of Osloregionen in the chosen region definition."""
        return self.view.lens

    @property
    def ranked(self) -> list[str]:
        """The focus region and its peers."""
        return [self.focus, *self.peers]

    def name(self, region: str, *, short: bool = False) -> str:
        """What the reader calls a region."""
        return self.catalogue.region_name(region, self.say.language, short=short)

    def name_in_full(self, region: str) -> str:
        """A region with its definition: "Osloregionen (målt som Oslo og Viken)"."""
        measured = self.catalogue.measured_as(region, self.say.language)
        return f"{self.name(region)} ({measured})" if measured else self.name(region)
