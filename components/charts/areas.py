"""Europe's regions as areas: what a map shows, and the words that stand around it."""

from collections.abc import Sequence
from dataclasses import dataclass

from components.words.text import Speaker

# Our own address: the outlines are fetched once and serve every map that the reader sees.
OUTLINES = "/assets/outlines/nuts2_2021.geojson"
SURROUNDINGS = "/assets/outlines/europe.geojson"
# They lie so far off that Europe would become small: listed under the map.
FAR_AWAY = frozenset({"ES70", "FRY1", "FRY2", "FRY3", "FRY4", "FRY5", "NO0B", "PT20", "PT30"})


@dataclass(frozen=True)
class Area:
    """A region on the map.

    Attributes:
        code: as in the outlines.
        name: as the reader knows it.
        value: the figure; None where there is none.
        label: the figure in words and unit, or why there is none.
        short: the figure without its unit.
        kind: "focus", "marked", "peer" or "other".
    """

    code: str
    name: str
    value: float | None
    label: str
    short: str = ""
    kind: str = "other"


@dataclass(frozen=True)
class Drawn:
    """Which areas a map can show.

    Attributes:
        shown: in the frame of the map.
        listed: with a figure, but without outline or far outside the frame.
    """

    shown: Sequence[Area]
    listed: Sequence[Area]


def drawable(areas: Sequence[Area], outlined: frozenset[str]) -> Drawn:
    """Tell what can be drawn from what must be listed under the map."""
    shown = [a for a in areas if a.code in outlined and a.code not in FAR_AWAY]
    drawn = {a.code for a in shown}
    return Drawn(shown, [a for a in areas if a.value is not None and a.code not in drawn])


def listed_notice(drawn: Drawn, say: Speaker) -> list[str]:
    """The figures that the map cannot show, as a sentence; nothing where it shows all."""
    if not drawn.listed:
        return []
    named = [f"{area.name} {area.short}" for area in sorted(drawn.listed, key=lambda a: say.sort_key(a.name))]
    return [say("Uten plass på kartet: {regions}.", regions=say.listing(named))]
