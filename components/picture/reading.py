"""Rows as a picture reads them: by the names of their columns, with names and numbers of the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.picture.ticks import Axis, decimals_of, round_numbers
from components.rows import Rows
from components.words.quantities import unit_suffix
from components.words.text import Speaker
from models.catalogue import Catalogue, Indicator

Record = Mapping[str, Any]
Records = list[dict[str, Any]]
LONGEST = 46  # characters of a name
NONE = "–"


def short(text: str, most: int = LONGEST) -> str:
    """A name that has room in a picture."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


@dataclass(frozen=True)
class Reading:
    """What rows are read with.

    Attributes:
        rows: the numbers.
        focus: code of the focus region.
        catalogue: names and units.
        say: the reader's language.
        units: of columns, in words; empty where each row has its own or there is none.
        finding: the exhibit's title; figures it names go first.
    """

    rows: Rows
    focus: str
    catalogue: Catalogue
    say: Speaker
    units: Mapping[str, str]
    finding: str = ""

    @property
    def records(self) -> Records:
        """Each row by its columns' names."""
        return [dict(zip(self.rows.columns, cells, strict=True)) for cells in self.rows.cells]

    def indicator(self, record: Record) -> Indicator | None:
        """The indicator of a row."""
        return self.catalogue.indicators.get(str(record.get("indicator")))

    def place(self, code: str, indicator: Indicator | None = None) -> str:
        """What a region is called; the city where its residents were asked."""
        city = self.catalogue.cities.get(code) if indicator is not None and indicator.asked else None
        return self.say.of(city) if city else self.catalogue.region_name(code, self.say.language, short=True)

    def number(self, indicator: Indicator | None, value: float) -> str:
        """A figure as it stands in a chart: the unit is in the heading, but per cent is always told."""
        if indicator is None:
            return self.say.number(value, 1)
        suffix = unit_suffix(self.say, self.catalogue, indicator)
        return self.say.quantity(value, indicator.decimals, suffix if suffix == "%" else "")

    def axis(self, values: Sequence[float], suffix: str = "", most: int = 6) -> Axis:
        """An axis with room for all values."""
        at = round_numbers(min(values), max(values), most)
        decimals = decimals_of(at)
        return Axis(at[0], at[-1], at, tuple(self.say.quantity(n, decimals, suffix) for n in at))
