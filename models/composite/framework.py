"""The tree of an index: indicators in groups, groups in groups, one root."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import isfinite
from typing import Literal

from models.composite.errors import CompositeError


@dataclass(frozen=True)
class Node:
    """An indicator (a leaf) or a group.

    Attributes:
        code: unique name.
        parent: code of the group it belongs to; None for the root.
        direction: 1 where higher is better, -1 where lower is; for groups always 1.
        weight: weight among its siblings, not negative.
        min_children: a group has no score with fewer scored leaves below it (`counts="leaves"`) or
            scored children (`counts="children"`) than this.
    """

    code: str
    parent: str | None
    direction: Literal[1, -1] = 1
    weight: float = 1.0
    min_children: int = 1
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
        if len(set(codes)) < len(codes):
            twice = next(c for c in codes if codes.count(c) > 1)
            raise CompositeError(f"'{twice}' stands twice in the framework")
        roots = [n.code for n in self.nodes if n.parent is None]
        if len(roots) != 1:
            raise CompositeError(
                f"the framework needs exactly one root, it has {len(roots)}: {', '.join(roots) or '-'}"
            )
        for node in self.nodes:
            if node.parent is not None and node.parent not in codes:
                raise CompositeError(f"'{node.code}' has the unknown parent '{node.parent}'")
            if not isfinite(node.weight) or node.weight < 0:
                raise CompositeError(f"'{node.code}' has the weight {node.weight}; weights are finite and not negative")
        reached = {n.code for n in self._below(roots[0])} | {roots[0]}
        if unreached := [c for c in codes if c not in reached]:
            raise CompositeError(f"the framework has a cycle through '{unreached[0]}'")
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
        found: dict[str, list[Node]] = {n.code: [] for n in self.nodes}
        for node in self.nodes:
            if node.parent is not None:
                found[node.parent].append(node)
        return {code: tuple(children) for code, children in found.items()}

    def _below(self, code: str) -> Iterator[Node]:
        for child in self.children[code]:
            yield child
            yield from self._below(child.code)

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
        found: list[Node] = []

        def visit(node: Node) -> None:
            for child in self.children[node.code]:
                if self.children[child.code]:
                    visit(child)
            found.append(node)

        visit(self.root)
        return tuple(found)

    def leaves_under(self, code: str) -> tuple[Node, ...]:
        """The indicators anywhere below a node; the node itself if it is one."""
        children = self.children[code]
        if not children:
            return (next(n for n in self.nodes if n.code == code),)
        return tuple(leaf for child in children for leaf in self.leaves_under(child.code))
