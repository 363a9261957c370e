"""The barrier register put in order: what each can do, and how well a barrier is documented."""

from models.barriers.evidence import Proof, Standing, by_strength, proof
from models.barriers.steps import STEPS, Step, step, stepwise

__all__ = ["STEPS", "Proof", "Standing", "Step", "by_strength", "proof", "step", "stepwise"]
