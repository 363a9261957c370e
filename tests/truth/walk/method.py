"""The method's page: goalposts, points, weights and versions of the index; and points in a thought experiment."""

import re

from tests.truth.sentences import plain
from tests.truth.walk import points
from tests.truth.walk.templates import Rule


def method(text: str, told: object, block: object) -> str:
    """The method's page: goalposts, points and weights of the figure and theme in view."""
    name = told.context.view.options.get("indicator")
    if told.page != "metode" or name not in told.context.catalogue.goalposts:
        return text
    text = re.sub(r"^[1-6]\. ", "·. ", text) if block.tag == "h2" else text
    if block.row and "(" in text:
        return _versions(text, told, block)
    text = re.sub(
        r"(?<= )0(?= (?:eller|or) 100)|(?<!\d)100(?= ×| (?:poeng|points)| ?%$)|(?<= (?:er|is) )100(?=\.)", "···", text
    )
    bare, catalogue = told.bare, told.context.catalogue
    indicator = catalogue.indicators[name]
    theme = indicator.theme
    low, high = catalogue.goalposts[name]
    themes = [t.id for t in catalogue.themes.values() if bare.scored(t.id) and t.weight]
    text = text.replace(plain(told.say.listing(list(points.PANDEMIC))), "····")
    may = {
        told.number(v, indicator.decimals)
        for v in (
            low,
            high,
            bare.scored_figure(name, bare.focus),
            *bare.among(name, max(indicator.score.periods)).values(),
        )
    }
    own = bare.points(name, bare.focus)
    may |= {told.number(own), told.number(own, 1), told.number(bare.points("index", bare.focus), 1)}
    may |= {told.number(bare.points(t, bare.focus), 1) for t in themes} | {
        told.number(bare.points(theme, bare.focus), 1)
    }
    share = 1 / len(themes)
    may |= {told.number(share, 3), str(len(bare.scored(theme)))}
    for i in bare.scored(theme):
        inside = bare.weight_in_theme(i.id)
        score = bare.points(i.id, bare.focus)
        may |= {
            told.number(inside, 3),
            told.number(100 * inside, 1),
            told.number(score, 1),
            told.number(score * inside, 1),
        }
    number = r"(?<![\w·,.])\d[\d ]*(?:[,.]\d+)?" if told.language == "nb" else r"(?<![\w·,.])\d[\d,]*(?:\.\d+)?"
    return re.sub(number, lambda m: re.sub(r"\d", "·", m[0]) if m[0].strip(" ,") in may else m[0], text)


def _versions(text, told, block):
    """Places by this version of the index and the one before, in a theme or the total."""
    from pages.tallene.versions import _earlier_ranks

    context, known = told.context, points.nodes(told)
    made = [points.ranges(told)]
    made += [_earlier_ranks(context.view.release, v, context.focus, context.peers) for v in context.catalogue.earlier]
    for title, node in known.items():
        if title not in block.row[0]:
            continue
        for one in made:
            if node in one:
                median, low, high = one[node].own
                if text == plain(
                    told.say(
                        "nr. {rank} av {count} ({low}–{high})", rank=median, count=one[node].count, low=low, high=high
                    )
                ):
                    return re.sub(r"\d", "·", text)
    return text


def _rules(told, _block, **_):
    rules = told.context.catalogue.rules
    shared = told.context.catalogue.structure.min_shared
    return {
        "count": str(rules.min_indicators),
        "share": told.number(100 * (shared if told.page == "lignende" else rules.min_coverage)),
        "n": "12",  # three sets, two years, two measures of spread
    }


def _draws(told, _block, **_):
    exact = points.ranges(told)["index"].draws
    return {"draws": told.number(round(exact, -3))}


def experiment(text: str, told: object, _block: object) -> str:
    """Points of a node, and what they become when the figure of the view becomes the middle of its peers."""
    if told.page != "hva-skal-til":
        return text
    found = re.match(r"([\d,.]+) → ([\d,.]+) \| ", text)
    name = told.context.view.options["what1"]
    if not found or name not in told.context.catalogue.goalposts:
        return text
    bare, catalogue, indicator = told.bare, told.context.catalogue, told.context.catalogue.indicators[name]
    node = points.nodes(told).get(text[found.end() :].split(":")[0])
    low, high = catalogue.goalposts[name]
    share = min(max((bare.middle(name, max(indicator.score.periods)) - low) / (high - low), 0), 1)
    then = 100 * (1 - share if indicator.direction == "lower_better" else share)
    gain = then - bare.points(name, bare.focus)
    weight = bare.weight(name) if node == "index" else bare.weight_in_theme(name) if node == indicator.theme else 0
    today = bare.points(node, bare.focus)
    if (found[1], found[2]) == (told.number(today, 1), told.number(today + weight * gain, 1)):
        return re.sub(r"\d", "·", text[: found.end()]) + text[found.end() :]
    return text


RULES = (
    Rule("Regioner med under {share} prosent av tallene er ikke med.", ("share",), _rules),
    Rule(
        "Hvert tall sammenlignes på opptil {n} måter: med flere…",
        ("n",),
        _rules,
    ),
    Rule(
        "Et tema får poeng fra {count} indikatorer, og den samlede poengsummen krever poeng…",
        ("count",),
        _rules,
    ),
    Rule("En region med under {share} prosent av tallene får ingen…", ("share",), _rules),
    Rule(
        "Med disse vektene er {name} {base}. Vi regner om igjen…",
        ("draws",),
        _draws,
    ),
)
