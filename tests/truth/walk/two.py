"""Two regions beside each other: on how many figures each is ahead, their places, and the pairs of figures told."""

import re

from tests.truth.numbers import shown
from tests.truth.sentences import plain
from tests.truth.walk import points
from tests.truth.walk.templates import Rule


def led(told, theme=None):
    """On how many figures the region, the other region and neither is ahead, of those shown in strips."""
    other = told.context.view.options.get("with")
    ahead = behind = level = 0
    for key, exhibit in told.exhibits.items():
        if not key.startswith("strips-") or (theme and key != f"strips-{theme}"):
            continue
        at = {name: k for k, name in enumerate(exhibit.rows.columns)}
        values: dict = {}
        for cells in exhibit.rows.cells:
            values.setdefault(cells[at["indicator"]], {})[cells[at["region"]]] = cells[at["value"]]
        for name, by in values.items():
            indicator = told.context.catalogue.indicators[name]
            own, theirs = by.get(told.bare.focus), by.get(other)
            if own is None or theirs is None or indicator.direction == "none":
                continue
            apart = round((own - theirs) * (-1 if indicator.direction == "lower_better" else 1), 9)
            least = indicator.smallest_change.value if indicator.smallest_change else 0
            alike = shown(own, indicator.decimals) == shown(theirs, indicator.decimals)
            if alike or abs(apart) < least:
                level += 1
            elif apart > 0:
                ahead += 1
            else:
                behind += 1
    return ahead, behind, level


def _two(told, block, name="", first="", theme="", **_):
    key = block.exhibit.removeprefix("strips-") if block.exhibit.startswith("strips-") else None
    ahead, behind, level = led(told, key)
    told_of = name or first
    own = not told_of or told.names.get(told_of) == told.bare.focus or bool(theme)
    return {"n": str(ahead if own else behind), "count": str(ahead + behind + level)}


def _two_all(told, block, **_):
    ahead, behind, level = led(told, block.exhibit.removeprefix("strips-"))
    return {"count": str(ahead + behind + level)} if not (ahead and behind) and not level else {"count": ()}


def _two_scored(told, _block, **_):
    scored = [i for i in told.context.catalogue.scored if told.bare.scored(i.theme)]
    other = told.context.view.options["with"]
    ahead = 0
    for key, exhibit in told.exhibits.items():
        if key.startswith("strips-"):
            at = {name: k for k, name in enumerate(exhibit.rows.columns)}
            by: dict = {}
            for cells in exhibit.rows.cells:
                by.setdefault(cells[at["indicator"]], {})[cells[at["region"]]] = cells[at["value"]]
            for i in scored:
                own, theirs = by.get(i.id, {}).get(told.bare.focus), by.get(i.id, {}).get(other)
                if own is not None and theirs is not None:
                    apart = round((own - theirs) * (-1 if i.direction == "lower_better" else 1), 9)
                    ahead += apart > 0 and apart >= (i.smallest_change.value if i.smallest_change else 0)
    return {"count": str(len(scored)), "ahead": str(ahead)}


def two_numbers(text: str, told: object, _block: object) -> str:
    """The summary of two regions: places with their ranges, and pairs of figures of one year."""
    if told.page != "region":
        return text
    made, other = points.ranges(told)["index"], told.context.view.options["with"]
    for region in (told.bare.focus, other):
        if region in made.places:
            median, low, high = made.places[region]
            for words in (f"nr. {median} ({low}–{high})", f"no. {median} ({low}–{high})"):
                text = text.replace(words, re.sub(r"\d", "·", words))
    text = re.sub(rf"(?<=\b(?:av|of) ){made.count}(?= region)", lambda m: "·" * len(m[0]), text)
    ahead, behind, level = led(told)
    text = re.sub(
        r"^(\d+)(?= \| )",
        lambda m: "·" * len(m[0]) if int(m[0]) == (ahead if "·" else 0) or int(m[0]) in (behind, level) else m[0],
        text,
    )

    def pair(found: re.Match[str]) -> str:
        language = "en" if re.search(r" against ", found[0]) else "nb"
        good = False
        for name in told.bare.rows:
            indicator = told.context.catalogue.indicators.get(name)
            if indicator is None:
                continue
            title = plain(indicator.short[language])
            spoken = (
                text[: found.start()]
                .rstrip(" (")
                .lower()
                .endswith((title.lower(), plain(indicator.title[language]).lower()))
            )
            if not spoken:
                continue
            for year, values in told.bare.rows[name].items():
                words = indicator.windows.get(year, year)
                if words != found["y"] or told.bare.focus not in values or other not in values:
                    continue
                from components.words.text import Speaker

                say = Speaker(language)
                both = {plain(say.number(round(values[r], 9), indicator.decimals)) for r in (told.bare.focus, other)}
                good = good or {found["a"], found["b"]} == both
        return re.sub(r"\d", "·", found[0]) if good else found[0]

    number = r"-?\d[\d ,.]*\d|\d"
    ends = re.findall(r"(?:i|in) (\d{4})(?:–(\d{4}))?\)", text)
    if ends:
        years = sorted({one for pair_ in ends for one in pair_ if one})
        text = text.replace(f", {years[0]}–{years[-1]}.", ", ····–····.")
    return re.sub(
        rf"(?P<a>{number})[^\d()|]*? (?:mot|against) (?P<b>{number})[^\d()|]*? (?:i|in) (?P<y>\d{{4}}(?:–\d{{4}})?)",
        pair,
        text,
    )


RULES = (
    Rule("{name} er foran {other} på {n} av {count} tall", ("n", "count"), _two),
    Rule(
        "{other} er foran {name} på {n} av {count} tall",
        ("n", "count"),
        lambda told, block, other, **_: _two(told, block, name=other),
    ),
    Rule("{theme}: foran {other} på {n} av {count}", ("n", "count"), _two),
    Rule("{theme}: bak {other} på alle {count}", ("count",), _two_all),
    Rule("{theme}: foran {other} på alle {count}", ("count",), _two_all),
    Rule(
        "Flere av tallene måler nesten det samme. Blant de {count}…",
        ("count", "ahead"),
        _two_scored,
    ),
)
