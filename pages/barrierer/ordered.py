"""The barriers that the reader looks at, the best documented first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from models.advantages import Assessment
from models.barriers import Proof, by_strength, proof
from models.catalogue import Barrier
from pages.choices import ALL
from pages.exhibits.looked_at import Context


@dataclass(frozen=True)
class Ordered:
    """Barriers that fit the reader's choices.

    Attributes:
        barriers: those that somebody can remove; `given` those that nobody can change.
        proofs: what each rests on, by id.
    """

    barriers: tuple[Barrier, ...]
    given: tuple[Barrier, ...]
    proofs: Mapping[str, Proof]

    @property
    def all(self) -> tuple[Barrier, ...]:
        """Both, in the order shown."""
        return (*self.barriers, *self.given)


def of_kind(context: Context, kind: str) -> list[Barrier]:
    """All entries of the register of one kind."""
    return [b for b in context.catalogue.barriers.values() if b.kind == kind]


def fits(context: Context, barrier: Barrier, actor: str) -> bool:
    """Whether a barrier is one of an actor's (or anybody's) among those the other choices leave."""
    audience, field = context.view.option("audience"), context.view.option("field")
    return (
        actor in (ALL, *barrier.who_can_act)
        and audience in (ALL, *barrier.affects)
        and field in (ALL, *context.catalogue.fields_of(barrier))
    )


def ordered(context: Context, judged: Mapping[str, Assessment]) -> Ordered:
    """The barriers that fit the choices, with what each rests on.

    Args:
        context: the view.
        judged: calls of the barriers' figures by indicator.
    """

    def known(barrier: Barrier) -> Proof:
        calls = {name: judged[name].call for name in barrier.indicators if name in judged}
        return proof(context.catalogue.findings_of(barrier), calls)

    proofs = {b.id: known(b) for b in context.catalogue.barriers.values()}

    def sorted_of(every: Sequence[Barrier]) -> tuple[Barrier, ...]:
        return tuple(by_strength((b for b in every if fits(context, b, context.view.option("actor"))), proofs))

    return Ordered(sorted_of(of_kind(context, "barrier")), sorted_of(of_kind(context, "given")), proofs)
