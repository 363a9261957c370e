"""A publisher of our own on loopback that answers as the real ones do, and misbehaves on command."""

from tests.fakes.faults import Fault
from tests.fakes.publisher import FakePublisher
from tests.fakes.tables import tables

__all__ = ["FakePublisher", "Fault", "tables"]
