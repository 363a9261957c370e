"""Rows as dots: many regions along one axis, or two indicators against each other."""

from components.picture import shapes
from components.picture.reading import Reading, Records
from components.words.quantities import unit_suffix
from models.comparison.far import axis_end


def swarm_of(reading: Reading, records: Records) -> shapes.Shape | None:
    """Many regions along one axis."""
    given = [one for one in records if isinstance(one["value"], float | int)]
    if len(given) < 2:
        return None
    indicator = reading.indicator(given[0])
    dots = []
    for one in given:
        ours = one["region"] == reading.focus
        label = f"{reading.place(str(one['region']), indicator)} {reading.number(indicator, float(one['value']))}"
        dots.append(shapes.Dot(float(one["value"]), 0.0, 0.2, label if ours else "", "focus" if ours else "other"))
    suffix = unit_suffix(reading.say, reading.catalogue, indicator) if indicator else ""
    shown, beyond = _without_far(dots)
    text = reading.say.count("{n} region lenger til høyre", "{n} regioner lenger til høyre", beyond) if beyond else ""
    axis = reading.axis([dot.x for dot in shown], suffix if suffix == "%" else "")
    return shapes.Dots(tuple(shown), axis, beyond=text)


def _without_far(dots: list[shapes.Dot]) -> tuple[list[shapes.Dot], int]:
    """Dots without the few so far to the right that the others could not be told apart, and how many these are."""
    end = axis_end([dot.x for dot in dots], [dot.x for dot in dots if dot.kind == "focus"])
    if end is None:
        return dots, 0
    near = [dot for dot in dots if dot.x <= end]
    return near, len(dots) - len(near)


def cloud_of(reading: Reading, records: Records) -> shapes.Shape | None:
    """Two indicators against each other."""
    names = [name for name in reading.rows.columns if f"{name}_flag" in reading.rows.columns]
    pair = [reading.catalogue.indicators[name] for name in names if name in reading.catalogue.indicators]
    if len(pair) != 2:
        return None
    across, up = pair
    given = [one for one in records if one[across.id] is not None and one[up.id] is not None]
    if len(given) < 2:
        return None
    largest = max(float(one["population"] or 0) for one in given) or 1.0
    dots = [
        shapes.Dot(
            float(one[across.id]),
            float(one[up.id]),
            float(one["population"] or 0) / largest,
            reading.place(str(one["region"])) if one["region"] == reading.focus else "",
            "focus" if one["region"] == reading.focus else "other",
        )
        for one in given
    ]
    titles = [f"{reading.say.of(one.short)}, {reading.say.of(reading.catalogue.units[one.unit].title)}" for one in pair]
    return shapes.Dots(
        tuple(dots), reading.axis([d.x for d in dots]), reading.axis([d.y for d in dots]), titles[0], titles[1]
    )
