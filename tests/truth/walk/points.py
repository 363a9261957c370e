"""Points, places and how sure they are.

Points are worked out anew from the goalposts. Ranges of places, shares of uncertainty and chances come from thousands
of draws: they are the model's own, held by its tests, and a text must tell them of the right theme and peers.
"""

import re
from statistics import median

from pages.known import releases
from tests.truth.sentences import plain
from tests.truth.walk.blocks import read
from tests.truth.walk.templates import Rule

INDEX, PANDEMIC = "index", ("2020", "2021")


def ranges(told):
    """Places over the draws, by node."""
    return releases.ranks(told.bare.focus, told.bare.peers, told.context.view.release)


def of_hundred(told, percent):
    """Not 0 where there are some, and not 100 where there is one that is not."""
    if 0 < percent < 0.5:
        return plain(told.say("færre enn én"))
    return told.number(99 if 99 < percent < 100 else percent)


def nodes(told):
    """What the themes and the total are called."""
    say = told.say
    found = {plain(say("Samlet")): INDEX, plain(say("Samlet")).lower(): INDEX}
    for theme in told.context.catalogue.themes.values():
        if told.bare.scored(theme.id):
            title = plain(say.of(theme.title))
            found[title] = found[title[:1].lower() + title[1:]] = theme.id
    return found


def node_of(told, block):
    """The theme or total that a block is about: named in it or before it, the page's own, or the total."""
    known = nodes(told)
    for text in (block.text.split(":")[0], block.head, block.before, *(plain(_title(one)) for one in block.around[:4])):
        for title in sorted(known, key=len, reverse=True):
            if text == title or text.startswith((f"{title} ", f"{title}.", f"{title},", f"{title} |")):
                return known[title]
    theme = told.context.spec.parameters.get("theme")
    return theme if theme and told.bare.scored(theme) else INDEX


def _title(element):
    head = next((one for one in element if one.tag in ("h2", "h3", "header", "a", "p")), None)
    return read(head) if head is not None else ""


def _places(told, block, rank, count, **_):
    if block.row:  # tables tell of other nodes and versions
        return None
    made = ranges(told)
    node = node_of(told, block)
    fits = []
    for one in made.values():
        fits.append((one.own, one.count))
        if one.without_cities:
            apart = one.without_cities
            fits.append(((apart.median, apart.low, apart.high), apart.count))
    first = made[node]
    own = [(first.own, first.count)]
    if (
        first.without_cities
        and plain(told.say("Uten byer som er avgrenset tett rundt bykjernen: {rank}.", rank="")).rstrip(". ")
        in block.text
    ):
        apart = first.without_cities
        own = [((apart.median, apart.low, apart.high), apart.count)]
    if told.page == "hva-skal-til":
        own = fits
    chosen = [p for p in own if (str(p[0][0]), str(p[1])) == (rank, count)] or own
    return {
        "rank": [str(p[0][0]) for p in chosen],
        "count": [str(p[1]) for p in chosen],
        "low": [str(p[0][1]) for p in chosen],
        "high": [str(p[0][2]) for p in chosen],
    }


def _headline(told, _block, **_):
    one = ranges(told)[INDEX]
    return {"rank": str(one.own[0]), "count": str(one.count)}


def _range(told, _block, **_):
    one = ranges(told)[INDEX]
    return {"low": str(one.own[1]), "high": str(one.own[2])}


def _whole_range(told, _block, **_):
    one = ranges(told)[INDEX]
    return {"rank": str(one.own[0]), "count": str(one.count), "low": str(one.own[1]), "high": str(one.own[2])}


def years_said(text, told, _block):
    """A statement about the total to be sent or cited, without the years of the figures that weigh in it: "2014–2025",
    and that in which the release came."""
    if told.page != "kan-jeg-si":
        return text
    (came,) = {one.created.year for one in releases.history() if one.id == told.context.view.release}
    text = text.replace(f". ({came}). ", ". (·). ")
    if text.startswith("@misc{"):
        number = told.context.view.release
        text = text.replace("~", " ").replace(f"-{number}, author", "-·, author")
        text = text.replace(f"year = {{{came}}}", "year = ·").replace(f"version = {{{number}}}", "version = ·")
    catalogue = told.context.catalogue
    counted = [i for i in catalogue.scored if told.bare.scored(i.theme) and catalogue.themes[i.theme].weight > 0]
    first = min((i.windows.get(p) or p)[:4] for i in counted for p in i.score.periods)
    return text.replace(f"{first}–{max(told.year(i.id) for i in counted)}", "·–·")


