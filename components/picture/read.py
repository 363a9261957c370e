"""Which shape an exhibit's rows have, and the shape made of them.

The names of the columns decide, and how many regions, indicators and years they hold. Rows of no known
shape give up to three figures of the focus region, or a small table.
"""

from collections.abc import Callable

from components.exhibit import Exhibit
from components.export.columns import columns_of
from components.picture import shapes
from components.picture.dots import cloud_of, swarm_of
from components.picture.few import experiment_of, numbers, quality_of, register_of
from components.picture.reading import NONE, Reading, Record, Records, short
from components.picture.series import months_of, panels_of, trend_of
from components.picture.ticks import Axis
from components.words.text import Speaker
from models.catalogue import Catalogue

MANY = 45  # regions; beyond that they are a swarm, and no row of its own has room


def shape_of(exhibit: Exhibit, focus: str, catalogue: Catalogue, say: Speaker) -> shapes.Shape | None:
    """What a picture of an exhibit shows; None where its rows have nothing to draw.

    Args:
        exhibit: whose rows.
        focus: code of the focus region.
        catalogue: names and units.
        say: the reader's language.
    """
    units = {one.name: one.unit[say.language] for one in columns_of(exhibit.rows, catalogue)}
    reading = Reading(exhibit.rows, focus, catalogue, say, units, exhibit.finding)
    records = reading.records
    if not records:
        return None
    for columns, make in _SHAPES:
        if columns <= set(exhibit.rows.columns) and (found := make(reading, records)) is not None:
            return found
    few = numbers(reading, records)
    return few if few.numbers else None


def number_of(exhibit: Exhibit, focus: str, catalogue: Catalogue, say: Speaker) -> shapes.Numbers | None:
    """The one figure of the focus region that an exhibit is about; None where there is none."""
    reading = Reading(exhibit.rows, focus, catalogue, say, {}, exhibit.finding)
    found = numbers(reading, reading.records, 1)
    if found.numbers:
        return found
    shape = shape_of(exhibit, focus, catalogue, say)
    if isinstance(shape, shapes.Bars | shapes.Ranges):
        ours = next((row for row in shape.rows if row.focus), None)
        if ours is not None and ours.text != NONE:
            return shapes.Numbers((shapes.Number(ours.text, ours.label),))
    return None


def _signed(say: Speaker, value: float, decimals: int, suffix: str = "") -> str:
    return ("+" if value > 0 else "") + say.quantity(value, decimals, suffix)


def _bars_by_region(reading: Reading, records: Records) -> shapes.Shape | None:
    """One indicator, one row a region."""
    regions = [str(one["region"]) for one in records]
    if len({one.get("indicator") for one in records}) > 1 or len(set(regions)) < max(len(regions), 2):
        return None
    if len(regions) > MANY:
        return swarm_of(reading, records)
    years = [str(one["period"]) for one in records]
    usual = max(set(years), key=years.count)
    indicator = reading.indicator(records[0])
    rows = []
    for one in records:
        value, period, flag = one["value"], str(one["period"]), str(one["flag"] or "")
        text = NONE if not isinstance(value, float | int) else reading.number(indicator, float(value))
        year = f" ({indicator.years_of(period) if indicator else period})" if period != usual else ""
        code = str(one["region"])
        rows.append(
            shapes.Bar(
                short(reading.place(code, indicator)),
                None if value is None else float(value),
                text + year + (f" {flag}" if flag else ""),
                code == reading.focus,
            )
        )
    return shapes.Bars(tuple(rows))


def _bars_of(
    column: str,
    name: Callable[[Reading, Record], str],
    decimals: int,
    *,
    times: float = 1.0,
    base: float = 0.0,
    suffix: str = "",
    signed: bool | None = None,
) -> Callable[[Reading, Records], shapes.Shape | None]:
    """Bars of one column whose rows are named by `name`; plus signs where a figure is negative, or always."""

    def make(reading: Reading, records: Records) -> shapes.Shape | None:
        given = [one for one in records if isinstance(one[column], float | int)]
        values = [float(one[column]) * times for one in given]
        if len(values) < 2:
            return None
        plus = min(values) < 0 if signed is None else signed
        unit = suffix or ("%" if reading.units.get(column) in ("prosent", "per cent") else "")
        rows = []
        for one, value in zip(given, values, strict=True):
            text = _signed(reading.say, value, decimals, unit) if plus else reading.say.quantity(value, decimals, unit)
            ours = one.get("region") == reading.focus or one.get("part") == "all"
            rows.append(shapes.Bar(short(name(reading, one)), value, text, ours, one.get("within") is False))
        return shapes.Bars(tuple(rows), base, own="industry" in reading.rows.columns)

    return make


