"""Properties are checked without a deadline: how fast a busy machine is proves nothing."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
