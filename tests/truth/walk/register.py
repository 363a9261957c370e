"""The register of barriers: how many, by who can act, with how many findings; and how many regions are compared."""

import re

from tests.truth.sentences import plain
from tests.truth.walk import verdicts
from tests.truth.walk.blocks import read
from tests.truth.walk.templates import Rule


def _barriers(told, _block, **_):
    return {"n": str(sum(b.kind == "barrier" for b in told.context.catalogue.barriers.values()))}


def barrier_of(told, block):
    """The barrier whose entry a block stands in."""
    known = {plain(told.say.of(b.title)): b for b in told.context.catalogue.barriers.values()}
    for element in block.around:
        for head in element.iter("h2", "h3", "h4", "summary"):
            if (title := plain(read(head))) in known:
                return known[title]
        if element.tag == "section":
            break
    return None


def found(text: str, told: object, block: object) -> str:
    """ "7 funn fra 5 utgivere": the findings of a barrier and who published them."""
    if told.page != "barrierer":
        return text
    catalogue = told.context.catalogue
    counts = dict(_by_actor(told))
    text = re.sub(
        r"([^\d()|]+) \((\d+)\)", lambda m: f"{m[1]} (·)" if str(counts.get(m[1].strip())) == m[2] else m[0], text
    )
    one = barrier_of(told, block)
    if one is None:
        return text
    findings = [catalogue.evidence[name] for name in one.findings]
    words = plain(told.say.count("{n} funn", "{n} funn", len(findings)))
    text = re.sub(rf"(?<!\d){re.escape(words)}(?!\w)", re.sub(r"\d", "·", words), text)
    by = plain(told.say.count("fra {n} utgiver", "fra {n} utgivere", _publishers(findings)))
    return re.sub(rf"{re.escape(by)}(?!\w)", re.sub(r"\d", "·", by), text)


def _publishers(findings):
    return len({f.publisher.split(" (")[0] for f in findings})


def _by_actor(told):
    removable = [b for b in told.context.catalogue.barriers.values() if b.kind == "barrier"]
    yield plain(told.say("Alle")), len(removable)
    for actor in told.context.catalogue.actors.values():
        yield plain(told.say.of(actor.title)), sum(actor.id in b.who_can_act for b in removable)


def _compared(told, _block, **_):
    """The fewest and the most peers with a figure among those told of on the page."""
    if told.page == "strategi":
        names = {
            row["indicator"]
            for exhibit in told.exhibits.values()
            for row in [dict(zip(exhibit.rows.columns, c, strict=True)) for c in exhibit.rows.cells]
            if "indicator" in row
        }
    elif told.page == "styrker":
        names = {one.indicator.id for one in verdicts.made(told).all}
    else:
        names = {i for b in told.context.catalogue.barriers.values() for i in b.indicators if i in told.bare.rows}
    counts = set()
    for name in names:
        for year in told.bare.years(name)[:3]:
            counts.add(len(told.bare.among(name, year)) - 1)
    return {"low": {str(n) for n in counts}, "high": str(max(counts))}


RULES = (
    Rule("{n} barrierer kan holde {name} tilbake", ("n",), _barriers),
    Rule("sammenlignet med {low} til {high} regioner, etter hvor…", ("low", "high"), _compared),
)
