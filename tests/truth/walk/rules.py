"""Messages with numbers, and what the numbers must be."""

from tests.truth.walk import figures, frame, inside, method, others, plans, points, register, two, verdicts, wider
from tests.truth.walk.templates import Rule


def _rank(told, block, rank, count, **_):
    """A place of a figure that the text is about, in the year told."""
    about = told.about(block)
    if told.page == "metode" and block.row:
        return None
    may = {told.bare.place(name, year) for name, year in figures.years_told(told, about, block.text)}
    if told.page == "metode":
        may |= {told.bare.placed("index")}
    may = [place for place in may if place]
    if not may:
        return None
    fitting = [p for p in may if (str(p[0]), str(p[1])) == (rank, count)]
    return {"rank": [str(p[0]) for p in fitting or may], "count": [str(p[1]) for p in fitting or may]}


RULES = (
    *points.RULES,
    *frame.RULES,
    *verdicts.RULES,
    *wider.RULES,
    *inside.RULES,
    *others.RULES,
    *two.RULES,
    *method.RULES,
    *register.RULES,
    *plans.RULES,
    Rule("nr. {rank} av {count}", ("rank", "count"), _rank),
)
