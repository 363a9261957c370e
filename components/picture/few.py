"""Rows of no shape of their own: figures in large type, and small tables."""

from collections.abc import Callable

from components.export.columns import columns_of
from components.picture import shapes
from components.picture.reading import NONE, Reading, Record, Records, short
from components.rows import Cell
from components.words.quantities import quantity
from components.words.wording import sentence


def numbers(reading: Reading, records: Records, most: int = 3) -> shapes.Numbers:
    """The focus region's newest figures: those that the finding names, then the others in the order of the rows."""
    newest: dict[str, Record] = {}
    for one in records:
        if one.get("region", reading.focus) != reading.focus or reading.indicator(one) is None:
            continue
        if not isinstance(one.get("value"), float | int):
            continue
        known = newest.get(str(one["indicator"]))
        if known is None or str(one["period"]) > str(known["period"]):
            newest[str(one["indicator"])] = one
    counts: dict[str, int] = {}
    for row in records:
        if row.get("rank") is not None:
            counts[str(row["indicator"])] = max(counts.get(str(row["indicator"]), 0), int(row["rank"]))
    told = reading.finding.casefold()
    titles = {name: reading.say.of(reading.catalogue.indicators[name].title).casefold() for name in newest}
    order = sorted(newest, key=lambda name: told.find(titles[name]) if titles[name] in told else len(told))
    found = []
    for name in order[:most]:
        newer = newest[name]
        indicator = reading.catalogue.indicators[name]
        more = [indicator.years_of(str(newer["period"]))]
        if newer.get("rank") is not None:
            of = int(newer.get("count") or counts[name])
            more.append(reading.say("nr. {rank} av {count}", rank=int(newer["rank"]), count=of))
        text = quantity(reading.say, reading.catalogue, indicator, float(newer["value"]))
        found.append(shapes.Number(text, short(reading.say.of(indicator.title), 110), " · ".join(more)))
    return shapes.Numbers(tuple(found))


def experiment_of(reading: Reading, records: Records) -> shapes.Shape:
    """What a thought experiment changes: today's figures beside those in it."""
    columns = {one.name: one for one in columns_of(reading.rows, reading.catalogue)}
    say, language = reading.say, reading.say.language

    def text(one: Record, value: Cell) -> str:
        if not isinstance(value, float | int):
            return NONE
        if one["what"] == "figure" and (indicator := reading.catalogue.indicators.get(str(one["node"]))):
            return quantity(say, reading.catalogue, indicator, float(value))
        return say.number(float(value), 0 if one["what"] == "rank" else 1)

    rows = tuple(
        (
            f"{short(columns['node'].names.get(str(one['node']), {}).get(language, str(one['node'])), 60)}: "
            + columns["what"].names.get(str(one["what"]), {}).get(language, str(one["what"])),
            text(one, one["today"]),
            text(one, one["experiment"]),
        )
        for one in records[:7]
    )
    head = ("", columns["today"].label[language], columns["experiment"].label[language])
    return shapes.SmallTable(head, rows, (False, True, True))


def register_of(*columns: str) -> Callable[[Reading, Records], shapes.Shape]:
    """A table of the first rows: names and what else these columns hold."""

    def make(reading: Reading, records: Records) -> shapes.Shape:
        kinds = {one.name: one for one in columns_of(reading.rows, reading.catalogue)}
        language = reading.say.language

        def text(name: str, value: Cell) -> str:
            if value is None or value == "":
                return NONE
            if kinds[name].kind in ("number", "count"):
                return reading.say.number(float(value), 1 if kinds[name].kind == "number" else 0)
            return short(str(value), 52)

        units = [kinds[name].unit[language] for name in columns]
        head = tuple(
            kinds[name].label[language] + (f", {unit}" if unit and len(unit) < 12 else "")
            for name, unit in zip(columns, units, strict=True)
        )
        rows = tuple(tuple(text(name, one[name]) for name in columns) for one in records[:8])
        return shapes.SmallTable(head, rows, tuple(kinds[name].kind in ("number", "count") for name in columns))

    return make


def quality_of(reading: Reading, records: Records) -> shapes.Shape:
    """How many indicators are of each quality."""
    names = next(one.names for one in columns_of(reading.rows, reading.catalogue) if one.name == "quality")
    counts: dict[str, int] = {}
    for one in records:
        counts[str(one["quality"])] = counts.get(str(one["quality"]), 0) + 1
    order = sorted(counts, key=lambda code: (code != "good", -counts[code]))
    return shapes.Bars(
        tuple(
            shapes.Bar(
                sentence(names[code][reading.say.language]),
                float(counts[code]),
                reading.say.number(counts[code]),
                code == "good",
            )
            for code in order
        )
    )
