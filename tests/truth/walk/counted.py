"""Numbers that count what stands below or beside them on the page: entries, rows, cards."""

import re

from tests.truth.sentences import plain
from tests.truth.walk.blocks import read

_ITEMS = ("li", "article", "dt")


def counts(block: object) -> set[str]:
    """How many entries the container of a heading has, by kind of entry."""
    element = block.around[0]
    if element.tag in ("caption", "summary", "h2", "h3", "h4", "p", "button"):
        holder = element.getparent()
        if holder is None:
            return set()
    else:
        return set()
    if element.tag == "caption":
        return {str(len(holder.xpath("./tbody/tr | ./tr[td]")))}
    parts = [holder] if element.tag == "summary" else _until_next(element)
    found = set()
    for kind in ("li", "article", "tr[td]", "dt", "p[@class='way']", "h3", "h4"):
        found.add(str(sum(len(part.xpath(f"descendant-or-self::{kind}")) for part in parts)))
    for part in parts:
        for listed in part.iter("ul", "ol"):
            found.add(str(len([one for one in listed if one.tag == "li"])))
    return found - {"0"}


def _until_next(element) -> list:
    found, one = [], element.getnext()
    while one is not None and one.tag != element.tag:
        found.append(one)
        one = one.getnext()
    return found


def explained(text: str, block: object) -> str:
    """A text without the numbers that count what it heads: "Foreslått (3)", "6 kilder: 5 lest i utdrag"."""
    known = counts(block)
    if not known:
        return text
    hidden = re.sub(r"\((\d+)\)$", lambda m: f"({'·' * len(m[1])})" if m[1] in known else m[0], text)
    hidden = re.sub(r"^(\d+)(?= \w)", lambda m: "·" * len(m[1]) if m[1] in known else m[0], hidden)
    holder = block.around[0].getparent()
    entries = [plain(read(one)) for one in holder.iter("li")]

    def phrase(found: re.Match[str]) -> str:
        said = found[2].strip()
        many = sum(said in entry for entry in entries)
        return f"{'·' * len(found[1])} {found[2]}" if many and str(many) == found[1] else found[0]

    return re.sub(r"(?<=[ ,:])(\d+) ((?:lest|read|seen|oppgitt)[^,]*)", phrase, hidden)