def _apart(told, _block, **_):
    one = ranges(told)[INDEX].without_cities
    return {"rank": str(one.median), "count": str(one.count)}


def _points(told, block, **_):
    node = node_of(told, block)
    value = told.bare.points(node, told.bare.focus)
    return {"score": {told.number(value), told.number(value, 1)}}


def _more(told, block, **_):
    own = told.bare.points(INDEX, told.bare.focus)
    node = node_of(told, block)
    own = told.bare.points(node, told.bare.focus)
    middle = median(s for r in told.bare.peers if (s := told.bare.points(node, r)) is not None)
    return {
        "score": told.number(own),
        "n": {told.number(abs(own - middle)), told.number(abs(round(own) - round(middle)))},
    }


def _of_theme(told, block, **_):
    node = node_of(told, block)
    return {"score": told.number(told.bare.points(node, told.bare.focus)), "count": str(len(told.bare.scored(node)))}


def card(text, told, block):
    """A text without the points of a theme, "70 | poeng", and the ends of its strip of places, "1 | 12"."""
    node = node_of(told, block)
    placed = told.bare.placed(node)
    if placed is None:
        return text
    score = told.number(told.bare.points(node, told.bare.focus))
    text = re.sub(rf"^{re.escape(score)} \| ", "· | ", text)
    return re.sub(rf"^1 \| {placed[1]}$", "· | ·", text)


def _above(told, _block, peer, **_):
    code = told.names.get(peer)
    if code is None:
        return None
    return {"percent": of_hundred(told, 100 * ranges(told)[INDEX].above[code])}


def _draws(told, _block, **_):
    exact = ranges(told)[INDEX].draws
    return {"draws": told.number(round(exact, -3))}  # "om lag"


def _weight_of_old(told, _block, **_):
    """The share of the total's weight that is of some year or older, and how many are of the pandemic's years."""
    catalogue, bare = told.context.catalogue, told.bare
    counted = [i for i in catalogue.scored if bare.scored(i.theme) and catalogue.themes[i.theme].weight > 0]
    year = {i.id: max(i.score.periods) for i in counted}
    old = sum(bare.weight(i.id) for i in counted if int(year[i.id]) <= 2021)
    from_pandemic = [i for i in counted if year[i.id] in PANDEMIC and year[i.id] not in i.windows]
    return {
        "percent": {told.number(100 * old), told.number(100 * sum(bare.weight(i.id) for i in from_pandemic))},
        "share": told.number(100 * old),
        "n": str(len(from_pandemic)),
        "count": str(len(counted)),
        "years": "2021",
        "old": "2021",
        "newest": max(year.values()),
    }


RULES = (
    Rule("nr. {rank} av {count} ({low}–{high} etter metodevalg)", ("rank", "count", "low", "high"), _places),
    Rule("nr. {rank} av {count} ({low}–{high})", ("rank", "count", "low", "high"), _places),
    Rule(
        "{region} er nr. {rank} av {count} regioner {where}, mellom nr. {low} og nr. {high} etter metodevalg, …",
        ("rank", "count", "low", "high"),
        _whole_range,
    ),
    Rule("{name} er nr. {rank} av {count} regioner samlet sett", ("rank", "count"), _headline),
    Rule(" (mellom {low} og {high} etter metodevalg)", ("low", "high"), _range),
    Rule("{name} ligger mellom nr. {low} og nr. {high} etter metodevalg", ("low", "high"), _range),
    Rule(", og nr. {rank} av {count} uten byer som slutter ved bygrensa", ("rank", "count"), _apart),
    Rule(
        "{score} poeng av 100, {rank}. Bygger på de {count}…",
        ("score", "count"),
        _of_theme,
    ),
    Rule("{name} har {score} poeng, {n} flere enn regionen midt på lista", ("score", "n"), _more),
    Rule("{name} har {score} poeng, {n} færre enn regionen midt på lista", ("score", "n"), _more),
    Rule("{focus} ligger foran {peer} i {percent} av 100 beregninger.", ("percent",), _above),
    Rule("{what}: plassering i om lag {draws} beregninger", ("draws",), _draws),
    Rule(
        "{percent} av vekten er tall fra {years} eller eldre; {n} av…",
        ("percent", "years", "n", "count"),
        _weight_of_old,
    ),
    Rule(
        "{share} prosent av vekten i det samlede tallet bygger på…",
        ("share", "old", "newest"),
        _weight_of_old,
    ),
    Rule(
        "{n} av {count} tall er likevel fra {years}, med {percent}…",
        ("n", "count", "percent"),
        _weight_of_old,
    ),
)
