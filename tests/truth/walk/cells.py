"""Cells of tables about figures: years, how many regions have one, releases, points and weights."""

import re
from collections import Counter

from tests.truth.sentences import plain
from tests.truth.walk.points import INDEX, nodes, ranges


def explained(text: str, told: object, block: object) -> str:
    """A cell without the numbers that follow from the figure or region of its row and the head of its column."""
    if block.tag not in ("td", "th") or not block.row:
        return text
    may = set()
    names = [name for name, _ in told.about(block)][:2]
    for name in names:
        may |= _of_figure(told, name)
    region = told.names.get(block.row[0])
    known = nodes(told)
    if region and block.head in known:
        return _place(text, told, known[block.head], region)
    if block.row[0] == str(told.context.view.release):
        may.add(text if text == block.row[0] else "")
    for dataset in (block.row[0], block.row[0].split(" | ")[0]):
        if dataset in told.context.catalogue.datasets:
            using = [i for i in told.context.catalogue.indicators.values() if dataset in i.datasets]
            may |= {str(n) for n in Counter(i.publisher for i in using).values()} | {dataset}
    bare = re.match(r"[-+]?[\d ,.]*\d", text)
    if text in may or (bare and bare[0] in may and not re.search(r"\d", text[bare.end() :])):
        return re.sub(r"\d", "·", text)
    return text


def _of_figure(told, name):
    """What may stand in a cell about a figure."""
    bare, catalogue = told.bare, told.context.catalogue
    years, indicator = bare.years(name), catalogue.indicators[name]
    may = {str(told.context.view.release)}
    every = sorted({y for y, v in bare.rows.get(name, {}).items() if len(y) == 4}, reverse=True)
    for newest in {*years[:1], *every[:1]}:
        peers = [p for p in bare.peers if p in bare.rows[name].get(newest, {})]
        window = indicator.windows.get(newest)
        near = len(bare.among(name, newest)) - (bare.focus in bare.among(name, newest))
        may |= {newest, f"{near}/{len(bare.peers)}", f"{len(peers)}/{len(bare.peers)}", *([window] if window else [])}
    if years:
        first, last = years[-1], years[0]
        shown = first if first == last else f"{first}–{last}"
        years_word = told.say.count("{n} år", "{n} år", len(years))
        gaps = len(years) < int(last) - int(first) + 1
        for words in {shown, f"{shown} ({years_word})"} if gaps else {shown}:
            may |= {words, f"{words} (NO01)"}
    monthly = sorted({y[:4] for y, v in bare.rows.get(name, {}).items() if len(y) == 7 and bare.focus in v})
    if monthly and not years:
        peers = [p for p in bare.peers if any(p in v for y, v in bare.rows[name].items() if y.startswith(monthly[-1]))]
        may |= {monthly[-1], f"{len(peers)}/{len(bare.peers)}"}
    if indicator.score and catalogue.themes[indicator.theme] and bare.scored(indicator.theme):
        periods = sorted(indicator.score.periods)
        may.add(plain(told.say("snitt {years}", years=f"{periods[0]}–{periods[-1]}")))
        score, weight = bare.points(name, bare.focus), bare.weight(name)
        figure = bare.scored_figure(name, bare.focus)
        inside = bare.weight_in_theme(name)
        may |= {told.number(100 * weight, 1), told.number(100 * inside, 1)}
        if score is not None:
            may |= {told.number(score), told.number(score, 1), told.number(score * inside, 1)}
            suffix = plain(catalogue.units[indicator.unit].suffix[told.language])
            may |= {told.number(figure, indicator.decimals), f"{told.number(figure, indicator.decimals)} {suffix}"}
    return may


def _place(text, told, node, region):
    """ "71, nr. 1 (1–3)": points and the places over the draws."""
    made = ranges(told).get(INDEX if node == INDEX else node)
    score = told.bare.points(node, region)
    if score is None or made is None or region not in made.places:
        return text
    median, low, high = made.places[region]
    span = f" ({low}–{high})" if low != high else ""
    rank = told.say("nr. {rank}", rank=median)
    return re.sub(r"\d", "·", text) if text == f"{told.number(score)}, {rank}{span}" else text
