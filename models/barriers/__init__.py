"""The barrier register put in order: what each can do, and how well a barrier is documented."""

from models.barriers.evidence import Proof, Standing, by_strength, proof
from models.barriers.steps import STEPS, Step, step, stepwise
from models.barriers.telling import most_telling

__all__ = ["STEPS", "Proof", "Standing", "Step", "by_strength", "most_telling", "proof", "step", "stepwise"]
