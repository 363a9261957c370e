"""Rows over time as lines."""

from components.picture import shapes
from components.picture.reading import Reading, Records
from components.picture.ticks import Axis
from components.words.quantities import quantity, unit_suffix

PANELS = 12  # small lines that have room beside each other
_MONTHS = (1, 4, 7, 10, 12)


def broken(points: list[tuple[float, float, str]]) -> tuple[tuple[shapes.Point, ...], ...]:
    """Points in parts: a new one begins where a flag tells of a break, and after a year without a figure."""
    parts: list[list[shapes.Point]] = []
    before: float | None = None
    for x, y, flag in sorted(points, key=lambda point: point[0]):
        if before is None or "b" in flag or x - before > 1:
            parts.append([])
        parts[-1].append((x, y))
        before = x
    return tuple(tuple(part) for part in parts)


def years(first: float, last: float, most: int = 7) -> Axis:
    """An axis of whole years whose last one is named."""
    step = next(s for s in (1, 2, 3, 4, 5, 10, 20, 50) if (last - first) / s <= most - 1)
    at = tuple(sorted(last - step * n for n in range(int((last - first) // step) + 1)))
    return Axis(first, last, at, tuple(str(int(year)) for year in at))


def trend_of(reading: Reading, records: Records) -> shapes.Shape | None:
    """Regions' figures over the years, and the peers' middle half; None where there is one year only."""
    given = [one for one in records if isinstance(one["value"], float | int)]
    own = [one for one in given if one["statistic"] == "figure"]
    indicator = reading.indicator(records[0])
    found = sorted({float(str(one["period"])[:4]) for one in own})
    if indicator is None or len(found) < 2:
        return None
    by_region: dict[str, list[tuple[float, float, str]]] = {}
    for one in own:
        point = float(str(one["period"])[:4]), float(one["value"]), str(one["flag"] or "")
        by_region.setdefault(str(one["region"]), []).append(point)
    lines = [
        shapes.Line(reading.place(code, indicator), broken(points), "focus" if code == reading.focus else "peer")
        for code, points in by_region.items()
    ]
    statistics: dict[float, dict[str, float]] = {}
    for one in given:
        if one["statistic"] != "figure":
            statistics.setdefault(float(str(one["period"])[:4]), {})[str(one["statistic"])] = float(one["value"])
    band = tuple(
        (year, s["lower_quartile"], s["upper_quartile"]) for year, s in sorted(statistics.items()) if len(s) == 3
    )
    middle = [(year, s["median"], "") for year, s in statistics.items() if "median" in s]
    if middle:
        lines.insert(0, shapes.Line(reading.say("Midten"), broken(middle), "middle"))
    spread = [y for line in lines for part in line.parts for _, y in part] + [n for _, a, b in band for n in (a, b)]
    across = found + [year for year, _, _ in band]
    suffix = unit_suffix(reading.say, reading.catalogue, indicator)
    y = reading.axis(spread, suffix if suffix == "%" else "", 5)
    return shapes.Lines(tuple(lines), band, years(min(across), max(across)), y)


def months_of(reading: Reading, records: Records) -> shapes.Shape | None:
    """A year by months, as shares of the year."""
    by_region: dict[str, list[tuple[float, float, str]]] = {}
    for one in records:
        if one["share"] is not None:
            point = float(str(one["period"])[5:7]), float(one["share"]) * 100, ""
            by_region.setdefault(str(one["region"]), []).append(point)
    if not by_region:
        return None
    lines = tuple(
        shapes.Line(reading.place(code), broken(points), "focus" if code == reading.focus else "peer")
        for code, points in by_region.items()
    )
    spread = [y for line in lines for part in line.parts for _, y in part]
    names = tuple(reading.say.month_name(month, short=True) for month in _MONTHS)
    x = Axis(1.0, 12.0, tuple(float(month) for month in _MONTHS), names)
    return shapes.Lines(lines, (), x, reading.axis([0.0, *spread], "%", 5))


def panels_of(reading: Reading, records: Records) -> shapes.Shape | None:
    """Small lines, one a figure of the focus region or one a part of it; None where most have one year only."""
    of_parts = "part" in reading.rows.columns
    groups: dict[str, Records] = {}
    for one in records:
        if isinstance(one["value"], float | int) and (of_parts or one["region"] == reading.focus):
            groups.setdefault(str(one["part"] if of_parts else one["indicator"]), []).append(one)
    panels = [_panel(reading, key, group, of_parts=of_parts) for key, group in groups.items() if len(group) > 1]
    if not panels or 2 * len(panels) < len(groups):
        return None
    return shapes.Panels(tuple(panels[:PANELS]), len(panels))


def _panel(reading: Reading, key: str, group: Records, *, of_parts: bool) -> shapes.Panel:
    ordered = sorted(group, key=lambda one: str(one["period"]))
    points = [(float(str(one["period"])[:4]), float(one["value"]), str(one.get("flag") or "")) for one in ordered]
    first, last = ordered[0], ordered[-1]
    if of_parts:  # what is told of them is how they have changed since the first year
        start = points[0][1]
        points = [(year, (value / start - 1) * 100, flag) for year, value, flag in points] if start else points
        change = points[-1][1]
        title, text = str(last["name"]), ("+" if change > 0 else "") + reading.say.quantity(change, 0, "%")
        ends = str(first["period"]), str(last["period"])
    else:
        indicator = reading.catalogue.indicators[key]
        title = reading.say.of(indicator.short)
        # As the pages tell it: a year that is no normal level is drawn, but not what the figure is.
        usual = [one for one in ordered if indicator.unusual_reason(str(one["period"])) is None]
        told = (usual or ordered)[-1]
        text = quantity(reading.say, reading.catalogue, indicator, float(told["value"]))
        if told is not last:
            text += f" ({indicator.years_of(str(told['period']))})"
        ends = indicator.years_of(str(first["period"])), indicator.years_of(str(last["period"]))
    return shapes.Panel(title, text, broken(points), ends)
