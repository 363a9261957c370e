"""The tree of an index: indicators in groups, groups in groups, one root."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Literal

from models.composite.errors import CompositeError

SMALLEST, GREATEST = 1e-12, 1e12  # weights above 0


@dataclass(frozen=True)
class Node:
    """An indicator (a leaf) or a group.

    Attributes:
        code: unique name.
        parent: code of the group it belongs to; None for the root.
        direction: 1 where higher is better, -1 where lower is; for groups always 1.
        weight: weight among its siblings, not negative.
        min_children: a group has no score with fewer published figures below it (`counts="leaves"`) or fewer
            children with a weight that rest on any (`counts="children"`) than this; figures filled in do not count.
    """

    code: str
    parent: str | None
    direction: Literal[1, -1] = 1
    weight: float = 1.0
    min_children: int = 0
    counts: Literal["leaves", "children"] = "children"


@dataclass(frozen=True)
class Framework:
    """A checked tree of nodes.

    Raises:
        CompositeError: no root or several, a cycle, an unknown parent, a doubled code, bad weights.
    """

    nodes: tuple[Node, ...]

    def __post_init__(self) -> None:
        codes = [n.code for n in self.nodes]
        known = set(codes)
        if len(known) < len(codes):
            twice = next(c for c in codes if codes.count(c) > 1)
            raise CompositeError(f"'{twice}' stands twice in the framework")
        roots = [n.code for n in self.nodes if n.parent is None]
        if len(roots) != 1:
            raise CompositeError(
                f"the framework needs exactly one root, it has {len(roots)}: {', '.join(roots) or '-'}"
            )
        for node in self.nodes:
            if node.parent is not None and node.parent not in known:
                raise CompositeError(f"'{node.code}' has the unknown parent '{node.parent}'")
            if not isfinite(node.weight) or node.weight < 0:
                raise CompositeError(f"'{node.code}' has the weight {node.weight}; weights are finite and not negative")
            if node.weight and not SMALLEST <= node.weight <= GREATEST:  # beyond, sums of products lose their digits
                raise CompositeError(
                    f"'{node.code}' has the weight {node.weight:g}; weights are 0 or from {SMALLEST:g} to {GREATEST:g}"
                )
        reached = {n.code for n in self._downwards(self.root)}
        if unreached := [c for c in codes if c not in reached]:
            raise CompositeError(f"the framework has a cycle through '{unreached[0]}'")
        if not self.children[roots[0]]:
            raise CompositeError(f"the framework has no indicators under its root '{roots[0]}'")
        for group in self.groups:
            if not any(child.weight > 0 for child in self.children[group.code]):
                raise CompositeError(f"all weights under '{group.code}' are 0")

    @classmethod
    def of(cls, nodes: Iterable[Node]) -> "Framework":
        """A framework from any iterable of nodes."""
        return cls(tuple(nodes))

    @cached_property
    def children(self) -> dict[str, tuple[Node, ...]]:
        """The direct children of each node, in the order given."""
        below: dict[str, list[Node]] = {n.code: [] for n in self.nodes}
        for node in self.nodes:
            if node.parent is not None:
                below[node.parent].append(node)
        return {code: tuple(children) for code, children in below.items()}

    def _downwards(self, start: Node) -> tuple[Node, ...]:
        """A node and all below it, parents before children; no recursion, so that depth has no limit."""
        reached, waiting = [], [start]
        while waiting:
            node = waiting.pop()
            reached.append(node)
            waiting.extend(reversed(self.children[node.code]))
        return tuple(reached)

    @property
    def root(self) -> Node:
        """The node that has no parent."""
        return next(n for n in self.nodes if n.parent is None)

    @cached_property
    def leaves(self) -> tuple[Node, ...]:
        """The indicators, in the order given."""
        return tuple(n for n in self.nodes if not self.children[n.code])

    @cached_property
    def groups(self) -> tuple[Node, ...]:
        """The groups, children before parents, the root last."""
        # The mirror image of parents-first, last child first, is children-first in the order given.
        reached, waiting = [], [self.root]
        while waiting:
            node = waiting.pop()
            reached.append(node)
            waiting.extend(child for child in self.children[node.code] if self.children[child.code])
        return tuple(reversed(reached))

    @cached_property
    def weighing(self) -> frozenset[str]:
        """The indicators that weigh anything in the root: their own weight and those of their groups are above 0."""
        leaves, waiting = set(), [self.root]
        while waiting:
            children = self.children[waiting.pop().code]
            below = [child for child in children if child.weight > 0]
            waiting.extend(below)
            leaves |= {child.code for child in below if not self.children[child.code]}
        return frozenset(leaves)

    def counted_under(self, code: str) -> tuple[Node, ...]:
        """The indicators below a node that weigh anything in it; the node itself if it is one."""
        counted, waiting = [], [next(n for n in self.nodes if n.code == code)]
        while waiting:
            node = waiting.pop()
            below = self.children[node.code]
            waiting.extend(child for child in reversed(below) if child.weight > 0)
            if not below:
                counted.append(node)
        return tuple(counted)

    def leaves_under(self, code: str) -> tuple[Node, ...]:
        """The indicators anywhere below a node; the node itself if it is one."""
        start = next(n for n in self.nodes if n.code == code)
        return tuple(node for node in self._downwards(start) if not self.children[node.code])
