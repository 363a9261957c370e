"""How old the figures behind the total are, by weight."""

from models.attractiveness import ROOT, Attractiveness


def leaf_shares(index: Attractiveness, region: str) -> dict[str, float]:
    """The share of each indicator in a region's total; they sum to 1. Empty where it has no total."""
    if index.score(ROOT, region) is None:
        return {}
    shares: dict[str, float] = {}
    waiting = [(ROOT, 1.0)]
    tree = index.result.framework
    while waiting:
        node, share = waiting.pop()
        if not tree.children[node]:
            shares[node] = share
            continue
        parts = index.result.explain(region, node).parts
        waiting += [(part.code, share * part.weight) for part in parts if part.weight > 0]
    return shares


def weight_by_year(index: Attractiveness, region: str, year: int) -> tuple[float, str]:
    """The share of a region's total that rests on figures of `year` or before, and the year of its newest figure.

    A mean over years counts by its last one.

    Args:
        index: scores.
        region: code.
        year: the last one that counts as old.
    """
    shares = leaf_shares(index, region)
    periods = index.table.periods.loc[region]
    ends = {name: int(str(periods[name]).replace("–", " ").split()[-1][:4]) for name in shares if periods[name]}
    old = sum(share for name, share in shares.items() if ends.get(name, 0) <= year)
    return old, str(max(ends.values(), default=""))
