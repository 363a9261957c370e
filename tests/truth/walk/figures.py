"""Numbers explained by the figures that a text is about: of a region in a year, its place, the middle, the distance."""

import re
from statistics import median

from tests.truth.numbers import shown
from tests.truth.sentences import plain
from tests.truth.walk.templates import NUMBER

_UNIT = r"[^\d|:;]{0,32}?"


def explained(text: str, told: object, block: object) -> tuple[str, list[str]]:
    """A text without the numbers that its figures explain, and those that are others than they should be."""
    about = told.about(block)
    if not about:
        return text, []
    number, asked = NUMBER[told.language], text
    wrong: list[str] = []
    also = [told.context.catalogue.indicators[name].told_by for name, _ in about]
    about = (*about, *((name, "") for name in dict.fromkeys(also) if name))
    for name, _ in about:
        for period, window in told.context.catalogue.indicators[name].windows.items():
            text = text.replace(window, f"{period}{'·' * (len(window) - 4)}")

    def hide(found: re.Match[str], *groups: str) -> str:
        out = found[0]
        for group in groups:
            start, end = (at - found.start() for at in found.span(group))
            out = out[:start] + "·" * (end - start) + out[end:]
        return out

    def value_in_year(found: re.Match[str]) -> str:
        return hide(found, "v", "y") if _is_value(told, about, block, found["v"], found["y"]) else found[0]

    pair = re.compile(rf"(?P<v>(?<![\w,.–]){number})(?!\d){_UNIT}(?: i | in | \(| \| |, )(?P<y>(?:19|20)\d\d)(?!\d)")
    text = pair.sub(value_in_year, text)

    back = re.compile(rf"(?P<y>(?<!\d)(?:19|20)\d\d) \((?P<v>{number})(?!\d)")
    text = back.sub(value_in_year, text)

    told_for = re.compile(
        rf"(?P<w>{re.escape(plain(told.say('Tall for {year}', year='')).strip())} )(?P<y>(?:19|20)\d\d)(?!\d|–)"
    )

    def told_year(found: re.Match[str]) -> str:
        first = re.search(number, asked.split(" | ", 1)[-1])
        good = first and any(first[0] in _texts(told, name, found["y"], (told.bare.focus,)) for name, _ in about)
        return hide(found, "y") if good else found[0]

    text = told_for.sub(told_year, text)
    same = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?!\d|–)")

    def same_as(found: re.Match[str]) -> str:
        good = any(
            _texts(told, name, found["y"], (told.bare.focus,))
            == _texts(told, name, told.year(name), (told.bare.focus,))
            for name, _ in about
        )
        return hide(found, "y") if good else found[0]

    if plain(told.say("Det samme som i {year}", year="")).strip() in asked:
        text = same.sub(same_as, text)
    names = "|".join(map(re.escape, told.names))
    of_region = re.compile(rf"(?P<r>{names}):? (?:\| )?(?P<v>{number})(?!\d)")

    def region_value(found: re.Match[str]) -> str:
        code = told.names[found["r"]]
        good = any(found["v"] in _texts(told, name, year, (code,)) for name, year in years_told(told, about, asked))
        return hide(found, "v") if good else found[0]

    text = of_region.sub(region_value, text)
    allowed = {one for name, year in years_told(told, about, asked) for one in _own(told, name, year)}
    years = {year or told.year(name) for name, year in about}
    for name, _ in about:
        years |= _breaks(told, name)

    def single(found: re.Match[str]) -> str:
        given = found[0].lstrip("+")
        return "·" * len(found[0]) if given in allowed or given in years else found[0]

    return re.sub(rf"(?<![\w,.–])\+?(?:{number})(?![\d])", single, text), wrong


def _breaks(told, name):
    """The years in which the region's own series, or its survey, breaks."""
    return set(told.context.catalogue.indicators[name].breaks) | told.bare.broken(name)


def years_told(told, about, text):
    """Each figure with the years that may be meant: those named in the text, else the year of the view."""
    named = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", text)
    for name, year in about:
        known = told.bare.rows.get(name, {})
        windows = {window: period for period, window in told.context.catalogue.indicators[name].windows.items()}
        named_here = named + [period for window, period in windows.items() if window in text]
        spoken = [one for one in named_here if one in known] or [year or next(iter(told.bare.years(name)), "")]
        for one in spoken:
            yield name, one


def _texts(told, name, year, regions):
    decimals = told.context.catalogue.indicators[name].decimals
    values = told.bare.near(name, year, regions) if year else {}
    return {told.number(value, decimals) for value in values.values()}


def _is_value(told, about, block, given, year):
    regions = {told.bare.focus, *(code for name, code in told.names.items() if name in block.text)}
    return any(
        given in _texts(told, name, year, tuple(regions)) or given == _of_middle(told, name, year) for name, _ in about
    )


def _of_middle(told, name, year):
    """Money of its year in per cent of the middle of the peers that report in all of the region's years."""
    indicator = told.context.catalogue.indicators[name]
    if not told.context.catalogue.units[indicator.unit].current_prices:
        return None
    own = {y: v for y, v in told.bare.rows[name].items() if told.bare.focus in v and len(y) == 4}
    always = [p for p in told.bare.peers if all(p in v for v in own.values())]
    return (
        told.number(100 * own[year][told.bare.focus] / median(own[year][p] for p in always), 1)
        if year in own and always
        else None
    )


def _own(told, name, year):
    """The region's figure, the middle of its peers, and how far they are apart."""
    indicator = told.context.catalogue.indicators[name]
    values, middle = told.bare.near(name, year, (told.bare.focus,)), told.bare.middle(name, year)
    found = {*_texts(told, name, year, (told.bare.focus,))}
    if middle is not None:
        found.add(told.number(middle, indicator.decimals))
        if own := list(values.values()):
            apart = shown(own[0], indicator.decimals) - shown(middle, indicator.decimals)
            found |= {told.number(apart, indicator.decimals), told.number(abs(apart), indicator.decimals)}
    if indicator.smallest_change:
        found.add(told.number(indicator.smallest_change.value, indicator.decimals))
    return found