def _ranks(reading: Reading, records: Records) -> shapes.Shape | None:
    """Median ranks with their ranges."""
    count = max(len(records), *(int(one["high"] or 1) for one in records))
    rows = []
    for one in records:
        if one["median"] is None:
            continue
        low, middle, high = (float(one[name]) for name in ("low", "median", "high"))
        text = reading.say.number(middle) + (
            f" ({reading.say.number(low)}–{reading.say.number(high)})" if high > low else ""
        )
        code = str(one["region"])
        rows.append(shapes.RangeRow(short(reading.place(code)), low, high, (middle,), text, code == reading.focus))
    at = tuple(float(n) for n in sorted({1, count, *range(5, count, 5)}) if count - n >= 2 or n in (1, count))
    return shapes.Ranges(tuple(rows), Axis(1.0, float(count), at, tuple(reading.say.number(n) for n in at)))


def _parts(reading: Reading, records: Records) -> shapes.Shape | None:
    """Regions whose parts are dots on a line."""
    by_region: dict[str, list[float]] = {}
    for one in records:
        if one["value"] is not None:
            by_region.setdefault(str(one["region"]), []).append(float(one["value"]))
    if not by_region:
        return None
    rows = tuple(
        shapes.RangeRow(
            short(reading.place(code)),
            min(values),
            max(values),
            tuple(values),
            f"{reading.say.number(min(values), 1)} – {reading.say.number(max(values), 1)}"
            if len(values) > 1
            else reading.say.number(values[0], 1),
            code == reading.focus,
        )
        for code, values in by_region.items()
    )
    return shapes.Ranges(rows, reading.axis([v for values in by_region.values() for v in values]))


def _named(_reading: Reading, one: Record) -> str:
    return str(one["name"])


def _place(reading: Reading, one: Record) -> str:
    return reading.place(str(one["region"]))


def _industry(reading: Reading, one: Record) -> str:
    for sectors in reading.catalogue.structure.profiles.values():
        for group in sectors.group:
            if group.id == one["industry"]:
                return reading.say.of(group.title)
    return str(one["industry"])


def _scale(reading: Reading, records: Records) -> shapes.Shape | None:
    """Regions with the figures of one indicator whose name the column bears."""
    column = next((name for name in reading.rows.columns if name in reading.catalogue.indicators), None)
    if column is None or set(reading.rows.columns) != {"region", column}:
        return None
    values = [{**one, "indicator": column, "value": one[column], "period": "", "flag": ""} for one in records]
    return _bars_by_region(reading, values)


# The first whose columns are all there, and that can make a shape of them.
_SHAPES: tuple[tuple[set[str], Callable[[Reading, Records], shapes.Shape | None]], ...] = (
    ({"region", "median", "low", "high"}, _ranks),
    ({"indicator", "region", "period", "statistic", "value"}, trend_of),
    ({"indicator", "region", "period", "share"}, months_of),
    ({"region", "area", "value"}, _parts),
    ({"indicator", "call", "rank", "count"}, numbers),
    ({"indicator", "region", "period", "value", "flag", "rank"}, numbers),
    ({"indicator", "region", "period", "value", "flag"}, _bars_by_region),
    ({"indicator", "region", "period", "value", "flag"}, panels_of),
    ({"part", "name", "period", "value"}, panels_of),
    ({"part", "name", "population", "growth"}, register_of("name", "population", "growth", "job_ratio")),
    ({"part", "name", "value"}, _bars_of("value", _named, 1)),
    ({"municipality", "name", "works_in_oslo"}, _bars_of("works_in_oslo", _named, 0)),
    ({"region", "score"}, _bars_of("score", _place, 1)),
    ({"industry", "quotient"}, _bars_of("quotient", _industry, 2, base=1.0)),
    ({"industry", "regional"}, _bars_of("regional", _industry, 1, signed=True)),
    ({"region", "stability"}, _bars_of("stability", _place, 0, times=100, suffix="%")),
    ({"region", "population", "period"}, cloud_of),
    ({"node", "what", "today", "experiment"}, experiment_of),
    ({"cluster", "name", "sector", "seat"}, register_of("name", "sector", "seat")),
    ({"indicator", "quality"}, quality_of),
    ({"region"}, _scale),
)
