"""Earlier versions of the product's own index: what a release made with them, and a link to it, are still scored by."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from pydantic import Field, FiniteFloat

from models.catalogue.files import Files
from models.catalogue.indicator import Indicator, Score
from models.catalogue.texts import Frozen, Text
from models.catalogue.types import IndexRules, Theme

FOLDER = "earlier"


class ScoredThen(Frozen):
    """How an indicator entered the index then, and the reason given."""

    score: Score
    why: Text


class EarlierIndex(Frozen):
    """One version of the index, frozen: `earlier/VERSION.toml`.

    Attributes:
        rules: when a score existed.
        theme: the themes with their weights and names.
        scored: the indicators that gave points.
        goalposts: the figures that gave 0 and 100 points.
    """

    rules: IndexRules
    theme: tuple[Theme, ...] = Field(min_length=1)
    scored: dict[str, ScoredThen] = Field(min_length=1)
    goalposts: dict[str, tuple[FiniteFloat, FiniteFloat]]

    @property
    def themes(self) -> dict[str, Theme]:
        """The themes by id."""
        return {theme.id: theme for theme in self.theme}

    def of(self, indicator: Indicator) -> Indicator:
        """An indicator as it was then; one that has begun to give points since gives none."""
        if then := self.scored.get(indicator.id):
            direction = "higher_better" if indicator.direction == "none" else indicator.direction
            return indicator.model_copy(
                update={"role": "score", "score": then.score, "why": then.why, "direction": direction}
            )
        if indicator.role != "score":
            return indicator
        version = self.rules.version
        why = Text(nb=f"Ga ikke poeng i indeks {version}.", en=f"Was not scored in index {version}.")
        return indicator.model_copy(update={"role": "context", "score": None, "why": why})


@dataclass(frozen=True)
class Mistake:
    """What does not fit: the file, the key and the words."""

    file: str
    key: str
    words: str


def read_earlier(files: Files) -> dict[str, EarlierIndex]:
    """The versions that the folder keeps, oldest first."""
    versions: dict[str, EarlierIndex] = {}
    for path in sorted((files.folder / FOLDER).glob("*.toml")):
        file = f"{FOLDER}/{path.name}"
        data = files.toml(file, "rules", "theme", "scored", "goalposts")
        if file in files.unread or (one := files.one(EarlierIndex.model_validate, data, file, path.stem)) is None:
            continue
        if one.rules.version != path.stem:
            files.complain(file, "rules.version", f"must be the file's name (got '{one.rules.version}')")
        versions[path.stem] = one
    return versions


def mistakes(
    earlier: Mapping[str, EarlierIndex], indicators: Mapping[str, Indicator], themes: Collection[str], version: str
) -> Iterator[Mistake]:
    """What an earlier version names exists, and every scored indicator has its goalposts and theme."""
    for name, one in earlier.items():
        file = f"{FOLDER}/{name}.toml"
        if name == version:
            yield Mistake(file, "rules.version", f"'{version}' is the version of index.toml; raise that one")
        for code in one.scored:
            if code not in indicators:
                yield Mistake(file, f"scored.{code}", f"unknown indicator '{code}' (indicators/)")
            elif indicators[code].theme in themes and indicators[code].theme not in one.themes:
                yield Mistake(file, f"scored.{code}", f"its theme '{indicators[code].theme}' is not among the themes")
        for code in sorted(one.scored.keys() ^ one.goalposts.keys()):
            yield Mistake(file, f"goalposts.{code}", "a scored indicator has goalposts, and nothing else has")
