"""Counts and comparisons of single pages: similar regions, the newest figures, areas of development, cards."""

import re

from tests.truth.sentences import plain
from tests.truth.walk import verdicts
from tests.truth.walk.blocks import read
from tests.truth.walk.templates import Rule


def _rows(told, block):
    exhibit = told.exhibits.get(block.exhibit)
    return [dict(zip(exhibit.rows.columns, cells, strict=True)) for cells in exhibit.rows.cells] if exhibit else []


def _figures_shown(told, block, **_):
    if block.tag != "h2":
        return None
    count = str(len({row["indicator"] for row in _rows(told, block) if "indicator" in row}))
    return {"count": count, "n": count}


def _stability(told, block, **_):
    name = block.text.split(":")[0]
    exhibit = told.exhibits.get("alike")
    if exhibit is None:
        return None
    at = {column: k for k, column in enumerate(exhibit.rows.columns)}
    for cells in exhibit.rows.cells:
        if plain(told.context.label(cells[at["region"]])) == name:
            return {"share": told.number(100 * cells[at["stability"]])}
    return {"share": ()}


def _most(told, block, names, **_):
    """Those named are on the list in so many weightings or more, and all others in fewer; some not in all."""
    rows = told.exhibits[block.exhibit].rows
    at = {name: k for k, name in enumerate(rows.columns)}
    share = {cells[at["region"]]: cells[at["stability"]] for cells in rows.cells}
    named = {code for code in share if plain(told.context.label(code)) in names}
    right = named == {code for code, often in share.items() if often >= 0.8} and min(share[code] for code in named) < 1
    return {"n": "80" if right else ()}


def sides(text: str, told: object) -> str:
    """ "størrelse og tetthet 30 %": the weight of each side of the likeness."""
    if told.page != "lignende":
        return text
    whole = sum(one.weight for one in told.context.catalogue.structure.dimension)
    for dimension in told.context.catalogue.structure.dimension:
        title = plain(told.say.of(dimension.title))
        share = told.number(100 * dimension.weight / whole)
        text = re.sub(rf"({re.escape(title)}) {share}(?= ?%)", lambda m: m[1] + " ·", text, flags=re.IGNORECASE)
    return text


def _near_nodes(told, block, **_):
    return {"count": str(len(_rows(told, block)))}


def _things(told, _block, **_):
    """How many figures an area of the region's development lacks."""
    return {"n": {str(len(a.missing) + len(a.questions)) for a in told.context.catalogue.within.areas.values()}}


def developments(text: str, told: object, block: object) -> str:
    """ "Bedre enn før: 2 tall": how many entries of the page are marked so."""
    if told.page != "utvikling" or block.exhibit:
        return text
    root = block.around[-1]
    marked = {kind: len(root.xpath(f".//li[contains(@class, '{kind}')]")) for kind in ("better", "worse", "absent")}
    words = plain(
        told.say(
            "Bedre enn før: {better} tall. Dårligere: {worse}. Ingen tall ennå: {missing}.",
            better=marked["better"],
            worse=marked["worse"],
            missing=marked["absent"],
        )
    )
    return text.replace(words, re.sub(r"\d", "·", words))


def _rated(told, _block, **_):
    return {"n": str(verdicts.made(told).rated)}


def _strengths(told, _block, **_):
    return {"n": {str(len(verdicts.made(told).of(kind))) for kind in ("strength", "weakness")}}


def strengths(text: str, told: object, _block: object) -> str:
    """ "6 styrker og 3 svakheter" in the title."""
    if told.page != "styrker":
        return text
    for kind, one, many in (("strength", "{n} styrke", "{n} styrker"), ("weakness", "{n} svakhet", "{n} svakheter")):
        words = plain(told.say.count(one, many, len(verdicts.made(told).of(kind))))
        text = re.sub(rf"(?<!\d){re.escape(words)}(?!\w)", re.sub(r"\d", "·", words), text)
    return text


def _thresholds(told, _block, **_):
    from models.advantages import BASE

    return {
        "strength": told.number(BASE.strength, 1),
        "tendency": told.number(BASE.tendency, 1),
        "near": told.number(BASE.in_line, 1),
        "agreement": told.number(100 * BASE.agreement),
        "share": told.number(100 * BASE.in_line_agreement),
    }


def _questions(told, _block, **_):
    theme = told.context.spec.parameters.get("theme")
    return {"n": str(sum(q.theme == theme for q in told.context.catalogue.questions.values()))}


def _age(told, _block, **_):
    from datetime import UTC, datetime

    year = told.context.view.options.get("year", "")
    return {"age": str(datetime.now(UTC).year - int(year))} if year.isdigit() else None


def europe_figures(told):
    """The figures by European region that the region has, series left out, with the newest year of each."""
    found = {}
    for indicator in told.context.catalogue.indicators.values():
        years = told.bare.years(indicator.id)
        if indicator.scope == "europe" and indicator.role != "series" and years:
            found[indicator.id] = years[0]
    return found


