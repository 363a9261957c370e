"""What a page was asked to tell, and who can explain its numbers."""

import re
from dataclasses import dataclass
from functools import cached_property

from components.words.text import Speaker
from tests.truth.sentences import plain
from tests.truth.walk.store import Bare


@dataclass(frozen=True, eq=False)
class Told:
    """A page in a language, with the bare rows.

    Attributes:
        page: slug.
        bare: the rows, seen from the region and its peers.
        context: of the page: its view, catalogue and index.
        exhibits: by key.
    """

    page: str
    bare: Bare
    context: object
    exhibits: dict

    def speaking(self, language: str) -> "Told":
        """The same told in a language: texts to copy stand in both."""
        return (
            self
            if language == self.language
            else self._others.setdefault(
                language, Told(self.page, self.bare.speaking(language), self.context, self.exhibits)
            )
        )

    @cached_property
    def _others(self) -> dict:
        return {}

    @property
    def language(self) -> str:
        """Of the page."""
        return self.bare.language

    @cached_property
    def say(self) -> Speaker:
        """Numbers as they stand in the page's sentences."""
        return Speaker(self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number as it stands in sentences."""
        return plain(self.say.number(round(value, 9), decimals))

    @cached_property
    def names(self) -> dict[str, str]:
        """What regions are called on the page, and their codes; the longest first."""
        found = {}
        for code in (*self.context.ranked, "NO02", "NO01", "NO081", "EU27_2020", "NO"):
            for short in (True, False):
                name = plain(self.context.catalogue.region_name(code, self.language, short=short))
                found[name] = found[name[:1].upper() + name[1:]] = code
        return dict(sorted(found.items(), key=lambda one: -len(one[0])))

    def year(self, name: str) -> str:
        """The year that a figure is told for: its scoring year, else its newest."""
        score = self.context.catalogue.indicators[name].score
        return max(score.periods) if score else next(iter(self.bare.years(name)), "")

    @cached_property
    def titles(self) -> dict[str, tuple[str, ...]]:
        """What figures are called, and their ids; the longest first."""
        found = {}
        for indicator in self.context.catalogue.indicators.values():
            for text in (indicator.title, indicator.short):
                name = plain(text[self.language]).lower()
                found[name] = tuple(dict.fromkeys((*found.get(name, ()), indicator.id)))
        return dict(sorted(found.items(), key=lambda one: -len(one[0])))

    def titled(self, text: str) -> tuple[str, ...]:
        """The figures that a text names as its subject: before a colon or a gap, or alone."""
        low, found = text.lower(), []
        for whole in (low.strip(" .:"), re.sub(r" \([^()]*\)$", "", low)):
            if whole in self.titles:
                return self.titles[whole]
        first = re.sub(r"^[▲▼●○◆ |]+", "", low).split(" | ")[0].strip(" .:")
        if first in self.titles:
            return self.titles[first]
        pieces = re.split(r" \| |; |, (?=(?:19|20)\d\d)|\. ", low)
        for part in (*pieces, *(one for piece in pieces for one in piece.split(": "))):
            part = re.sub(r"^[▲▼●○◆ |]+", "", part).strip(" .:")
            for end in (part, part.removesuffix(","), re.sub(r",? \d{4}$", "", part)):
                if end in self.titles:
                    found += self.titles[end]
                    break
        return tuple(dict.fromkeys(found))

    @cached_property
    def _known(self) -> dict:
        return {}

    def about(self, block: object) -> tuple[tuple[str, str], ...]:
        """The figures that a block is about, with the year of each: named in it, else what its container links to."""
        if block not in self._known:
            self._known[block] = self._about(block)
        return self._known[block]

    def _about(self, block: object) -> tuple[tuple[str, str], ...]:
        if block.row and (titled := self.titled(block.row[0])):
            return tuple((name, "") for name in titled)
        if titled := self.titled(block.text):
            years = dict(block.named)
            return tuple((name, years.get(name, "")) for name in titled)
        known = self.context.catalogue.indicators
        named = tuple(one for one in block.named if one[0] in known)
        if named and len(named) <= MOST:
            return named
        exhibit = self.exhibits.get(block.exhibit)
        if exhibit is not None:
            columns = exhibit.rows.columns
            if "indicator" not in columns:
                return ()
            at = columns.index("indicator")
            period = columns.index("period") if "period" in columns else None
            pairs = dict.fromkeys(
                (str(row[at]), str(row[period])[:4] if period is not None else "") for row in exhibit.rows.cells
            )
            return tuple(pair for pair in pairs if pair[0] in known)
        options = self.context.view.options
        if options.get("indicator") in known and not block.row:
            return ((options["indicator"], options.get("year") or self.year(options["indicator"])),)
        if options.get("what1") in known:
            return ((options["what1"], self.year(options["what1"])),)
        return ()


MOST = 4  # figures that one text is about
