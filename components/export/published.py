"""What is published of an indicator, for those who collect descriptions of data sets: catalogues and search engines."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from models.catalogue import Indicator, Publisher

KEYS = ("trend", "ranking")  # the exhibits of a theme's page that hold an indicator's figures: by year, and the newest
ENDINGS = ("csv", "json")


@dataclass(frozen=True)
class Published:
    """An indicator whose figures can be fetched.

    Attributes:
        indicator: what is measured.
        publisher: whose figures they are; None where the catalogue does not know them.
        sources: addresses of the data sets at the publisher.
        page: slug of the page whose exhibits hold the figures.
        years: the first and the last with a figure.
        regions: how many regions have one.
        issued: when the release was made.
    """

    indicator: Indicator
    publisher: Publisher | None
    sources: tuple[str, ...]
    page: str
    years: tuple[int, int]
    regions: int
    issued: datetime

    @property
    def landing(self) -> str:
        """Path and query of the indicator's own page; no release, so that it stays the same."""
        return f"/tallene?{urlencode({'indicator': self.indicator.id})}"

    def file(self, key: str, ending: str, language: str = "nb") -> str:
        """Path and query of a file with the newest figures.

        Args:
            key: of the exhibit, one of `KEYS`.
            ending: one of `ENDINGS`; a CSV file is the one for programs.
            language: of its texts.
        """
        form = {"form": "machine"} if ending == "csv" else {}
        query = urlencode({"lang": language, "indicator": self.indicator.id, **form})
        return f"/tall/{self.page}/{key}.{ending}?{query}"