def _newest(told, _block, **_):
    newest = europe_figures(told)
    top = max(newest.values())
    return {
        "year": {top, str(int(top) - 1)},
        "n": {str(sum(y == top for y in newest.values())), str(sum(int(y) >= int(top) - 1 for y in newest.values()))},
        "all": str(len(newest)),
        "count": str(len(newest)),
    }


def _all_figures(told, _block, **_):
    catalogue = told.context.catalogue
    return {
        "count": str(sum(i.id in told.bare.rows for i in catalogue.indicators.values())),
        "scored": str(sum(bool(told.bare.scored(i.theme)) for i in catalogue.scored)),
    }


def _of_year(_told, block, year, **_):
    """A heading over figures of a year: one of the rows below says so."""
    element = block.around[0]
    holder = element.getparent()
    if block.tag not in ("h2", "h3", "caption", "summary"):
        return None
    cells = {plain(read(td))[-4:] for td in holder.iter("td")}
    following = element.getnext()
    while following is not None and following.tag != element.tag:
        cells |= {plain(read(td))[-4:] for td in following.iter("td")}
        following = following.getnext()
    return {"year": year if year in cells else (), "n": None} if cells else None


def answers(text: str, told: object, block: object) -> str:
    """ "Talent (10)" over the open questions of a theme."""
    if told.page == "tallene" and block.tag == "summary":
        for theme in told.context.catalogue.themes.values():
            count = sum(q.theme == theme.id for q in told.context.catalogue.questions.values())
            whole = plain(f"{told.say.of(theme.title)} ({count})")
            text = re.sub(r"\d", "·", text) if text == whole else text
    return text


def whole_spans(text: str, told: object, _block: object) -> str:
    """The years of all figures of a page that tells of all."""
    span = ""
    if told.page == "nyeste":
        newest = sorted(europe_figures(told).values())
        span = f"{newest[0]}–{newest[-1]}"
    if told.page == "lignende":
        years = sorted(v.period for d in told.context.catalogue.structure.dimension for v in d.variable if v.period)
        span = f"{years[0]}–{years[-1]}"
    return text.replace(span, "····–····") if span else text


def nav(text: str, told: object, block: object) -> str:
    """ "12 tall | Alle 33": how many cards of a theme stand at first, and how many there are."""
    exhibit = told.exhibits.get(block.exhibit)
    if block.tag != "nav" or exhibit is None or "indicator" not in exhibit.rows.columns:
        return text
    shown = sum(1 for one in block.around[0].getparent().getparent().getparent().iter("article"))
    every = len({row["indicator"] for row in _rows(told, block)})
    return re.sub(r"\d+", lambda m: "·" * len(m[0]) if m[0] in (str(shown), str(every)) else m[0], text)


def moved(text: str, told: object, _block: object) -> str:
    """ "45 av 100 deler av usikkerheten": what moves the place, as the model found it for this view."""
    if told.page != "plassering":
        return text
    from pages.sammenlign.movers import _movers

    context = told.context
    made = _movers(context.view.release, (), None, "index", context.focus, tuple(sorted(context.peers)))
    shares = {told.number(100 * one.share) for one in made}
    message = plain(told.say("{choice}: {percent} av 100 deler av usikkerheten", choice="", percent="(\\d+)"))
    return re.sub(message, lambda m: m[0].replace(m[1], "·" * len(m[1]), 1) if m[1] in shares else m[0], text)


RULES = (
    Rule("{n} ting vi ikke har tall for", ("n",), _things),
    Rule("Av {count} tall ligger {name} lengst foran på «{best}»,…", ("count",), _figures_shown),
    Rule("{n} tall for {name}", ("n",), _figures_shown),
    Rule("I minst {n} av 100 vektinger er {names} blant de likeste", ("n",), _most),
    Rule("{words}, {share} av 100", ("share",), _stability),
    Rule(
        "«97 av 100» betyr at den er blant de {count} likeste i 97…",
        ("count",),
        _near_nodes,
    ),
    Rule("{n} tall er vurdert.", ("n",), _rated),
    Rule(
        "Avstanden er målt i hvor mye regionene pleier å skille seg:…",
        ("strength", "agreement", "tendency", "near", "share"),
        _thresholds,
    ),
    Rule("{n} spørsmål uten sammenlignbare tall", ("n",), _questions),
    Rule("Gammelt tall: {age} år", ("age",), _age),
    Rule("{name} har tall for {year} på {n} områder", ("year", "n"), _newest),
    Rule(
        "{n} av {all} indikatorer har sitt nyeste tall fra {year}…",
        ("n", "all", "year"),
        _newest,
    ),
    Rule("{n} av {count} tall er nye nok og finnes for de fleste", ("count",), _newest),
    Rule(
        "{count} indikatorer har tall, {scored} av dem gir poeng.…",
        ("count", "scored"),
        _all_figures,
    ),
    Rule("Tall for {year} ({n})", ("year",), _of_year),
    Rule("Tall for {year}", ("year",), _of_year),
)
